"""What a coordinator may say about a volunteer, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from warmline.volunteers.roster import Volunteer

MOST_AT_ONCE = 3  # people one volunteer talks with; more is known to wear them out (domain.md, 1.3)
LONGEST_NAME = 40  # characters; the first name goes into texts that must stay short

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_WORD = re.compile(r"\w{2,24}")  # one word, because callers' own words are compared with it


@dataclass(frozen=True, slots=True)
class Particulars:
    """All that is known of a volunteer before they have done anything, but for their number."""

    name: str
    coordinator: bool = False
    languages: frozenset[str] = frozenset({"en"})
    experience: frozenset[str] = frozenset()
    capacity: int = 1

    @classmethod
    def of(cls, volunteer: Volunteer) -> Particulars:
        return cls(
            volunteer.name,
            volunteer.coordinator,
            volunteer.languages,
            volunteer.experience,
            volunteer.capacity,
        )

    def faults(self) -> Iterator[tuple[str, str]]:
        """What cannot be, as pairs of the field and what it must be."""
        if len(self.name) > LONGEST_NAME or not self.name.isprintable():
            yield "name", f"must be at most {LONGEST_NAME} characters on one line"
        if not self.name[:1].isalpha():  # nor may a spreadsheet take it for a formula
            yield "name", "must begin with a letter"
        if not self.languages or not all(map(_LANGUAGE.fullmatch, self.languages)):
            yield "languages", "must be codes of two or three letters, such as es"
        if not all(map(_WORD.fullmatch, self.experience)):
            yield "experience", "must be single words, such as anxiety"
        if not 1 <= self.capacity <= MOST_AT_ONCE:
            yield "capacity", f"must be from 1 to {MOST_AT_ONCE}"
