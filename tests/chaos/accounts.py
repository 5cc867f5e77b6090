"""The account at the end: where every text went, what every notice was for, what is left in the store."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from tests.chaos.kills import Kill
from tests.chaos.people import Caller, Peer, Town
from tests.chaos.words import Said
from warmline.phone import PhoneNumber
from warmline.store.sids import whole
from warmline.store.store import Store

RECOVERED_WITHIN = 10.0  # seconds
AFTERGLOW = 2.0  # seconds after an outage in which an answer given during it may still arrive
GRACE = timedelta(seconds=5)


@dataclass(slots=True)
class Account:
    """What a run came to. `faults` are in words; none is what we want."""

    texts: int = 0
    relayed: int = 0
    lost: int = 0
    doubled: int = 0
    misdelivered: int = 0
    disordered: int = 0
    overtaken: int = 0  # at the exchange or for an outage: the line took them in in that order
    troubles: int = 0
    notices: int = 0
    worst_recovery: float = 0.0
    worst_through_several: float = 0.0
    leftovers: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known when everything has come to rest."""

    town: Town
    store: Store
    kills: Sequence[Kill]
    outages: Sequence[tuple[float, float]]
    log: Sequence[dict[str, Any]]  # the exchange's

    def in_outage(self, at: float) -> bool:
        return any(begun <= at <= ended + AFTERGLOW for begun, ended in self.outages)

    def announced(self) -> dict[str, list[tuple[float, int | None]]]:
        """For each text by its sid: when its webhook was tried, and the answer."""
        tries: dict[str, list[tuple[float, int | None]]] = defaultdict(list)
        for entry in self.log:
            if entry["kind"] == "webhook":
                at = datetime.fromisoformat(entry["at"]).timestamp()
                tries[entry["about"]].append((at, entry["status"]))
        return tries


def settle(evidence: Evidence) -> Account:
    """Every text once on one phone, in order; every notice for its reason; nothing left."""
    town = evidence.town
    account = Account(texts=town.texts, relayed=sum(len(s.sids) for s in town.words.said.values()))
    account.faults += town.faults.found
    account.misdelivered = town.faults.misdelivered
    _count_words(account, evidence)
    _check_order(account, evidence)
    for caller in town.callers:
        _check_caller(account, caller)
    for peer in town.peers:
        _check_peer(account, peer)
    _check_troubles(account, evidence)
    _measure_recovery(account, evidence)
    _look_for_leftovers(account, evidence.store)
    return account


def _count_words(account: Account, evidence: Evidence) -> None:
    for said in evidence.town.words.said.values():
        missing = len(said.sids) - len(said.arrivals)
        if missing > 0:
            account.lost += missing
            account.faults.append(f"lost: text {said.number} of {said.sender}")
        elif missing < 0:
            account.doubled -= missing
            account.faults.append(f"doubled: text {said.number} of {said.sender}")


def _check_order(account: Account, evidence: Evidence) -> None:
    """What a phone got from one sender came in the order in which the line took it in."""
    town, tries = evidence.town, evidence.announced()
    by_pair: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for said in town.words.said.values():
        if len(said.arrivals) == len(said.sids) and len({a.phone for a in said.arrivals}) == 1:
            by_pair[said.sender, said.arrivals[0].phone].append(said)
    for (sender, receiver), talked in by_pair.items():
        taken_in = _places(evidence.store, sender)
        sent = [(sid, said.number) for said in talked for sid in said.sids]
        came = sorted((a.n, said.number) for said in talked for a in said.arrivals)
        unknown = [number for sid, number in sent if sid not in taken_in]
        if unknown:
            account.faults.append(f"never taken in: {unknown} of {sender}")
            continue
        expected = [number for _, number in sorted((taken_in[sid], number) for sid, number in sent)]
        if expected != [number for _, number in came]:
            account.disordered += 1
            account.faults.append(f"out of order: {sender} -> {receiver}")
        for (earlier, _), (later, number) in pairwise(sent):
            if taken_in[earlier] < taken_in[later]:
                continue
            account.overtaken += 1
            smooth = [s == 200 and not evidence.in_outage(at) for at, s in tries[earlier]]
            if sender not in town.some and smooth and all(smooth):
                account.faults.append(f"overtaken by text {number} of {sender} for no reason")


def _places(store: Store, sender: str) -> dict[str, int]:
    key = store.people.key_of(PhoneNumber(sender))
    sids = store.connection.lrange(store.keys.sids(key), 0, -1)
    return {whole(kept): place for place, kept in enumerate(sids)}


