"""What the line says to a volunteer whose shift a coordinator has changed or taken off."""

from __future__ import annotations

from collections.abc import Sequence

_LANGUAGES = {"en": "English", "es": "Spanish", "pt": "Portuguese", "fr": "French"}


def shift_moved(code: int, was: str, now: str) -> str:
    """`was` and `now`: when it was to be and when it is, with the day."""
    return (
        f"Your shift {code} has changed. Instead of {was} it is now {now}. "
        f"Sorry for the trouble. If it does not suit you, text RELEASE {code}."
    )


def shift_taken_off(code: int, was: str) -> str:
    return (
        f"Your shift {code}, {was}, was taken off the roster, so your seat is gone too. "
        "Sorry, and thank you for having said yes to it. SHIFTS shows others."
    )


def shift_asks_for_more(code: int, when: str, needs: Sequence[str]) -> str:
    """`needs` as `need` and `by_channel` write them; nothing where it asks for less."""
    asks = f"it now asks for {', '.join(needs)}" if needs else "it now asks for less than before"
    return f"About your shift {code}, {when}: {asks}. If it does not suit you, text RELEASE {code}."


def need(kind: str, word: str) -> str:
    """`kind` is language, experience or training."""
    match kind:
        case "experience":
            return f"lived experience of {word}"
        case "training":
            return f"the training {word}"
        case _:
            return _LANGUAGES.get(word, f"the language {word}")


def by_channel(channel: str) -> str:
    return {"text": "answering texts", "voice": "answering calls"}.get(channel, "calls and texts")
