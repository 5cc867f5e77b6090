"""What the line says to volunteers about shifts: lists, claims, and why not. `when` is as `times.span` writes it."""

from __future__ import annotations

_LANGUAGES = {"en": "English", "es": "Spanish", "pt": "Portuguese", "fr": "French"}

# --- lists


def listed(code: int, when: str, note: str = "") -> str:
    """One line of a list; it begins with the code."""
    return f"{code} {when}{', ' if note else ''}{note}"


def seats_open(count: int) -> str:
    return f"{count} open"


def wants_cover() -> str:
    return "cover"


def how_to_claim(code: int, *, more: bool) -> str:
    return f"CLAIM {code} takes it.{' MORE shows more.' if more else ''}"


def not_for_you(count: int, code: int) -> str:
    """So many others are open that they may not take; `code` is one of them."""
    one = count == 1
    return f"{count} {'is' if one else 'are'} open that you cannot take now: CLAIM {code} says why."


def nothing_open() -> str:
    return "No shift is open that you can take now. I will ask you when one needs someone."


def no_more() -> str:
    return "That was all of them for now. SHIFTS begins again."


def whose_time(place: str) -> str:
    return f"Times are those of {place}."


def in_time_of(when: str, place: str) -> str:
    return f"{when} ({place} time)"


def asks_cover() -> str:
    return "cover asked"


def swap_open(code: int) -> str:
    return f"swap for {code} open"


def how_to_change(code: int) -> str:
    return f"RELEASE {code} gives it back, COVER {code} asks others."


def and_later(count: int) -> str:
    return f"And {count} later."


def none_yours() -> str:
    return "You have no shift ahead. SHIFTS shows what is open."


def which_shift() -> str:
    return "Which one? CLAIM and its code:"


def no_shift_then() -> str:
    return "I found no shift at that time."


def open_then() -> str:
    return "Open ones:"


# --- claiming


def claimed(code: int, when: str) -> str:
    return f"{code} is yours: {when}."


def claimed_for(code: int, when: str, name: str) -> str:
    """The seat was `name`'s, who asked for cover."""
    return f"{code} is yours instead of {name}: {when}."


def thanks_undo() -> str:
    return "Thank you! UNDO takes it back within 5 minutes."


def see_others() -> str:
    return "SHIFTS shows open ones."


def unknown(code: int) -> str:
    return f"There is no shift {code}."


def already_yours(code: int, when: str) -> str:
    return f"{code} is yours already: {when}."


def over(code: int) -> str:
    return f"{code} is over."


def started(code: int) -> str:
    return f"{code} has started already."


def full(code: int) -> str:
    return f"{code} is full."


def overlaps(code: int, other: int, when: str) -> str:
    return f"{code} overlaps your shift {other}, {when}."


def too_little_rest(code: int, other: int, when: str, hours: int) -> str:
    return f"{code} is too near your shift {other}, {when}: rest is {hours} hours at least."


def too_many_hours(code: int, hours: int, *, week: bool) -> str:
    return f"With {code} it would be more than {hours} hours in one {'week' if week else 'day'}."


def too_many_nights(code: int, nights: int) -> str:
    return f"With {code} it would be more than {nights} nights in one week."


def needs_language(code: int, language: str) -> str:
    return f"{code} needs someone who speaks {_LANGUAGES.get(language, language)}."


def needs_experience(code: int, experience: str) -> str:
    return f"{code} needs lived experience of {experience}."


def needs_training(code: int, training: str) -> str:
    return f"{code} needs the training {training}, valid that day. Your coordinator can help."


def needs_company(code: int) -> str:
    return f"{code} needs an experienced peer beside you, and none has claimed it yet."


def unreachable(code: int) -> str:
    return f"{code} needs someone whom my texts reach, and some did not reach you."
