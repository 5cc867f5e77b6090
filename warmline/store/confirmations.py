"""What operators have confirmed of crisis lines: by whom, when, and with which number."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from warmline.clock import milliseconds, moment
from warmline.safety.crisis_lines import Confirmation
from warmline.store.access import Access
from warmline.store.connection import redis_errors
from warmline.store.effects import Plan


class Confirmations(Access):
    """Every crisis line that somebody has confirmed, also those whose time is over."""

    def all(self) -> list[Confirmation]:
        with redis_errors():
            records: dict[str, str] = self._redis.hgetall(self._keys.confirmations())
        return [_as_confirmation(name, record) for name, record in sorted(records.items())]

    def keep(self, said: Sequence[Confirmation], *, now: datetime, plan: Plan) -> str:
        """Write these down, all in one: "kept"."""
        records = {
            _name(one.country, one.key): {
                "name": one.name,
                "as_it_stood": one.as_it_stood,
                "by": one.by,
                "at": milliseconds(one.at),
                "number": one.number,
            }
            for one in said
        }
        key = self._keys.confirmations()
        return self._change(key, keep=records, forget=(), now=now, plan=plan)

    def forget(self, said: Sequence[Confirmation], *, now: datetime, plan: Plan) -> str:
        """Take these back: "forgotten", or "unknown" when nobody had confirmed any of them."""
        names = [_name(one.country, one.key) for one in said]
        key = self._keys.confirmations()
        return self._change(key, keep={}, forget=names, now=now, plan=plan)


def _name(country: str, key: str) -> str:
    return f"{country} {key}"


def _as_confirmation(name: str, record: str) -> Confirmation:
    country, _, key = name.partition(" ")
    fields = json.loads(record)
    return Confirmation(
        country=country,
        key=key,
        name=fields["name"],
        as_it_stood=fields["as_it_stood"],
        by=fields["by"],
        at=moment(fields["at"]),
        number=fields["number"],
    )
