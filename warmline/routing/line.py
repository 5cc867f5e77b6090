"""A line: one service, as its operator set it up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from warmline.phone import PhoneNumber
from warmline.safety.crisis_lines import CrisisLines


@dataclass(frozen=True, slots=True)
class Line:
    """What callers and volunteers are told, and in which time and tongue."""

    name: str
    numbers: tuple[PhoneNumber, ...]
    country: str
    zone: ZoneInfo
    crisis_lines: Callable[[], CrisisLines]  # as they are known now
    languages: tuple[str, ...] = ("en",)
    # countries answered though texts to them often cost dearly
    served: frozenset[str] = frozenset()
    privacy_url: str | None = None
    pass_pictures: bool = False
    says_goodbye_to_stop: bool = False  # the exchange leaves STOP and START to us
    page_repeat_seconds: int = 120
    listening_in: bool = False  # the operator allows that coordinators listen to calls
    fallback: PhoneNumber | None = None  # the operator's own, dialled when nothing else can answer

    @property
    def main_number(self) -> PhoneNumber:
        return self.numbers[0]

    @property
    def language(self) -> str:
        """The language of someone who has not chosen one."""
        return self.languages[0]

    def crisis(self, language: str, country: str | None = None) -> str:
        """What to do in a crisis, as it stands in a sentence to someone in this country; the line's own for None.

        A number is in it only if the operator has confirmed it; in a rehearsal also others, marked as unchecked.
        """
        return self.crisis_lines().in_a_text(language, country)

    def crisis_aloud(self, language: str, country: str | None = None) -> str:
        """The same for a voice to read: digit by digit, in groups, without a symbol."""
        return self.crisis_lines().aloud(language, country)

    def crisis_number(self, country: str | None = None) -> PhoneNumber | None:
        """The ordinary number at which the crisis line that `crisis` names there may be dialled; None where it cannot be.

        Never three digits, never an emergency service.
        """
        return self.crisis_lines().number(country)

    @property
    def fallback_number(self) -> PhoneNumber | None:
        """What is dialled when nothing else can answer a call."""
        return self.fallback or self.crisis_number()
