"""Which crisis lines may be named and dialled, and which of them somebody is told of.

A line may be named when the operator has called it, found it right and said so within the last 180 days. What they
confirmed is the row as it stood then: a row that has changed since has not been confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from warmline.phone import PhoneNumber, dialable
from warmline.safety.crisis_directory import CrisisLine, directory
from warmline.words import crisis
from warmline.words.crisis import Ways

GOOD_FOR = timedelta(days=180)  # crisis-lines.md, "Schema"
SOON = timedelta(days=30)  # before the end, the operator is reminded


class Standing(StrEnum):
    """How sure the operator is of a line at a moment."""

    CONFIRMED = "confirmed"
    BY_THE_SETTINGS = "confirmed by the settings, without a date"
    EXPIRES_SOON = "expires soon"
    EXPIRED = "expired"
    CHANGED = "changed since it was confirmed"
    UNCONFIRMED = "unconfirmed"

    @property
    def is_good(self) -> bool:
        return self in {Standing.CONFIRMED, Standing.BY_THE_SETTINGS, Standing.EXPIRES_SOON}


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Somebody called this line, found it right, and says so."""

    country: str
    key: str  # of the row: the number it ships with, or the name of a line that is the operator's own
    name: str
    as_it_stood: str
    by: str
    at: datetime
    number: str = ""  # the operator's own, in place of the one in the directory

    @property
    def until(self) -> datetime:
        return self.at + GOOD_FOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One line, with what the operator knows of it."""

    line: CrisisLine  # with the operator's number, where they gave one
    key: str
    standing: Standing
    confirmation: Confirmation | None = None

    @property
    def is_good(self) -> bool:
        return self.standing.is_good

    @property
    def is_own(self) -> bool:
        """Whether it is the operator's, and not of the directory."""
        return self.line.mark is None


def key_of(line: CrisisLine) -> str:
    """What tells a row of the directory from the others of its country."""
    return line.dial_local or line.text_to


def rows_of(country: str) -> tuple[CrisisLine, ...]:
    """Every line we ship for this country (ISO code), the one that texts name first."""
    return tuple(line for line in directory() if line.country == country.upper())


def known(
    by_settings: frozenset[str], confirmations: Iterable[Confirmation], now: datetime
) -> tuple[Known, ...]:
    """Every line with its standing at this moment: those of the directory, then the operator's own."""
    said = {(one.country, one.key): one for one in confirmations}
    rows = [(line, key_of(line)) for line in directory()]
    shipped = {(line.country, key) for line, key in rows}
    own = [
        (CrisisLine(country=one.country, name=one.name, display=one.number), one.key)
        for one in said.values()
        if (one.country, one.key) not in shipped and one.number
    ]
    return tuple(
        _known(line, key, said.get((line.country, key)), by_settings, now)
        for line, key in (*rows, *own)
    )


def _known(
    line: CrisisLine, key: str, one: Confirmation | None, settings: frozenset[str], now: datetime
) -> Known:
    standing = Standing.UNCONFIRMED
    if one and not one.number and one.as_it_stood != line.as_it_stands:
        standing = Standing.CHANGED
    elif one and one.until <= now:
        standing = Standing.EXPIRED
    elif one:
        standing = Standing.EXPIRES_SOON if one.until - now <= SOON else Standing.CONFIRMED
    if not standing.is_good and line.country in settings:
        standing = Standing.BY_THE_SETTINGS
    corrected = with_number(line, one.number) if one and one.number else line
    return Known(line=corrected, key=key, standing=standing, confirmation=one)


def with_number(line: CrisisLine, number: str) -> CrisisLine:
    """The line with another number to call. What belonged to the old number alone goes with it."""
    texts = line.text_to if line.text_to != line.display else ""
    found = dialable(number, country=line.country)
    return replace(
        line, display=number, dial_e164=found.e164 if found else "", dial_via="", press="",
        text_to=texts, text_keyword=line.text_keyword if texts else "",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class CrisisLines:
    """What may be told and dialled now, for a line whose home country is `home`.

    In a rehearsal an unconfirmed number may be shown, marked as such; it is never dialled. `stand_in` is dialled
    there in place of a real crisis line.
    """

    home: str
    lines: tuple[Known, ...]
    rehearsal: bool = False
    stand_in: PhoneNumber | None = None

    def in_a_text(self, language: str, country: str | None = None) -> str:
        """What to do in a crisis, as it stands in a sentence to someone in this country: "call or text 988"."""
        return crisis.in_a_text(self._ways(language, country), language)

    def aloud(self, language: str, country: str | None = None) -> str:
        """The same for a voice to read."""
        return crisis.aloud(self._ways(language, country), language)

    def number(self, country: str | None = None) -> PhoneNumber | None:
        """The ordinary number at which the line that is told there may be dialled, or None."""
        if self.is_stand_in:
            return self.stand_in
        found = (line.dial for line in self._good_for(country) if line.dial)
        return next((PhoneNumber(e164) for e164 in found), None)

    @property
    def is_stand_in(self) -> bool:
        return self.rehearsal and self.stand_in is not None

    @property
    def is_home_good(self) -> bool:
        """Whether callers at home are given a number to call that somebody confirmed."""
        return any(line.display for line in self._good(self.home))

    def of(self, country: str) -> tuple[Known, ...]:
        return tuple(known for known in self.lines if known.line.country == country.upper())

    def _ways(self, language: str, country: str | None) -> Ways | None:
        if good := self._good_for(country):
            return _ways(_those_who_speak_first(good, language), unsure=False)
        unsure = [one.line for one in self.of(self.home)] if self.rehearsal else []
        return _ways(_those_who_speak_first(unsure, language), unsure=True) if unsure else None

    def _good_for(self, country: str | None) -> list[CrisisLine]:
        """Those of the caller's country, or else those at home."""
        return self._good((country or self.home).upper()) or self._good(self.home)

    def _good(self, country: str) -> list[CrisisLine]:
        """Confirmed, and for everyone: a caller's age is not known."""
        return [one.line for one in self.of(country) if one.is_good and not one.line.audience]


def _those_who_speak_first(lines: Iterable[CrisisLine], language: str) -> list[CrisisLine]:
    """Those who speak the caller's language, then those of whom it is not known, then the others."""

    def rank(line: CrisisLine) -> int:
        if not line.languages:
            return 1
        return 0 if {language[:2].lower(), "many"} & set(line.languages) else 2

    return sorted(lines, key=rank)


def _ways(lines: list[CrisisLine], *, unsure: bool) -> Ways:
    """The first line to call, and the first to text: the same one if it can."""
    call = next((line for line in lines if line.display), None)
    text = call if call and call.text_to else next((line for line in lines if line.text_to), None)
    return Ways(
        call=call.display if call else "",
        press=call.press if call else "",
        area=call.area if call else "",
        hours=call.hours if call else "",
        text=text.text_to if text else "",
        keyword=text.text_keyword if text else "",
        unsure=unsure,
    )
