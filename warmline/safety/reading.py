"""Reads a text in the light of the conversation so far: how soon must a person know, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from warmline.safety.by_itself import wait_for_a_second_reader
from warmline.safety.judging import Band, Facts, first_of, judge
from warmline.safety.matching import STOP
from warmline.safety.model import SILENT, Weights, by_table, weights
from warmline.safety.noticed import Notice, Noticed, notice
from warmline.safety.raising import raised
from warmline.safety.rule import Signal as S  # noqa: N817 - it stands in every line
from warmline.safety.rulebook import rulebook
from warmline.safety.weighing import THIRD, Weighed, weigh

__all__ = ["Band", "Kind", "Reading", "Said", "Who", "read"]

LOOKS_BACK = (
    5  # texts; a plan named an hour ago is the coordinator's to remember, not ours to read again
)
LOOKS_INTO = 200  # characters of each
MOST_REASONS = 6
LONG, PORTION = 800, 400  # characters of a long text, and of its beginning
REMEMBERED = frozenset(
    {S.ACT, S.METHOD, S.PLAN, S.WISH, S.NOTE, S.ARMED, S.EDGE, S.DONE, S.ANSWER, S.FAREWELL}
)


class Kind(StrEnum):
    """Whose risk it is."""

    SELF = "self"
    SOMEONE_ELSE = "someone else"
    AFTER_A_LOSS = "after a loss"


class Who(StrEnum):
    """Who wrote a text of the conversation."""

    CALLER = "caller"
    PEER = "peer"


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the conversation so far."""

    text: str
    by: Who = Who.CALLER


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. The reasons quote the text: they are as private as the text itself."""

    band: Band
    reasons: tuple[str, ...]
    kind: Kind = Kind.SELF
    rules: tuple[str, ...] = ()  # by name, without a word of the text


def read(text: str, before: Sequence[Said] = (), *, by: Weights | None = None) -> Reading:
    """Read a caller's text. `before` is the conversation so far, oldest first; only its end is looked at.

    The rules read first; then the small model, which may raise the band and never lowers it: by its own
    table, or by another that is being tried (`model.SILENT` is the rules alone). Of a long text the beginning is
    read first by the rules: where a life is in danger at once, nothing that follows makes it less so. And what
    the same person wrote just before may add to a text, of which it may be the first half, and takes nothing away.
    """
    if len(text) > LONG:
        beginning = _read(_beginning(text), before, SILENT)
        if beginning.band is Band.IMMINENT:
            return beginning
    together = _read(text, before, by or weights())
    if together.band is Band.IMMINENT or not before or before[-1].by is not Who.CALLER:
        return together
    alone = _read(text, before, by or weights(), joined=False)
    return alone if alone.band.rank > together.band.rank else together


def get_ready() -> None:
    """Load rules and table, which otherwise come with the first text. The encoder takes a second longer: `weights` loads it."""
    rulebook()
    by_table()


def _beginning(text: str) -> str:
    """The first sentences, or at least the first whole words."""
    part = text[:PORTION]
    end = max(part.rfind(mark) for mark in ".!?\n")
    return part[: end + 1] if end > PORTION // 2 else part.rpartition(" ")[0] or part


def _read(text: str, before: Sequence[Said], by: Weights, *, joined: bool = True) -> Reading:
    recent = before[-LOOKS_BACK:]
    last = recent[-1] if recent else None
    noticed = notice(text, last.text if joined and last and last.by is Who.CALLER else "")
    weighed = [each for each in weigh(noticed) if not each.notice.before]
    if last and last.by is Who.PEER and _says_yes(noticed, last):
        weighed.append(Weighed(Notice(S.ANSWER, "answer", 0, 1), S.ANSWER))
    earlier = _earlier(recent, noticed)
    if not earlier:
        weighed = wait_for_a_second_reader(noticed, weighed)
    facts = Facts(
        noticed,
        tuple(each for each in weighed if each.discount is None),
        tuple(each for each in weighed if each.discount is not None),
        earlier,
    )
    band, signals = judge(facts)
    if band is Band.NONE and noticed.has(S.TRUE) and (facts.earlier or _was_asked(recent)):
        band, signals = Band.HIGH, (S.TRUE,)
    reasons, rules = _reasons(facts, band, signals), _rules(facts, band, signals)
    question = last.text[-LOOKS_INTO:] if last and last.by is Who.PEER else ""
    if more := raised(facts, question, band, by):
        band, signals = more.band, more.signals or signals
        if more.facts is not None:
            reasons, rules = _reasons(more.facts, band, signals), _rules(more.facts, band, signals)
        else:
            reasons = (more.reason, *reasons)[:MOST_REASONS]
        rules = (*rules, "model")
    return Reading(band, reasons, _kind(facts, band, signals), rules)


def _says_yes(noticed: Noticed, question: Said) -> bool:
    """A yes at the beginning of an answer to the question about suicide."""
    start = noticed.border
    if noticed.words[start : start + 1] == [STOP] or not notice(question.text[-LOOKS_INTO:]).has(
        S.ASKED
    ):
        return False
    no = any(each.start <= start + 1 for each in noticed.of(S.NOT) if each.start >= start)
    return not no and any(start <= each.start <= start + 2 for each in noticed.of(S.YES))


def _was_asked(recent: Sequence[Said]) -> bool:
    """A peer asked about suicide a few texts ago: "I lied" takes the answer back."""
    return any(
        said.by is Who.PEER and notice(said.text[-LOOKS_INTO:]).has(S.ASKED) for said in recent
    )


def _earlier(recent: Sequence[Said], noticed: Noticed) -> frozenset[S]:
    """What the same person said before. Taken back, an earlier denial or joke counts as said."""
    taken_back = noticed.has(S.TRUE)
    found: set[S] = set()
    for at, said in enumerate(recent):
        if said.by is Who.PEER:
            continue
        for each in weigh(earlier := notice(said.text[-LOOKS_INTO:])):
            if each.signal in REMEMBERED and (
                each.discount is None or (taken_back and each.discount is S.NOT)
            ):
                found.add(each.signal)
        asked = at and recent[at - 1].by is Who.PEER and _says_yes(earlier, recent[at - 1])
        if asked:
            found.add(S.ACT)
    return frozenset(found)


def _kind(facts: Facts, band: Band, signals: tuple[S, ...]) -> Kind:
    if any(signal in THIRD for signal in signals) and facts.has(*THIRD):
        return Kind.SOMEONE_ELSE
    if band is Band.NONE:
        if facts.text.has(S.LOSS):
            return Kind.AFTER_A_LOSS
        if any(each.signal in THIRD for each in facts.discounted):
            return Kind.SOMEONE_ELSE
    return Kind.SELF


def _reasons(facts: Facts, band: Band, signals: tuple[S, ...]) -> tuple[str, ...]:
    """Which words, by which rule; what was said earlier; what was left out, and why."""
    text = facts.text
    told: list[str] = []
    if band is not Band.NONE:
        for each in first_of(facts.counted, signals):
            words = (
                "answered yes to the peer's question"
                if each.signal is S.ANSWER
                else f'"{text.said(each.notice)}"'
            )
            told.append(f"{each.signal.value}: {words} ({each.notice.rule})")
        told += [
            f"earlier: {signal.value}" for signal in sorted(facts.earlier.intersection(signals))
        ]
        told += [f"spelled {repair}" for repair in text.repaired[:2]]
        if S.TRUE in signals:
            told.append(S.TRUE.value)
    told += [
        f'not counted: "{text.said(each.notice)}" ({_why(each)}; {each.notice.rule})'
        for each in facts.discounted
        if each.discount is not S.WANT
    ]
    if S.LAUGH in signals:
        told.append("lowered: laughs, and names no means, plan or time")
    return tuple(dict.fromkeys(told))[:MOST_REASONS]


def _rules(facts: Facts, band: Band, signals: tuple[S, ...]) -> tuple[str, ...]:
    if band is Band.NONE:
        return ()
    fired = (each.notice.rule for each in first_of(facts.counted, signals))
    earlier = (f"earlier.{signal.name.lower()}" for signal in sorted(facts.earlier & {*signals}))
    return tuple(dict.fromkeys([*fired, *earlier]))[:MOST_REASONS]


def _why(each: Weighed) -> str:
    return each.discount.value if each.discount else ""
