"""How a moment and about how long something took are said by a voice: no brackets, no short forms, all accents."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from warmline.words.times import place

_NOON, _EVENING, _WEEK = 12, 20, 7
_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "es": "lunes martes miércoles jueves viernes sábado domingo".split(),
}
_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
}
_NEAR = {
    "en": {0: "today", 1: "tomorrow"},
    "es": {0: "hoy", 1: "mañana"},
}


def moment(at: datetime, zone: ZoneInfo, *, now: datetime, language: str = "en") -> str:
    """A moment and whose time it is: "tomorrow at 6:30 p.m., New York time"."""
    tongue = "es" if language == "es" else "en"
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    day = _day(local.date(), today, tongue)
    if tongue == "es":
        return f"{day} {_hour_es(local)}, hora de {place(zone)}"
    return f"{day} {_hour_en(local)}, {place(zone)} time"


def about(of: timedelta, *, language: str = "en") -> str:
    """About how long: "14 minutes", "over 2 hours"; "" for less than a minute, which is not worth a word."""
    minutes = of // timedelta(minutes=1)
    spanish = language == "es"
    if not minutes:
        return ""
    if hours := minutes // 60:
        over = "más de" if spanish else "over"
        return f"{over} {_count(hours, 'hora' if spanish else 'hour')}"
    return _count(minutes, "minuto" if spanish else "minute")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _day(day: date, today: date, tongue: str) -> str:
    away = (day - today).days
    if away in _NEAR[tongue]:
        return _NEAR[tongue][away]
    name = _DAYS[tongue][day.weekday()]
    month = _MONTHS[tongue][day.month - 1]
    if tongue == "es":
        return f"el {name}" if 0 < away < _WEEK else f"el {name} {day.day} de {month}"
    return f"on {name}" if 0 < away < _WEEK else f"on {name}, {month} {day.day}"


def _hour_en(at: datetime) -> str:
    if (at.hour, at.minute) in {(0, 0), (_NOON, 0)}:
        return "at noon" if at.hour else "at midnight"
    return f"at {_face(at)} {'a.m.' if at.hour < _NOON else 'p.m.'}"


def _hour_es(at: datetime) -> str:
    if (at.hour, at.minute) in {(0, 0), (_NOON, 0)}:
        return "al mediodía" if at.hour else "a las 12 de la noche"
    part = "de la mañana" if at.hour < _NOON else "de la tarde"
    part = "de la noche" if at.hour >= _EVENING else part
    return f"{'a la' if at.hour % _NOON == 1 else 'a las'} {_face(at)} {part}"


def _face(at: datetime) -> str:
    return f"{at.hour % _NOON or _NOON}{f':{at.minute:02}' if at.minute else ''}"
