"""Whether the queue is in its order after every step of a night: whoever is in danger first, then whoever has waited longest."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.roster_weeks.play import Said
from tests.roster_weeks.stage import WeeksLine
from warmline.ids import ContactId
from warmline.routing.care import place
from warmline.safety.reading import Band


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody who waits, as their contact has it."""

    contact: ContactId
    rank: int
    since: int
    band: Band
    is_offered: bool
    was_tried: bool

    @property
    def order(self) -> tuple[int, int]:
        return -self.rank, self.since


@dataclass(slots=True)
class QueueWatch:
    """Looks at everybody who waits, and remembers who was being offered at the step before."""

    line: WeeksLine
    looks_taken: int = 0
    longest: int = 0
    in_danger: int = 0  # looks at which somebody in imminent danger waited behind nobody calmer
    wrong: list[str] = field(default_factory=list)
    _offered: frozenset[ContactId] = frozenset()

    def looks(self, heard: list[Said]) -> None:
        """After every step, when all has come to rest."""
        del heard
        queue = self._read()
        self.looks_taken += 1
        self.longest = max(self.longest, len(queue))
        self.in_danger += any(one.band is Band.IMMINENT for one in queue)
        if [one.order for one in queue] != sorted(one.order for one in queue):
            self.wrong.append("not by rank, then since")
        if any(one.rank < place(self.line.desk.policy, one.band) for one in queue):
            self.wrong.append("a rank below that of the band")
        fresh = [one for one in queue if one.is_offered and one.contact not in self._offered]
        passed_over = [one for one in queue if not one.is_offered and not one.was_tried]
        if fresh and passed_over and passed_over[0].order < fresh[-1].order:
            self.wrong.append("offered before somebody who goes first")
        self._offered = frozenset(one.contact for one in queue if one.is_offered)

    def _read(self) -> list[Place]:
        store = self.line.desk.store
        keys, waiting = store.keys, store.contacts.waiting()
        with store.connection.pipeline(transaction=False) as pipe:
            for one in waiting:
                pipe.hmget(keys.contact(one), "rank", "since", "band")
                pipe.hlen(keys.offered(one))
                pipe.hlen(keys.tried(one))
            found = pipe.execute()
        return [
            Place(
                contact=one,
                rank=int(facts[0] or 0),
                since=int(facts[1]),
                band=Band(facts[2] or Band.NONE),
                is_offered=bool(offered),
                was_tried=bool(tried),
            )
            for one, facts, offered, tried in zip(
                waiting, found[::3], found[1::3], found[2::3], strict=True
            )
        ]
