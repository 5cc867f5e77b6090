"""Part `memory`: what an open conversation of twenty texts holds in Redis, and where."""

from __future__ import annotations

import secrets
from collections import defaultdict
from dataclasses import replace
from typing import Any

from tests.bench import table
from tests.bench.rig import NUMBERS, environment, folder, redis, settings
from warmline import wiring
from warmline.flows.arrival import take_in
from warmline.flows.desk import Desk
from warmline.flows.fate import note_status
from warmline.flows.look import look
from warmline.ids import CallerKey, MessageSid, TextId, VolunteerId, new_id
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived
from warmline.store.store import Store
from warmline.telephony.client import Provider
from warmline.volunteers.roster import Volunteer

CONVERSATIONS = 1_000
TEXTS = 20
WORDS = "I could not sleep again and did not know whom to call at this hour."  # 67 characters
MOST = 6.0  # KiB


class QuietProvider(Provider):
    """Takes every text at once, and keeps what a real one would tell about it later."""

    def __init__(self) -> None:
        self.given: list[tuple[TextId, MessageSid, str]] = []

    def send(self, *, body: str, status_url: str, **_numbers: PhoneNumber) -> MessageSid:
        sid = MessageSid(f"SM{secrets.token_hex(16)}")
        self.given.append((TextId(status_url.rpartition("/")[2]), sid, body))
        return sid


def run() -> bool:
    """Print where the memory goes; whether the target was kept."""
    with folder() as place, redis(place) as (url, store):
        store.connection.config_set("appendfsync", "no")  # memory is weighed here, not time
        chosen = settings(environment(place, REDIS_URL=url))
        provider = QuietProvider()
        desk: Desk
        desk = replace(
            wiring.desk_of(chosen, store=store, hand_over=lambda key: look(desk, key)),
            provider=provider,
        )
        peers = [_enrol(desk, number) for number in range(CONVERSATIONS)]
        _open(desk, provider, peers[0], 9_999)  # scripts, codes and other things that come once
        before, kinds_before = _used(store), _by_kind(store)
        for number, peer in enumerate(peers[1:]):
            _open(desk, provider, peer, number)
        after, kinds = _used(store), _by_kind(store)
        assert len(store.contacts.open()) == CONVERSATIONS
        return _tell(before, after, kinds_before, kinds)


def _tell(before: int, after: int, kinds_before: dict[str, Any], kinds: dict[str, Any]) -> bool:
    count = CONVERSATIONS - 1
    rows: list[table.Row] = []
    for kind in sorted(kinds, key=lambda k: -kinds[k][1]):
        keys, size = (now - then for now, then in zip(kinds[kind], kinds_before[kind], strict=True))
        if size / count >= 1:
            rows.append([kind, keys / count, size / count])
    table.show(
        f"An open conversation after {TEXTS} texts of {len(WORDS)} characters, "
        f"all delivered; of {CONVERSATIONS:,}",
        ["keys", "each", "bytes by MEMORY USAGE"],
        [*rows, ["used_memory", "", (after - before) / count]],
    )
    table.say("")
    return table.verdict(
        "memory of an open conversation", (after - before) / count / 1024, MOST, unit=" KiB"
    )


def _open(desk: Desk, provider: QuietProvider, peer: Volunteer, number: int) -> None:
    """One conversation, from hello to the last of its texts."""
    caller = PhoneNumber(f"+1212{number:07d}")
    now = desk.clock.now()
    desk.store.roster.keep(peer.id, {}, now=now, plan={}, duty="inf")
    _write(desk, caller, "hello")
    offer = next(body for _, _, body in provider.given if "TAKE " in body)
    _write(desk, peer.number, f"TAKE {offer.split('TAKE ')[1].split()[0]}")
    desk.store.roster.keep(peer.id, {}, now=now, plan={}, duty="off")
    for turn in range(TEXTS):
        _write(desk, peer.number if turn % 2 else caller, WORDS)
    for text, sid, _ in provider.given:
        for status in ("sent", "delivered"):
            note_status(desk, text, sid, status, None)
    provider.given.clear()


def _write(desk: Desk, sender: PhoneNumber, body: str) -> None:
    sid = MessageSid(f"SM{secrets.token_hex(16)}")
    take_in(desk, Arrived(sid, sender, PhoneNumber(NUMBERS[0]), body))
    look(desk, desk.store.keys.inbox(desk.store.people.key_of(sender)))
    desk.store.connection.delete(desk.store.keys.bell())  # no sweep runs here


def _enrol(desk: Desk, number: int) -> Volunteer:
    phone = PhoneNumber(f"+1646{number:07d}")
    volunteer = Volunteer(
        id=VolunteerId(new_id("v")),
        name=f"Peer {number}",
        key=CallerKey(desk.store.people.key_of(phone)),
        number=phone,
    )
    assert desk.store.roster.add(volunteer, now=desk.clock.now(), plan={}) == "added"
    return volunteer


def _used(store: Store) -> int:
    return int(store.connection.info("memory")["used_memory"])


def _by_kind(store: Store) -> dict[str, tuple[int, int]]:
    """Keys and bytes of each kind of key."""
    kinds: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    keys = list(store.connection.scan_iter(count=5_000))
    for start in range(0, len(keys), 5_000):
        some = keys[start : start + 5_000]
        with store.connection.pipeline(transaction=False) as pipe:
            for key in some:
                pipe.memory_usage(key, samples=0)
            for key, size in zip(some, pipe.execute(), strict=True):
                kind = store.keys.short(key)[0]
                count, total = kinds[kind]
                kinds[kind] = (count + 1, total + (size or 0))
    return kinds
