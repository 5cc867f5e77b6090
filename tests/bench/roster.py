"""A roster of any size, written at once: a hundred thousand volunteers one by one would take minutes."""

from __future__ import annotations

from warmline.ids import CallerKey, VolunteerId, new_id
from warmline.phone import PhoneNumber
from warmline.store.store import Store
from warmline.store.vault import Vault

AT_ONCE = 2000


def number_of(volunteer: int) -> PhoneNumber:
    """The phone of the volunteer with this place on the roster."""
    return PhoneNumber(f"+1646{volunteer:07d}")


def fill(store: Store, vault: Vault, size: int, *, now_ms: int) -> None:
    """What `Roster.add` writes, for volunteers 0 to `size`, each with a phone of their own."""
    k = store.keys
    for start in range(0, size, AT_ONCE):
        with store.connection.pipeline(transaction=False) as pipe:
            for place in range(start, min(size, start + AT_ONCE)):
                number = number_of(place)
                volunteer, key = VolunteerId(new_id("v")), store.people.key_of(number)
                sealed = vault.seal(number.e164)
                pipe.hset(k.volunteer(volunteer), mapping=_fields(place, key, sealed))
                pipe.hset(k.person(key), mapping={"volunteer": volunteer, "number": sealed})
                pipe.zadd(k.roster(), {volunteer: now_ms + place})
            pipe.hincrby(k.experiences(), "grief", min(size - start, AT_ONCE))
            pipe.execute()
    assert store.roster.size() == size


def _fields(place: int, key: CallerKey, sealed_number: str) -> dict[str, str]:
    return {
        "name": f"Volunteer {place}",
        "languages": "en",
        "experience": "grief",
        "capacity": "1",
        "key": key,
        "number": sealed_number,
    }
