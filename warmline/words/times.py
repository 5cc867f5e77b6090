"""How a moment and a length of time are written in a text."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

_WEEK, _NOON = 7, 12
_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    # without the accents that GSM-7 lacks: see callers_es
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sabado", "domingo"),
}
_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre".split(),
}


def moment(
    at: datetime, zone: ZoneInfo, *, now: datetime, language: str = "en", name_zone: bool = False
) -> str:
    """A moment as a person says it: "today at 6 pm", "Sunday at 6:30 pm", "tomorrow at 9 am".

    `at` and `now` are aware; the words are those of `zone`. A week away or more, the date is said.
    In the hour that a clock change repeats, the zone's short name tells the two apart.
    `name_zone` adds whose time it is: "(New York time)".
    """
    local, today = at.astimezone(zone).replace(second=0, microsecond=0), now.astimezone(zone).date()
    spanish = language == "es"
    if local.time() == datetime.min.time() and (local.date() - today).days == 1:
        words = "hoy a medianoche" if spanish else "tonight at midnight"
    else:
        day = _day_es(local.date(), today) if spanish else _day_en(local.date(), today)
        words = f"{day} {_hour_es(local) if spanish else _hour_en(local)}{_fold_mark(local)}"
    if not name_zone:
        return words
    where = place(zone)
    return f"{words} (hora de {where})" if spanish else f"{words} ({where} time)"


def span(starts: datetime, ends: datetime, zone: ZoneInfo) -> str:
    """From when to when, by the clock of `zone`: "Tue 24 Nov 6-10 pm", "Sat 28 Nov 10 pm-6 am"."""
    first, last = (at.astimezone(zone) for at in (starts, ends))
    opens, closes = _face_en(first), _face_en(last)
    if opens[-3:] == closes[-3:] and opens[-3:] in {" am", " pm"} and first.date() == last.date():
        opens = opens[:-3]
    return f"{day(first)} {opens}-{closes}"


def day(of: date) -> str:
    """A day in a list: "Tue 24 Nov"."""
    return f"{_DAYS['en'][of.weekday()][:3]} {of.day} {_MONTHS['en'][of.month - 1]}"


def place(zone: ZoneInfo) -> str:
    """Whose time it is: "New York"."""
    return zone.key.rpartition("/")[2].replace("_", " ")


def length(of: timedelta, *, language: str = "en") -> str:
    """A length of time in whole minutes: "under a minute", "4 min", "1 h 20 min"."""
    minutes = of // timedelta(minutes=1)
    if minutes < 1:
        return "menos de un minuto" if language == "es" else "under a minute"
    hours, rest = divmod(minutes, 60)
    parts = ([f"{hours} h"] if hours else []) + ([f"{rest} min"] if rest else [])
    return " ".join(parts)


def _day_en(day: date, today: date) -> str:
    match (day - today).days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case -1:
            return "yesterday"
        case away if abs(away) < _WEEK:
            return _DAYS["en"][day.weekday()]
        case _:
            return f"{_DAYS['en'][day.weekday()]}, {_MONTHS['en'][day.month - 1]} {day.day}"


def _day_es(day: date, today: date) -> str:
    match (day - today).days:
        case 0:
            return "hoy"
        case 1:
            return "mañana"
        case -1:
            return "ayer"
        case away if abs(away) < _WEEK:
            return f"el {_DAYS['es'][day.weekday()]}"
        case _:
            month = _MONTHS["es"][day.month - 1]
            return f"el {_DAYS['es'][day.weekday()]} {day.day} de {month}"


def _hour_en(at: datetime) -> str:
    if (at.hour, at.minute) == (_NOON, 0):
        return "at noon"
    return f"at {_clock_face(at)}"


def _hour_es(at: datetime) -> str:
    if (at.hour, at.minute) == (_NOON, 0):
        return "al mediodia"
    return f"{'a la' if at.hour % _NOON == 1 else 'a las'} {_clock_face(at)}"


def _face_en(at: datetime) -> str:
    if (at.hour, at.minute) in {(0, 0), (_NOON, 0)}:
        return ("noon" if at.hour else "midnight") + _fold_mark(at)
    return _clock_face(at) + _fold_mark(at)


def _clock_face(at: datetime) -> str:
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % _NOON or _NOON}{minutes} {'am' if at.hour < _NOON else 'pm'}"


def _fold_mark(at: datetime) -> str:
    earlier, later = at.replace(fold=0), at.replace(fold=1)
    if earlier.utcoffset() == later.utcoffset():
        return ""
    return f" {at.tzname()}"
