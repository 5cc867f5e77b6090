"""Reading a volunteer's text: a command, or None when it is talk for a person."""

from __future__ import annotations

import re
from collections.abc import Callable

from warmline.volunteers import spoken_times
from warmline.volunteers.commands import (
    Ack,
    Again,
    Allow,
    Backup,
    Block,
    Call,
    Calm,
    Claim,
    Command,
    Confirm,
    Cover,
    Done,
    Handoff,
    Label,
    Listen,
    Menu,
    Messages,
    Mine,
    More,
    Note,
    Off,
    On,
    Pass,
    Pause,
    Release,
    Resume,
    Say,
    Shifts,
    Status,
    Swap,
    TagAbuse,
    Take,
    Unclear,
    Undo,
)
from warmline.words import reading
from warmline.words.reasons import Reason

_PLAIN: dict[str, Command] = {
    "off": Off(), "resume": Resume(), "menu": Menu(), "again": Again(), "shifts": Shifts(),
    "more": More(), "mine": Mine(), "undo": Undo(), "status": Status(),
    "messages": Messages(),
}  # fmt: skip
_CODED: dict[str, Callable[[int | None], Command]] = {
    "take": Take, "pass": Pass, "done": Done, "backup": Backup, "handoff": Handoff, "ack": Ack,
    "confirm": Confirm,
}  # fmt: skip
_SHIFT = frozenset({"claim", "release", "cover", "swap"})
_TIMED: dict[str, Callable[[int], Command]] = {"on": On, "pause": Pause}
_TIMED_BARE: dict[str, Command] = {"on": On(), "pause": Pause()}
COMMAND_WORDS = frozenset(word.upper() for word in {*_PLAIN, *_CODED, *_SHIFT, *_TIMED})
GREATEST_CODE = 9999  # a longer number is a year, a sum or a telephone number: talk
MINUTES_IN_A_DAY = 1440  # the longest ON or PAUSE: by then a person should say it again

_SHAPE = re.compile(r"(back[ -]?up|hand[ -]?off|[a-z]+)[ #:.,;'\"“”‘’(\[<\-–—]*(.*)")
_SAY = re.compile(r"say (boundary|warning)(?: #?([1-9]\d{0,3}))?")
_TAG = re.compile(r"tag abuse(?: #?([1-9]\d{0,3}))?")
_CALL = re.compile(r"call(?: #?([1-9]\d{0,3}))?")
_LISTEN = re.compile(r"listen #?([1-9]\d{0,3})")
_CALM = re.compile(r"calm #?([1-9]\d{0,3}) (safe|company|misread)")
_BLOCK = re.compile(r"block #?([1-9]\d{0,3}) (24h|7d|30d)")
_MINUTES = re.compile(r"(\d+)(?: ?(m|mins?|minutes?)| ?(h|hrs?|hours?))?")
_CODE = re.compile(r"\d+")
_BETWEEN = re.compile(r"(?: ?[,;&+] ?| and | for | with | )#?")  # two codes
_CODES = re.compile(rf"#?\d+(?:{_BETWEEN.pattern}\d+)*")
_LINE = re.compile(r"#?(?P<code>\d{1,4}):? (?P<when>\D.*?)(?:, (?:\d+ open|cover))?")  # of SHIFTS
_ALLOW = re.compile(
    r"\s*allow\s+#?([1-9]\d{0,3})(?:[\s:.,–—-]+(\S.*)?)?", re.IGNORECASE | re.DOTALL
)
_NOTE = re.compile(r"\s*note(?:\s*[:：]\s*|\s+|\s*$)(.*)", re.IGNORECASE | re.DOTALL)
_WHOSE = re.compile(r"#?([1-9]\d{0,3})(?:[\s:.,–—-]+)(\S.*)", re.DOTALL)
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
    if allow := _ALLOW.fullmatch(text):
        return Allow(int(allow[1]), (allow[2] or "").strip())
    if noted := _NOTE.fullmatch(text):
        return _note(noted[1].strip())
    shape = _SHAPE.fullmatch(plain := reading.bare(text))
    if shape is None:
        return _label(plain)
    word, rest = shape[1].replace(" ", "").replace("-", ""), shape[2]
    if special := _special(plain):
        return special
    if word in _TIMED:
        return _timed(word, rest)
    if word in _CODED:
        return _coded(word, rest)
    if word in _SHIFT:
        return _about_shifts(word, re.sub(r"^shifts? #?(?=\d)", "", rest))
    return _PLAIN.get(word) if not rest else None


def _note(whole: str) -> Note:
    """Rather a word too many kept from a caller than a note sent to them."""
    whose = _WHOSE.fullmatch(whole)
    return Note(whose[2], whole, int(whose[1])) if whose else Note(whole, whole)


def _special(plain: str) -> Command | None:
    """Commands of two or three words; anything a little different is talk."""
    if said := _SAY.fullmatch(plain):
        return Say(said[1], int(said[2]) if said[2] else None)
    if tagged := _TAG.fullmatch(plain):
        return TagAbuse(int(tagged[1]) if tagged[1] else None)
    if call := _CALL.fullmatch(plain):
        return Call(int(call[1]) if call[1] else None)
    if listen := _LISTEN.fullmatch(plain):
        return Listen(int(listen[1]))
    if calm := _CALM.fullmatch(plain):
        return Calm(int(calm[1]), calm[2])
    if block := _BLOCK.fullmatch(plain):
        return Block(int(block[1]), block[2])
    return None


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
        return _CODED[word](None)
    if not _CODE.fullmatch(rest):
        return Unclear(Reason.ODD_CODE) if _is_slip(rest) else None
    return _CODED[word](int(rest)) if _is_code(rest) else Unclear(Reason.ODD_CODE)


def _about_shifts(word: str, rest: str) -> Command | None:
    if not rest:
        return Unclear(Reason.NO_CODE)
    if word == "claim" and (when := spoken_times.read(rest)):
        return Claim(when=when)
    if word == "claim" and (line := _LINE.fullmatch(rest)) and spoken_times.read(line["when"]):
        rest = line["code"]
    if not _CODES.fullmatch(rest):
        odd = _is_slip(rest) or all(map(_is_slip, rest.split())) or spoken_times.is_attempt(rest)
        return Unclear(Reason.ODD_CODE) if odd else None
    written = _CODE.findall(rest)
    if not all(map(_is_code, written)):
        return Unclear(Reason.ODD_CODE)
    codes = tuple(dict.fromkeys(map(int, written)))
    match word, codes:
        case "claim", _:
            return Claim(codes)
        case "release", _:
            return Release(codes)
        case "cover", (code,):
            return Cover(code)
        case "swap", (given, wanted):
            return Swap(given, wanted)
        case _:
            return Unclear(Reason.ONE_CODE if word == "cover" else Reason.TWO_CODES)


def _is_code(written: str) -> bool:
    return len(written) <= len(str(GREATEST_CODE)) and int(written) > 0


def _is_slip(rest: str) -> bool:
    return bool(_SLIP.fullmatch(rest) or _NUMBER_WORD.fullmatch(rest))
