"""What a volunteer's text asks of the line: a command, or None when it is talk for a person."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from warmline.words import reading
from warmline.words.reasons import Reason

MINUTES_IN_A_DAY = 1440  # the longest ON or PAUSE: by then a person should say it again
USUAL_PAUSE = 30  # minutes, for a bare PAUSE (contract.md, "Text language")
GREATEST_CODE = 9999  # a longer number is a year, a sum or a telephone number: talk


@dataclass(frozen=True, slots=True)
class On:
    """On duty now, outside any shift; for so many minutes, or until OFF."""

    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Off:
    """Off duty."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A timed break."""

    minutes: int = USUAL_PAUSE


@dataclass(frozen=True, slots=True)
class Resume:
    """Back from a break."""


@dataclass(frozen=True, slots=True)
class Take:
    """Accept an offered person; without a code, the only one on offer."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Pass:
    """Decline an offered person; without a code, the only one on offer."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """End a conversation; without a code, the only one."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Backup:
    """Ask a coordinator to join in, quietly."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Handoff:
    """Offer the crisis line to the person, theirs to choose."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """All commands in one text."""


@dataclass(frozen=True, slots=True)
class Again:
    """Would gladly talk with the same person another time."""


@dataclass(frozen=True, slots=True)
class Shifts:
    """Open shifts, each with its code."""


@dataclass(frozen=True, slots=True)
class Mine:
    """The volunteer's own shifts."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Take a seat on a shift."""

    code: int


@dataclass(frozen=True, slots=True)
class Release:
    """Give a seat back."""

    code: int


@dataclass(frozen=True, slots=True)
class Cover:
    """Ask others to take one's seat."""

    code: int


@dataclass(frozen=True, slots=True)
class Ack:
    """A coordinator has this page; without a code, the only one open."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """A coordinator asks who is on, who waits, and which gaps are near."""


@dataclass(frozen=True, slots=True)
class Label:
    """A bare number: held words are for the person with this code. Talk, when no words are held."""

    code: int


@dataclass(frozen=True, slots=True)
class Unclear:
    """Surely meant as a command, and not one that can be followed; nobody should be sent it."""

    reason: Reason


Command = (
    On | Off | Pause | Resume | Take | Pass | Done | Backup | Handoff | Menu | Again | Shifts
    | Mine | Claim | Release | Cover | Ack | Status | Label | Unclear
)  # fmt: skip

_PLAIN: dict[str, Command] = {
    "off": Off(), "resume": Resume(), "menu": Menu(), "again": Again(), "shifts": Shifts(),
    "mine": Mine(), "status": Status(),
}  # fmt: skip
_CODED: dict[str, Callable[[int | None], Command]] = {
    "take": Take, "pass": Pass, "done": Done, "backup": Backup, "handoff": Handoff, "ack": Ack,
}  # fmt: skip
_SHIFT: dict[str, Callable[[int], Command]] = {"claim": Claim, "release": Release, "cover": Cover}
_TIMED: dict[str, Callable[[int], Command]] = {"on": On, "pause": Pause}
_TIMED_BARE: dict[str, Command] = {"on": On(), "pause": Pause()}
COMMAND_WORDS = frozenset(word.upper() for word in {*_PLAIN, *_CODED, *_SHIFT, *_TIMED})

_SHAPE = re.compile(r"(back[ -]?up|hand[ -]?off|[a-z]+)[ #:.,;'\"“”‘’(\[<\-–—]*(.*)")
_MINUTES = re.compile(r"(\d+)(?: ?(m|mins?|minutes?)| ?(h|hrs?|hours?))?")
_CODE = re.compile(r"\d+")
_LABEL = re.compile(r"\s*(\d{1,4})\s*(?:[:：](?!\d)|[-–—](?=\s+\D))\s*(\S.*)", re.DOTALL)

# Shapes that are surely an attempt at a number. "take 5mg", "take b12" and "on 9/30" are not among
# them: they are talk, and talk must reach the person it is meant for.
_SLIP = re.compile(r"(?=.*\d)[\dloi]{1,4}|\d{1,4} \d{1,4}")  # "l2", "1O", "7 8"
_CLOCKLIKE = re.compile(r"\d{1,4}[.:,]\d{1,4}(?: ?(?:h|hrs?|hours?))?")  # "ON 1.5", "ON 9:30"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER_WORD = re.compile(
    "four|six|seven|eight|nine|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    f"|(?:{_TENS})(?: (?:one|two|three|four|five|six|seven|eight|nine))?",
)  # without one, two, three, five and ten: "take two", "take five" and "pass one" are talk


def read(text: str) -> Command | None:
    """The command that the whole text is, or None: then it goes to the person they talk with.

    Case, outer space, quotes and punctuation do not matter (contract.md, "Text language"). A
    labelled text (`label_of`) is never a command, so `7: done` passes on the word "done".
    """
    shape = _SHAPE.fullmatch(plain := reading.bare(text))
    if shape is None:
        return _label(plain)
    word, rest = shape[1].replace(" ", "").replace("-", ""), shape[2]
    if word in _TIMED:
        return _timed(word, rest)
    if word in _CODED or word in _SHIFT:
        return _coded(word, rest)
    return _PLAIN.get(word) if not rest else None


def label_of(text: str) -> tuple[int, str] | None:
    """The person's code and the words for them, of a text such as `7: hello` or `7 - hello`.

    Times and ranges (`7:30`, `2 - 3 times`) are no labels. A caller of this checks that the code is
    one of the volunteer's people: `1: breathe in` is talk to anyone else.
    """
    match = _LABEL.fullmatch(text)
    if match is None or not int(match[1]):
        return None
    return int(match[1]), match[2].rstrip()


def _label(plain: str) -> Label | None:
    number = plain.lstrip("#")
    if _CODE.fullmatch(number) and len(number) <= len(str(GREATEST_CODE)) and int(number):
        return Label(int(number))
    return None


def _timed(word: str, rest: str) -> Command | None:
    if not rest:
        return _TIMED_BARE[word]
    if match := _MINUTES.fullmatch(rest):
        minutes = int(match[1]) * (60 if match[3] else 1)
        if 1 <= minutes <= MINUTES_IN_A_DAY:
            return _TIMED[word](minutes)
        return Unclear(Reason.MINUTES_OUT_OF_RANGE)
    if _is_slip(rest) or _CLOCKLIKE.fullmatch(rest):
        return Unclear(Reason.ODD_MINUTES)
    return None


def _coded(word: str, rest: str) -> Command | None:
    if not rest:
        return _CODED[word](None) if word in _CODED else Unclear(Reason.NO_CODE)
    if not _CODE.fullmatch(rest):
        return Unclear(Reason.ODD_CODE) if _is_slip(rest) else None
    if len(rest) > len(str(GREATEST_CODE)) or not (code := int(rest)):
        return Unclear(Reason.ODD_CODE)
    return _CODED[word](code) if word in _CODED else _SHIFT[word](code)


def _is_slip(rest: str) -> bool:
    return bool(_SLIP.fullmatch(rest) or _NUMBER_WORD.fullmatch(rest))
