"""Texts around a coordinator who listens to a call: to them, and to the peer, who always knows."""

from __future__ import annotations

from types import MappingProxyType

_REFUSED = MappingProxyType(
    {
        "no_call": "{alias} is not on the phone with a peer just now, so there is nothing to listen to.",
        "crisis_line": "{alias} is with the crisis line, or it is being rung for them. Nobody listens to that.",
        "own": "You are with {alias} yourself, so there is nothing to listen to.",
        "apart": "You and {alias} are kept apart, so this is a call for another coordinator.",
        "engaged": "You are on the phone yourself. Please text it again afterwards.",
        "already": "The peer of {alias} is told first, then I ring you. If you are listening already, all is well.",
        "somebody": "Another coordinator listens to the call with {alias}. Only one can at a time.",
    }
)


def to_peer(name: str, alias: str) -> str:
    return (
        f"{name}, a coordinator is about to listen to your call with {alias}, to be there for you."
    )


def nobody_listens(name: str, alias: str) -> str:
    return f"{name}, no coordinator listens to your call with {alias} any more."


def asked(alias: str) -> str:
    return (
        f"I tell the peer of {alias} first. Then I ring you: press 1, and nobody there hears you. "
        "To stop, hang up."
    )


def not_told(alias: str) -> str:
    return f"I could not tell the peer of {alias} that you want to listen, so I did not ring you."


def not_allowed() -> str:
    return "Listening to calls is switched off on this line. A peer who wants you beside them texts BACKUP."


def refused(why: str, alias: str) -> str:
    """`why` as in `routing.listening.Refusal`."""
    return _REFUSED[why].format(alias=alias)
