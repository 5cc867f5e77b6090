"""STOP, START and HELP, as the exchange itself understands and answers them."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import StrEnum


class Mode(StrEnum):
    """How much of it the exchange does."""

    DEFAULT = "default"  # its own texts; the app is told of the text as of any other
    ADVANCED = "advanced"  # the operator's texts; the app is told the kind as `OptOutType`
    OFF = "off"  # nothing: the app does it all


class Kind(StrEnum):
    STOP = "STOP"
    START = "START"
    HELP = "HELP"


STOP_WORDS = frozenset("STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT".split())
START_WORDS = frozenset("START YES UNSTOP".split())
HELP_WORDS = frozenset("HELP INFO".split())

STANDARD = {
    Kind.STOP: (
        "You have successfully been unsubscribed. You will not receive any more messages from "
        "this number. Reply START to resubscribe."
    ),
    Kind.START: (
        "You have successfully been re-subscribed to messages from this number. Reply HELP for "
        "help. Reply STOP to unsubscribe. Msg&Data Rates May Apply."
    ),
    Kind.HELP: "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
}


def kind_of(body: str) -> Kind | None:
    """What a text means to carriers: only a single word counts, in any case."""
    word = body.strip().upper()
    if word in STOP_WORDS:
        return Kind.STOP
    if word in START_WORDS:
        return Kind.START
    return Kind.HELP if word in HELP_WORDS else None


@dataclass(slots=True)
class OptOuts:
    """Who asked for silence from which number."""

    mode: Mode
    confirmations: dict[Kind, str] = field(default_factory=dict)  # the operator's own
    _silent: set[tuple[str, str]] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def hear(self, kind: Kind, *, sender: str, number: str) -> str:
        """Take in what a handset texted; the confirmation to send, or nothing."""
        pair = self._pair(sender, number)
        with self._lock:
            silent = pair in self._silent
            if kind is Kind.STOP:
                self._silent.add(pair)
            elif kind is Kind.START:
                self._silent.discard(pair)
        if silent is not (kind is Kind.START):
            return (
                ""  # STOP twice, HELP when silent, and START or YES when there is nothing to start
            )
        if self.mode is Mode.ADVANCED:
            return self.confirmations.get(kind, STANDARD[kind])
        return STANDARD[kind]

    def is_silent(self, *, handset: str, number: str) -> bool:
        """Whether `number` may not text `handset`."""
        return self.mode is not Mode.OFF and self._pair(handset, number) in self._silent

    def clear(self) -> None:
        with self._lock:
            self._silent.clear()

    def _pair(self, handset: str, number: str) -> tuple[str, str]:
        # advanced opt-out belongs to a messaging service, and so to all its numbers at once
        return handset, "" if self.mode is Mode.ADVANCED else number
