"""No sounds without a next step: every document leads somewhere, and every state of a call has a next moment."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.spoken import facts
from tests.spoken.documents import Document, every
from warmline.ids import LegId
from warmline.phone import PhoneNumber
from warmline.routing.call import Call, Stage
from warmline.routing.call_steps import CallStep
from warmline.routing.contact import Contact, State
from warmline.routing.leg import Fate, Leg, LegState, Side
from warmline.routing.next_call_step import next_call_step
from warmline.routing.next_step import LOOK_AGAIN, Wait
from warmline.routing.nobody_there import Around
from warmline.simulator.voice.verbs import Place

ENDS = {"Hangup", "Redirect", "Leave", "Reject"}
ASKS = {"Dial", "Enqueue"}  # whose action says what comes next
CALLER, NUMBER = LegId("i1"), PhoneNumber("+15550110001")


@pytest.fixture(scope="module")
def documents() -> Iterator[list[Document]]:
    with facts.desks() as desks:
        yield list(every(desks))


def root(document: Document) -> ET.Element:
    return ET.fromstring(document.xml)  # noqa: S314 - our own


def leads_on(document: Document) -> bool:
    """Whether something follows when all of it was heard."""
    verbs = list(root(document))
    last = verbs[-1] if verbs else None
    if last is None or document.place is Place.CONFERENCE:
        return document.place is Place.CONFERENCE
    if last.tag in ASKS:
        return bool(last.get("action"))
    return last.tag in ENDS or last.get("actionOnEmptyResult") == "true"


def test_every_document_leads_somewhere_when_nobody_presses_anything(
    documents: list[Document],
) -> None:
    assert [f"{one.what}: {one.xml}" for one in documents if not leads_on(one)] == []


def test_nothing_is_played_for_ever_and_nobody_hears_the_provider_s_own_music_in_line(
    documents: list[Document],
) -> None:
    for document in documents:
        for verb in root(document).iter():
            assert verb.get("loop") != "0", document.what
            assert verb.tag != "Enqueue" or verb.get("waitUrl"), document.what


def steps() -> list[tuple[str, CallStep]]:
    """What every state of a caller on the line, or at home, needs."""
    found = []
    arounds = [Around(*facts) for facts in itertools.product((True, False), repeat=3)]
    for stage, around, nobody, tried, is_over, number in itertools.product(
        set(Stage) - {Stage.TOGETHER, Stage.RINGING, Stage.BY_TEXT},
        arounds, (None, facts.NOW, facts.NOW - LOOK_AGAIN * 4), (True, False), (True, False), (NUMBER, None),
    ):  # fmt: skip
        call = Call(
            stage, "r1", leg=CALLER, since=facts.NOW, nobody_since=nobody, outside_tried=tried
        )
        contact = a_contact(call, number)
        state = LegState.OVER if is_over else LegState.PLACED
        fate = Fate.COMPLETED if is_over else None
        leg = Leg(CALLER, Side.CALLER, state, NUMBER, fate=fate, answered=facts.NOW)
        step = next_call_step(contact, call, {CALLER: leg}, now=facts.NOW, around=around)
        found.append((f"{stage} {around} {nobody} {tried} {is_over} {number}", step))
    return found


def a_contact(call: Call, number: PhoneNumber | None) -> Contact:
    contact = next(facts.contacts("en"))
    return replace(
        contact, state=State.WAITING, call=call, caller_number=number, peer=None, offered={},
        opened=facts.NOW, since=facts.NOW, turned=None,
    )  # fmt: skip


def test_every_state_has_a_next_moment_or_something_to_do_now() -> None:
    keeps_place = next(facts.contacts("en")).policy.keeps_place
    for state, step in steps():
        if isinstance(step, Wait):
            latest = keeps_place if state.startswith(Stage.DROPPED) else LOOK_AGAIN
            assert facts.NOW < step.until <= facts.NOW + latest, state


def test_whoever_is_held_with_nobody_there_and_has_heard_the_choices_is_not_left_waiting() -> None:
    late = f"{facts.NOW - LOOK_AGAIN * 4}"
    waits = [
        state
        for state, step in steps()
        if state.startswith(f"{Stage.HELD} Around(peers=False, coordinators=False")
        and late in state
        and isinstance(step, Wait)
    ]
    assert waits == []
