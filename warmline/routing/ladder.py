"""The ladder of a page: who is asked next, how, and when the alarm outside is sounded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from warmline.ids import VolunteerId

AT_LEISURE = timedelta(minutes=30)
ALL_FROM = 2  # rounds after which an urgent page goes to everybody at once
ALARM_FROM = 3
URGENT_FOR = (
    90  # rounds, three hours as a rule; whoever has not answered by then is asked at leisure
)
AT_LEISURE_FOR = 48  # rounds, a day; then the page is over, and the record says that nobody took it


class Reason(StrEnum):
    """Why a coordinator is asked."""

    IMMINENT = "imminent"
    HIGH = "high"
    NOBODY_ON = "nobody_on"  # something worries us, and no peer is on
    BACKUP = "backup"
    HANDOFF = "handoff"
    DANGER = (
        "danger"  # a peer wants to ring the crisis line without consent: it takes a second person
    )
    HANDOFF_FAILED = "handoff_failed"  # the crisis line could not be brought in, or was lost again
    SILENT = "silent"  # a peer does not answer someone at risk
    STOPPED = "stopped"  # someone at risk wants no more texts
    WRITES_AGAIN = "writes_again"  # after STOP, in words of risk: we cannot answer them
    WRITES_IN_DANGER = "writes_in_danger"  # the same where it may be a matter of minutes
    LEFT = "left"  # someone at risk said goodbye
    UNDELIVERED = "undelivered"  # texts do not reach someone at risk
    BLOCKED = "blocked"  # someone who is blocked wrote in danger, and was let through
    CRISIS_ASKED = "crisis_asked"  # a caller on the phone is being put through to the crisis line
    # and could not be: it did not answer, or may not be dialled
    NOT_PUT_THROUGH = "not_put_through"
    # a peer has been with someone in danger, and should not be left alone with it
    DEBRIEF = "debrief"
    MESSAGE = "message"  # a caller has left one for the team
    CHECK_IN = "check_in"  # a volunteer wishes for a call
    PATIENCE = "patience"
    ABANDONED = "abandoned"  # they left twice within an hour, before anyone came
    OFTEN = "often"  # many contacts in a day: a plan may help
    ABUSE = "abuse"  # peers have ended talks with them for abuse, several times
    APPEAL = "appeal"  # someone who is blocked asks to be let in
    REVIEW = "review"  # the day has come to look at a block again


class Urgency(StrEnum):
    URGENT = "urgent"  # everybody, again and again, and the alarm
    HELP = "help"  # one after another, then everybody, then the alarm; from then on at leisure
    CALM = "calm"  # one after another, then at leisure
    NEWS = "news"  # one after another, twice; then it is no news any more


_URGENCY = {
    Reason.IMMINENT: Urgency.URGENT,
    Reason.DANGER: Urgency.URGENT,
    Reason.WRITES_IN_DANGER: Urgency.URGENT,
    Reason.CHECK_IN: Urgency.CALM,
    Reason.DEBRIEF: Urgency.NEWS,
    Reason.APPEAL: Urgency.NEWS,
    Reason.REVIEW: Urgency.NEWS,
    Reason.CRISIS_ASKED: Urgency.NEWS,
    Reason.PATIENCE: Urgency.NEWS,
    Reason.MESSAGE: Urgency.NEWS,
    Reason.ABANDONED: Urgency.NEWS,
    Reason.OFTEN: Urgency.NEWS,
    Reason.ABUSE: Urgency.NEWS,
}


GIVES_WAY: Mapping[Reason, tuple[Reason, ...]] = {
    Reason.IMMINENT: (Reason.HIGH,),
    Reason.DANGER: (Reason.HANDOFF,),
    Reason.HANDOFF_FAILED: (Reason.HANDOFF,),
    Reason.NOT_PUT_THROUGH: (Reason.CRISIS_ASKED,),
}
"""What nobody needs to answer any more once this is asked about the same contact; whoever has it is asked first."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One round of a page. `by_call`: their phones ring as well, as soon as the line can do that for them."""

    people: tuple[VolunteerId, ...]
    after: timedelta  # until the next round
    alarm: bool = False
    by_call: bool = False


def urgency(reason: Reason) -> Urgency:
    """How hard coordinators are sought; all that is not listed is a call for help."""
    return _URGENCY.get(reason, Urgency.HELP)


def next_rung(
    how: Urgency,
    rounds: int,
    order: Sequence[VolunteerId],
    asked: Sequence[VolunteerId],
    *,
    repeat: timedelta,
) -> Rung | None:
    """Whom to ask in this round, or None when it is over. `order`: who can be reached, fairest first; `asked`: who was.

    With nobody to ask, the alarm is all that is left, and it is sounded at once.
    """
    fresh = [one for one in order if one not in asked]
    match how:
        case Urgency.URGENT:
            return _urgent(rounds, order, fresh, repeat)
        case Urgency.HELP:
            return _help(rounds, order, asked, fresh, repeat)
        case Urgency.CALM | Urgency.NEWS:
            return _calm(how, rounds, order, fresh, repeat)


def _urgent(
    rounds: int, order: Sequence[VolunteerId], fresh: Sequence[VolunteerId], repeat: timedelta
) -> Rung | None:
    if rounds >= URGENT_FOR:
        over = rounds >= URGENT_FOR + AT_LEISURE_FOR
        return None if over else Rung(_in_turn(rounds, order), AT_LEISURE)
    if rounds >= ALL_FROM or not order:
        return Rung(tuple(order), repeat, alarm=rounds >= ALARM_FROM or not order, by_call=True)
    before = [one for one in order if one not in fresh]
    return Rung((*before, *fresh[:1]), repeat, by_call=True)


def _help(
    rounds: int,
    order: Sequence[VolunteerId],
    asked: Sequence[VolunteerId],
    fresh: Sequence[VolunteerId],
    repeat: timedelta,
) -> Rung | None:
    if fresh:
        return Rung((fresh[0],), repeat)
    beyond = rounds - len(asked)  # rounds since the last of them was asked for the first time
    if beyond <= (1 if order else 0):
        return Rung(tuple(order), repeat, alarm=beyond > 0 or not order, by_call=True)
    return None if beyond >= AT_LEISURE_FOR else Rung(_in_turn(rounds, order), AT_LEISURE)


def _calm(
    how: Urgency,
    rounds: int,
    order: Sequence[VolunteerId],
    fresh: Sequence[VolunteerId],
    repeat: timedelta,
) -> Rung | None:
    slow = rounds >= 2 * max(1, len(order))
    if slow and how is Urgency.NEWS:
        return None
    people = (fresh[0],) if fresh else _in_turn(rounds, order)
    return Rung(people, AT_LEISURE if slow else repeat)


def _in_turn(rounds: int, order: Sequence[VolunteerId]) -> tuple[VolunteerId, ...]:
    return (order[rounds % len(order)],) if order else ()
