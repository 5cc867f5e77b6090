"""The account of those who phone each other: nobody is dialled twice, both are told once, and the texts go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.chaos.accounts import Account
from tests.chaos.call_setting import Switch
from tests.chaos.chronicle import Chronicle, Line, Story
from tests.chaos.phoning import NOT_NOW, OVER, PhoningCaller, PhoningPeer
from tests.chaos.wire import OUTBOUND
from warmline.ids import ContactId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.leg import Leg, Side
from warmline.routing.phoning import Over, is_part
from warmline.store.store import Store

NOT_REACHED = frozenset({Over.PEER_NOT_REACHED, Over.CALLER_NOT_REACHED})


@dataclass(slots=True)
class Figures:
    """What there was to count."""

    asked: int = 0
    agreed: int = 0
    over: Counter[str] = field(default_factory=Counter)
    owed: Counter[tuple[str, str]] = field(default_factory=Counter)  # by phone and sentence


def settle_phoning(account: Account, switch: Switch, chronicle: Chronicle, store: Store) -> str:
    """Add what is wrong to the account; a line of figures for the report."""
    figures = Figures()
    for story in chronicle.stories.values():
        if story.of("phone_asked"):
            contact = store.contacts.get(ContactId(story.contact))
            _follow(account, figures, switch, story, str(contact.caller) if contact else "")
            _check_dialled(account, switch, chronicle, story)
    people: list[PhoningCaller | PhoningPeer] = [*switch.phoning_callers, *switch.phoning_peers]
    for one in people:
        _check_unknown(account, switch, chronicle, one.number)
        name = one.number
        if isinstance(one, PhoningCaller):
            name = store.people.key_of(PhoneNumber(one.number))
        for sentence in (OVER, NOT_NOW):
            _compare(account, one.number, sentence, figures.owed[name, sentence], one.texts)
    over = ", ".join(f"{how} {count}" for how, count in figures.over.most_common())
    talked = sum(one.phone.talked for one in switch.phoning_callers)
    return f"CALL asked {figures.asked}, agreed {figures.agreed}, talked {talked} · over: {over}"


def _follow(account: Account, figures: Figures, switch: Switch, story: Story, caller: str) -> None:
    """Each call within a conversation is over once, and what both are owed follows from how."""
    agreed: Line | None = None
    together, how_asked = False, ""
    for line in story.of("phone_asked", "phone_agreed", "phone_together", "phone_over"):
        match line.event:
            case "phone_asked":
                figures.asked += 1
                how_asked = line.about.get("how", "")
            case "phone_agreed":
                figures.agreed += 1
                if agreed:
                    account.faults.append(f"{story.contact} began to phone twice")
                agreed, together = line, False
            case "phone_together":
                together = True
            case _:
                _is_over(figures, switch, line, agreed, caller, how_asked)
                if (line.about["how"] == Over.TALKED) != together:
                    account.faults.append(
                        f"{story.contact} phoned: {line.about['how']}, {together}"
                    )
                agreed, together = None, False
    if agreed and story.closed is None:
        account.faults.append(f"the call of {story.contact} is not over")


def _is_over(
    figures: Figures,
    switch: Switch,
    line: Line,
    agreed: Line | None,
    caller: str,
    how_asked: str,
) -> None:
    how = line.about["how"]
    figures.over[how] += 1
    sentence = OVER if how == Over.TALKED else NOT_NOW
    if agreed and (how == Over.TALKED or how in NOT_REACHED):
        figures.owed[caller, sentence] += 1
        figures.owed[switch.ids[VolunteerId(agreed.about["volunteer"])], sentence] += 1
    elif how == Over.NO_ANSWER_YET and how_asked == "asked_peer":
        figures.owed[caller, sentence] += 1


def _check_dialled(account: Account, switch: Switch, chronicle: Chronicle, story: Story) -> None:
    """Once to the peer and once to the caller for each time that both agreed."""
    agreed = [line.at for line in story.of("phone_agreed")]
    dialled: Counter[tuple[Side, int]] = Counter()
    for leg in _parts(chronicle.legs.values(), story):
        call = switch.wire.calls.get(leg.sid or "")
        if call and (began := call.rang or call.answered or call.ended):
            dialled[leg.side, sum(at <= began for at in agreed)] += 1
    for (side, _), count in dialled.items():
        if count > 1:
            account.doubled += count - 1
            account.faults.append(f"{story.contact}: the {side} was dialled {count} times")


def _parts(legs: Iterable[Leg], story: Story) -> Iterable[Leg]:
    return (leg for leg in legs if is_part(leg.id) and leg.contact == story.contact)


def _check_unknown(account: Account, switch: Switch, chronicle: Chronicle, number: str) -> None:
    for call in switch.wire.of(number):
        if call.way == OUTBOUND and call.sid not in chronicle.legs:
            account.doubled += 1
            account.faults.append(f"{number} was dialled, and no leg knows of it: {call.sid}")


def _compare(account: Account, number: str, sentence: str, due: int, texts: Counter[str]) -> None:
    came = texts[sentence]
    account.notices += came
    account.doubled += max(0, came - due)
    account.lost += max(0, due - came)
    if came != due:
        account.faults.append(f"{sentence!r} came {came} times to {number} instead of {due}")
