"""The exchange: everything it knows, built once and handed to whoever acts for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from warmline.clock import Clock
from warmline.simulator.account import Account
from warmline.simulator.agenda import Agenda
from warmline.simulator.faults import Fault, Faults
from warmline.simulator.feed import Feed
from warmline.simulator.inboxes import Inboxes, text_facts
from warmline.simulator.lanes import Lanes
from warmline.simulator.loops import Loops
from warmline.simulator.messages import Message, Messages
from warmline.simulator.numbers import Numbers, OwnedNumber
from warmline.simulator.optouts import Kind, Mode, OptOuts
from warmline.simulator.voice.switchboard import Switchboard

DRIVERS = 32  # webhooks in flight at once


@dataclass(frozen=True, slots=True)
class Setup:
    """How an exchange is to behave from the start."""

    numbers: Sequence[str]
    rate: float = 1.0
    seed: int = 0
    opt_out: Mode = Mode.DEFAULT
    confirmations: Mapping[Kind, str] = field(default_factory=dict)
    sms_url: str = ""
    sms_fallback_url: str = ""
    voice_url: str = ""
    voice_fallback_url: str = ""
    status_callback: str = ""  # of calls to a number
    calls_per_second: float = 1.0  # an account's; 0 is no limit
    speech_wpm: float = 0.0  # words a minute; 0 says everything in no time
    transit_ms: int = 0
    loop_limit: int = 30
    reach: Mapping[str, str] = field(default_factory=dict)  # public address → where it really is


class Exchange:
    """A telephone network with one customer. Its parts are its public face."""

    def __init__(self, account: Account, clock: Clock, setup: Setup) -> None:
        self.account = account
        self.clock = clock
        self.numbers = Numbers([_owned(number, clock, setup) for number in setup.numbers])
        self.messages = Messages()
        self.inboxes = Inboxes()
        self.agenda = Agenda(clock)
        self.lanes = Lanes(DRIVERS)
        self.events = Feed(keep=50_000)  # what can be seen on phones, and the faults
        self.log = Feed(keep=100_000)  # requests and webhooks, without anybody's words
        self.faults = Faults(setup.seed, self._fault_struck)
        self.opt_outs = OptOuts(setup.opt_out, dict(setup.confirmations))
        self.loops = Loops(setup.loop_limit)
        self.transit = timedelta(milliseconds=setup.transit_ms)  # from sent to delivered
        self.reach = dict(setup.reach)
        self.board = Switchboard(
            clock,
            self.agenda,
            self.lanes,
            calls_per_second=setup.calls_per_second,
            wpm=setup.speech_wpm,
        )
        self.held: dict[str, datetime] = {}  # sender → when webhooks that a fault delays may go
        self.resets = 0  # answers to what was asked before a reset do not count after it
        self.url = ""  # known once the server listens

    def text_left(self, message: Message) -> None:
        """Note that a phone has sent a text."""
        self.events.append(kind="text_sent", **text_facts(message, self.clock.now()))

    def text_arrived(self, message: Message) -> None:
        """Let a text arrive on its handset, where everybody can see it."""
        now = self.clock.now()
        self.inboxes.put(message, now)
        self.events.append(kind="text_arrived", **text_facts(message, now))

    def is_idle(self) -> bool:
        """Whether nothing is due now or under way; what is planned for later does not count."""
        before = self.agenda.taken, self.lanes.taken
        idle = self.agenda.is_idle() and self.lanes.is_idle()
        return idle and before == (self.agenda.taken, self.lanes.taken)

    def reset(self) -> None:
        """Forget messages, calls, handsets, faults and opt-outs; numbers keep where they point."""
        self.resets += 1
        self.board.forget()
        self.agenda.clear()
        self.lanes.clear()
        self.messages.clear()
        self.inboxes.clear()
        self.faults.clear()
        self.opt_outs.clear()
        self.loops.clear()
        self.held.clear()
        self.events.clear()
        self.log.clear()
        for owned in self.numbers.all():
            owned.free_at = None

    def start(self) -> None:
        self.agenda.start()
        self.lanes.start()

    def stop(self) -> None:
        self.events.close()
        self.inboxes.close()
        self.board.close()
        self.board.forget()
        self.agenda.stop()
        self.lanes.stop()

    def _fault_struck(self, fault: Fault) -> None:
        at = self.clock.now().isoformat()
        self.events.append(kind="fault", fault=fault.kind, at=at)


def _owned(number: str, clock: Clock, setup: Setup) -> OwnedNumber:
    return OwnedNumber(
        number=number,
        created_at=clock.now(),
        rate=setup.rate,
        friendly_name=number,
        sms_url=setup.sms_url,
        sms_fallback_url=setup.sms_fallback_url,
        voice_url=setup.voice_url,
        voice_fallback_url=setup.voice_fallback_url,
        status_callback=setup.status_callback,
    )
