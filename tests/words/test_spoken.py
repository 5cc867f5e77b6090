"""What is read aloud can be understood by ear: in any module of words that is for the voice."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import typing
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from warmline import words
from warmline.words import aloud, times_aloud
from warmline.words.spoken import spoken

SAMPLES: dict[Any, Any] = {str: "somebody", int: 2, bool: True, str | None: "somebody"}
KEY = re.compile(r"\b(?:press|oprime) (?:\d|star|asterisco)")
LONGEST = 20  # seconds
NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)  # 10 am there, a Wednesday


def modules() -> Iterator[ModuleType]:
    """Those whose words are for the voice."""
    for module in pkgutil.iter_modules(words.__path__):
        if re.search(r"spoken_|aloud_", module.name) and not module.name.endswith("sentences"):
            yield importlib.import_module(f"warmline.words.{module.name}")


def functions(module: ModuleType) -> Iterator[Callable[..., Any]]:
    """What gives sentences in it: methods of its classes, or functions."""
    for _, kind in inspect.getmembers(module, inspect.isclass):
        if kind.__module__ == module.__name__ and not getattr(kind, "_is_protocol", False):
            yield from (
                getattr(kind(), name)
                for name, _ in inspect.getmembers(kind, inspect.isfunction)
                if not name.startswith("_")
            )
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == module.__name__ and not name.startswith("_"):
            yield function


def sentences() -> list[tuple[str, str]]:
    """Every sentence with the name of what gives it."""
    found = []
    for module in modules():
        for function in functions(module):
            hints = typing.get_type_hints(function)
            given = {name: SAMPLES[hints[name]] for name in inspect.signature(function).parameters}
            said = function(**given)
            name = f"{module.__name__.rpartition('.')[2]}.{function.__name__}"
            found += [(name, one) for one in ([said] if isinstance(said, str) else said)]
    return found


EVERY = sentences()


def those_that(are_wrong: Callable[[str], object]) -> list[tuple[str, str]]:
    return [(name, said) for name, said in EVERY if are_wrong(said)]


def test_there_are_many_of_them() -> None:
    assert len(EVERY) > 60
    assert {name.partition(".")[0] for name, _ in EVERY} >= {
        "spoken_en",
        "spoken_es",
        "spoken_peers",
    }


def test_the_key_comes_after_what_it_does() -> None:
    assert those_that(lambda said: re.search(r"(?:^|[.!?:] )(?:Press|Oprime)\b", said)) == []


def test_no_breath_has_more_than_three_choices_for_a_caller() -> None:
    too_many = those_that(lambda said: len(KEY.findall(said)) > 3)

    assert [name for name, _ in too_many if not name.startswith("spoken_menu.")] == []
    assert those_that(lambda said: len(KEY.findall(said)) > 4) == []  # volunteers know their menu


def test_nothing_is_said_that_a_voice_cannot_read() -> None:
    assert those_that(lambda said: re.search(r"[()\[\]/&%+*#_<>{}\n]|\bmin\b|\d{3}", said)) == []


def test_nothing_takes_longer_than_somebody_will_listen() -> None:
    assert those_that(lambda said: aloud.seconds(said) > LONGEST) == []


def test_spanish_has_its_accents_and_says_tu() -> None:
    spanish = [said for name, said in EVERY if "_es." in name]

    assert any("línea" in said for said in spanish)
    without = re.compile(
        r"\b(linea|numero|estas de|mas tiempo|llamenos|oprima|usted)\b", re.IGNORECASE
    )
    assert [said for said in spanish if without.search(said)] == []


def test_each_language_says_its_own_words() -> None:
    english, spanish = spoken("en"), spoken("es-MX")

    assert english.choices() != spanish.choices()
    assert spoken("fr").choices() == spoken(None).choices() == english.choices()


def test_a_digit_is_read_as_a_word_and_a_sentence_ends_with_a_pause() -> None:
    assert aloud.seconds("call 9 8 8") == pytest.approx(4 / 150 * 60)
    assert aloud.seconds("One. Two.") == pytest.approx(2 / 150 * 60 + 0.8)


@pytest.mark.parametrize(
    ("after", "english", "spanish"),
    [
        (timedelta(hours=8), "today at 6 p.m.", "hoy a las 6 de la tarde"),
        (timedelta(hours=22, minutes=30), "tomorrow at 8:30 a.m.", "mañana a las 8:30 de la mañana"),
        (timedelta(hours=2), "today at noon", "hoy al mediodía"),
        (timedelta(hours=12), "today at 10 p.m.", "hoy a las 10 de la noche"),
        (timedelta(days=3, hours=3), "on Saturday at 1 p.m.", "el sábado a la 1 de la tarde"),
        (timedelta(days=3, hours=-10), "on Saturday at midnight", "el sábado a las 12 de la noche"),
        (timedelta(days=30, hours=-1), "on Friday, April 3 at 10 a.m.", "el viernes 3 de abril a las 10 de la mañana"),
    ],
)  # fmt: skip
def test_a_moment_is_said_with_its_day_and_whose_time_it_is(
    after: timedelta, english: str, spanish: str
) -> None:
    at = NOW + after

    assert times_aloud.moment(at, NEW_YORK, now=NOW) == f"{english}, New York time"
    said = times_aloud.moment(at, NEW_YORK, now=NOW, language="es")
    assert said == f"{spanish}, hora de New York"


@pytest.mark.parametrize(
    ("waited", "english", "spanish"),
    [
        (timedelta(seconds=59), "", ""),
        (timedelta(minutes=1), "1 minute", "1 minuto"),
        (timedelta(minutes=14, seconds=30), "14 minutes", "14 minutos"),
        (timedelta(minutes=60), "over 1 hour", "más de 1 hora"),
        (timedelta(hours=3, minutes=5), "over 3 hours", "más de 3 horas"),
    ],
)
def test_a_wait_is_said_about(waited: timedelta, english: str, spanish: str) -> None:
    assert times_aloud.about(waited) == english
    assert times_aloud.about(waited, language="es") == spanish
