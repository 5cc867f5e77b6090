"""One cell of the matrix of calls: how phones are rung, what each volunteer's phone does, what the caller does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import combinations_with_replacement, product
from typing import Any

from tests.stories.line import MAIN, Line
from tests.stories.phoning import CRISIS_LINE
from warmline.ids import ContactId
from warmline.routing.contact import Ended, State
from warmline.simulator.handset import Phone
from warmline.simulator.telephone import Calling

STEP = 10  # seconds between two looks at everything
STEPS = 36  # six minutes: past patience, and past the place that is kept for whoever dropped
LATE = 6  # steps after picking up


class Does(StrEnum):
    """What comes of ringing a volunteer."""

    PRESSES = "presses 1"
    PASSES = "presses 2"
    SILENT = "picks up and says nothing"
    LATE = "presses 1 too late"
    VOICEMAIL = "voicemail"
    NO_ANSWER = "no answer"
    BUSY = "busy"
    FAILS = "fails"


class Wishes(StrEnum):
    """What the caller does."""

    WAITS = "waits"
    LEAVES_GREETING = "hangs up in the greeting"
    LEAVES_HELD = "hangs up while held"
    LEAVES_RINGING = "hangs up when somebody picks up"
    LEAVES_TOGETHER = "hangs up in the talk"
    PRESSES_0 = "0"
    PRESSES_1 = "1"
    PRESSES_2 = "2"
    PRESSES_3 = "3"
    PRESSES_9 = "9"


RINGS_AT_ONCE = (1, 2, 10)  # one by one, in pairs that widen, everybody


@dataclass(frozen=True, slots=True)
class Cell:
    """One combination."""

    at_once: int
    caller: Wishes
    volunteers: tuple[Does, ...]

    def __str__(self) -> str:
        phones = ", ".join(self.volunteers) or "nobody is on"
        return f"{self.at_once} at once; caller {self.caller}; {phones}"


def cells() -> Iterator[Cell]:
    """All of them; the order of volunteers makes no difference that is worth another cell."""
    for at_once, caller, count in product(RINGS_AT_ONCE, Wishes, range(4)):
        if count < 2 and at_once != RINGS_AT_ONCE[1]:
            continue  # one phone, or none, rings in one way only
        for volunteers in combinations_with_replacement(Does, count):
            yield Cell(at_once, caller, volunteers)


@dataclass(slots=True)
class Player:
    """Plays one cell, and looks at everything after each step."""

    line: Line
    cell: Cell
    phones: list[Phone] = field(default_factory=list)
    picked_up: dict[str, int] = field(default_factory=dict)
    met: bool = False  # whether the caller and a volunteer ever heard each other
    since: dict[ContactId, datetime] = field(default_factory=dict)

    def play(self) -> str:
        """How it ended. AssertionError where something happened that never may."""
        self.line.phones.phone(CRISIS_LINE).answers()
        self.phones = [self.line.peer(f"Peer{n}") for n in range(len(self.cell.volunteers))]
        for phone, does in zip(self.phones, self.cell.volunteers, strict=True):
            _HABITS.get(does, Phone.answers_by_hand)(phone)
        caller = self.line.phone()
        call = caller.calls(MAIN)
        (contact,) = self.line.desk.store.contacts.open()
        for step in range(STEPS):
            self._volunteers_act(step)
            self._caller_acts(caller, call, step)
            self._look(caller)
            if self._is_closed(contact):
                break
            self.line.passes(seconds=STEP)
        return self._end(caller, contact)

    def _volunteers_act(self, step: int) -> None:
        for phone, does in zip(self.phones, self.cell.volunteers, strict=True):
            if does in _HABITS:
                continue
            for call in phone.look()["calls"]:
                calling = phone.call_of(call["sid"])
                if call["state"] == "rings":
                    calling.picks_up()
                    self.picked_up[call["sid"]] = step
                    if does in {Does.PRESSES, Does.PASSES}:
                        calling.presses("1" if does is Does.PRESSES else "2")
                    continue
                since = step - self.picked_up.get(call["sid"], step)
                if call["state"] == "talking" and does is Does.LATE and since == LATE:
                    calling.presses("1")

    def _caller_acts(self, caller: Phone, call: Calling, step: int) -> None:
        for again in caller.all_calls():  # rung back
            if again["sid"] != call.sid and again["state"] == "rings":
                caller.call_of(again["sid"]).picks_up().presses("1")
        now = call.now()
        if now["state"] != "talking":
            return
        self._notes_who_meets([now])
        wish = self.cell.caller
        leaves = (
            (wish is Wishes.LEAVES_GREETING and step == 0)
            or (wish is Wishes.LEAVES_HELD and step == 2)
            or (wish is Wishes.LEAVES_RINGING and self.picked_up)
            or (wish is Wishes.LEAVES_TOGETHER and now["with"])
        )
        if leaves:
            call.hangs_up()
        elif wish.startswith(tuple("01239")) and step == 1 and not now["with"]:
            call.presses(wish.value)

    def _look(self, caller: Phone) -> None:
        """What must be true at every moment."""
        self.line.settles()
        for phone in (caller, *self.phones):
            calls = phone.look()["calls"]
            talking = [call for call in calls if call["state"] == "talking"]
            rings = [call for call in calls if call["state"] == "rings"]
            assert len(talking) <= 1, "one phone, two calls"
            assert all(len(call["with"]) <= 1 for call in talking), "bridged to two"
            assert not (rings and any(call["with"] for call in talking)), "rung while busy"
            self._notes_who_meets(talking)
        store = self.line.desk.store
        for contact_id in store.contacts.open():
            contact = store.contacts.get(contact_id)
            assert contact is not None
            before = self.since.setdefault(contact_id, contact.since)
            assert contact.since <= before, "the place went back"
            due = store.connection.zscore(store.keys.due(), store.keys.contact(contact_id))
            assert due is not None, "nothing would ever happen to them"

    def _notes_who_meets(self, talking: Sequence[dict[str, Any]]) -> None:
        """Who hears a volunteer; whoever hangs up as soon as they do has met them, too."""
        numbers = {one["number"] for call in talking for one in call["with"]}
        self.met = self.met or bool(numbers & {phone.number for phone in self.phones})

    def _is_closed(self, contact: ContactId) -> bool:
        found = self.line.desk.store.contacts.get(contact)
        return found is None or found.state is State.CLOSED

    def _end(self, caller: Phone, contact: ContactId) -> str:
        """Everybody hangs up; after some days nothing rings, nobody is engaged, and it has a name."""
        for phone in (caller, *self.phones):
            for call in phone.all_calls():
                if call["state"] == "talking":
                    phone.call_of(call["sid"]).hangs_up()
        for phone in (caller, *self.phones):
            phone.never_answers()
        self.line.passes(minutes=4)
        for _ in range(4):
            self.line.sleeps_until(self.line.minutes_from_now(24 * 60))
        self._nothing_is_left((caller, *self.phones))
        ended = self.line.desk.store.contacts.get(contact)
        assert ended is not None
        assert ended.ended in set(Ended), f"no named end: {ended.state}"
        self.line.phones.reset()
        return str(ended.ended)

    def _nothing_is_left(self, phones: tuple[Phone, ...]) -> None:
        over = {"over"}
        left: list[Any] = [c for p in phones for c in p.all_calls() if c["state"] not in over]
        assert not left, f"still there: {left}"
        for volunteer in self.line.desk.store.roster.get_all(self.line.desk.store.roster.all_ids()):
            assert not volunteer.talks, "still in a talk"
            assert not volunteer.offers, "still asked"


_HABITS: dict[Does, Callable[[Phone], None]] = {
    Does.VOICEMAIL: lambda phone: phone.has_voicemail(after=12),
    Does.NO_ANSWER: Phone.never_answers,
    Does.BUSY: Phone.is_busy,
    Does.FAILS: Phone.fails,
}
