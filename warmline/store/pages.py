"""Pages: a coordinator is asked for help, again and again, until one says "I have it"."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.ids import ContactId, PageId, VolunteerId
from warmline.routing.ladder import Reason
from warmline.store.connection import redis_errors
from warmline.store.effects import Cause, Plan
from warmline.store.room import Room

_KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Page:
    """A call for help: about a contact, or about the volunteer who asks."""

    id: PageId
    code: int
    reason: Reason
    contact: ContactId | None
    peer: VolunteerId | None
    opened: datetime
    rounds: int  # how often it has been sent
    owner: VolunteerId | None
    asked: tuple[VolunteerId, ...] = ()  # in the order in which they were asked first
    first: VolunteerId | None = None  # has had to do with it already, and is asked first
    about: str = ""  # a number that its words need


class Pages(Room):
    """Open pages, and those acknowledged within a day."""

    def get(self, page: PageId) -> Page | None:
        with redis_errors():
            fields: dict[str, str] = self._redis.hgetall(self._keys.page(page))
        if not fields:
            return None
        return Page(
            id=page,
            code=int(fields["code"]),
            reason=Reason(fields["reason"]),
            contact=ContactId(fields["contact"]) if fields.get("contact") else None,
            peer=VolunteerId(fields["peer"]) if fields.get("peer") else None,
            opened=moment(int(fields["opened"])),
            rounds=int(fields["rounds"]),
            owner=VolunteerId(fields["owner"]) if "owner" in fields else None,
            asked=tuple(VolunteerId(one) for one in fields.get("asked", "").split()),
            first=VolunteerId(fields["first"]) if fields.get("first") else None,
            about=fields.get("about", ""),
        )

    def open(self) -> list[PageId]:
        """Pages that nobody has acknowledged."""
        with redis_errors():
            codes: dict[str, str] = self._redis.hgetall(self._keys.page_codes())
        return [PageId(page) for code, page in codes.items() if code != "next"]

    def by_code(self, code: int) -> PageId | None:
        """The page with this code, also one that was answered not long ago."""
        with redis_errors(), self._redis.pipeline(transaction=True) as pipe:
            pipe.hget(self._keys.page_codes(), str(code))
            pipe.hget(self._keys.pages_answered(), str(code))
            now, before = pipe.execute()
        return PageId(now or before) if now or before else None

    def raise_page(
        self,
        page: PageId,
        fields: Mapping[str, str],
        *,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
    ) -> str:
        """Ask for help: "opened", "already" or "gone". The same page id is the same call for help."""
        k = self._keys
        word: str = self._transitions.run(
            "open_page",
            now=now,
            plan=plan,
            cause=cause,
            keys=[k.page(page), k.page_codes()],
            args=[page, json.dumps(dict(fields))],
        )
        return word

    def send(
        self,
        page: Page,
        people: Sequence[VolunteerId] = (),
        *,
        next_round: datetime,
        now: datetime,
        plan: Plan,
    ) -> str:
        """One round of asking these people: "sent", "resting", "moved" or "closed"."""
        asked = dict.fromkeys([*page.asked, *people])
        word: str = self._transitions.run(
            "send_page",
            now=now,
            plan=plan,
            keys=[self._keys.page(page.id), *map(self._keys.volunteer, people)],
            args=[page.rounds, milliseconds(next_round), " ".join(asked), 7 + len(people)],
        )
        return word

    def hurry(self, page: PageId, *, now: datetime) -> str:
        """It did not reach whom it was sent to: "hurried", or "closed" when nobody needs it any more."""
        k = self._keys
        word: str = self._scripts.run(
            "hurry_page", [k.page(page), k.due(), k.bell()], [milliseconds(now)]
        )
        return word

    def is_open(self, page: PageId) -> bool:
        """Whether nobody has it yet."""
        with redis_errors():
            rounds, owner = self._redis.hmget(self._keys.page(page), "rounds", "owner")
        return rounds is not None and owner is None

    def acknowledge(
        self,
        page: PageId,
        volunteer: VolunteerId,
        *,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
    ) -> str:
        """ "acknowledged", "already_yours", "taken", "unknown" or "gone"."""
        k = self._keys
        word: str = self._transitions.run(
            "acknowledge_page",
            now=now,
            plan=plan,
            cause=cause,
            keys=[k.page(page), k.page_codes(), k.pages_answered()],
            args=[volunteer, _KEPT_SECONDS, page],
        )
        return word
