"""Every document of a call is one that the provider understands, and none goes on too long."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any, Self

import pytest

from tests.spoken import facts
from tests.spoken.documents import TO, Document, built, every
from tests.spoken.documents import functions as documented
from tests.spoken.length import seconds
from warmline.simulator.voice.verbs import Place, faults_of
from warmline.telephony import voice
from warmline.words.spoken import spoken
from warmline.words.spoken_peers import SpokenToPeers
from warmline.words.spoken_sentences import Spoken


class Listening:
    """Which functions of `words` were asked while it lasts."""

    def __init__(self) -> None:
        self.asked: set[tuple[str, str]] = set()

    def __enter__(self) -> Self:
        sys.setprofile(self._note)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _note(self, frame: FrameType, event: str, _: Any) -> None:
        module = frame.f_globals.get("__name__", "")
        if event == "call" and module.startswith("warmline.words.spoken_"):
            self.asked.add((module.rpartition("_")[2], frame.f_code.co_name))


@pytest.fixture(scope="module")
def listening() -> Listening:
    return Listening()


@pytest.fixture(scope="module")
def documents(listening: Listening) -> Iterator[list[Document]]:
    with facts.desks() as desks, listening:
        yield list(every(desks))


def functions(of: object) -> set[str]:
    return {
        name
        for name, member in inspect.getmembers(of, inspect.isfunction)
        if not name.startswith("_")
    }


def test_every_kind_of_document_has_a_sample() -> None:
    def unheard_of(moon: complex) -> str:
        return str(moon)

    assert len(documented()) > 10
    with pytest.raises(KeyError):
        built(unheard_of, "en")


def test_every_verb_of_every_document_is_one_that_may_stand_there(
    documents: list[Document],
) -> None:
    wrong = {
        f"{document.what} ({document.language}): {fault}"
        for document in documents
        for fault in faults_of(document.xml, document.place)
    }

    assert wrong == set()


def test_what_people_wait_through_is_short(documents: list[Document]) -> None:
    long = {
        f"{document.what} ({document.language}): {took:.1f} s {document.xml}"
        for document in documents
        if document.most and (took := seconds(document.xml, once=True)) > document.most
    }

    assert long == set()


@pytest.mark.parametrize("language", facts.LANGUAGES)
def test_every_sentence_is_read_in_some_document(
    documents: list[Document], listening: Listening, language: str
) -> None:
    assert isinstance(documents, list)
    asked = {name for tongue, name in listening.asked if tongue == language}

    assert functions(Spoken) - asked == set()


def test_every_sentence_to_peers_is_read_in_some_document(
    documents: list[Document], listening: Listening
) -> None:
    asked = {name for tongue, name in listening.asked if tongue == "peers"}

    assert functions(SpokenToPeers) - asked == set()


def test_a_wrong_document_would_be_found() -> None:
    words = spoken("en").goodbye()

    assert faults_of(voice.goodbye("en", words).replace("<Say ", "<Say tune='low' "))
    assert faults_of(voice.hold(TO), Place.QUEUE)
