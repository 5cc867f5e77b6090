"""How a volunteer is written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from warmline.clock import milliseconds, moment
from warmline.ids import CallerKey, ContactId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.store.vault import Vault
from warmline.volunteers.roster import Volunteer

UNTIL_RESUME = moment(0).replace(year=9000)  # a pause without an end


def as_fields(volunteer: Volunteer) -> dict[str, str]:
    """What a coordinator decides about a volunteer; the rest of the hash is what they do."""
    return {
        "name": volunteer.name,
        "coordinator": "1" if volunteer.coordinator else "",
        "languages": " ".join(sorted(volunteer.languages)),
        "experience": " ".join(sorted(volunteer.experience)),
        "capacity": str(volunteer.capacity),
        "zone": volunteer.zone,
        "training": " ".join(
            f"{name}={until.isoformat()}" for name, until in sorted(volunteer.training.items())
        ),
        "probation": "1" if volunteer.probation else "",
    }


def as_volunteer(
    volunteer: VolunteerId,
    fields: Mapping[str, str],
    talks: Mapping[str, str],
    offers: Iterable[str],
    vault: Vault,
) -> Volunteer:
    """The volunteer in this hash, with their open talks and offers."""

    def when(name: str) -> datetime | None:
        if name not in fields:
            return None
        ms = int(fields[name])
        return UNTIL_RESUME if ms >= milliseconds(UNTIL_RESUME) else moment(ms)

    return Volunteer(
        id=volunteer,
        name=fields["name"],
        key=CallerKey(fields["key"]),
        number=PhoneNumber(vault.open(fields["number"])),
        coordinator=fields.get("coordinator") == "1",
        languages=frozenset(fields.get("languages", "").split()),
        experience=frozenset(fields.get("experience", "").split()),
        capacity=int(fields["capacity"]),
        zone=fields.get("zone", ""),
        training={
            name: date.fromisoformat(until)
            for name, _, until in (
                word.partition("=") for word in fields.get("training", "").split()
            )
        },
        probation=fields.get("probation") == "1",
        heard=when("heard"),
        paused_until=when("paused_until"),
        wrapping_until=when("wrapping_until"),
        rested_since=when("rested_since"),
        off_until=when("off_until"),
        misses=int(fields.get("misses", 0)),
        unreachable=fields.get("unreachable", ""),
        absent=when("absent"),
        last_number=fields.get("last_number", ""),
        last_contact=ContactId(fields["last_contact"]) if "last_contact" in fields else None,
        talks={ContactId(contact): number for contact, number in talks.items()},
        offers=frozenset(ContactId(contact) for contact in offers),
        asked_at=when("asked_at"),
        paged=when("paged"),
        shown=tuple(map(int, fields.get("shown", "").split())),
    )
