"""What a volunteer can ask of the line: its commands."""

from __future__ import annotations

from dataclasses import dataclass, field

from warmline.volunteers.spoken_times import Spoken
from warmline.words.reasons import Reason

USUAL_PAUSE = 30  # minutes, for a bare PAUSE (contract.md, "Text language")


@dataclass(frozen=True, slots=True)
class On:
    """On duty now, outside any shift; for so many minutes, or until OFF."""

    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Off:
    """Off duty."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A timed break."""

    minutes: int = USUAL_PAUSE


@dataclass(frozen=True, slots=True)
class Resume:
    """Back from a break."""


@dataclass(frozen=True, slots=True)
class Take:
    """Accept an offered person; without a code, the only one on offer."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Pass:
    """Decline an offered person; without a code, the only one on offer."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """End a conversation; without a code, the only one."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Backup:
    """Ask a coordinator to join in, quietly."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Handoff:
    """Offer the crisis line to the person, theirs to choose."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """All commands in one text."""


@dataclass(frozen=True, slots=True)
class Again:
    """Would gladly talk with the same person another time."""


@dataclass(frozen=True, slots=True)
class Shifts:
    """Open shifts, each with its code."""


@dataclass(frozen=True, slots=True)
class More:
    """The next of the open shifts."""


@dataclass(frozen=True, slots=True)
class Mine:
    """The volunteer's own shifts."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Take a seat on each of these shifts, or on the one that starts at the time said."""

    codes: tuple[int, ...] = ()
    when: Spoken | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """Give these seats back."""

    codes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """Ask others to take one's seat."""

    code: int


@dataclass(frozen=True, slots=True)
class Swap:
    """Give one's seat on one shift for someone's seat on another; or agree to that."""

    given: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back what was done about the roster just now."""


@dataclass(frozen=True, slots=True)
class Confirm:
    """Will be there; without a code, for the next shift."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Ack:
    """A coordinator has this page; without a code, the only one open."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Allow:
    """A coordinator agrees, with a reason, that the crisis line is rung without consent. Talk to anyone else."""

    code: int
    why: str


@dataclass(frozen=True, slots=True)
class Status:
    """A coordinator asks who is on, who waits, and which gaps are near."""


@dataclass(frozen=True, slots=True)
class Call:
    """Phone the person of a conversation through the line, if they agree. A code that is nobody's is talk: "call 988"."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a talk, for coordinators: `words` for the person of `code` if that is one of theirs, else it is all `whole`."""

    words: str = field(repr=False)
    whole: str = field(repr=False)
    code: int | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """The line says something for the peer that is hard to say oneself: "boundary" or "warning"."""

    what: str
    code: int | None = None


@dataclass(frozen=True, slots=True)
class TagAbuse:
    """End a talk kindly, note that it was abuse, and take a break."""

    code: int | None = None


@dataclass(frozen=True, slots=True)
class Calm:
    """A coordinator judges that someone is not as much at risk: `why` is safe, company or misread."""

    code: int
    why: str


@dataclass(frozen=True, slots=True)
class Block:
    """A coordinator blocks someone: `term` is 24h, 7d or 30d."""

    code: int
    term: str


@dataclass(frozen=True, slots=True)
class Listen:
    """A coordinator wants to listen to a call, where the operator allows it. Talk to anyone else."""

    code: int


@dataclass(frozen=True, slots=True)
class Messages:
    """A coordinator wants to hear what callers have left for the team."""


@dataclass(frozen=True, slots=True)
class Label:
    """A bare number: held words are for the person with this code. Talk, when no words are held."""

    code: int


@dataclass(frozen=True, slots=True)
class Unclear:
    """Surely meant as a command, and not one that can be followed; nobody should be sent it."""

    reason: Reason


OfTheRoster = Shifts | More | Mine | Claim | Release | Cover | Swap | Undo
Command = (
    On | Off | Pause | Resume | Take | Pass | Done | Backup | Handoff | Menu | Again | Confirm
    | Ack | Allow | Call | Note | Status | Messages | Listen | Say | TagAbuse | Calm | Block | Label | Unclear | OfTheRoster
)  # fmt: skip
