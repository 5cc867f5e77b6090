"""What a shift asks of those who take its seats."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from warmline.admin.api import problems
from warmline.admin.api.volunteers import Language, Word
from warmline.flows.office import shift_changes
from warmline.volunteers.shifts import Needs

MOST = 10


class NeedsRead(msgspec.Struct, frozen=True):
    """What whoever takes a seat must bring: all of it."""

    languages: list[str]
    experience: list[str]
    training: list[str]


class NeedsGiven(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What whoever takes a seat must bring: all of it."""

    languages: Annotated[list[Language], Meta(max_length=MOST)] = []
    experience: Annotated[list[Word], Meta(max_length=MOST)] = []
    training: Annotated[list[Word], Meta(max_length=MOST)] = []


def read(needs: Needs) -> NeedsRead:
    return NeedsRead(sorted(needs.languages), sorted(needs.experience), sorted(needs.training))


def given(asked: NeedsGiven) -> Needs:
    """422 where nobody could have them."""
    with problems.as_invalid("needs"):
        return shift_changes.check_needs(
            Needs(
                languages=frozenset(asked.languages),
                experience=frozenset(word.lower() for word in asked.experience),
                training=frozenset(word.lower() for word in asked.training),
            )
        )
