"""The account of listeners and of messages: no listener of whom the peer has not heard, nothing recorded without consent or kept unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from tests.chaos.accounts import Account
from tests.chaos.call_setting import Switch
from tests.chaos.chronicle import Chronicle, Line, Story
from tests.chaos.wire import OnTheLine
from warmline.ids import MessageId, VolunteerId
from warmline.routing.contact import Ended
from warmline.routing.ladder import Reason
from warmline.routing.leg import Leg, Side
from warmline.routing.listening import is_listener
from warmline.store.store import Store

WILL, NOBODY = "about to listen to your call", "no coordinator listens to your call"
ALOUD = "A coordinator is about to listen"
COMES_AFTER = {"asked": {"", "over"}, "peer_knows": {"asked"}, "began": {"peer_knows"}}


def settle_listening(account: Account, switch: Switch, chronicle: Chronicle) -> str:
    """Add what is wrong to the account; a line of figures for the report."""
    counts: Counter[str] = Counter()
    owed: Counter[tuple[str, str]] = Counter()
    for story in chronicle.stories.values():
        lines = story.of("listening")
        counts.update(line.what for line in lines)
        _check_order(account, story, lines)
        for line in lines:
            if line.what in {"asked", "over"}:
                sentence = WILL if line.what == "asked" else NOBODY
                owed[_peer_at(switch, story, line.at), sentence] += 1
    for peer in switch.peers:
        for sentence in (WILL, NOBODY):
            came = sum(sentence in body for _, body in peer.diary)
            _compare(account, peer.number, sentence, owed[peer.number, sentence], came)
    for sid, leg in chronicle.legs.items():
        call, whose = switch.wire.calls.get(sid), chronicle.story_of(sid)
        if call and whose and is_listener(leg):
            _check_listener(account, switch, chronicle, whose, leg, call)
    return (
        f"LISTEN asked {counts['asked']}, the peer knew {counts['peer_knows']}, listened "
        f"{counts['began']}, over {counts['over']}"
    )


def _check_order(account: Account, story: Story, lines: list[Line]) -> None:
    before = ""
    for line in lines:
        if before not in COMES_AFTER.get(line.what, {"asked", "peer_knows", "began"}):
            account.faults.append(f"{story.contact}: listening {line.what} after {before!r}")
        before = line.what
    if before not in {"", "over"}:
        account.faults.append(f"{story.contact}: somebody listens for ever ({before})")


def _peer_at(switch: Switch, story: Story, at: float) -> str:
    taken = [volunteer for began, volunteer in story.accepted if began <= at]
    return switch.ids.get(VolunteerId(taken[-1]), "") if taken else ""


def _check_listener(
    account: Account,
    switch: Switch,
    chronicle: Chronicle,
    story: Story,
    leg: Leg,
    call: OnTheLine,
) -> None:
    """No phone rings before the peer has heard of it, and nobody hears the one who listens."""
    began = call.rang or call.answered
    asked = [line.at for line in story.of("listening") if line.what == "asked"]
    if began is None or not asked:
        return
    since = max((at for at in asked if at <= began), default=0.0)
    peers = [sid for sid, one in chronicle.legs.items() if _is_peers(one, story)]
    told = [
        at
        for sid in peers
        if sid in switch.wire.calls
        for at in switch.wire.calls[sid].was_told(ALOUD)
    ]
    if not any(since <= at <= began for at in told):
        account.faults.append(f"{story.contact}: {leg.id} was rung, and the peer had heard nothing")
    crowded = [crowd for crowd in switch.wire.crowds if call.sid in crowd.sids]
    if crowded and not call.is_muted:
        account.faults.append(f"{story.contact}: whoever listens can be heard")


def _is_peers(leg: Leg, story: Story) -> bool:
    return leg.side is Side.PEER and leg.contact == story.contact


def settle_messages(
    account: Account,
    switch: Switch,
    chronicle: Chronicle,
    store: Store,
    recordings: Collection[str],
) -> str:
    """`recordings` are those that the exchange still has."""
    left: Counter[str] = Counter()
    for story in chronicle.stories.values():
        left.update(line.about["message"] for line in story.of("message_left"))
        _check_message(account, chronicle, story)
    for message, count in left.items():
        if count > 1:
            account.doubled += count - 1
            account.faults.append(f"message {message} was left {count} times")
    for caller in switch.callers:
        for call in switch.wire.of(caller.number):
            agreed = chronicle.story_of(call.sid)
            consents = [line.at for line in agreed.of("message_agreed")] if agreed else []
            if call.records is not None and not any(at <= call.records for at in consents):
                account.faults.append(f"recorded without consent: {call.handset}, {call.sid}")
    known = {
        found.recording
        for message in left
        if (found := store.messages.get(MessageId(message))) is not None
    }
    for sid in recordings:
        if sid not in known:
            account.faults.append(
                f"the exchange keeps a recording that the line does not know: {sid}"
            )
    heard = sum(store.messages.get(MessageId(message)) is None for message in left)
    return f"messages left {len(left)}, heard and deleted {heard}, kept {len(recordings)}"


def _check_message(account: Account, chronicle: Chronicle, story: Story) -> None:
    left = story.of("message_left")
    reasons = {page.reason for page in chronicle.pages.values() if page.contact == story.contact}
    how = story.ends[0][1] if story.ends else ""
    if left and Reason.MESSAGE not in reasons:
        account.lost += 1
        account.faults.append(f"nobody was told of the message of {story.contact}")
    if how == Ended.MESSAGE_LEFT and not left:
        account.faults.append(f"{story.contact} ended by a message that nobody has")


def _compare(account: Account, number: str, sentence: str, due: int, came: int) -> None:
    account.notices += came
    account.doubled += max(0, came - due)
    account.lost += max(0, due - came)
    if came != due:
        account.faults.append(f"{sentence!r} came {came} times to {number} instead of {due}")