def _check_caller(account: Account, caller: Caller) -> None:
    talks = len(caller.talks)
    by_peer = sum(talk.asked_to_end == "peer" for talk in caller.talks)
    owed = {
        "greeting": min(talks, 1),
        "looking": talks,
        "here": talks,
        "thanks": talks - by_peer,
        "ended_by_peer": by_peer,
        "same_peer": talks,
    }
    _compare(account, caller.number, owed, caller.notices)


def _check_peer(account: Account, peer: Peer) -> None:
    lost = len(peer.offered) - peer.won
    asked_in_vain = len(peer.took) - peer.won
    answers = peer.notices["taken"] + peer.notices["unknown_code"]
    owed = {"on": 1, "offer": len(peer.offered), "begins": peer.won, "ended": peer.won}
    told = {kind: peer.notices[kind] for kind in owed} | {"too late": answers}
    others = {k: n for k, n in peer.notices.items() if k not in {*owed, "taken", "unknown_code"}}
    owed["too late"] = lost + asked_in_vain
    _compare(account, peer.number, owed, Counter(told | others))


def _compare(account: Account, phone: str, owed: dict[str, int], told: Counter[str]) -> None:
    account.notices += sum(told.values())
    for kind in {*owed, *told} - {"trouble"}:
        due, came = owed.get(kind, 0), told[kind]
        if came > due:
            account.doubled += came - due
            account.faults.append(f"notice doubled: {kind} for {phone}, {came} instead of {due}")
        elif came < due:
            account.lost += due - came
            account.faults.append(f"notice lost: {kind} for {phone}, {came} instead of {due}")


def _check_troubles(account: Account, evidence: Evidence) -> None:
    """An answer without Redis is right only while Redis was away, and once for each delivery."""
    account.troubles = len(evidence.town.troubles)
    delivered: Counter[str] = Counter()
    for sid, tries in evidence.announced().items():
        answered = sum(status == 200 and evidence.in_outage(at) for at, status in tries)
        delivered[evidence.town.sids.get(sid, "")] += answered
    told: Counter[str] = Counter()
    for at, phone in evidence.town.troubles:
        told[phone] += 1
        if not evidence.in_outage(at):
            account.faults.append(f"{phone} was told of trouble while there was none")
    for phone, count in told.items():
        if count > delivered[phone]:
            account.doubled += count - delivered[phone]
            account.faults.append(f"{phone} was told of trouble {count} times")


def _measure_recovery(account: Account, evidence: Evidence) -> None:
    """For each kill: how long after the line was whole again the last text sent before was out."""
    tries = evidence.announced()
    for said in evidence.town.words.said.values():
        arrived = sorted(arrival.at for arrival in said.arrivals)
        for sid, sent, came in zip(said.sids, said.sent, arrived, strict=False):
            if not said.relayed or sid not in tries:
                continue  # no kill kept it: it waited for a peer, or the exchange never told of it
            through = [k for k in evidence.kills if sent <= k.whole_at and k.at < came]
            if not through:
                continue
            wait = came - through[-1].whole_at
            through[-1].worst = max(through[-1].worst, wait)
            account.worst_recovery = max(account.worst_recovery, wait)
            several = came - through[0].whole_at
            account.worst_through_several = max(account.worst_through_several, several)
            if wait > RECOVERED_WITHIN:
                kill = through[-1]
                account.faults.append(
                    f"late: text {said.number} of {said.sender} was out {wait:.1f} s after "
                    f"{kill.process} was killed at {kill.step!r}"
                )


def _look_for_leftovers(account: Account, store: Store) -> None:
    redis, now = store.connection, datetime.now(UTC)
    left = account.leftovers
    for kind in ("inbox", "lane", "held", "words"):
        left[kind] = sum(1 for _ in redis.scan_iter(match=f"wl:{{main}}:{kind}:*", count=1000))
    left["open contact"] = len(store.contacts.open())
    left["bell"] = redis.llen(store.keys.bell())
    left["overdue"] = store.schedule.overdue(now, GRACE)
    for key in redis.scan_iter(match="wl:{main}:out:*", count=1000):
        left["text not sent"] += redis.hget(key, "state") in {"queued", "sending"}
    account.faults += [f"left behind: {count} x {kind}" for kind, count in left.items() if count]
    left["RQ job"] = sum(1 for _ in redis.scan_iter(match="{rq}:job:*", count=1000))
