"""What every room of the store stands on."""

from __future__ import annotations

from dataclasses import dataclass

from warmline.store.connection import Connection
from warmline.store.keys import Keys
from warmline.store.scripts import Scripts, Transitions
from warmline.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Ground:
    """One line's Redis, its keys, its scripts and its seals."""

    connection: Connection
    keys: Keys
    vault: Vault
    scripts: Scripts
    transitions: Transitions


class Room:
    """The part of the store that keeps one kind of thing."""

    def __init__(self, ground: Ground) -> None:
        self._redis = ground.connection
        self._keys, self._vault = ground.keys, ground.vault
        self._scripts, self._transitions = ground.scripts, ground.transitions
