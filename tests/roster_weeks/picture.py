"""The weeks as a picture: a row for each day, its hours from left to right, and how well each was covered.

Written by hand as SVG: plain, legible in light and in dark and on a phone's width, and never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from xml.sax.saxutils import escape


class Cover(StrEnum):
    """How a half hour was covered."""

    FULL = "full"
    SHORT = "short"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class HalfHour:
    """One half hour of a day, on the line's own clock: 0 to 47."""

    day: date
    place: int
    cover: Cover


WIDE, HIGH, LEFT, TOP, GAP = (
    6.5,
    9,
    66,
    92,
    5,
)  # a half hour, a day, the days' names, the head, between weeks
WIDTH = LEFT + 48 * WIDE + 14
WORDS = {
    Cover.FULL: "every seat filled",
    Cover.SHORT: "a peer short",
    Cover.EMPTY: "nobody on, and notice given",
}
STYLE = """
  svg { color-scheme: light dark; }
  .paper { fill: #ffffff; } .text { fill: #1f2328; } .faint { fill: #59636e; } .line { stroke: #d1d9e0; }
  .full { fill: #2f7d4f; } .short { fill: url(#stripes); } .empty { fill: #ffffff; stroke: #b3261e; }
  .stripe-ground { fill: #f2c14e; } .stripe { stroke: #6b4e00; } .cross { stroke: #b3261e; }
  text { font-family: system-ui, sans-serif; font-size: 9px; } .big { font-size: 12px; font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117; } .text { fill: #e6edf3; } .faint { fill: #9198a1; } .line { stroke: #3d444d; }
    .full { fill: #57ab7a; } .empty { fill: #0d1117; stroke: #ff8a80; }
    .stripe-ground { fill: #d29922; } .stripe { stroke: #3a2a00; } .cross { stroke: #ff8a80; }
  }
"""
STRIPES = (
    '<pattern id="stripes" width="4" height="4" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect class="stripe-ground" width="4" height="4"/>'
    '<line class="stripe" x1="0" y1="0" x2="0" y2="4" stroke-width="2.4"/></pattern>'
)


def svg(halves: Iterable[HalfHour], first: date, last: date, *, title: str, told: str) -> str:
    """The whole picture; `told` is what someone hears who does not see it."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    height = _down(len(days), first) + 16
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height:g}"',
        f'width="{WIDTH:g}" height="{height:g}" role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(title)}</title><desc id="d">{escape(told)}</desc>',
        f"<style>{STYLE}</style><defs>{STRIPES}</defs>",
        f'<rect class="paper" width="{WIDTH:g}" height="{height:g}"/>',
        f'<text class="text big" x="8" y="18">{escape(title)}</text>',
        *_legend(),
        *_hours(len(days), first),
        *(part for place, day in enumerate(days) for part in _day(day, place, first)),
        *(part for half in halves for part in _half(half, first)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _down(place: int, first: date) -> float:
    """How far down the day at this place stands; weeks stand apart."""
    return TOP + place * HIGH + (place + first.weekday()) // 7 * GAP


def _legend() -> list[str]:
    parts = []
    for place, (cover, words) in enumerate(WORDS.items()):
        y = 30 + place * 14
        parts += _box(cover, 8, y - 8, 2 * WIDE + 3)
        parts.append(f'<text class="text" x="32" y="{y}">{words}</text>')
    parts.append('<text class="faint" x="200" y="30">blank: no shift planned</text>')
    return parts


def _hours(days: int, first: date) -> list[str]:
    parts = []
    for hour in range(0, 25, 6):
        x = LEFT + hour * 2 * WIDE
        name = {0: "midnight", 12: "noon", 24: ""}.get(
            hour, f"{hour % 12} {'am' if hour < 12 else 'pm'}"
        )
        parts.append(
            f'<line class="line" x1="{x:g}" y1="{TOP - 4}" x2="{x:g}" y2="{_down(days - 1, first) + HIGH:g}"/>'
        )
        parts.append(f'<text class="faint" x="{x:g}" y="{TOP - 8}">{name}</text>')
    return parts


def _day(day: date, place: int, first: date) -> list[str]:
    y = _down(place, first) + HIGH - 1.5
    if day.weekday() == 0 or place == 0 or day.day == 1:
        weight = ' font-weight="600"' if day.day == 1 else ""
        return [f'<text class="text" x="8" y="{y:g}"{weight}>{day:%a} {day.day} {day:%b}</text>']
    if (
        day.weekday() != 5 or (day + timedelta(days=1)).day == 1
    ):  # the next one's name needs the room
        return []
    return [f'<text class="faint" x="8" y="{y:g}">{day:%a}</text>']


def _half(half: HalfHour, first: date) -> list[str]:
    y = _down((half.day - first).days, first)
    return _box(half.cover, LEFT + half.place * WIDE, y, WIDE)


def _box(cover: Cover, x: float, y: float, wide: float) -> list[str]:
    """Filled boxes touch, so that a shift is one bar; an empty one has a frame and a cross."""
    high = HIGH - 1
    if cover is not Cover.EMPTY:
        return [f'<rect class="{cover}" x="{x:g}" y="{y:g}" width="{wide:g}" height="{high}"/>']
    inner = f'x="{x + 0.4:g}" y="{y + 0.4:g}" width="{wide - 0.8:g}" height="{high - 0.8:g}"'
    right, down = wide - 3, high - 4
    cross = f"M{x + 1.5:g} {y + 2:g}l{right:g} {down}m0 {-down}l{-right:g} {down}"
    return [
        f'<rect class="empty" {inner} stroke-width="0.8"/>',
        f'<path class="cross" d="{cross}" stroke-width="0.9" fill="none"/>',
    ]
