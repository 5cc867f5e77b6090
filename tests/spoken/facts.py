"""Sample facts: a line, a contact, legs, and one of every thing that a side may be told."""

from __future__ import annotations

import enum
import itertools
import types
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from warmline import wiring
from warmline.config import Settings
from warmline.embedded import EmbeddedRedis
from warmline.flows.desk import Desk
from warmline.ids import CallerKey, ContactId, LegId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.call import Call, Stage
from warmline.routing.care import Care
from warmline.routing.contact import Contact, State, Tried
from warmline.routing.leg import Leg, LegState, Side
from warmline.routing.policy import Policy
from warmline.safety.reading import Band
from warmline.volunteers.shifts import Channel

MAIN, SOMEBODY = PhoneNumber("+15550100001"), PhoneNumber("+15550110200")
FALLBACK = "+15550100099"
NAME = "The Maple Street Peer Warmline"  # as long as WARMLINE_NAME may be
LANGUAGES = ("en", "es")
SETTINGS = (  # fallback number, countries whose crisis lines are confirmed, languages, listening in
    (FALLBACK, "US", "en,es", "no"),
    (FALLBACK, "", "es,en", "yes"),
    ("", "US", "en,es", "yes"),
    ("", "", "en", "no"),
)
NOW, WAITED = datetime.now(UTC), timedelta(minutes=84)
ADA = VolunteerId("vada")


@contextmanager
def desks() -> Iterator[list[Desk]]:
    """The line in several settings."""
    with TemporaryDirectory() as place, EmbeddedRedis(Path(place)).running() as url:
        made = [
            wiring.desk_of(
                Settings.read(
                    {
                        "REDIS_URL": url,
                        "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
                        "TWILIO_AUTH_TOKEN": "token",
                        "WARMLINE_PUBLIC_URL": "https://line.example.org",
                        "WARMLINE_NUMBERS": MAIN.e164,
                        "WARMLINE_SECRET_KEYS": "a-key-for-documents-only",
                        "WARMLINE_NAME": NAME,
                        "WARMLINE_LANGUAGES": languages,
                        "WARMLINE_FALLBACK_NUMBER": fallback,
                        "WARMLINE_CRISIS_LINES_CONFIRMED": confirmed,
                        "WARMLINE_LISTENING_IN": listened,
                    }
                )
            )
            for fallback, confirmed, languages, listened in SETTINGS
        ]
        yield made
        for desk in made:
            desk.store.connection.close()


def contacts(language: str) -> Iterator[Contact]:
    """A call at every stage, with and without what changes the words."""
    for stage, known in itertools.product(Stage, (True, False)):
        yield Contact(
            id=ContactId("c1"),
            version="1",
            state=State.WAITING,
            caller=CallerKey("k1"),
            caller_number=SOMEBODY if known else None,
            line_number=MAIN,
            alias="Honeysuckle",
            code=7,
            language=language,
            opened=NOW - WAITED,
            since=NOW - WAITED,
            policy=Policy(),
            channel=Channel.VOICE,
            tried={} if known else {ADA: Tried.DROPPED},
            care=Care(before=Band.HIGH) if known else Care(),
            call=Call(stage=stage, room="r1", leg=LegId("i1"), since=NOW),
        )


def a_leg(side: Side) -> Leg:
    return Leg(
        id=LegId("i1" if side is Side.CALLER else "g1"),
        side=side,
        state=LegState.PLACED,
        sender=MAIN,
        contact=ContactId("c1"),
        volunteer=ADA if side is Side.PEER else None,
    )


def samples(of: type[Any]) -> Iterator[Any]:
    """One of every kind that a dataclass can be; a field whose type has no sample here is a KeyError."""
    hints = typing.get_type_hints(of)
    choices = [_values(hints[field.name]) for field in fields(of)]
    for values in itertools.product(*choices):
        yield of(*values)


def _values(hint: Any) -> list[Any]:
    if isinstance(hint, types.UnionType):
        return [value for part in typing.get_args(hint) for value in _values(part)]
    if isinstance(hint, enum.EnumMeta):
        return list(hint)
    kinds: dict[Any, list[Any]] = {
        str: ["r1"],
        bool: [True, False],
        int: [1, 2],
        type(None): [None],
    }
    return kinds[hint]
