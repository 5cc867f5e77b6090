"""What a coordinator may say about a volunteer, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from warmline.volunteers.roster import Volunteer

MOST_AT_ONCE = 3  # people one volunteer talks with; more is known to wear them out (domain.md, 1.3)
LONGEST_NAME = 40  # characters; the first name goes into texts that must stay short

LANGUAGE = re.compile(r"[a-z]{2,3}")
WORD = re.compile(r"\w{2,24}")  # one word, because callers' own words are compared with it
MUST_BE_LANGUAGES = "must be codes of two or three letters, such as es"
MUST_BE_WORDS = "must be single words, such as anxiety"
MUST_BE_TRAINING = "must be written like safety=2027-01-31, with the last day on which it is valid"


@dataclass(frozen=True, slots=True)
class Particulars:
    """All that is known of a volunteer before they have done anything, but for their number."""

    name: str
    coordinator: bool = False
    languages: frozenset[str] = frozenset({"en"})
    experience: frozenset[str] = frozenset()
    capacity: int = 1
    zone: str = ""  # where they live; the line's zone when empty
    training: Mapping[str, date] = field(default_factory=dict)  # -> the last day of its being valid
    probation: bool = False

    @classmethod
    def of(cls, volunteer: Volunteer) -> Particulars:
        return cls(**{one.name: getattr(volunteer, one.name) for one in fields(cls)})

    def facts(self) -> dict[str, Any]:
        """Each by its name, which is the same in `Volunteer`."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    def differing(self, other: Particulars) -> list[str]:
        """The names of the facts in which they are not alike."""
        return [name for name, value in self.facts().items() if value != getattr(other, name)]

    def faults(self) -> Iterator[tuple[str, str]]:
        """What cannot be, as pairs of the field and what it must be."""
        if len(self.name) > LONGEST_NAME or not self.name.isprintable():
            yield "name", f"must be at most {LONGEST_NAME} characters on one line"
        if not self.name[:1].isalpha():  # nor may a spreadsheet take it for a formula
            yield "name", "must begin with a letter"
        if not self.languages or not all(map(LANGUAGE.fullmatch, self.languages)):
            yield "languages", MUST_BE_LANGUAGES
        if not all(map(WORD.fullmatch, self.experience)):
            yield "experience", MUST_BE_WORDS
        if not 1 <= self.capacity <= MOST_AT_ONCE:
            yield "capacity", f"must be from 1 to {MOST_AT_ONCE}"
        if self.zone and not is_zone(self.zone):
            yield "zone", "must be the name of a time zone, such as Europe/London"
        if not all(map(WORD.fullmatch, self.training)):
            yield "training", MUST_BE_TRAINING


def is_zone(name: str) -> bool:
    """Whether clocks are known to show a time of this name."""
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # a folder's name, a path that climbs, nobody's zone
        return False
    return True


def read_training(said: Iterable[str]) -> dict[str, date] | None:
    """Each training and its last valid day, written like safety=2027-01-31; None where one is not."""
    found: dict[str, date] = {}
    for one in said:
        name, _, day = one.strip().partition("=")
        try:
            found[name.strip().lower()] = date.fromisoformat(day.strip())
        except ValueError:
            return None
    return found if all(map(WORD.fullmatch, found)) else None


def written_training(training: Mapping[str, date]) -> list[str]:
    """As `read_training` takes it back."""
    return [f"{name}={until.isoformat()}" for name, until in sorted(training.items())]
