"""The account of the crisis line: every handoff comes to something by a name, and nobody who wanted the crisis line is left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.chaos.accounts import Account
from tests.chaos.call_setting import Switch
from tests.chaos.chronicle import Chronicle, Line, Story, wait_of
from tests.chaos.crisis import CRISIS_LINE, FALLBACK
from tests.chaos.kills import Kill
from tests.chaos.phoning import BY_TEXT
from tests.chaos.wire import OnTheLine, Spans
from warmline.ids import ContactId
from warmline.phone import PhoneNumber
from warmline.routing.call import DIALLED, Handoff
from warmline.routing.contact import Ended
from warmline.routing.handoff import DECISIONS, Do, Event
from warmline.routing.ladder import Reason
from warmline.routing.leg import Side
from warmline.store.store import Store

# seconds that caller and crisis line may both be on the phone, and not with each other
APART = 10.0
OUTSIDE_ENDS = {CRISIS_LINE: Ended.CRISIS_LINE, FALLBACK: Ended.PUT_THROUGH}


@dataclass(slots=True)
class Figures:
    """What there was to count."""

    offered: int = 0
    rung: int = 0
    three: int = 0
    came_to: Counter[str] = field(default_factory=Counter)
    asked: int = 0  # by key 0
    outside: Counter[str] = field(default_factory=Counter)
    otherwise: int = 0  # talks outside of whose end a killed web could not be told
    worst_apart: float = 0.0


@dataclass(frozen=True, slots=True)
class _Books:
    """What a call is held against, and where it is written down."""

    account: Account
    figures: Figures
    switch: Switch
    chronicle: Chronicle
    kills: Sequence[Kill]


def settle_crisis(
    account: Account, switch: Switch, chronicle: Chronicle, store: Store, kills: Sequence[Kill]
) -> str:
    """Add what is wrong to the account; a line of figures for the report."""
    figures = Figures()
    for story in chronicle.stories.values():
        check_handoffs(account, figures, story)
        _check_pages(account, chronicle, story)
        _check_together(account, switch, chronicle, story)
    _check_number_by_text(account, switch, chronicle, store)
    books = _Books(account, figures, switch, chronicle, kills)
    for caller in switch.callers:
        for call in switch.wire.of(caller.number):
            _check_outside(books, call)
            _check_not_apart(books, call)
    came_to = ", ".join(f"{how} {count}" for how, count in figures.came_to.most_common())
    outside = ", ".join(f"{how} {count}" for how, count in figures.outside.most_common())
    return (
        f"handoffs {figures.offered} · crisis line rung {figures.rung}, three in the room "
        f"{figures.three} · came to: {came_to}\n"
        f"key 0 {figures.asked} · outside: {outside} · not told of it {figures.otherwise} · caller and "
        f"crisis line apart {figures.worst_apart:.1f} s at most"
    )


def check_handoffs(account: Account, figures: Figures, story: Story) -> None:
    """Each state follows from the one before, and what is left at the end is nothing, or a handoff that went well."""
    at: str = ""
    for line in story.of("handoff", "started_over", "peer_dropped"):
        if line.event != "handoff":
            at = ""
            continue
        if line.about.get("from", "") != at:
            account.faults.append(f"handoff of {story.contact}: {line.what} when it was {at!r}")
        figures.offered += line.what == Event.OFFERED
        figures.rung += line.to == Handoff.RINGING
        figures.three += line.what == Event.JOINED
        if at in DIALLED and not line.to:
            figures.came_to[line.what] += 1
        at = line.to
    if at not in DIALLED:
        return
    how = story.ends[0][1] if story.ends else ""
    went_well = at == Handoff.LEFT and how == Ended.HANDED_OVER
    figures.came_to[how] += went_well
    if not went_well:
        account.faults.append(f"handoff of {story.contact} came to nothing: {at}, {how!r}")


def _decided(line: Line, what: Do) -> bool:
    before = Handoff(line.about["from"]) if "from" in line.about else None
    decision = DECISIONS[before].get(Event(line.what))
    return decision is not None and what in decision.does


def _check_pages(account: Account, chronicle: Chronicle, story: Story) -> None:
    """Coordinators were asked wherever the crisis line was wanted, and did not come."""
    reasons = Counter(
        page.reason for page in chronicle.pages.values() if page.contact == story.contact
    )
    failed = sum(_decided(line, Do.PAGE) for line in story.of("handoff"))
    owed = {
        Reason.HANDOFF_FAILED: min(failed, 1),
        Reason.CRISIS_ASKED: min(len(story.of("crisis_asked")), 1),
        Reason.NOT_PUT_THROUGH: min(len(story.of("crisis_line_failed")), 1),
    }
    for reason, count in owed.items():
        if reasons[reason] < count:
            account.lost += 1
            account.faults.append(f"nobody was paged for {story.contact}: {reason}")


def _check_together(account: Account, switch: Switch, chronicle: Chronicle, story: Story) -> None:
    """Whoever ended as handed over was with the crisis line, and without the peer at the end."""
    if not story.ends or story.ends[0][1] != Ended.HANDED_OVER:
        return
    legs = [
        switch.wire.calls[sid]
        for sid, leg in chronicle.legs.items()
        if leg.contact == story.contact
        and leg.side is Side.CRISIS_LINE
        and sid in switch.wire.calls
    ]
    if not any(call.company for call in legs):
        account.faults.append(f"{story.contact} was handed over to nobody")


def _check_number_by_text(
    account: Account, switch: Switch, chronicle: Chronicle, store: Store
) -> None:
    """The crisis line's number went to the caller's phone once for each handoff that failed."""
    owed: Counter[str] = Counter()
    for story in chronicle.stories.values():
        contact = store.contacts.get(ContactId(story.contact))
        if contact:
            owed[contact.caller] += sum(
                _decided(line, Do.TEXT_NUMBER) for line in story.of("handoff")
            )
    texts = {one.number: sum(BY_TEXT in text for text in one.texts) for one in switch.callers}
    texts |= {one.number: one.texts[BY_TEXT] for one in switch.phoning_callers}
    for number, came in texts.items():
        due = owed[store.people.key_of(PhoneNumber(number))]
        account.notices += came
        account.doubled += max(0, came - due)
        account.lost += max(0, due - came)
        if came != due:
            account.faults.append(
                f"the crisis line's number came {came} times to {number} instead of {due}"
            )


def _bridges(switch: Switch, call: OnTheLine) -> Iterable[tuple[str, float, float]]:
    """With which number outside, from when, until when."""
    for company in call.company:
        other = switch.wire.calls.get(company.with_sid)
        if other and other.parent == call.sid:
            yield other.handset, company.began, company.ended or float("inf")


def _check_outside(books: _Books, call: OnTheLine) -> None:
    """Whoever talked with somebody outside has ended by that name, unless nobody was there to be told."""
    story = books.chronicle.story_of(call.sid)
    bridges = list(_bridges(books.switch, call))
    how = story.ends[0][1] if story and story.ends else ""
    if story:
        books.figures.asked += bool(story.of("crisis_asked"))
    for handset, began, ended in bridges:
        books.figures.outside[(handset == CRISIS_LINE and "crisis line") or "fallback"] += 1
        if how == OUTSIDE_ENDS[handset] or call.ended is None:
            continue
        if _killed_between(books.kills, began - APART, ended + APART):
            books.figures.otherwise += 1
        else:
            books.account.faults.append(f"{call.sid} talked with {handset}, and ended as {how!r}")
    talked = {OUTSIDE_ENDS[handset] for handset, _, _ in bridges}
    named = how in set(OUTSIDE_ENDS.values())
    if (
        named
        and how not in talked
        and not _talked_otherwise(books.switch, books.chronicle, story, how)
    ):
        books.account.faults.append(f"{call.sid} ended as {how}, and talked with nobody there")


def _talked_otherwise(switch: Switch, chronicle: Chronicle, story: Story | None, how: str) -> bool:
    """In an earlier or later call of the same contact."""
    if story is None:
        return False
    others = [
        call for sid, call in switch.wire.calls.items()
        if (leg := chronicle.legs.get(sid)) and leg.contact == story.contact
    ]  # fmt: skip
    return any(
        OUTSIDE_ENDS[handset] == how for call in others for handset, _, _ in _bridges(switch, call)
    )


def _killed_between(kills: Sequence[Kill], begun: float, ended: float) -> bool:
    return any(kill.at <= ended and kill.whole_at >= begun for kill in kills)


def _check_not_apart(books: _Books, call: OnTheLine) -> None:
    """Never is the crisis line on the phone for somebody who is alone in the same moment."""
    story = books.chronicle.story_of(call.sid)
    if story is None or call.answered is None:
        return
    alone = call.alone()
    for sid, leg in books.chronicle.legs.items():
        other = books.switch.wire.calls.get(sid)
        if leg.side is not Side.CRISIS_LINE or leg.contact != story.contact or other is None:
            continue
        for begun, ended in _both(alone, other.alone()):
            lasted = wait_of(books.kills, begun, ended)
            books.figures.worst_apart = max(books.figures.worst_apart, lasted)
            if lasted > APART:
                books.account.faults.append(
                    f"{call.handset} and the crisis line were both alone for {lasted:.1f} s"
                )


def _both(first: Spans, second: Spans) -> Spans:
    """When both are."""
    met = [(max(one[0], other[0]), min(one[1], other[1])) for one in first for other in second]
    return [(begun, ended) for begun, ended in met if begun < ended]
