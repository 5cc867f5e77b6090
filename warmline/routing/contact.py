"""A contact: one episode of someone reaching out, as it was read at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from warmline.ids import CallerKey, ContactId, VolunteerId
from warmline.phone import PhoneNumber
from warmline.routing.call import Call
from warmline.routing.care import Care
from warmline.routing.phoning import Phoning
from warmline.routing.policy import Policy
from warmline.volunteers.shifts import Channel

MOST_RUNG = 10  # phones that ring for one caller at once


class State(StrEnum):
    WAITING = "waiting"
    OFFERED = "offered"
    ACTIVE = "active"
    CLOSED = "closed"


class Ended(StrEnum):
    """Every end has a name."""

    BY_CALLER = "by_caller"
    BY_PEER = "by_peer"
    SILENCE = "silence"
    ABANDONED = "abandoned"  # the caller left while still waiting
    UNANSWERED = "unanswered"  # nobody could be with them for three days
    OPTED_OUT = "opted_out"
    ERASED = "erased"
    UNREACHABLE = "unreachable"  # the caller's phone takes no texts
    CRISIS_LINE = "crisis_line"  # they chose it, and were put through
    HANDED_OVER = "handed_over"  # the peer brought the crisis line in, and left them with it
    NOT_REACHED = "not_reached"  # they wished to be rung back, and did not pick up
    MESSAGE_LEFT = "message_left"
    MOVED_TO_TEXT = "moved_to_text"  # goes on in the contact that they had open by text
    ABUSE = "abuse"  # the peer ended it, and need not say more
    PUT_THROUGH = "put_through"  # nobody of ours could come; the fallback number answered


class Tried(StrEnum):
    """What became of an offer to a volunteer who did not take this person."""

    PASSED = "passed"
    MISSED = "missed"
    LEFT = "left"
    WITHDRAWN = "withdrawn"  # another peer was quicker
    BUSY = "busy"  # their phone was engaged; nobody's fault
    FAILED = "failed"  # their number cannot be rung
    DROPPED = "dropped"  # their call broke off; they are rung back once


@dataclass(frozen=True, slots=True)
class Contact:
    """Facts only; what follows from them is decided in `next_step`."""

    id: ContactId
    version: str
    state: State
    caller: CallerKey
    caller_number: PhoneNumber | None  # forgotten when the contact closes
    line_number: PhoneNumber  # the number the caller texts, and is answered from
    alias: str
    code: int
    language: str
    opened: datetime
    since: datetime  # the place in the queue; never goes back
    policy: Policy
    turned: datetime | None = (
        None  # when the last peer had to leave; the ladder starts anew, the place stays
    )
    experience: frozenset[str] = frozenset()
    same_peer: VolunteerId | None = None
    offered: Mapping[VolunteerId, datetime] = field(default_factory=dict)
    tried: Mapping[VolunteerId, Tried] = field(default_factory=dict)
    peer: VolunteerId | None = None
    peer_number: PhoneNumber | None = None
    began: datetime | None = None  # when this peer took them
    last_words: datetime | None = None
    peer_words: datetime | None = None  # when a peer wrote last
    reminded: bool = False  # this peer was told that an answer is waited for
    told: datetime | None = None  # when the line last said how things stand
    told_nobody: bool = False
    told_patience: bool = False
    asked: datetime | None = None  # when both were asked whether they are still there
    shift_over: bool = False
    channel: Channel = Channel.TEXT
    rank: int = 0  # who has a higher one goes first, however long others have waited
    care: Care = field(default_factory=Care)  # what was noticed of risk, and seen to
    phoning: Phoning | None = None  # they phone each other, within a conversation by text
    call: Call | None = None  # the call that belongs to it, if one ever did
    looked: datetime | None = None  # when a worker last found nothing to do for that call
    ended: Ended | None = None
    closed: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.state is not State.CLOSED

    @property
    def asked_at_once(self) -> int:
        """How many volunteers may be asked at the same time; by voice the group widens with every phone that rang in vain."""
        if self.channel is not Channel.VOICE:
            return self.policy.offers_at_once
        in_vain = sum(
            how in {Tried.MISSED, Tried.BUSY, Tried.FAILED} for how in self.tried.values()
        )
        return min(self.policy.rings_at_once + in_vain, MOST_RUNG)

    @property
    def country(self) -> str | None:
        """Where the caller's number is from (ISO code), as long as it is known."""
        return self.caller_number.country if self.caller_number else None

    @property
    def looked_for_since(self) -> datetime:
        """When the search for a peer began, or began again."""
        return self.turned or self.since

    @property
    def waits_for_peer(self) -> bool:
        """Whether the caller wrote last, or the peer has yet to write at all."""
        return self.peer_words is None or self.peer_words < (self.last_words or self.opened)


ALIASES = (
    "Acorn Alder Amber Anise Apple Ash Aspen Aster Balsam Bamboo Basil Bay Beech Birch Bluebell Borage Bracken Briar "
    "Broom Cedar Cherry Chestnut Chicory Cicely Citrus Clover Comfrey Coral Cotton Cowslip Cress Crocus Cypress Daisy "
    "Dahlia Dill Dogwood Elder Elm Fennel Fern Fig Fir Flax Foxglove Freesia Gentian Ginger Ginkgo Gorse Hazel Heather "
    "Holly Hyssop Indigo Iris Ivy Jasmine Juniper Laurel Lavender Lilac Linden Lotus Lupin Magnolia Mallow Maple "
    "Marigold Meadow Mint Mimosa Moss Myrtle Nettle Nutmeg Oak Olive Orchid Oregano Palm Pansy Parsley Peach Pear Peony "
    "Pepper Pine Plum Poplar Primrose Quince Reed Robin Rose Rosemary Rowan Rue Rush Rye Saffron Sage Sedge Sorrel "
    "Spruce Sumac Sycamore Tansy Tarragon Teasel Thistle Thyme Tulip Vanilla Verbena Vetch Violet Walnut Willow "
    "Woodruff Yarrow Yew Zinnia"
).split()


def alias_of(caller: CallerKey) -> str:
    """The name by which peers know a caller: always the same for the same person, and no clue to who it is."""
    return ALIASES[int(caller, 36) % len(ALIASES)]
