"""Prints what can be heard on a call, and how long it takes to be read: `./scripts/spoken`."""

from __future__ import annotations

import sys

from tests.spoken import facts
from tests.spoken.documents import Document, every
from tests.spoken.length import seconds, words
from warmline.simulator.voice.verbs import faults_of
from warmline.words.aloud import WORDS_A_MINUTE


def main() -> int:
    """One line for each different text, the longest of its kind marked; 1 if one is too long or wrong."""
    with facts.desks() as desks:
        said = {key(document): document for document in every(desks)}
    told = [
        document for document in said.values() if words(document.xml) and "." not in document.what
    ]
    bad = 0
    for document in sorted(told, key=lambda one: (one.what, one.language)):
        took = seconds(document.xml, once=True)
        long = document.most is not None and took > document.most
        wrong = faults_of(document.xml, document.place)
        bad += bool(long or wrong)
        mark = f"  TOO LONG: {document.most:.0f} s at most" if long else ""
        print(f"{took:5.1f} s  {document.language:3}  {document.what}{mark}")
        for sentence in [*words(document.xml, once=True), *wrong]:
            print(f"               {sentence}")
    print(f"{len(told)} texts at {WORDS_A_MINUTE} words a minute, {bad} of them too long or wrong")
    return 1 if bad else 0


def key(document: Document) -> tuple[str, ...]:
    """Documents that sound the same are one."""
    return (document.what, document.language, *words(document.xml, once=True))


if __name__ == "__main__":
    sys.exit(main())
