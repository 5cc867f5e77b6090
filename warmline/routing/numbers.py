"""Which of the line's numbers a talk runs on, as the peer sees it."""

from __future__ import annotations

from collections.abc import Sequence

from warmline.phone import PhoneNumber
from warmline.volunteers.roster import Volunteer


def number_for_talk(peer: Volunteer, pool: Sequence[PhoneNumber]) -> PhoneNumber:
    """A number on which this peer has no other talk, so that an answer cannot reach the wrong person.

    Whoever takes several people at once gets the numbers in turn, so that a late word for the last person does not
    land with the next. When every number is taken one is shared, and words on it must name their person.
    """
    if peer.capacity <= 1:
        return pool[0]
    numbers = [number.e164 for number in pool]
    after = numbers.index(peer.last_number) + 1 if peer.last_number in numbers else 0
    in_turn = [*pool[after:], *pool[:after]]
    taken = set(peer.talks.values())
    return next((number for number in in_turn if number.e164 not in taken), in_turn[0])
