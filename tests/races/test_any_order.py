"""Whatever people write, in whatever order, and however time passes: what must be so is so whenever the line rests."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from datetime import timedelta
from urllib.parse import quote

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.races.machine import plays
from tests.races.state import WholeState
from tests.stories.line import MAIN, POOL, Line
from warmline.ids import CallerKey, ContactId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.simulator.handset import Phone

# whatever people do; thirty texts in less are a loop to the exchange
TAKES_TIME = timedelta(seconds=3)
NUMBERS = POOL[:2]  # so few that talks must share one
CALLERS, CAPACITIES = 4, (1, 2, 3)
TOKEN = re.compile(r"\bword\d+\b")

callers = st.integers(0, CALLERS - 1)
peers = st.integers(0, len(CAPACITIES) - 1)
codes = st.integers(1, 5)
numbers = st.sampled_from(NUMBERS)


class AnyOrder(RuleBasedStateMachine):
    """Callers and volunteers on simulated phones, at a real line."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line, self.store = line, line.desk.store
        self.store.connection.flushall()
        line.phones.reset()
        self.callers = [line.phone() for _ in range(CALLERS)]
        people = [line.volunteer(f"Peer{n}", capacity=c) for n, c in enumerate(CAPACITIES)]
        self.volunteers = [volunteer for volunteer, _ in people]
        self.peers = [phone for _, phone in people]
        self.words = itertools.count(1)
        self.arrived: Counter[str] = Counter()
        self.read: Counter[str] = Counter()
        self.may_reach: dict[str, set[str]] = {}
        self.must_reach: dict[str, str] = {}
        for phone in self.peers:
            phone.texts("ON", to=MAIN)
        self._rests()

    # --- what people do

    @rule(who=callers, number=numbers)
    def a_caller_writes(self, who: int, number: str) -> None:
        phone, word = self.callers[who], self._word()
        self.may_reach[word] = {peer.number for peer in self.peers}
        contact = self._contact(phone)
        if contact and contact.peer and not self._opted_out(phone):
            self.must_reach[word] = self._phone(contact.peer).number
        phone.texts(word, to=number)
        self._rests()

    @rule(who=callers, says=st.sampled_from("DONE STOP START DELETE CRISIS MORE AGAIN".split()))
    def a_caller_says(self, who: int, says: str) -> None:
        self.callers[who].texts(says, to=MAIN)
        self._rests()

    @rule(
        who=peers,
        says=st.sampled_from(
            ["ON", "ON 30", "OFF", "TAKE", "PASS", "DONE", "PAUSE 10", "RESUME", "BACKUP",
             "HANDOFF", "MENU", "AGAIN", "STOP", "START"]
        ),
        number=numbers,
    )  # fmt: skip
    def a_volunteer_says(self, who: int, says: str, number: str) -> None:
        self.peers[who].texts(says, to=number)
        self._rests()

    @rule(who=peers, says=st.sampled_from(["TAKE", "PASS", "DONE", ""]), code=codes)
    def a_volunteer_names(self, who: int, says: str, code: int) -> None:
        self.peers[who].texts(f"{says} {code}".strip(), to=MAIN)
        self._rests()

    @rule(who=peers, number=numbers)
    def a_volunteer_writes(self, who: int, number: str) -> None:
        word = self._word()
        talks = self._talks(who)
        self.may_reach[word] = {phone for phone, _ in talks}
        self.peers[who].texts(word, to=number)
        self._rests()

    @rule(who=peers, code=codes)
    def a_volunteer_writes_to(self, who: int, code: int) -> None:
        word = self._word()
        named = {phone for phone, of in self._talks(who) if of == code}
        self.may_reach[word] = named or {phone for phone, _ in self._talks(who)}
        if named and not self._silenced(who):
            (self.must_reach[word],) = named
        self.peers[who].texts(f"{code}: {word}", to=MAIN)
        self._rests()

    @rule(who=st.sets(callers, min_size=1), number=numbers)
    def they_reach_out_and_are_taken(self, who: set[int], number: str) -> None:
        """All at once; whoever is asked takes them."""
        for phone in self.peers:
            phone.texts("RESUME", to=MAIN)
        for caller in sorted(who):
            self.callers[caller].texts("hello", to=number)
        self._rests()
        for volunteer, phone in zip(self.volunteers, self.peers, strict=True):
            now = self.store.roster.get(volunteer.id)
            for contact_id in sorted(now.offers) if now else ():
                contact = self.store.contacts.get(contact_id)
                if contact:
                    phone.texts(f"TAKE {contact.code}", to=MAIN)
        self._rests()

        self.everyone_in_a_talk_writes_at_once(1, number)

    @precondition(lambda self: any(self._talks(n) for n in range(len(CAPACITIES))))
    @rule(times=st.integers(1, 3), number=numbers)
    def everyone_in_a_talk_writes_at_once(self, times: int, number: str) -> None:
        texts: list[tuple[Phone, str]] = []
        for who, peer in enumerate(self.peers):
            talks = {phone for phone, _ in self._talks(who)}
            for phone in sorted(talks):
                texts += [(self.line.phones.phone(phone), peer.number)] * times
            if talks:
                word = self._word()
                self.may_reach[word] = talks
                peer.texts(word, to=number)
        for caller, to in texts:
            word = self._word()
            self.may_reach[word] = {to}
            self.must_reach[word] = to
            caller.texts(word, to=number)
        self._rests()

    @rule(who=callers, other=peers)
    def two_end_at_once(self, who: int, other: int) -> None:
        self.callers[who].texts("DONE", to=MAIN)
        self.peers[other].texts("DONE", to=MAIN)
        self._rests()

    @rule(seconds=st.sampled_from([1, 31, 95, 200]))
    def time_passes(self, seconds: int) -> None:
        self.line.passes(seconds=seconds)
        self._rests()

    @rule()
    def a_whole_day_passes(self) -> None:
        self.line.phones.jump(timedelta(hours=25))
        self._rests()

    @rule(minutes=st.sampled_from([10, 20, 40]))
    def everything_slept(self, minutes: int) -> None:
        self.line.phones.jump(timedelta(minutes=minutes))
        self._rests()

    # --- what must be so

    @invariant()
    def the_store_agrees_with_itself(self) -> None:
        assert WholeState(self.line.desk).faults(self.line.now()) == []

    @invariant()
    def words_reach_whom_they_are_for_and_no_one_else(self) -> None:
        lost = {word: to for word, to in self.must_reach.items() if not self.arrived[word]}
        assert lost == {}
        assert [word for word, times in self.arrived.items() if times > 1] == []

    # --- how it is told

    def _rests(self) -> None:
        """Everything that follows has happened; what came to the phones is read."""
        self.line.it_is(self.line.now() + TAKES_TIME)
        self.line.settles()
        for phone in (*self.callers, *self.peers):
            for text in self._new_texts(phone):
                for word in TOKEN.findall(text["body"]):
                    self.arrived[word] += 1
                    assert phone.number in self.may_reach[word], f"{word} went astray"
                    if phone in self.peers:
                        self._is_labelled_where_it_must_be(phone, text["from"], text["body"])

    def _is_labelled_where_it_must_be(self, phone: Phone, sender: str, body: str) -> None:
        volunteer = self.store.roster.get(self.volunteers[self.peers.index(phone)].id)
        assert volunteer is not None
        shared = [talk for talk, number in volunteer.talks.items() if number == sender]
        if len(shared) > 1:
            assert re.match(r"\w+ \(\d+\): ", body), "two on one number, and not told apart"

    def _new_texts(self, phone: Phone) -> list[dict[str, str]]:
        """What came since the last look; a phone's own `expects` would let all come to rest each time."""
        path = f"handsets/{quote(phone.number)}/texts"
        texts = self.line.phones.get(path, after=self.read[phone.number])
        if texts:
            self.read[phone.number] = texts[-1]["n"]
        return list(texts)

    def _word(self) -> str:
        return f"word{next(self.words)}"

    def _key(self, phone: Phone) -> CallerKey:
        return self.store.people.key_of(PhoneNumber(phone.number))

    def _contact(self, phone: Phone):  # type: ignore[no-untyped-def]
        person = self.store.people.get(self._key(phone))
        return self.store.contacts.get(person.contact) if person.contact else None

    def _opted_out(self, phone: Phone) -> bool:
        return self.store.people.get(self._key(phone)).opted_out

    def _silenced(self, who: int) -> bool:
        volunteer = self.store.roster.get(self.volunteers[who].id)
        return volunteer is None or volunteer.unreachable != ""

    def _phone(self, peer: VolunteerId) -> Phone:
        (place,) = (n for n, v in enumerate(self.volunteers) if v.id == peer)
        return self.peers[place]

    def _talks(self, who: int) -> list[tuple[str, int]]:
        """The phones of the people this volunteer talks with, and their codes."""
        volunteer = self.store.roster.get(self.volunteers[who].id)
        found: list[tuple[str, int]] = []
        for contact_id in volunteer.talks if volunteer else ():
            contact = self.store.contacts.get(ContactId(contact_id))
            if contact and contact.caller_number:
                found.append((contact.caller_number.e164, contact.code))
        return found


@pytest.fixture
def environ(environ: dict[str, str]) -> dict[str, str]:
    return {**environ, "WARMLINE_NUMBERS": ",".join(NUMBERS)}


@pytest.mark.timeout(900)
def test_whatever_people_do_the_line_stays_true(line: Line) -> None:
    class OnThisLine(AnyOrder):
        def __init__(self) -> None:
            super().__init__(line)

    try:
        run_state_machine_as_test(OnThisLine, settings=plays(examples=6, steps=12))
    finally:
        line.phones.reset()  # all of it was read
