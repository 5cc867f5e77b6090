"""How a crisis line is named in the middle of a sentence, in a text and by a voice.

Each phrase opens with a verb and has no full stop: "call or text 988". A number is given only where one may be;
without any, the phrase is still true and still of use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The numbers to name, as locals write them; "" for what there is not."""

    call: str = ""
    press: str = ""
    area: str = ""
    hours: str = ""  # "varies", or two hours such as "16-21"; "" and "always" are not worth a word
    text: str = ""
    keyword: str = ""
    unsure: bool = False  # not confirmed: said so, in a rehearsal

    @property
    def is_one_number(self) -> bool:
        return not self.text or not self.call or self._is_same

    @property
    def _is_same(self) -> bool:
        return self.text == self.call and not self.keyword


def in_a_text(ways: Ways | None, language: str) -> str:
    """ "call or text 988"; None where no number may be given."""
    tongue = _tongue(language)
    if ways is None:
        return tongue.without_a_number
    said, remarks = tongue.ways(ways), tongue.remarks(ways)
    return f"{said} ({'; '.join(remarks)})" if remarks else said


def aloud(ways: Ways | None, language: str) -> str:
    """The same for a voice to read: "call or text 9 8 8". It has no symbol, and pauses where a number has a space."""
    tongue = _tongue(language)
    if ways is None:
        return tongue.without_a_number_aloud
    spoken = Ways(
        call=digits(ways.call, tongue.star),
        press=ways.press,
        area=ways.area,
        hours=ways.hours,
        text=digits(ways.text, tongue.star),
        keyword=f"{tongue.the_word} {ways.keyword}" if ways.keyword else "",
        unsure=ways.unsure,
    )
    return ", ".join((tongue.ways(spoken), *tongue.remarks(spoken)))


def digits(number: str, star: str = "star") -> str:
    """ "1-800-273-8255" as it is read out: "1, 8 0 0, 2 7 3, 8 2 5 5"."""
    groups = [f"{star} {' '.join(group[1:])}" if group[0] == "*" else " ".join(group)
              for group in re.findall(r"\*?\d+", number)]  # fmt: skip
    return ", ".join(groups)


class _English:
    star, the_word = "star", "the word"
    without_a_number = "call your local crisis line (see findahelpline.com) or emergency number"
    without_a_number_aloud = (
        "call your local emergency number, or a crisis line, "
        "which you can find at find a helpline dot com"
    )

    def ways(self, ways: Ways) -> str:
        text = f"text {ways.keyword} to {ways.text}" if ways.keyword else f"text {ways.text}"
        if not ways.call:
            return text
        if not ways.text:
            return f"call {ways.call}"
        same = ways.text == ways.call and not ways.keyword
        return f"call or {text}" if same else f"call {ways.call} or {text}"

    def remarks(self, ways: Ways) -> list[str]:
        remarks = [f"press {ways.press}"] if ways.press else []
        remarks += [ways.area] if ways.area else []
        remarks += ["hours vary"] if ways.hours == "varies" else []
        remarks += [_between(ways.hours, "{} to {} h")] if "-" in ways.hours else []
        many = "number" if ways.is_one_number else "numbers"
        return remarks + ([f"{many} not yet checked by us"] if ways.unsure else [])


class _Spanish:
    star, the_word = "asterisco", "la palabra"
    without_a_number = "llama a la linea de crisis de tu zona (findahelpline.com) o a emergencias"
    without_a_number_aloud = "llama a emergencias, o a una línea de crisis, que puedes buscar en find a helpline punto com"

    def ways(self, ways: Ways) -> str:
        text = (
            f"escribe {ways.keyword} al {ways.text}" if ways.keyword else f"escribe al {ways.text}"
        )
        if not ways.call:
            return text
        if not ways.text:
            return f"llama al {ways.call}"
        same = ways.text == ways.call and not ways.keyword
        return f"llama o {text}" if same else f"llama al {ways.call} o {text}"

    def remarks(self, ways: Ways) -> list[str]:
        remarks = [f"marca {ways.press}"] if ways.press else []
        remarks += [ways.area] if ways.area else []
        remarks += ["el horario cambia"] if ways.hours == "varies" else []
        remarks += [_between(ways.hours, "de {} a {} h")] if "-" in ways.hours else []
        many = "numero sin comprobar aun" if ways.is_one_number else "numeros sin comprobar aun"
        return remarks + ([many] if ways.unsure else [])


def _between(hours: str, said: str) -> str:
    first, _, last = hours.partition("-")
    return said.format(first, last)


def _tongue(language: str) -> _English | _Spanish:
    return _Spanish() if language.lower().startswith("es") else _English()
