"""Pages: a coordinator is asked for help, again and again, until one says "I have it"."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.ids import ContactId, PageId, VolunteerId
from warmline.store.connection import redis_errors
from warmline.store.effects import Cause, Plan
from warmline.store.room import Room

_KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Page:
    """A call for help: about a contact, or about the volunteer who asks."""

    id: PageId
    code: int
    reason: str  # backup | patience | check_in
    contact: ContactId | None
    peer: VolunteerId | None
    opened: datetime
    rounds: int  # how often it has been sent
    owner: VolunteerId | None


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
            reason=fields["reason"],
            contact=ContactId(fields["contact"]) if fields.get("contact") else None,
            peer=VolunteerId(fields["peer"]) if fields.get("peer") else None,
            opened=moment(int(fields["opened"])),
            rounds=int(fields["rounds"]),
            owner=VolunteerId(fields["owner"]) if "owner" in fields else None,
        )

    def open(self) -> list[PageId]:
        """Pages that nobody has acknowledged."""
        with redis_errors():
            codes: dict[str, str] = self._redis.hgetall(self._keys.page_codes())
        return [PageId(page) for code, page in codes.items() if code != "next"]

    def by_code(self, code: int) -> PageId | None:
        with redis_errors():
            page = self._redis.hget(self._keys.page_codes(), str(code))
        return PageId(page) if page else None

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

    def send(self, page: Page, *, next_round: datetime, now: datetime, plan: Plan) -> str:
        """One round of asking: "sent", "resting", "moved" or "closed"."""
        word: str = self._transitions.run(
            "send_page",
            now=now,
            plan=plan,
            keys=[self._keys.page(page.id)],
            args=[page.rounds, milliseconds(next_round)],
        )
        return word

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
            keys=[k.page(page), k.page_codes()],
            args=[volunteer, _KEPT_SECONDS],
        )
        return word
