"""Contacts and volunteers for pure tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from warmline.ids import CallerKey, ContactId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.contact import Contact, State
from warmline.routing.policy import Policy
from warmline.volunteers.roster import Volunteer

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
MAIN = PhoneNumber("+15550100001")


def a_contact(*, experience: Iterable[str] = (), **about: Any) -> Contact:
    """Somebody who began to wait at NOW."""
    facts: dict[str, Any] = {
        "id": ContactId("c1"),
        "version": "1",
        "state": State.WAITING,
        "caller": CallerKey("abcdefgh234567abcdef"),
        "caller_number": PhoneNumber("+15550110001"),
        "line_number": MAIN,
        "alias": "Fern",
        "code": 1,
        "language": "en",
        "opened": NOW,
        "since": NOW,
        "policy": Policy(),
        "experience": frozenset(experience),
    }
    return Contact(**{**facts, **about})


def a_volunteer(
    name: str, *, languages: Iterable[str] = ("en",), experience: Iterable[str] = (), **about: Any
) -> Volunteer:
    """A volunteer who could take somebody."""
    return Volunteer(
        id=VolunteerId(f"v{name.lower()}"),
        name=name,
        key=CallerKey(f"key{name.lower()}"),
        number=PhoneNumber("+15550110009"),
        languages=frozenset(languages),
        experience=frozenset(experience),
        **about,
    )
