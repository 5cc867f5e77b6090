"""Letting someone in by program, and no longer: what tokens and calendar addresses have in common."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from warmline.store.effects import Plan
from warmline.store.room import Room


class Access(Room):
    """A hash of records, each by the name under which someone comes in."""

    def _change(
        self,
        hash_key: str,
        *,
        keep: Mapping[str, Mapping[str, object]],
        forget: Sequence[str],
        now: datetime,
        plan: Plan,
    ) -> str:
        """Write these down and forget those: "kept"; "forgotten" or "unknown" when there is none to write down."""
        records = {name: json.dumps(record) for name, record in keep.items()}
        word: str = self._transitions.run(
            "keep_access",
            now=now,
            plan=plan,
            keys=[hash_key],
            args=[json.dumps(records), *forget],
        )
        return word
