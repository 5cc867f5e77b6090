"""Redis' side of the line: one Lua file, one transition, and the one way in which Python runs them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from importlib import resources
from typing import Any

from warmline.clock import milliseconds
from warmline.ids import ContactId, TextId, new_id
from warmline.routing.leg import LegState
from warmline.safety.reading import LOOKS_BACK
from warmline.store.connection import Connection, redis_errors
from warmline.store.effects import (
    BY_CALLER,
    BY_PEER,
    Announcement,
    Cause,
    Effects,
    Heard,
    NewLeg,
    Order,
    Outgoing,
    Plan,
    Purpose,
)
from warmline.store.keys import LEGS_SECONDS, Keys
from warmline.store.sids import short
from warmline.store.vault import Vault
from warmline.store.waiting_words import place

_PRELUDE = "_prelude.lua"
LOOK_AFTER_NEWS = timedelta(seconds=60)  # a leg of which nobody tells is asked for at the provider


def sources() -> Mapping[str, str]:
    """Every script by name, as Redis gets it: those that use its words open with the prelude."""
    folder = resources.files("warmline.store") / "lua"
    texts = {
        file.name: file.read_text("utf-8")
        for file in folder.iterdir()
        if file.name.endswith(".lua")
    }
    prelude = texts.pop(_PRELUDE)
    return {
        name.removesuffix(".lua"): prelude + text
        if "finish(" in text or "carry_out(" in text
        else text
        for name, text in texts.items()
    }


class Scripts:
    """Runs scripts by name. Loading is Redis' affair: a script it has forgotten is sent again by redis-py."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sources = sources()
        self._scripts: dict[str, Any] = {}

    def run(self, name: str, keys: Sequence[str], args: Sequence[str | int]) -> Any:
        """The script's own answer. TransientError when Redis is away."""
        with redis_errors():
            if name not in self._scripts:
                self._scripts[name] = self._connection.register_script(self._sources[name])
            return self._scripts[name](keys=keys, args=args)


class Transitions:
    """Runs the scripts that open with `_prelude.lua`: state, texts, deadlines and journal in one write."""

    def __init__(self, scripts: Scripts, keys: Keys, vault: Vault) -> None:
        self._scripts = scripts
        self._keys = keys
        self._vault = vault

    def run(
        self,
        name: str,
        *,
        now: datetime,
        plan: Plan,
        cause: Cause | None = None,
        contact: ContactId | None = None,
        version: str = "",
        keys: Sequence[str] = (),
        args: Sequence[str | int] = (),
    ) -> Any:
        """The word that the script gives. `keys` and `args` are the transition's own."""
        k = self._keys
        text_keys: list[str] = []
        prepared = {word: self._prepare(effects, text_keys, now) for word, effects in plan.items()}
        common = [
            k.due(),
            k.bell(),
            k.journal(),
            k.inbox(cause.sender) if cause else k.none(),
            k.text(cause.sid) if cause else k.none(),
            k.contact(contact) if contact else k.none(),
        ]
        head: list[str | int] = [
            milliseconds(now),
            short(cause.sid) if cause else "",
            version,
            json.dumps(prepared),
        ]
        return self._scripts.run(name, [*common, *keys, *text_keys], [*head, *args])

    def _prepare(self, effects: Effects, text_keys: list[str], now: datetime) -> dict[str, Any]:
        prepared: dict[str, Any] = {}
        if effects.texts:
            prepared["texts"] = [
                self._prepare_text(text, text_keys, place(now, nth))
                for nth, text in enumerate(effects.texts)
            ]
        writes = [
            *(write for leg in effects.legs for write in self._ring(leg, text_keys, now)),
            *(write for heard in effects.said for write in self._keep(heard, text_keys)),
        ]
        if writes:
            prepared["writes"] = writes
        if effects.due:
            prepared["due"] = [
                [key, milliseconds(at) if at else False] for key, at in effects.due.items()
            ]
        if effects.bell:
            prepared["bell"] = list(effects.bell)
        if effects.journal:
            lines = effects.lines
            prepared["journal"] = [
                [part for pair in line.items() for part in pair] for line in lines
            ]
        return prepared

    def _ring(
        self, leg: NewLeg | Order | Announcement, leg_keys: list[str], now: datetime
    ) -> list[list[str]]:
        """A call to place, or what one that was placed should do."""
        due = self._keys.due()
        if not isinstance(leg, NewLeg):
            leg_keys.append(key := self._keys.leg(leg.leg))
            wish = "order" if isinstance(leg, Order) else "tell"
            return [["HSET", key, wish, leg.what], ["ZADD", due, str(milliseconds(now)), key]]
        key, among = self._keys.leg(leg.id), self._keys.legs(leg.contact or leg.page or leg.id)
        leg_keys += [key, among]
        fields = {
            "state": LegState.PLACED if leg.sid else LegState.QUEUED,
            "side": leg.side,
            "to": self._vault.seal(leg.to.e164) if leg.to else "",
            "from": leg.sender.e164,
            "contact": leg.contact or "",
            "volunteer": leg.volunteer or "",
            "page": leg.page or "",
            "sid": leg.sid or "",
            "rings_for": str(leg.rings_for),
            "answered": str(milliseconds(now)) if leg.sid else "",
            "not_before": str(milliseconds(leg.not_before)) if leg.not_before else "",
        }
        flat = [part for pair in fields.items() if pair[1] for part in pair]
        at = now + LOOK_AFTER_NEWS if leg.sid else max(now, leg.not_before or now)
        return [
            ["HSET", key, *flat],
            ["SADD", among, leg.id],
            ["EXPIRE", among, str(LEGS_SECONDS)],
            ["ZADD", due, str(milliseconds(at)), key],
        ]

    def _keep(self, heard: Heard, said_keys: list[str]) -> list[list[str]]:
        said_keys.append(key := self._keys.said(heard.contact))
        sealed = self._vault.seal((BY_PEER if heard.by_peer else BY_CALLER) + heard.text)
        return [["RPUSH", key, sealed], ["LTRIM", key, str(-LOOKS_BACK), "-1"]]

    def _prepare_text(self, text: Outgoing, text_keys: list[str], said: str) -> dict[str, Any]:
        text_id = TextId(new_id("t"))
        key, lane = self._keys.out(text_id), self._keys.lane(text.recipient)
        text_keys += [key, lane]
        fields = {
            "state": "queued",
            "recipient": text.recipient,
            "to": self._vault.seal(text.number.e164),
            "from": text.sender.e164,
            "body": self._vault.seal(text.body),
            "purpose": text.purpose,
            "contact": text.contact or "",
            "caller": text.caller or text.recipient,
            "volunteer": text.volunteer or "",
            "page": text.page or "",
            "said": said if text.contact and text.purpose is Purpose.TO_PEER else "",
        }
        flat = [part for pair in fields.items() if pair[1] for part in pair]
        return {"id": text_id, "key": key, "lane": lane, "fields": flat}
