"""Who plays: forty volunteers, each with habits, and what is known of them on the roster.

Nothing here is chance but what a seed decides: the same number of people is always the same people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from warmline.ids import VolunteerId

NAMES = (
    "Ada Bo Cleo Dara Eli Fay Gus Hana Iris Jo Kit Lena Milo Nia Otis Pia Quin Rosa Sam Tess "
    "Uma Vik Wren Xena Yara Zed Anya Beck Cal Dot Ezra Flo Gia Hugo Ivo Jude Kai Lou Mae Noa"
).split()
EVERYTHING = {"listening": date(2030, 1, 1)}


@dataclass(frozen=True, slots=True)
class Habits:
    """How someone lives with the roster; each number is a likelihood unless it says otherwise."""

    wants: int = 2  # seats a week, about
    answers_calls: float = 0.25  # a text that asks for help with a shift they could take
    forgets: float = 0.08  # to confirm
    releases: float = 0.04  # some days before
    leaves_late: float = 0.02  # within the last day
    asks_cover: float = 0.03
    swaps: float = 0.02
    stays_away: float = 0.01  # without a word
    nights: bool = False
    minutes: float = 40  # until an answer, in the mean
    silent_from: int = 0  # the day of the play on which they text STOP; 0 is never
    silent_days: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """Someone on the roster and in the play."""

    id: VolunteerId
    name: str
    number: str
    habits: Habits
    coordinator: bool = False
    zone: str = ""
    languages: frozenset[str] = frozenset({"en"})
    training: Mapping[str, date] = field(default_factory=lambda: dict(EVERYTHING))
    probation: bool = False
    free: frozenset[tuple[int, int]] = frozenset()  # weekday, part of the day: 0 to 3


# What makes people different, in the order of the roster; the rest are as `Habits` says.
USUAL = Habits()
PROMPT = replace(USUAL, wants=3, answers_calls=0.45, forgets=0.0, minutes=12)
FORGETFUL = replace(USUAL, forgets=0.7, minutes=150)
LATE = replace(USUAL, leaves_late=0.22, releases=0.08)
ABSENT = replace(USUAL, stays_away=0.16)
CAREFUL = replace(USUAL, asks_cover=0.2, swaps=0.12)
OWL = replace(USUAL, wants=3, nights=True, answers_calls=0.4)
KINDS: tuple[tuple[Habits, dict[str, object]], ...] = (
    (PROMPT, {"coordinator": True}),
    (OWL, {}),
    (PROMPT, {"languages": frozenset({"en", "es"})}),
    (FORGETFUL, {}),
    (LATE, {}),
    (USUAL, {"probation": True}),
    (OWL, {"zone": "America/Los_Angeles"}),
    (CAREFUL, {}),
    (USUAL, {}),
    (replace(USUAL, silent_from=6, silent_days=9), {}),
    (ABSENT, {}),
    (USUAL, {"zone": "Europe/London"}),
    (OWL, {"languages": frozenset({"en", "es"})}),
    (PROMPT, {"coordinator": True}),
    (USUAL, {"training": {"listening": date(2026, 11, 15)}}),
    (replace(USUAL, silent_from=30, silent_days=14), {}),
    (USUAL, {"languages": frozenset({"en", "es"})}),
    (PROMPT, {}),
    (OWL, {}),
    (USUAL, {}),
)


def cast(count: int, *, seed: int) -> list[Member]:
    """So many people; the first two kinds that say so are the coordinators, whatever the count."""
    people, coordinators = [], 0
    for place in range(count):
        habits, about = KINDS[place % len(KINDS)]
        chance = Random(f"{seed} {place}")
        coordinates = bool(about.get("coordinator")) and coordinators < 2
        coordinators += coordinates
        person = Member(
            id=VolunteerId(f"v{place:02}"),
            name=NAMES[place % len(NAMES)],
            number=f"+1555013{place:04}",
            habits=habits,
            free=_free(chance, nights=habits.nights),
        )
        people.append(replace(person, **{**about, "coordinator": coordinates}))  # type: ignore[arg-type]  # facts by name
    return people


def _free(chance: Random, *, nights: bool) -> frozenset[tuple[int, int]]:
    """Mornings, afternoons, evenings and nights on which someone may be asked to serve."""
    likely = (0.45, 0.45, 0.65, 0.85 if nights else 0.04)
    return frozenset(
        (day, part) for day in range(7) for part in range(4) if chance.random() < likely[part]
    )


def silence(member: Member) -> tuple[timedelta, timedelta] | None:
    """When, from the play's first day, they text STOP and START."""
    if not member.habits.silent_from:
        return None
    stop = timedelta(days=member.habits.silent_from, hours=12)
    return stop, stop + timedelta(days=member.habits.silent_days)
