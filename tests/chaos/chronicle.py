"""What the line wrote down about calls and pages, read when all is over: contacts by the journal, legs by the provider's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.chaos.kills import Kill
from warmline.ids import LegId, PageId
from warmline.routing.leg import Leg
from warmline.store.store import Store

TURNS_BACK = frozenset({"peer_dropped", "started_over", "not_reached", "crisis_asked"})


@dataclass(slots=True)
class Story:
    """One contact as the journal tells it."""

    contact: str
    channel: str = ""
    opened: float = 0.0
    ends: list[tuple[float, str, str]] = field(default_factory=list)  # when, how, with which peer
    accepted: list[tuple[float, str]] = field(default_factory=list)
    rings_back: bool = False
    peer: str = ""

    def unwanted_since(self, leg: Leg) -> float | None:
        """From when on nobody needed this leg any more."""
        closed = [self.ends[0][0]] if self.ends else []
        if leg.volunteer is None:
            return closed[0] if closed else None
        others = [at for at, volunteer in self.accepted if volunteer != leg.volunteer]
        began = leg.tried.timestamp() if leg.tried else 0.0
        later = [at for at in others if at >= began]
        return min([*closed, *later], default=None)


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

    def _contact(self, story: Story, event: str, about: dict[str, str], at: float) -> None:
        if event == "opened":
            story.opened, story.channel = at, about.get("channel", "text")
        elif event == "accepted":
            story.accepted.append((at, about["volunteer"]))
            story.peer = about["volunteer"]
        elif event in TURNS_BACK:
            story.peer = ""
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
