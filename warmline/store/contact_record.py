"""How a contact is written down: a hash of texts and times, read back as facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from warmline.clock import moment
from warmline.ids import CallerKey, ContactId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.care import Care
from warmline.routing.contact import Contact, Ended, State, Tried
from warmline.routing.policy import Policy
from warmline.safety.reading import Band, Kind
from warmline.store.call_record import as_call
from warmline.store.phoning_record import as_phoning
from warmline.store.vault import Vault
from warmline.volunteers.shifts import Channel


def as_contact(
    contact: ContactId,
    fields: Mapping[str, str],
    offered: Mapping[str, str],
    tried: Mapping[str, str],
    vault: Vault,
) -> Contact:
    """The contact in these three hashes."""

    def when(name: str) -> datetime | None:
        return moment(int(fields[name])) if name in fields else None

    return Contact(
        id=contact,
        version=fields["version"],
        state=State(fields["state"]),
        caller=CallerKey(fields["caller"]),
        caller_number=PhoneNumber(vault.open(number))
        if (number := fields.get("caller_number"))
        else None,
        line_number=PhoneNumber(fields["line_number"]),
        alias=fields["alias"],
        code=int(fields["code"]),
        language=fields["language"],
        opened=moment(int(fields["opened"])),
        since=moment(int(fields["since"])),
        policy=Policy.from_text(fields["policy"]),
        turned=when("turned"),
        experience=frozenset(fields.get("experience", "").split()),
        same_peer=VolunteerId(fields["same_peer"]) if "same_peer" in fields else None,
        offered={VolunteerId(v): moment(int(at)) for v, at in offered.items()},
        tried={VolunteerId(v): Tried(how) for v, how in tried.items()},
        peer=VolunteerId(fields["peer"]) if "peer" in fields else None,
        peer_number=PhoneNumber(fields["peer_number"]) if "peer_number" in fields else None,
        began=when("began"),
        last_words=when("last_words"),
        peer_words=when("peer_words"),
        reminded="reminded" in fields,
        told=when("told"),
        told_nobody="told_nobody" in fields,
        told_patience="told_patience" in fields,
        asked=when("asked"),
        shift_over="shift_over" in fields,
        channel=Channel(fields.get("channel", Channel.TEXT)),
        rank=int(fields.get("rank", 0)),
        care=as_care(fields),
        phoning=as_phoning(fields),
        call=as_call(fields),
        looked=when("looked"),
        ended=Ended(fields["ended"]) if "ended" in fields else None,
        closed=when("closed"),
    )


def as_care(fields: Mapping[str, str]) -> Care:
    """What was noticed about a contact, in its hash."""
    return Care(
        band=Band(fields.get("band", Band.NONE)),
        kind=Kind(fields.get("kind", Kind.SELF)),
        alerted=Band(fields.get("alerted", Band.NONE)),
        unread="unread" in fields,
        lowered=int(fields.get("lowered", 0)),
        owed_since=moment(int(fields["owed"])) if "owed" in fields else None,
        silence_paged="silence_paged" in fields,
        before=Band(fields.get("band_before", Band.NONE)),
        beside=Band(fields.get("beside", Band.NONE)),
        beside_kind=Kind(fields.get("beside_kind", Kind.SELF)),
    )
