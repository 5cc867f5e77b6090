"""Who could answer at this moment, and why others could not."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from warmline.admin.api.operations import Asked, Noun
from warmline.flows.office import at_hand
from warmline.flows.office.at_hand import AtHand
from warmline.store.tokens import Role

now = Noun("now")

Language = Annotated[
    str, Meta(pattern="^([A-Za-z]{2,3})?$", description="The caller's; the line's if empty.")
]
Words = Annotated[list[Annotated[str, Meta(max_length=24)]], Meta(max_length=20)]


class AtHandRead(msgspec.Struct, frozen=True):
    """One volunteer now: `order` in which they are asked, or why not. `on_until` is null until they text OFF."""

    volunteer: str
    name: str
    order: int | None
    on: bool
    on_until: datetime | None
    why_not: str | None


class NowRead(msgspec.Struct, frozen=True):
    """Everyone on the roster, those who are asked first on top."""

    at: datetime
    times_in: str
    could_answer: int
    volunteers: list[AtHandRead]


class NowAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the caller speaks, and wrote of."""

    language: Language = ""
    experience: Words = []


@now.at(
    "GET /now", "Who could answer a new caller", role=Role.VIEWER, query=NowAsked, gives=NowRead
)
def who_could_answer(asked: Asked) -> NowRead:
    query, desk = asked.query(NowAsked), asked.desk
    words = frozenset(word.lower() for word in query.experience)
    found = at_hand.for_a_new_caller(desk, language=query.language, experience=words)
    return NowRead(
        at=desk.clock.now().astimezone(desk.line.zone),
        times_in=desk.line.zone.key,
        could_answer=sum(one.order is not None for one in found),
        volunteers=[_read(asked, one) for one in found],
    )


def _read(asked: Asked, one: AtHand) -> AtHandRead:
    until = one.until.astimezone(asked.desk.line.zone) if one.on and one.until else None
    return AtHandRead(
        volunteer=one.volunteer.id,
        name=one.volunteer.name,
        order=one.order,
        on=one.on,
        on_until=until,
        why_not=one.why_not.value if one.why_not else None,
    )
