"""How a pattern is written down."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from warmline.ids import PatternId
from warmline.volunteers.patterns import Change, Pattern
from warmline.volunteers.shifts import Channel, Needs


def as_text(pattern: Pattern) -> str:
    """All of it but its id, as JSON; what is as usual is left out."""
    said = {
        "name": pattern.name,
        "rule": pattern.rule,
        "first": pattern.first.isoformat(timespec="minutes"),
        "minutes": pattern.minutes,
        "zone": pattern.zone.key,
        "seats": pattern.seats,
        "needs": _needs(pattern.needs),
        "channel": pattern.channel if pattern.channel is not Channel.ANY else None,
        "not_on_holidays": not pattern.on_holidays,
        "skipped": sorted(day.isoformat() for day in pattern.skipped),
        "changes": {
            day.isoformat(): _change(change) for day, change in sorted(pattern.changes.items())
        },
    }
    return json.dumps({name: value for name, value in said.items() if value})


def as_pattern(pattern: PatternId, text: str) -> Pattern:
    """The pattern in this text."""
    said: dict[str, Any] = json.loads(text)
    return Pattern(
        id=pattern,
        name=said["name"],
        rule=said["rule"],
        first=datetime.fromisoformat(said["first"]),
        minutes=said["minutes"],
        zone=ZoneInfo(said["zone"]),
        seats=said["seats"],
        needs=_as_needs(said.get("needs", {})),
        channel=Channel(said.get("channel", Channel.ANY)),
        on_holidays=not said.get("not_on_holidays", False),
        skipped=frozenset(date.fromisoformat(day) for day in said.get("skipped", ())),
        changes={
            date.fromisoformat(day): _as_change(change)
            for day, change in said.get("changes", {}).items()
        },
    )


def _change(change: Change) -> dict[str, Any]:
    said = {
        "starts": _wall(change.starts),
        "ends": _wall(change.ends),
        "seats": change.seats,
        "needs": _needs(change.needs) if change.needs is not None else None,
        "channel": change.channel,
    }
    return {name: value for name, value in said.items() if value is not None}


def _as_change(said: Mapping[str, Any]) -> Change:
    return Change(
        starts=_as_wall(said.get("starts")),
        ends=_as_wall(said.get("ends")),
        seats=said.get("seats"),
        needs=_as_needs(said["needs"]) if "needs" in said else None,
        channel=Channel(said["channel"]) if "channel" in said else None,
    )


def _wall(at: datetime | None) -> list[Any] | None:
    return [at.isoformat(timespec="minutes"), at.fold] if at else None


def _as_wall(said: list[Any] | None) -> datetime | None:
    return datetime.fromisoformat(said[0]).replace(fold=said[1]) if said else None


def _needs(needs: Needs) -> dict[str, list[str]]:
    said = {
        "languages": sorted(needs.languages),
        "experience": sorted(needs.experience),
        "training": sorted(needs.training),
    }
    return {name: words for name, words in said.items() if words}


def _as_needs(said: Mapping[str, list[str]]) -> Needs:
    return Needs(**{name: frozenset(words) for name, words in said.items()})
