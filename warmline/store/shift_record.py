"""How a shift is written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from warmline.clock import milliseconds, moment
from warmline.ids import PatternId, ShiftId, VolunteerId
from warmline.volunteers.shifts import Channel, Needs, Shift


def as_fields(shift: Shift) -> dict[str, str]:
    """What a coordinator or a pattern decides about a shift; its code is given by the store."""
    fields = {
        "starts": str(milliseconds(shift.starts)),
        "ends": str(milliseconds(shift.ends)),
        "seats": str(shift.seats),
        "languages": " ".join(sorted(shift.needs.languages)),
        "experience": " ".join(sorted(shift.needs.experience)),
        "training": " ".join(sorted(shift.needs.training)),
        "channel": shift.channel if shift.channel is not Channel.ANY else "",
        "pattern": shift.pattern or "",
        "day": shift.day.isoformat() if shift.day else "",
    }
    return {name: value for name, value in fields.items() if value}


def as_shift(
    shift: ShiftId, fields: Mapping[str, str], claimed: Iterable[str], covers: Iterable[str]
) -> Shift:
    """The shift in this hash, with who has its seats."""
    held = frozenset(VolunteerId(v) for v in claimed)
    return Shift(
        id=shift,
        code=int(fields["code"]),
        starts=moment(int(fields["starts"])),
        ends=moment(int(fields["ends"])),
        seats=int(fields["seats"]),
        claimed=held,
        covers=held & frozenset(VolunteerId(v) for v in covers),
        needs=Needs(
            languages=frozenset(fields.get("languages", "").split()),
            experience=frozenset(fields.get("experience", "").split()),
            training=frozenset(fields.get("training", "").split()),
        ),
        channel=Channel(fields.get("channel", Channel.ANY)),
        pattern=PatternId(fields["pattern"]) if "pattern" in fields else None,
        day=date.fromisoformat(fields["day"]) if "day" in fields else None,
    )
