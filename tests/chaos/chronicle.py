"""What the line wrote down about calls and pages, read when all is over: contacts by the journal, legs by the provider's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.chaos.kills import Kill
from warmline.ids import LegId, PageId
from warmline.routing.call import Handoff
from warmline.routing.leg import Leg, Side
from warmline.routing.listening import is_listener
from warmline.routing.phoning import is_part
from warmline.store.store import Store

TURNS_BACK = frozenset({"peer_dropped", "started_over", "not_reached", "crisis_asked"})
KEPT = frozenset({"handoff", "listening"}) | {  # events whose every line is kept
    "phone_asked", "phone_agreed", "phone_together", "phone_over", "crisis_asked", "crisis_answered",
    "crisis_line_failed", "message_agreed", "message_left", "started_over", "peer_dropped",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the journal."""

    at: float
    event: str
    about: dict[str, str]

    @property
    def what(self) -> str:
        return self.about.get("what", "")

    @property
    def to(self) -> str:
        return self.about.get("to", "")


@dataclass(slots=True)
class Story:
    """One contact as the journal tells it."""

    contact: str
    channel: str = ""
    opened: float = 0.0
    ends: list[tuple[float, str, str]] = field(default_factory=list)  # when, how, with which peer
    accepted: list[tuple[float, str]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    rings_back: bool = False
    peer: str = ""

    def of(self, *events: str) -> list[Line]:
        """The lines of these events."""
        return [line for line in self.lines if line.event in events]

    @property
    def closed(self) -> float | None:
        return self.ends[0][0] if self.ends else None

    def unwanted_since(self, leg: Leg) -> float | None:
        """From when on nobody needed this leg any more."""
        began = _began(leg)
        closed = [self.closed] if self.closed is not None else []
        changes = self._changes(leg)
        before = [wanted for at, wanted in changes if at <= began]
        if before and not before[-1]:  # rung when it was over already
            return min([began, *closed])
        later = [at for at, wanted in changes if at > began and not wanted]
        return min([*closed, *later], default=None)

    def _changes(self, leg: Leg) -> list[tuple[float, bool]]:
        """When something began or ended for which a leg like this is rung, and whether it is wanted from then."""
        if is_part(leg.id):
            lines = self.of("phone_agreed", "phone_over")
            return [(line.at, line.event == "phone_agreed") for line in lines]
        if is_listener(leg):
            return [(line.at, line.what != "over") for line in self.of("listening")]
        if leg.side is Side.CRISIS_LINE:  # until a handoff has fallen back to staying
            lines = self.of("handoff", "started_over", "peer_dropped")
            return [(line.at, bool(line.to)) for line in lines]
        if leg.volunteer is None:
            return []
        taken = [(at, volunteer == leg.volunteer) for at, volunteer in self.accepted]
        parted = [(line.at, False) for line in self.of("handoff") if line.to == Handoff.LEFT]
        return [(at, wanted) for at, wanted in sorted([*taken, *parted]) if at > _began(leg)]


def _began(leg: Leg) -> float:
    return leg.tried.timestamp() if leg.tried else 0.0


@dataclass(slots=True)
class PageStory:
    """One page as the journal tells it."""

    page: str
    reason: str
    contact: str
    opened: float
    code: int = 0
    sent: list[tuple[float, str]] = field(default_factory=list)  # when, to which volunteer
    over: float | None = None  # acknowledged, or nobody needed it any more


class Chronicle:
    """All of it."""

    def __init__(self, store: Store) -> None:
        self.stories: dict[str, Story] = {}
        self.pages: dict[str, PageStory] = {}
        self.legs: dict[str, Leg] = {}
        for entry in store.journal.after():
            at = entry.at.timestamp()
            about = entry.about
            self._page(entry.event, about, at)
            if contact := about.get("contact"):
                self._contact(
                    self.stories.setdefault(contact, Story(contact)), entry.event, about, at
                )
        for page in self.pages.values():
            known = store.pages.get(PageId(page.page))
            page.code = known.code if known else 0
        prefix = store.keys.leg(LegId(""))
        names = (str(key) for key in store.connection.scan_iter(match=f"{prefix}*", count=1000))
        for leg in store.legs.get_all(LegId(name.removeprefix(prefix)) for name in names):
            if leg.sid:
                self.legs[leg.sid] = leg

    def story_of(self, sid: str) -> Story | None:
        """The contact to which a call belongs, by the provider's name for the call."""
        leg = self.legs.get(sid)
        return self.stories.get(leg.contact) if leg and leg.contact else None

    def _contact(self, story: Story, event: str, about: dict[str, str], at: float) -> None:
        if event in KEPT:
            story.lines.append(Line(at, event, about))
        if event == "opened":
            story.opened, story.channel = at, about.get("channel", "text")
        elif event == "accepted":
            story.accepted.append((at, about["volunteer"]))
            story.peer = about["volunteer"]
        elif event in TURNS_BACK or (event == "handoff" and about.get("to") == Handoff.LEFT):
            story.peer = ""  # nobody is told of the end who has left before
        elif event == "ring_back":
            story.rings_back = True
        elif event == "ended":
            story.ends.append((at, about.get("how", ""), story.peer))

    def _page(self, event: str, about: dict[str, str], at: float) -> None:
        name = about.get("page", "")
        if event == "paged":
            story = PageStory(name, about.get("reason", "patience"), about.get("contact", ""), at)
            self.pages.setdefault(name, story)
        elif page := self.pages.get(name):
            if event == "page_sent" and "volunteer" in about:
                page.sent.append((at, about["volunteer"]))
            elif event in {"acknowledged", "page_closed"} and page.over is None:
                page.over = at


def wait_of(kills: Sequence[Kill], begun: float, ended: float) -> float:
    """Seconds from then, or from when the line was whole again after the last kill in between."""
    whole = [kill.whole_at for kill in kills if kill.at < ended and kill.whole_at >= begun]
    return max(0.0, ended - max([begun, *whole]))
