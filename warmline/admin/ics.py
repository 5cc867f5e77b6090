"""Shifts as an iCalendar document (RFC 5545): times in UTC, nothing private, stable names for the same shift."""

from __future__ import annotations

from datetime import timedelta

from icalendar import Calendar, Event
from icalendar.enums import CLASS

from warmline import __version__
from warmline.flows.office.feeds import Calendar as Shown
from warmline.flows.office.feeds import Told
from warmline.words import calendar_en

READ_AGAIN = timedelta(hours=1)


def written(shown: Shown, *, line: str, zone: str, key: str) -> bytes:
    """The document. `key` is the line's name in Redis: no two lines give an event the same name."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//Warmline//{__version__}//EN")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = calendar_en.name(line, shown.volunteer.first_name if shown.volunteer else "")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", zone)
    calendar.add("refresh-interval", READ_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{READ_AGAIN // timedelta(hours=1)}H")
    for told in shown.told:
        calendar.add_component(_event(told, shown, line=line, key=key))
    return bytes(calendar.to_ical())


def _event(told: Told, shown: Shown, *, line: str, key: str) -> Event:
    shift, event = told.shift, Event()
    own = shown.volunteer is not None
    event.add("uid", f"{shift.id}.{shown.whose}.{key}@warmline")
    event.add("dtstamp", told.revision.changed)
    event.add("last-modified", told.revision.changed)
    event.add("sequence", told.revision.sequence)
    event.add("dtstart", shift.starts)
    event.add("dtend", shift.ends)
    if own:
        event.add("summary", calendar_en.own_shift(line, shift.code))
        event.add("description", calendar_en.own_shift_about(shift.code))
    else:
        event.add("summary", calendar_en.any_shift(shift.code, told.names, shift.open_seats))
    event.add("status", "CONFIRMED")
    event.add("class", CLASS.PRIVATE)
    event.add("transp", "OPAQUE" if own else "TRANSPARENT")
    return event
