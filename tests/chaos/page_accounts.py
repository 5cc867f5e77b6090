"""The account of pages: none lost, the first in time, each sent once, and none after somebody has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tests.chaos.accounts import Account
from tests.chaos.call_setting import Switch
from tests.chaos.chronicle import Chronicle, PageStory, wait_of
from tests.chaos.kills import Kill
from warmline.ids import ContactId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.store.store import Store

FIRST_WITHIN = 5.0  # seconds
RECOVERED_WITHIN = 10.0  # and what a kill may take besides
CROSSES = 2.0  # seconds in which a page that is on its way may still come when somebody has it


def settle_pages(
    account: Account, switch: Switch, chronicle: Chronicle, store: Store, kills: Sequence[Kill]
) -> str:
    """Add what is wrong to the account; a line of figures for the report."""
    sent = Counter(
        (switch.ids[VolunteerId(volunteer)], page.code)
        for page in chronicle.pages.values()
        for _, volunteer in page.sent
    )
    came = Counter((one.number, code) for one in switch.coordinators for _, code in one.pages)
    for (number, code), count in came.items():
        if count > sent[number, code]:
            account.doubled += count - sent[number, code]
            account.faults.append(f"page {code} came {count} times to {number}")
    late = [_check_page(account, switch, page, kills) for page in chronicle.pages.values()]
    firsts = _check_firsts(account, switch, chronicle, _wrote_as(switch, chronicle, store), kills)
    return (
        f"pages {len(chronicle.pages)} · sent {sum(sent.values())}, came {sum(came.values())} · "
        f"in danger {sum(len(one.wrote) for one in switch.in_danger)}, paged after "
        f"{_middle(firsts):.1f} s as a rule, {max(firsts, default=0.0):.1f} s at worst · "
        f"after ACK {sum(late)}"
    )


def _check_page(account: Account, switch: Switch, page: PageStory, kills: Sequence[Kill]) -> int:
    """How many of a page came when somebody had it; it must have come to somebody, or have been over at once."""
    came = [at for one in switch.coordinators for at, code in one.pages if code == page.code]
    if not came and page.sent and page.over is None:
        account.lost += 1
        account.faults.append(f"page lost: {page.code}, {page.reason}")
    if page.over is None:
        account.faults.append(f"nobody has page {page.code}, {page.reason}")
        return 0
    late = [at for at in came if wait_of(kills, page.over, at) > CROSSES]
    account.faults += [
        f"page {page.code} came {at - page.over:.1f} s after somebody had it" for at in late
    ]
    return len(late)


def _wrote_as(switch: Switch, chronicle: Chronicle, store: Store) -> dict[str, float]:
    """When the text was sent that began each contact of somebody in danger."""
    by_caller: dict[str, list[tuple[float, str]]] = {}
    for story in chronicle.stories.values():
        contact = store.contacts.get(ContactId(story.contact))
        if contact and story.opened:
            by_caller.setdefault(contact.caller, []).append((story.opened, story.contact))
    wrote: dict[str, float] = {}
    for one in switch.in_danger:
        for opened, name in by_caller.get(store.people.key_of(PhoneNumber(one.number)), []):
            before = [at for at in one.wrote if at <= opened]
            if before and before[-1] not in wrote.values():
                wrote[name] = before[-1]
    return wrote


def _check_firsts(
    account: Account,
    switch: Switch,
    chronicle: Chronicle,
    wrote_as: Mapping[str, float],
    kills: Sequence[Kill],
) -> list[float]:
    """For each text of somebody in danger: the seconds until the first coordinator had a page in hand."""
    took: list[float] = []
    firsts = [page for page in chronicle.pages.values() if page.reason == "imminent"]
    wrote = sum(len(one.wrote) for one in switch.in_danger)
    if len(wrote_as) < wrote:  # their words went into the contact that was still open
        account.faults.append(f"{wrote} wrote in danger, and {len(wrote_as)} contacts began")
    for page in firsts:
        came = [at for one in switch.coordinators for at, code in one.pages if code == page.code]
        wrote_at = wrote_as.get(page.contact)
        if not came or wrote_at is None:
            account.faults.append(f"nobody was paged for somebody in danger: page {page.code}")
            continue
        first = min(came)
        wait = wait_of(kills, wrote_at, first)
        took.append(first - wrote_at)
        allowed = FIRST_WITHIN + (RECOVERED_WITHIN if wait < first - wrote_at else 0.0)
        if wait > allowed:
            account.faults.append(f"page {page.code} came {wait:.1f} s after the text")
    return took


def _middle(numbers: Sequence[float]) -> float:
    return sorted(numbers)[len(numbers) // 2] if numbers else 0.0
