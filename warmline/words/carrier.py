"""The words that belong to the telephone network, and so never to us."""

from __future__ import annotations

from enum import StrEnum

from warmline.words import reading

# Twilio's default keywords on long codes: docs, "Advanced Opt-Out" and "Twilio support for opt-out
# keywords"; gathered in facts.md, "Messaging". A single whole word counts, in any case.
OPT_OUT = frozenset(
    {"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"},
)
OPT_IN = frozenset({"START", "YES", "UNSTOP"})
HELP = frozenset({"HELP", "INFO"})
CARRIER_WORDS = OPT_OUT | OPT_IN | HELP


class Consent(StrEnum):
    """What a carrier's word asks of us, in the words of Twilio's `OptOutType` parameter."""

    OPT_OUT = "STOP"
    OPT_IN = "START"
    HELP = "HELP"


def is_of_the_network(text: str) -> bool:
    """Whether the exchange acts on this text itself, where it does so at all: "STOP" and "stop", not "Stop!"."""
    return text.strip().upper() in CARRIER_WORDS


def read(text: str) -> Consent | None:
    """What the network will take this text for, or None for every other text.

    Where the provider says it itself (`OptOutType`), believe the provider and not this.
    """
    word = reading.bare(text).upper()
    if word in OPT_OUT:
        return Consent.OPT_OUT
    if word in OPT_IN:
        return Consent.OPT_IN
    return Consent.HELP if word in HELP else None
