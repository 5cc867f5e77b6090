"""Alarming words and pages under contention: one owner, one page, one crisis line, whoever runs at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.races.phoning import Network
from tests.races.rush import at_once, hears, journal, key_of, quiet, writes
from tests.stories.line import MAIN, Line
from warmline.flows import alerting
from warmline.flows.advance import advance
from warmline.flows.calls import paged
from warmline.flows.page_rounds import send_page
from warmline.ids import ContactId, VolunteerId
from warmline.routing.leg import Leg
from warmline.safety.reading import Band, Kind
from warmline.simulator.handset import Phone

IMMINENT = "I have the pills in my hand and I'm going to take them all tonight to kill myself"
HIGH = "I can't stop thinking about killing myself"
ROUNDS = 3
MANY = 12


def _coordinators(line: Line, count: int) -> list[Phone]:
    phones = [line.volunteer(f"Kit{number}", coordinator=True)[1] for number in range(count)]
    for phone in phones:
        phone.never_answers()
    return phones


def _in_danger(line: Line, words: str = IMMINENT) -> Phone:
    caller = line.phone()
    caller.texts(words, to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("glad you told us")
    caller.expects("No peer is here")
    return caller


@pytest.mark.parametrize("_", range(ROUNDS))
def test_of_many_coordinators_who_answer_at_once_one_has_it(line: Line, _: int) -> None:
    phones = _coordinators(line, MANY)
    _in_danger(line)
    line.passes(seconds=245)  # everybody has been asked
    for phone in phones:
        assert hears(line, phone)

    at_once(*[writes(line, phone, "ACK 1") for phone in phones])

    told = [" ".join(hears(line, phone)) for phone in phones]
    assert sum("it is yours" in one for one in told) == 1
    assert sum("quicker" in one or "somebody has it already" in one for one in told) == MANY - 1
    assert journal(line, "acknowledged") == 1


def _rung(line: Line) -> list[Leg]:
    """The phones that ring for the only page, each picked up in the next moment."""
    (page,) = line.desk.store.pages.open()
    return [leg for leg in line.desk.store.legs.of(page) if not leg.is_over]


def _presses_1(line: Line, leg: Leg) -> Callable[[], str]:
    desk = quiet(line.desk)
    return lambda: paged.press(desk, leg, "1")


@pytest.mark.parametrize("_", range(ROUNDS))
def test_of_many_who_press_1_and_many_who_text_at_once_one_has_it(line: Line, _: int) -> None:
    phones = _coordinators(line, MANY)
    _in_danger(line)
    line.passes(seconds=241 + 16)  # everybody is rung
    for phone in phones:
        assert hears(line, phone)
    legs = {leg.volunteer: leg for leg in _rung(line)}
    assert len(legs) == MANY
    by_key = [legs[_volunteer(line, phone)] for phone in phones[::2]]

    said = at_once(
        *[_presses_1(line, leg) for leg in by_key],
        *[_answers(line, phone) for phone in phones[1::2]],
    )

    texted = [" ".join(hears(line, phone)) for phone in phones[1::2]]
    owners = said.count("yours") + sum("it is yours" in one for one in texted)
    assert owners == journal(line, "acknowledged") == 1
    assert said.count("taken") + sum("quicker" in one for one in texted) == MANY - 1
    line.passes(seconds=240)
    assert [hears(line, phone) for phone in phones] == [[]] * MANY
    assert all(leg.is_over for leg in line.desk.store.legs.get_all(leg.id for leg in legs.values()))


@pytest.mark.parametrize("_", range(ROUNDS))
def test_one_coordinator_who_presses_1_and_texts_in_the_same_moment_has_it_once(
    line: Line, _: int
) -> None:
    (kit,) = _coordinators(line, 1)
    _in_danger(line)
    line.passes(seconds=16)
    assert hears(line, kit)
    (leg,) = _rung(line)

    said = at_once(_presses_1(line, leg), _answers(line, kit))

    assert said[0] == "yours"
    assert ["it is yours" in one for one in hears(line, kit)] == [True]
    assert journal(line, "acknowledged") == 1


def _answers(line: Line, phone: Phone) -> Callable[[], str]:
    reads = writes(line, phone, "ACK 1")

    def answers() -> str:
        reads()
        return "by text"

    return answers


def _volunteer(line: Line, phone: Phone) -> VolunteerId | None:
    return line.desk.store.people.get(key_of(line, phone)).volunteer


@pytest.mark.parametrize("_", range(2 * ROUNDS))
def test_whoever_phones_in_the_moment_in_which_their_text_alarms_goes_first(
    line: Line, _: int
) -> None:
    network, caller = Network(line), line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("No peer is here")

    at_once(network.phones(caller), writes(line, caller, HIGH))

    network.rests()
    call = network.store.people.get(key_of(line, caller)).call
    assert call is not None
    contact = network.store.contacts.get(call)
    assert contact is not None
    assert (contact.care.beside, contact.rank) == (Band.HIGH, 2)
    assert journal(line, "known_beside") <= 1
    hears(line, caller)


def test_a_call_that_opened_while_their_text_was_read_learns_of_it_at_its_first_look(
    line: Line,
) -> None:
    network, caller = Network(line), line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("No peer is here")
    (text_id,) = line.desk.store.contacts.open()
    call = network.held(caller)
    text = network.read(text_id)
    line.desk.store.caring.raise_band(text, Band.HIGH, Kind.SELF, now=line.now(), plan={})

    advance(network.desk, call.id)

    assert network.read(call.id).rank == 2
    hears(line, caller)


@pytest.mark.parametrize("_", range(ROUNDS))
def test_looks_at_once_raise_one_page_and_send_one_round(line: Line, _: int) -> None:
    phones = _coordinators(line, 3)
    caller = line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("No peer is here")
    (contact_id,) = line.desk.store.contacts.open()
    contact = line.desk.store.contacts.get(contact_id)
    assert contact is not None
    line.desk.store.caring.raise_band(contact, Band.IMMINENT, Kind.SELF, now=line.now(), plan={})

    at_once(*[lambda: _alerts(line, contact_id) for _ in range(MANY)])

    assert journal(line, "paged") == 1
    assert sum(len(hears(line, phone)) for phone in phones) == 1
    (page,) = line.desk.store.pages.open()
    at_once(*[lambda: send_page(quiet(line.desk), page) for _ in range(MANY)])
    assert sum(len(hears(line, phone)) for phone in phones) == 0


def _alerts(line: Line, contact_id: ContactId) -> None:
    alerting.follow(line.desk, contact_id)
    advance(line.desk, contact_id)


@pytest.mark.parametrize("_", range(ROUNDS))
def test_words_that_alarm_while_a_peer_takes_them_reach_the_peer_with_their_note(
    line: Line, _: int
) -> None:
    (kit,) = _coordinators(line, 1)
    ada, caller = line.peer("Ada"), line.phone()
    caller.texts("hello", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("looking for a peer")
    code = ada.expects("TAKE").body.split("TAKE ")[1].split()[0]

    at_once(writes(line, caller, HIGH), writes(line, ada, f"TAKE {code}"))

    told = hears(line, ada)
    assert told.count(HIGH) == 1
    assert any("Ask them directly" in one for one in told)
    assert sum("glad you told us" in one for one in hears(line, caller)) == 1
    assert len(hears(line, kit)) == 1
    assert journal(line, "band") == 1
