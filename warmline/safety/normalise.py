"""Brings a text into the plain words that rules are written in, however it was typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from warmline.safety import spelling

MOST_CHARACTERS = 1_600  # as long as a text can be; what comes longer is read from both its ends
WORD = re.compile(r"\d{1,2}:\d\d|[^\W_]+(?:(?:['.\-]|[*@$!|+€]{1,3})[^\W_]+)*|[.!?;:\n]+|[,\"()]")
SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_](?:[ .\-_*]|\. )){2,}[^\W\d_](?![^\W_])")
LAUGH = re.compile(
    r"k{2,}|a?(?:ha){2,}h?|a?(?:ja){2,}j?|(?:he){2,}|(?:je){2,}|(?:hi){2,}|(?:xa){2,}|(?:rs)+"
    r"|l+o+l+(?:ol)*|lma+o+|lmfa+o+|m+d+r+|p+t+d+r+"
)
REPEATED = re.compile(r"(.)\1{2,}")
DOUBLED = re.compile(r"(.)\1")
TIME = re.compile(r"\d{1,2}(?:[:h]\d{0,2})?(?:am|pm)?")
BEFORE_TO = [[word] for word in "want going need have about ready like try trying".split()]
SHORTEST, SLIPPING = 3, 5  # letters of a hidden word, and of one in which a slip is looked for
YEARS, FEW = range(1900, 2100), 5
INVISIBLE = {"Cf", "Cc", "Cs", "Co", "Cn"}
# single letters that are words of their own in one of the languages
ALONE = frozenset("aeioyujcdlmnst")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as rules see it: words and sentence ends, and which of them stand in quotation marks."""

    words: tuple[str, ...]
    quoted: frozenset[int]
    repaired: tuple[str, ...]  # "k!ll for kill", for the reasons


def words_of(text: str) -> Words:
    """The words of a text, at most so many as fit a long text message."""
    if len(text) > MOST_CHARACTERS:
        half = MOST_CHARACTERS // 2
        text = f"{text[:half]}\n{text[-half:]}"
    plain = _join_spaced(plainly(text))
    words: list[str] = []
    quoted: set[int] = set()
    repaired: list[str] = []
    within = False
    for raw in WORD.findall(plain):
        if raw == '"':
            within = not within
            continue
        start = len(words)
        if raw == "2" and words[-1:] in BEFORE_TO:
            words.append("to")
        else:
            spelt, slips = _spelt(raw)
            words += spelt
            repaired += slips
        if within:
            quoted.update(range(start, len(words)))
    words, quoted = _rejoin(words, quoted)
    return Words(tuple(words), frozenset(quoted) if not within else frozenset(), tuple(repaired))


def plainly(text: str) -> str:
    """One form for what looks alike: NFKC, lower case, plain quotes, nothing invisible, emoji as words.

    Accents stay for now, because `tô` and `to`, or `ñ` and `n`, are different words.
    """
    if text.isascii():
        return text.lower()
    text = "".join(map(_visible, unicodedata.normalize("NFKC", text)))
    text = text.casefold().translate(spelling.LOOKALIKES).replace("œ", "oe").replace("æ", "ae")
    for emoji, word in spelling.EMOJI.items():
        if emoji in text:
            text = text.replace(emoji, word)
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=2_000)
def _visible(character: str) -> str:
    if character in "\t\u00a0":
        return " "
    seen = character == "\n" or unicodedata.category(character) not in INVISIBLE
    return character if seen else ""


def bare(word: str) -> str:
    """A word without its accents."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _join_spaced(text: str) -> str:
    """`s u i c i d e` and `k-i-l-l` as words; `a e i` and other runs of real words stay."""
    if not SPACED.search(text):
        return text
    return SPACED.sub(lambda run: _closed(run.group()), text)


def _closed(run: str) -> str:
    letters = re.sub(r"[ .\-_*]", "", run)
    if len(letters) < SHORTEST or (set(letters) <= ALONE and letters not in spelling.HIDDEN):
        return run
    for place in range(len(letters), SHORTEST - 1, -1):
        if letters[:place] in spelling.HIDDEN:
            return f"{letters[:place]} {letters[place:]} "
    return letters


@lru_cache(maxsize=20_000)  # people use the same words again and again
def _spelt(raw: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a written word stands for, and what was repaired in it."""
    repaired: list[str] = []
    return tuple(_spell(raw, repaired)), tuple(repaired)


