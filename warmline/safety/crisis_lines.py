"""Which crisis line to name, and the short phrase that names it in a text."""

from __future__ import annotations

import re
from types import MappingProxyType

from warmline.safety.crisis_directory import DIRECTORY, CrisisLine

_BY_COUNTRY: MappingProxyType[str, tuple[CrisisLine, ...]] = MappingProxyType(
    {
        country: tuple(line for line in DIRECTORY if line.country == country)
        for country in {line.country for line in DIRECTORY}
    },
)
COUNTRIES = frozenset(_BY_COUNTRY)

# by (is it Spanish?, is it one number?)
_UNCHECKED = {
    False: {True: "number not yet checked by us", False: "numbers not yet checked by us"},
    True: {True: "numero sin comprobar aun", False: "numeros sin comprobar aun"},
}
_NOTES_ES = {"hours vary": "el horario cambia", "mobile": "celular"}


def lines_of(iso: str) -> tuple[CrisisLine, ...]:
    """Every line we know of in this country (ISO code), the one that texts name first."""
    return _BY_COUNTRY.get(iso.upper(), ())


def for_country(iso: str) -> CrisisLine | None:
    """The line that texts to people in this country name, or None where we know of none."""
    return next(iter(lines_of(iso)), None)


def by_text(iso: str) -> CrisisLine | None:
    """The line in this country that can be reached by text, or None where we know of none."""
    return next((line for line in lines_of(iso) if line.text_to), None)


def phrase(iso: str, language: str, confirmed: frozenset[str]) -> str:
    """What to do in a crisis, as it stands in a sentence: "call or text 988".

    It opens with a verb and has no full stop. A number of a country that the operator has not
    `confirmed` (ISO codes) is marked so in the phrase itself. Where we know of no line the phrase
    has no number and is still true: a wrong number is worse than none (crisis-lines.md).
    """
    spanish = language.lower().startswith("es")
    line = for_country(iso)
    if line is None:
        return "busca ayuda en findahelpline.com" if spanish else "find help at findahelpline.com"
    texting = by_text(iso)
    remarks = _remarks(line, spanish=spanish)
    if iso.upper() not in {country.upper() for country in confirmed}:
        one = texting is None or texting.text_to == line.display
        remarks.append(_UNCHECKED[spanish][one])
    words = _spanish(line, texting) if spanish else _english(line, texting)
    return f"{words} ({'; '.join(remarks)})" if remarks else words


def aloud(iso: str, language: str, confirmed: frozenset[str]) -> str:
    """`phrase` for a voice to read: "call or text 9 8 8"."""
    said = phrase(iso, language, confirmed).replace(" (", ", ").replace(")", "").replace(";", ",")
    said = said.replace("findahelpline.com", "find a help line dot com")
    said = said.replace("*", "star ").replace("-", " ")
    return re.sub(r"\d+", lambda group: " ".join(group[0]), said)


def dialled(iso: str, confirmed: frozenset[str]) -> str | None:
    """The ordinary E.164 number at which a confirmed country's line can be dialled, or None."""
    if iso.upper() not in {country.upper() for country in confirmed}:
        return None
    return next((line.dial_e164 for line in lines_of(iso) if line.dial_e164), None)


def _english(line: CrisisLine, texting: CrisisLine | None) -> str:
    if texting is None:
        return f"call {line.display}"
    if texting.text_to == line.display and texting.text_keyword is None:
        return f"call or text {line.display}"
    word = f"{texting.text_keyword} to " if texting.text_keyword else ""
    return f"call {line.display} or text {word}{texting.text_to}"


def _spanish(line: CrisisLine, texting: CrisisLine | None) -> str:
    if texting is None:
        return f"llama al {line.display}"
    if texting.text_to == line.display and texting.text_keyword is None:
        return f"llama o escribe al {line.display}"
    word = f"{texting.text_keyword} " if texting.text_keyword else ""
    return f"llama al {line.display} o escribe {word}al {texting.text_to}"


def _remarks(line: CrisisLine, *, spanish: bool) -> list[str]:
    press = "marca" if spanish else "press"
    option = [f"{press} {line.option}"] if line.option else []
    note = _NOTES_ES.get(line.note, line.note) if spanish else line.note
    return option + ([note] if note else [])
