"""The account of calls: no leg without a purpose, nobody in dead air or with two others, every end named and told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from tests.chaos.accounts import Account
from tests.chaos.call_setting import Switch
from tests.chaos.chronicle import Chronicle, wait_of
from tests.chaos.crisis import OUTSIDE
from tests.chaos.crisis_accounts import settle_crisis
from tests.chaos.kills import Kill
from tests.chaos.listening_accounts import settle_listening, settle_messages
from tests.chaos.page_accounts import settle_pages
from tests.chaos.phoning_accounts import settle_phoning
from tests.chaos.wire import OUTBOUND, OnTheLine
from warmline.ids import CallSid, VolunteerId
from warmline.routing.leg import Side, inbound_leg
from warmline.store.store import Store

ORPHANED_FOR = 10.0  # seconds that a leg may go on when nobody needs it any more
DEAD_AIR = 20.0 + 3.0  # one round of waiting, and what a busy machine takes to begin the next
WILL_RING = "We will try to ring you"
AT_ONCE = 1.0  # seconds by which what we tell the exchange may cross with what it tells us


@dataclass(slots=True)
class Figures:
    """What there was to count."""

    legs: int = 0
    orphans: int = 0
    worst_orphan: float = 0.0
    worst_orphan_in_all: float = 0.0
    worst_air: float = 0.0
    worst_air_in_all: float = 0.0
    cut_off: int = 0
    where: str = ""  # the call with the longest silence


def settle_calls(
    account: Account,
    switch: Switch,
    store: Store,
    kills: Sequence[Kill],
    recordings: Collection[str],
) -> str:
    """Add what is wrong to the account; lines of figures for the report."""
    chronicle, figures = Chronicle(store), Figures()
    calls = switch.wire.calls.values()
    callers = {caller.number for caller in switch.callers}
    callers |= {caller.number for caller in switch.phoning_callers}
    for call in calls:
        if call.way == OUTBOUND and not call.parent:  # the exchange itself ends what it has dialled
            _check_leg(account, figures, chronicle, call, kills)
        if call.handset in callers:
            _check_air(account, figures, call, kills)
        elif call.way == OUTBOUND and call.handset not in OUTSIDE:
            _check_not_rung_in_a_talk(account, switch, call)
    _check_company(account, switch)
    _check_crowds(account, switch, chronicle)
    _check_ends(account, switch, chronicle)
    _check_asked(account, switch, chronicle)
    _check_written_down(account, switch, chronicle)
    pages = settle_pages(account, switch, chronicle, store, kills)
    crisis = settle_crisis(account, switch, chronicle, store, kills)
    phoning = settle_phoning(account, switch, chronicle, store)
    listening = settle_listening(account, switch, chronicle)
    messages = settle_messages(account, switch, chronicle, store, recordings)
    summary = _summary(switch, chronicle, figures)
    return "\n".join([summary, pages, crisis, phoning, f"{listening} · {messages}"])


def _check_leg(
    account: Account, figures: Figures, chronicle: Chronicle, call: OnTheLine, kills: Sequence[Kill]
) -> None:
    figures.legs += 1
    began = call.rang or call.answered
    if began is None or call.ended is None:
        if call.ended is None:
            account.faults.append(f"a leg to {call.handset} is not over")
        return
    leg = chronicle.legs.get(call.sid)
    since: float | None = began
    if leg and leg.side is Side.COORDINATOR and not (leg.page or leg.contact):
        return  # they asked for messages, and hang up when they have heard enough
    if leg and leg.page:
        page = chronicle.pages.get(leg.page)
        since = page.over if page else None
    elif leg and leg.contact:
        since = chronicle.stories[leg.contact].unwanted_since(leg)
    if since is None or since >= call.ended:
        return
    since = max(since, began)
    lasted = wait_of(kills, since, call.ended)
    figures.worst_orphan = max(figures.worst_orphan, lasted)
    figures.worst_orphan_in_all = max(figures.worst_orphan_in_all, call.ended - since)
    if lasted > ORPHANED_FOR:
        figures.orphans += 1
        what = f"{leg.side} leg {leg.id}" if leg else "leg that we do not know"
        account.faults.append(f"orphaned for {lasted:.1f} s: {what} to {call.handset}")


def _check_air(account: Account, figures: Figures, call: OnTheLine, kills: Sequence[Kill]) -> None:
    if call.answered is None or call.ended is None:
        return
    figures.cut_off += "application error" in call.heard
    within = [sign for sign in call.signs if call.answered <= sign[0] <= call.ended]
    ends = [(call.answered, False), *within, (call.ended, False)]
    for (begun, in_company), (ended, _) in pairwise(ends):
        if in_company:
            continue
        if ended - begun > figures.worst_air_in_all:
            figures.worst_air_in_all, figures.where = ended - begun, call.sid
        silent = wait_of(kills, begun, ended)
        figures.worst_air = max(figures.worst_air, silent)
        if silent > DEAD_AIR:
            account.faults.append(f"dead air for {silent:.1f} s: {call.handset}, {call.sid}")


def _check_not_rung_in_a_talk(account: Account, switch: Switch, call: OnTheLine) -> None:
    if call.rang is None:
        return
    for other in switch.wire.calls.values():
        if other.handset != call.handset or other is call:
            continue
        for company in other.company:
            over = company.ended or float("inf")
            if company.began + AT_ONCE < call.rang < over - AT_ONCE:
                account.faults.append(f"rung in the middle of a talk: {call.handset}")


def _check_company(account: Account, switch: Switch) -> None:
    """Nobody is with two, in one room or by two calls of the same phone."""
    by_handset: dict[str, list[tuple[float, float, str]]] = {}
    for call in switch.wire.calls.values():
        for company in call.company:
            over = company.ended or float("inf")
            by_handset.setdefault(call.handset, []).append((company.began, over, call.sid))
    for handset, spans in by_handset.items():
        if handset in OUTSIDE:  # many people answer there
            continue
        for (_, ended, sid), (begun, _, other) in combinations(sorted(spans), 2):
            if begun < ended - AT_ONCE and sid != other:
                account.faults.append(f"in two talks at once: {handset}")


def _check_crowds(account: Account, switch: Switch, chronicle: Chronicle) -> None:
    """A third is right only as the crisis line, or as a coordinator who listens; whoever is to go is told of as an orphan."""
    for crowd in switch.wire.crowds:
        there: Counter[Side] = Counter()
        for sid in crowd.sids:
            leg, story = chronicle.legs.get(sid), chronicle.story_of(sid)
            since = story.unwanted_since(leg) if leg and story else None
            if leg and (since is None or since > crowd.at):
                there[leg.side] += 1
            elif leg is None:
                account.faults.append(f"in a room, and nobody knows why: {sid}")
        if max(there.values(), default=0) > 1:
            account.faults.append(f"too many in one room: {dict(there)}")


def _check_ends(account: Account, switch: Switch, chronicle: Chronicle) -> None:
    """Every contact ends once, by a name, and its peer is told once."""
    owed: Counter[str] = Counter()
    for story in chronicle.stories.values():
        if not story.opened:
            continue
        if len(story.ends) != 1 or not story.ends[0][1]:
            account.faults.append(f"{len(story.ends)} ends of contact {story.contact}")
        for _, _, peer in story.ends:
            owed[switch.ids.get(VolunteerId(peer), "")] += 1
    for number, count in switch.told_of_ends.items():
        account.notices += count
        if count > owed[number]:
            account.doubled += count - owed[number]
            account.faults.append(f"ends told to {number}: {count} instead of {owed[number]}")
        elif count < owed[number]:
            account.lost += owed[number] - count
            account.faults.append(f"ends told to {number}: {count} instead of {owed[number]}")


def _check_asked(account: Account, switch: Switch, chronicle: Chronicle) -> None:
    """Whoever hung up is rung only if they asked for it, or were told so."""
    wished = {caller.number: caller.asked for caller in switch.callers}
    for call in switch.wire.calls.values():
        if call.way != OUTBOUND or call.handset not in wished or call.rang is None:
            continue
        leg = chronicle.legs.get(call.sid)
        if leg is None or leg.side is not Side.CALLER or leg.contact is None:
            continue  # told of as an orphan
        opened = chronicle.stories[leg.contact].opened
        promised = [*wished[call.handset], *switch.wire.told(call.handset, WILL_RING)]
        if not any(opened <= at <= call.rang for at in promised):
            account.faults.append(f"rung unasked: {call.handset}")


def _check_written_down(account: Account, switch: Switch, chronicle: Chronicle) -> None:
    known = {leg.id for leg in chronicle.legs.values()}
    for call in switch.wire.calls.values():
        if call.way != OUTBOUND and inbound_leg(CallSid(call.sid)) not in known:
            account.faults.append(f"a call that nobody wrote down: {call.handset}, {call.sid}")


def _summary(switch: Switch, chronicle: Chronicle, figures: Figures) -> str:
    calls = switch.wire.calls.values()
    ways = Counter(
        how for story in chronicle.stories.values() if story.channel == "voice"
        for _, how, _ in story.ends
    )  # fmt: skip
    ends = ", ".join(f"{how} {count}" for how, count in ways.most_common())
    talks = sum(caller.talked for caller in switch.callers)
    return (
        f"calls {sum(call.way != OUTBOUND for call in calls)} · talks {talks} · "
        f"legs placed {figures.legs} · ends: {ends}\n"
        f"orphaned legs {figures.orphans}, the longest {figures.worst_orphan:.1f} s of "
        f"{ORPHANED_FOR:.0f} s after the line was whole ({figures.worst_orphan_in_all:.1f} s in all) · "
        f"longest silence for a caller {figures.worst_air:.1f} s ({figures.worst_air_in_all:.1f} s in all: {figures.where}) · "
        f"calls cut off while web was away {figures.cut_off}"
    )