def _spell(raw: str, repaired: list[str]) -> list[str]:
    """What a written word stands for: none, one or several plain words."""
    if raw[0] in ".!?;:\n":
        return ["."]
    if raw in ",()":
        return [","]
    if meant := spelling.MEANS.get(raw):
        return meant.split()
    if raw.isalpha():
        return ["lol"] if LAUGH.fullmatch(raw) else _plain(bare(raw), repaired)
    if raw.isdigit():
        return [_number(raw)]
    if TIME.fullmatch(raw):
        return ["#time"]
    if "'" in raw:
        return _apart(raw, repaired)
    if (known := _unmasked(raw)) and known != raw:
        repaired.append(f"{raw} for {known}")
        return _plain(known, repaired)
    pieces = [piece for piece in re.split(r"(\.)|[^\w]+", raw) if piece]
    return [
        part
        for piece in pieces
        for part in (["."] if piece == "." else _plain(bare(piece), repaired))
    ]


def _number(digits: str) -> str:
    value = int(digits[:6])
    if value in YEARS:
        return "#year"
    return "#" if value > FEW else "#few"


def _apart(raw: str, repaired: list[str]) -> list[str]:
    """`j'ai` is two words, `dad's` is one, `don't` is what `dont` is."""
    head, _, tail = raw.partition("'")
    if head in spelling.ELIDED and tail:
        return [*_spell(head, repaired), *_spell(tail, repaired)]
    joined = raw.replace("'", "")
    if tail == "s" and joined not in spelling.MEANS:
        return _plain(bare(joined), repaired)
    return _spell(joined, repaired) if joined else []


def _plain(word: str, repaired: list[str]) -> list[str]:
    """A word of letters, without accents, repeats and slips."""
    if meant := spelling.MEANS.get(word):
        return meant.split()
    if word in spelling.NUMBERS:
        return ["#"]
    if word in spelling.FEW:
        return ["#few"]
    if REPEATED.search(word):
        once, twice = REPEATED.sub(r"\1", word), REPEATED.sub(r"\1\1", word)
        single = DOUBLED.sub(r"\1", once)
        known = next((form for form in (twice, once, single) if form in _known()), once)
        return _plain(known, repaired) if known != word else [word]
    if len(word) >= SLIPPING and (meant := _slips().get(word)):
        repaired.append(f"{word} for {meant}")
        return [meant]
    return [word]


def _unmasked(raw: str) -> str | None:
    """The word behind digits and signs: `k!ll`, `su1c1de`, `d*e`."""
    if "*" in raw:
        pattern = re.compile("".join("[a-z]" if c == "*" else re.escape(c) for c in raw))
        return next((word for word in sorted(spelling.HIDDEN) if pattern.fullmatch(word)), None)
    for table in (spelling.LEET, spelling.LEET_L):
        word = bare(raw.translate(table))
        if word in spelling.HIDDEN or word in spelling.MEANS:
            return word
        once = REPEATED.sub(r"\1", word)
        if once in spelling.HIDDEN:
            return once
    mixed = raw.translate(spelling.LEET)
    return mixed if mixed.isalpha() and not raw[0].isdigit() and not raw[-1].isdigit() else None


def _rejoin(words: list[str], quoted: set[int]) -> tuple[list[str], set[int]]:
    """`my self`, `sui cide`: two pieces that are one word."""
    at = 0
    while at + 1 < len(words):
        joined = words[at] + words[at + 1]
        if len(joined) > SLIPPING and joined in spelling.SLIPS and len(words[at]) > 1:
            words[at : at + 2] = [joined]
            quoted = {place if place <= at else place - 1 for place in quoted}
        at += 1
    return words, quoted


@cache
def _known() -> frozenset[str]:
    singles = {meant for meant in spelling.MEANS.values() if " " not in meant}
    return spelling.HIDDEN | spelling.SLIPS | frozenset(spelling.MEANS) | singles


@cache
def _slips() -> dict[str, str]:
    """Every word that is one lost, doubled or swapped letter away from a known one."""
    found: dict[str, str] = {}
    for word in sorted(spelling.SLIPS):
        for place in range(1, len(word)):
            lost = word[:place] + word[place + 1 :]
            doubled = word[:place] + word[place] + word[place:]
            swapped = word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
            for slip in (lost, doubled, swapped):
                if slip not in spelling.SLIPS | spelling.NOT_SLIPS | spelling.HIDDEN:
                    found.setdefault(slip, word)
    return found
