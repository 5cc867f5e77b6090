"""The telephone in a test's hand: it calls, rings, hears and presses keys. Anything unexpected fails."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, Protocol, Self
from urllib.parse import quote

from warmline.simulator.words_heard import Piece, describe, first, missing

LOOK_AGAIN_S = 0.01
HELD = frozenset({"queue", "waiting", "hold"})


class Network(Protocol):
    """What a telephone needs of the exchange."""

    patience: float

    def come_to_rest(self) -> None: ...
    def get(self, path: str, **asked: object) -> Any: ...
    def call(self, method: str, path: str, **said: Any) -> Any: ...


@dataclass(slots=True)
class Calling:
    """One call as the person with the phone lives through it."""

    phone: Telephone
    sid: str
    _heard: int = field(default=0)  # the last thing heard that was taken

    def picks_up(self) -> Self:
        """Answer; it must be ringing."""
        return self._do("answer")

    def declines(self) -> Self:
        """Push the call away; it must be ringing."""
        return self._do("decline")

    def hangs_up(self) -> Self:
        return self._do("hang_up")

    def loses_network(self) -> Self:
        """From now on nothing is heard and no key arrives; after some seconds the call is gone."""
        return self._do("lose_network")

    def presses(self, keys: str) -> Self:
        """Press keys, one after another; somebody must be on the line."""
        return self._do("keys", digits=keys)

    def speaks(self, seconds: float = 3) -> Self:
        """Say something, as far as a recording can tell."""
        return self._do("speak", seconds=seconds)

    def hears(self, *pieces: Piece) -> str:
        """Take all that was said since the last time; the pieces must be in it, in this order."""
        deadline = time.monotonic() + self.phone.exchange.patience
        while True:
            entries = self._entries()
            said = " ".join(entry["words"] for entry in entries)
            if not missing(said, pieces) and (entries or not pieces):
                break
            if time.monotonic() >= deadline:
                raise AssertionError(
                    f"{self.phone.number} expected to hear {first(missing(said, pieces))}, and heard:\n"
                    + ("\n".join(f"  {entry['words']!r}" for entry in entries) or "  nothing")
                )
            time.sleep(LOOK_AGAIN_S)
        if entries:
            self._heard = entries[-1]["n"]
        return said

    def hears_nothing(self) -> Self:
        """Nothing was said since the last time."""
        entries = self._entries()
        if entries:
            said = "\n".join(f"  {entry['words']!r}" for entry in entries)
            raise AssertionError(f"{self.phone.number} expected silence, and heard:\n{said}")
        return self

    def is_with(self, other: Calling | Telephone) -> Self:
        """Both are connected and hear each other."""
        wanted = other.sid if isinstance(other, Calling) else other.number
        return self._must(
            lambda now: any(
                wanted in {one["sid"], one["number"]} and one["hears"] and one["is_heard"]
                for one in now["with"]
            ),
            "be connected with the other phone",
        )

    def is_alone(self) -> Self:
        """The call goes on, and nobody else is on the line."""
        return self._must(lambda now: now["state"] == "talking" and not now["with"], "be alone")

    def is_held(self) -> Self:
        """The call waits: in a queue, for a conference to start, or on hold."""
        return self._must(lambda now: now["doing"] in HELD, "be held")

    def is_over(self, how: str | None = None) -> Self:
        """The call has ended, and as the provider says: completed, busy, no-answer, canceled, failed."""
        return self._must(
            lambda now: now["state"] == "over" and how in {None, now["status"]},
            f"be over{f' as {how}' if how else ''}",
        )

    def goes_on(self) -> Self:
        """The call was answered and has not ended."""
        return self._must(lambda now: now["state"] == "talking", "go on")

    @property
    def shows(self) -> str:
        """The number that the phone shows for the other side."""
        return str(self.now()["number"])

    def now(self) -> dict[str, Any]:
        """The call as it is once everything has come to rest."""
        return next(call for call in self.phone.all_calls() if call["sid"] == self.sid)

    def _entries(self) -> list[dict[str, Any]]:
        self.phone.exchange.come_to_rest()
        heard = self.phone.look(after=self._heard)["heard"]
        return [entry for entry in heard if entry["sid"] == self.sid and entry["words"]]

    def _do(self, what: str, **said: object) -> Self:
        self.phone.exchange.come_to_rest()
        answer = self.phone.exchange.call("POST", f"calls/{self.sid}/{what}", json=said)
        if not answer["done"]:
            raise AssertionError(
                f"{self.phone.number} could not {what.replace('_', ' ')}: {self.now()['state']}"
            )
        self.phone.exchange.come_to_rest()
        return self

    def _must(self, holds: Any, what: str) -> Self:
        deadline = time.monotonic() + self.phone.exchange.patience
        while not holds(now := self.now()):
            if time.monotonic() >= deadline:
                raise AssertionError(f"{self.phone.number} was to {what}, and is: {describe(now)}")
            time.sleep(LOOK_AGAIN_S)
        return self


class Telephone:
    """What a phone can do in calls. Until told otherwise it rings until the test answers."""

    exchange: Network
    number: str
    callings: dict[str, Calling]
    has_habit: bool

    def calls(self, number: str, *, hidden: bool = False) -> Calling:
        """Call a number, with the own number hidden if wished."""
        said = {"from": self.number, "to": number, "hidden": hidden}
        sid = str(self.exchange.call("POST", "calls", json=said)["sid"])
        self.exchange.come_to_rest()
        return self.call_of(sid)

    def rings(self) -> Calling:
        """The call that is ringing here; there must be one."""
        return self._one("rings", "ring")

    def is_on_the_line(self) -> Calling:
        """The call that is going on here; there must be one."""
        return self._one("talking", "be on the line")

    def does_not_ring(self) -> None:
        """No call may be ringing here."""
        if ringing := [call for call in self.all_calls() if call["state"] == "rings"]:
            raise AssertionError(f"{self.number} rings: {describe(ringing[0])}")

    def answers_by_hand(self) -> None:
        """Ring until the test says what happens, as at first."""
        self._does("by_hand")
        self.has_habit = False

    def answers(self, *, keys: str = "", after: float = 0) -> None:
        """Answer every call from now on, and press `keys` as soon as they can be heard."""
        self._does("answers", keys=keys, after_s=after)

    def never_answers(self) -> None:
        self._does("never")

    def is_busy(self) -> None:
        self._does("busy")

    def fails(self) -> None:
        """Be a number that does not exist or cannot be reached."""
        self._does("fails")

    def has_voicemail(self, *, after: float = 15) -> None:
        """A machine answers every call after a while; it never presses a key."""
        self._does("voicemail", after_s=after)

    def hangs_up_at_once(self) -> None:
        """Answer every call and hang up."""
        self._does("hangs_up")

    def look(self, after: int = 0) -> dict[str, Any]:
        """All calls of this phone, and what was heard on it since `after`."""
        return dict(self.exchange.get(f"handsets/{quote(self.number)}/calls", after=after))

    def all_calls(self) -> list[dict[str, Any]]:
        """Every call that ever was on this phone, in order, once everything has come to rest."""
        self.exchange.come_to_rest()
        return list(self.look()["calls"])

    def _one(self, state: str, what: str) -> Calling:
        deadline = time.monotonic() + self.exchange.patience
        while True:
            known = self.all_calls()
            if found := [call for call in known if call["state"] == state]:
                return self.call_of(found[-1]["sid"])
            if time.monotonic() >= deadline:
                others = "; ".join(describe(call) for call in known) or "no call at all"
                raise AssertionError(f"{self.number} was to {what}, and there is: {others}")
            time.sleep(LOOK_AGAIN_S)

    def call_of(self, sid: str) -> Calling:
        """The call with this sid, the same object each time; its phone counts as having taken it."""
        return self.callings.setdefault(sid, Calling(self, sid))

    def _does(self, what: str, **how: object) -> None:
        self.has_habit = True
        path = f"handsets/{quote(self.number)}/ringing"
        self.exchange.call("PUT", path, json={"does": what, **how})


def unexpected(calls: list[dict[str, Any]], phones: dict[str, Telephone]) -> list[str]:
    """Calls that no test took, and phones that still ring."""
    return [
        describe(call)
        for call in calls
        if call["state"] in {"rings", "coming", "calling"} or not _is_known(call, phones)
    ]


def _is_known(call: dict[str, Any], phones: dict[str, Telephone]) -> bool:
    phone = phones.get(call["handset"])
    return phone is not None and (phone.has_habit or call["sid"] in phone.callings)
