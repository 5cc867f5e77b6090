"""A line: one service, as its operator set it up."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from warmline.phone import PhoneNumber
from warmline.safety import crisis_lines


@dataclass(frozen=True, slots=True)
class Line:
    """What callers and volunteers are told, and in which time and tongue."""

    name: str
    numbers: tuple[PhoneNumber, ...]
    country: str
    zone: ZoneInfo
    languages: tuple[str, ...] = ("en",)
    confirmed: frozenset[str] = frozenset()  # countries whose crisis lines the operator has called
    served: frozenset[str] = (
        frozenset()
    )  # countries answered though texts to them often cost dearly
    privacy_url: str | None = None
    pass_pictures: bool = False
    says_goodbye_to_stop: bool = False  # the exchange leaves STOP and START to us
    page_repeat_seconds: int = 120

    @property
    def main_number(self) -> PhoneNumber:
        return self.numbers[0]

    @property
    def language(self) -> str:
        """The language of someone who has not chosen one."""
        return self.languages[0]

    def crisis(self, language: str) -> str:
        """The crisis line as it stands in a sentence; marked if the operator has not confirmed it."""
        return crisis_lines.phrase(self.country, language, self.confirmed)
