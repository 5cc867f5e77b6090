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
    fallback: PhoneNumber | None = None  # the operator's own, dialled when nothing else can answer

    @property
    def main_number(self) -> PhoneNumber:
        return self.numbers[0]

    @property
    def language(self) -> str:
        """The language of someone who has not chosen one."""
        return self.languages[0]

    def crisis(self, language: str, country: str | None = None) -> str:
        """The crisis line as it stands in a sentence to someone in this country (the line's own for None)."""
        return crisis_lines.phrase(country or self.country, language, self.confirmed)

    def crisis_aloud(self, language: str, country: str | None = None) -> str:
        """The same for a voice to read: digit by digit, in groups, without a symbol."""
        return crisis_lines.aloud(country or self.country, language, self.confirmed)

    def crisis_number(self) -> PhoneNumber | None:
        """The ordinary number at which the home country's crisis line may be dialled; None for none, or none confirmed.

        Never three digits, never an emergency service.
        """
        found = crisis_lines.dialled(self.country, self.confirmed)
        return PhoneNumber(found) if found else None

    @property
    def fallback_number(self) -> PhoneNumber | None:
        """What is dialled when nothing else can answer a call."""
        return self.fallback or self.crisis_number()
