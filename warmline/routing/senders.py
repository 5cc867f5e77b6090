"""Whether whoever sent a text should be answered, judged by the number alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers
from phonenumbers import PhoneNumberType

from warmline.phone import PhoneNumber
from warmline.routing import fraud_prone


class Kind(StrEnum):
    """Why a sender gets no answer; counted by this word (issue 2, "Arrival")."""

    OUR_OWN_NUMBER = "our_own_number"
    SHORT_CODE = "short_code"
    ALPHANUMERIC = "alphanumeric"
    UNKNOWN = "unknown"
    PREMIUM = "premium"
    TOLL_FRAUD_PRONE = "toll_fraud_prone"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class Ordinary:
    """A person's number, as far as anyone can tell."""

    number: PhoneNumber


@dataclass(frozen=True, slots=True)
class Unanswered:
    """No reply may go there: it would reach nobody, loop, or pay a fraudster."""

    kind: Kind


Sender = Ordinary | Unanswered

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_SHORT_CODE = re.compile(r"\+?[0-9]{2,8}")
_NATIONAL = re.compile(r"[0-9 ().\-]{9,20}")
_LONGEST_SENDER_ID = 11  # characters: GSM's limit for an alphanumeric sender
_MASKS = ("ANONYMOUS", "BLOCKED", "PRIVATE", "RESTRICTED", "UNAVAILABLE", "UNKNOWN", "WITHHELD")
# Some networks signal a hidden number as the word typed on a keypad: +266696687 is ANONYMOUS.
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_MASKED = frozenset(_MASKS) | {f"+{word.translate(_KEYPAD)}" for word in _MASKS}
_UNKNOWN = Unanswered(Kind.UNKNOWN)
_SERVICE_TYPES = frozenset(
    {
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
        PhoneNumberType.PAGER,
        PhoneNumberType.VOICEMAIL,
    },
)


def judge(
    raw_from: str, own: frozenset[PhoneNumber], home: str, *, served: frozenset[str] = frozenset()
) -> Sender:
    """Say whether a text from `raw_from` (the webhook's `From`) may be answered.

    `own` are the line's numbers: answering one is a loop. Calling codes known for toll fraud get no
    answer unless they are of the `home` country or of one in `served` (ISO codes). A number that
    only looks odd, such as a fictional +1 555 one, is ordinary: a person must not go unanswered
    because a table of ours is old.
    """
    sender = raw_from.strip()
    if not _E164.fullmatch(sender):
        return _not_e164(sender, own, home)
    number = PhoneNumber(sender)
    if number in own:
        return Unanswered(Kind.OUR_OWN_NUMBER)
    if sender in _MASKED:
        return _UNKNOWN
    if kind := _costly(sender, {home, *served}):
        return Unanswered(kind)
    return _north_american(number) if sender.startswith("+1") else _by_type(number)


def _not_e164(sender: str, own: frozenset[PhoneNumber], home: str) -> Sender:
    if not sender or sender.upper() in _MASKED:
        return _UNKNOWN
    if _SHORT_CODE.fullmatch(sender):
        return Unanswered(Kind.SHORT_CODE)
    if _NATIONAL.fullmatch(sender):
        return _national(sender, own, home)
    if len(sender) <= _LONGEST_SENDER_ID and any(letter.isalpha() for letter in sender):
        return Unanswered(Kind.ALPHANUMERIC)
    return Unanswered(Kind.MALFORMED)


def _national(sender: str, own: frozenset[PhoneNumber], home: str) -> Sender:
    """A number in the home country's own writing; Twilio never sends one, a person still might."""
    try:
        number = phonenumbers.parse(sender, home)
    except phonenumbers.NumberParseException:
        return Unanswered(Kind.MALFORMED)
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return judge(e164, own, home) if _E164.fullmatch(e164) else Unanswered(Kind.MALFORMED)


def _costly(sender: str, welcome: set[str]) -> Kind | None:
    three, two = sender[1:4], sender[1:3]  # calling codes are prefix-free, so at most one matches
    if three in fraud_prone.GLOBAL_NETWORKS:
        return Kind.TOLL_FRAUD_PRONE
    if three in fraud_prone.PREMIUM_SERVICES:
        return Kind.PREMIUM
    country = fraud_prone.COUNTRIES.get(three) or fraud_prone.COUNTRIES.get(two)
    return Kind.TOLL_FRAUD_PRONE if country and country not in welcome else None


def _north_american(number: PhoneNumber) -> Sender:
    """Quicker than libphonenumber, whose only +1 service numbers are 900 (and a few on islands)."""
    if len(number.e164) != len("+15550001234"):
        return Unanswered(Kind.MALFORMED)
    return Unanswered(Kind.PREMIUM) if number.e164[2:5] == "900" else Ordinary(number)


def _by_type(number: PhoneNumber) -> Sender:
    try:
        parsed = phonenumbers.parse(number.e164)
    except phonenumbers.NumberParseException:
        return Unanswered(Kind.MALFORMED)
    if not phonenumbers.is_possible_number(parsed):
        return Unanswered(Kind.MALFORMED)
    if phonenumbers.number_type(parsed) in _SERVICE_TYPES:
        return Unanswered(Kind.PREMIUM)
    return Ordinary(number)
