"""What callers hear when nobody of ours comes, or when they choose something else than to wait; by language."""

from __future__ import annotations

from types import MappingProxyType
from typing import Protocol

from warmline.words.choices_aloud_en import ChoicesEnglish
from warmline.words.choices_aloud_es import ChoicesSpanish


class Choices(Protocol):
    """One sentence a method, written for the ear as `Spoken` is; `crisis` and `opening` as there."""

    # --- nobody comes
    def trying_others(self) -> str:
        """They chose nothing: coordinators are rung, then somebody outside."""

    def putting_outside(self) -> str:
        """Nobody of ours can come: the fallback number is dialled."""

    def outside_failed(self, crisis: str) -> str:
        """It did not answer; the crisis line's number, slowly."""

    def will_ring_back_later(self, opening: str | None) -> str:
        """Nobody can be reached at all; the place is kept, and we ring."""

    def nobody_at_all(self, opening: str | None, crisis: str) -> str:
        """The same, for a number that we cannot ring."""

    # --- the crisis line
    def crisis_line_failed(self, crisis: str, *, texted: bool) -> str:
        """It was dialled, and did not answer; the number, slowly."""

    def crisis_number(self, crisis: str, *, texted: bool) -> str:
        """It cannot be dialled from here; the number, slowly."""

    # --- rung back
    def not_now(self) -> str:
        """They were rung at a bad time."""

    # --- by text
    def will_text(self) -> str:
        """They go on by text, with their place."""

    def cannot_text(self) -> str:
        """Their number takes no texts of ours."""

    # --- a message for the team
    def ask_consent(self) -> str:
        """What happens to a message, and how they agree."""

    def speak(self) -> str:
        """After the tone."""

    def nothing_recorded(self) -> str:
        """They said nothing."""

    def no_message(self) -> str:
        """They did not agree, or pressed nothing."""

    def message_left(self) -> str:
        """It is there."""


_CHOICES: MappingProxyType[str, Choices] = MappingProxyType(
    {"en": ChoicesEnglish(), "es": ChoicesSpanish()}
)


def choices_aloud(language: str | None) -> Choices:
    """What callers hear in this language (`es`, `es-MX`); English where it is not spoken here."""
    return _CHOICES.get((language or "en").lower()[:2], _CHOICES["en"])
