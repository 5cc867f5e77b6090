"""Documents: fetched from the customer, checked, and performed verb by verb."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import urldefrag, urljoin

from warmline.simulator import delivery
from warmline.simulator.delivery import Answer, Ask
from warmline.simulator.exchange import Exchange
from warmline.simulator.faults import Kind
from warmline.simulator.overrides import On, split
from warmline.simulator.voice import progress, verbs
from warmline.simulator.voice.calls import Call, Direction, Doing, Status
from warmline.simulator.voice.happenings import Source
from warmline.simulator.voice.showing import show
from warmline.simulator.voice.strands import Course, Errand, Wait
from warmline.simulator.voice.verbs import Place

OPERATION = "calls.webhook"
MOST_AT_ONCE = 30  # documents of one call within a second; then the exchange takes a breath
UNREADABLE, WRONG_TYPE, NOT_FETCHED = 12100, 12300, 11205
XML = frozenset({"text/xml", "application/xml", "text/html"})
SILENT = frozenset({"Reject", "Redirect", "Pause"})  # first verbs that do not answer a call

DOING = {
    Place.CALL: Doing.LISTENING,
    Place.QUEUE: Doing.QUEUE,
    Place.WHISPER: Doing.LISTENING,
    Place.QUEUE_WHISPER: Doing.LISTENING,
}

Performer = Callable[["Reader", ET.Element], Course[Source | None]]


class Unusable(Exception):  # noqa: N818  (the customer's error, not ours)
    """A document that cannot be had or understood, by the provider's name for that."""

    def __init__(self, code: int, url: str) -> None:
        super().__init__(str(code))
        self.code = code
        self.url = url


@dataclass
class Reader:
    """Reads documents to one call."""

    exchange: Exchange
    call: Call
    performers: Mapping[str, Performer]
    place: Place = Place.CALL
    more: Callable[[], Mapping[str, str]] = dict  # what every document here is told besides
    base: str = ""
    listeners: Callable[[], list[Call]] | None = None  # who hears it, if not the call itself
    _times: list[datetime] = field(default_factory=list)

    def elsewhere(self, place: Place, more: Callable[[], Mapping[str, str]] = dict) -> Reader:
        """A reader for the same call in another place, such as a queue."""
        return Reader(self.exchange, self.call, self.performers, place, more, self.base)

    def read(self, source: Source | None) -> Course[None]:
        """Perform a document, and each that it leads to, to the end of the last."""
        while source is not None:
            yield from self._breathe()
            document = source.document
            if document is None:
                yield from self._delay()
                answer = yield Errand(
                    partial(ask, self.exchange, self.call, source, self._told(source))
                )
                self.base = urldefrag(source.url).url
                root = self._understand(answer)
            else:
                root = self._parse(document)
            source = yield from self._perform(root)

    def source(self, verb: ET.Element, address: str = "action", **params: str) -> Source | None:
        """The document that an attribute of `verb` names, if it does; its method stands beside it."""
        if address not in verb.attrib:
            return None
        return self.at(verb.get(address, ""), verb.get(_METHODS.get(address, "method")), **params)

    def at(self, url: str, method: str | None = "POST", **params: str) -> Source:
        """The document at an address relative to the one that is being read."""
        return Source(urljoin(self.base, url), (method or "POST").upper(), params)

    def tell(self, source: Source | None, status: Status = Status.COMPLETED) -> None:
        """Make a request whose answer does not count, because the call is over or elsewhere."""
        board = self.exchange.board
        if source is not None and not board.is_forgetting:
            params = self._told(source) | {"CallStatus": status.value}
            job = partial(ask, self.exchange, self.call, source, params)
            board.lanes.put(("errand", self.call.sid), job)

    def answer(self) -> None:
        """Answer an inbound call, if that has not been done."""
        call = self.call
        if call.status is Status.RINGING and call.direction is Direction.INBOUND:
            call.status = Status.IN_PROGRESS
            call.answered_at = call.updated_at = self.exchange.clock.now()
            show(self.exchange, call, "call_answered")
        call.doing = DOING.get(self.place, call.doing)

    def note(self, code: int) -> None:
        """Write an error or warning down, without anybody's words."""
        at = self.exchange.clock.now().isoformat()
        self.exchange.log.append(at=at, kind="error", about=self.call.sid, error_code=code)

    def _told(self, source: Source) -> dict[str, str]:
        about = progress.about(self.exchange, self.call)
        return about | dict(self.more()) | dict(source.params)

    def _breathe(self) -> Course[None]:
        now = self.exchange.clock.now()
        self._times = [at for at in self._times if now - at < timedelta(seconds=1)]
        if len(self._times) >= MOST_AT_ONCE:
            self._times.clear()
            yield Wait(1)
        self._times.append(now)

    def _delay(self) -> Course[None]:
        call = self.call
        numbers = call.handset, call.sender, call.to
        late = self.exchange.faults.strike(Kind.WEBHOOK_DELAY, *numbers, operation=OPERATION)
        if late:
            yield Wait(late.ms / 1000)

    def _understand(self, answer: Answer) -> ET.Element:
        if answer.error_code is not None:
            raise Unusable(answer.error_code, self.base)
        if answer.content_type in XML:
            return self._parse(answer.body)
        if answer.content_type.startswith("audio/"):
            return _one("Play", self.base)
        if answer.content_type == "text/plain" and answer.body.strip():
            return _one("Say", answer.body.decode(errors="replace"))
        raise Unusable(WRONG_TYPE, self.base)

    def _parse(self, document: str | bytes) -> ET.Element:
        try:
            root = ET.fromstring(document)  # noqa: S314  (our own customer's, of 64 KiB at most)
        except ET.ParseError:
            raise Unusable(UNREADABLE, self.base) from None
        if root.tag != "Response":
            raise Unusable(UNREADABLE, self.base)
        for _ in verbs.faults(root, self.place):
            self.note(verbs.SCHEMA)
        return root

    def _perform(self, root: ET.Element) -> Course[Source | None]:
        if not len(root):
            self.answer()
        for verb in root:
            if verb.tag not in verbs.ALLOWED[self.place] or verb.tag not in self.performers:
                continue  # a warning has been noted, and the rest is done
            if verb.tag not in SILENT:
                self.answer()
            following = yield from self.performers[verb.tag](self, verb)
            if following is not None:
                return following
        return None


_METHODS = {"waitUrl": "waitUrlMethod", "statusCallback": "statusCallbackMethod"}


def ask(exchange: Exchange, call: Call, source: Source, params: Mapping[str, str]) -> Answer:
    """Ask the customer for a document, unless a fault says otherwise. It takes real time."""
    numbers = call.handset, call.sender, call.to
    strike = partial(exchange.faults.strike, operation=OPERATION)
    for _ in range(_tries(source.url)):  # lost on the way, or died in a hand of the customer's
        if not strike(Kind.WEBHOOK_LOSE, *numbers):
            break
    else:
        return Answer(On.CONNECT, NOT_FETCHED)
    wanted = Ask(source.url, params, source.kind, call.sid, source.method)
    answer = delivery.send(exchange, wanted)
    if strike(Kind.WEBHOOK_DUPLICATE, *numbers):
        delivery.send(exchange, wanted)
    return answer


def _tries(url: str) -> int:
    """How often a request is made of which no answer comes."""
    patience = split(url)[1]
    return 1 + (patience.retries if On.READ in patience.retry_on else 0)


def _one(verb: str, text: str) -> ET.Element:
    root = ET.Element("Response")
    ET.SubElement(root, verb).text = text
    return root
