"""<Record>: listens until it is silent, a key is pressed, or it is long enough."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import datetime, timedelta

from warmline.simulator import callbacks, sids
from warmline.simulator.delivery import Ask
from warmline.simulator.voice import progress
from warmline.simulator.voice.calls import Doing
from warmline.simulator.voice.happenings import HungUp, Source, Spoke
from warmline.simulator.voice.reading import Reader
from warmline.simulator.voice.recordings import Recording
from warmline.simulator.voice.showing import hear, show
from warmline.simulator.voice.strands import Course, Wait
from warmline.simulator.voice.verbs import number_in

SILENCE_S, LONGEST_S = 5, 3600
ANY_KEY = "1234567890*#"


def record(reader: Reader, verb: ET.Element) -> Course[Source | None]:
    """Record what is said. Silence alone is no recording, and the document just goes on."""
    call, exchange = reader.call, reader.exchange
    call.doing = Doing.RECORDING
    if verb.get("playBeep") != "false":
        hear(exchange, call, "", "beep")
    show(exchange, call, "recording_started")
    begun = exchange.clock.now()
    try:
        with call.strand.heeding(Spoke):
            ended_by = yield from _listen(reader, verb, begun)
    except HungUp:
        reader.tell(_made(reader, verb, begun, "hangup"))
        raise
    finally:
        call.doing = Doing.LISTENING
    return _made(reader, verb, begun, ended_by)


def _listen(reader: Reader, verb: ET.Element, begun: datetime) -> Course[str]:
    """The key that ended it, or nothing."""
    clock, call = reader.exchange.clock, reader.call
    silence = timedelta(seconds=number_in(verb, "timeout", SILENCE_S))
    latest = begun + timedelta(seconds=number_in(verb, "maxLength", LONGEST_S))
    while True:
        quiet_since = max(call.speaks_until or begun, begun)
        until = min(latest, quiet_since + silence)
        left = (until - clock.now()).total_seconds()
        if left <= 0:
            return ""
        try:
            key = yield Wait(left, keys=True)
        except Spoke:
            continue
        if key is not None and key in verb.get("finishOnKey", ANY_KEY):
            return str(key)


def _made(reader: Reader, verb: ET.Element, begun: datetime, digits: str) -> Source | None:
    """Keep the recording, and say what is asked with it; nothing was said, nothing is kept."""
    exchange, call = reader.exchange, reader.call
    if call.speaks_until is None or call.speaks_until <= begun:
        return None
    now = exchange.clock.now()
    made = Recording(sids.fresh("RE"), call, int((now - begun).total_seconds()), begun)
    exchange.board.recordings.add(made)
    facts = {
        "RecordingSid": made.sid,
        "RecordingUrl": f"{exchange.url}{exchange.account.path}/Recordings/{made.sid}",
        "RecordingDuration": str(made.seconds),
    }
    report = reader.source(verb, "recordingStatusCallback")
    if report:
        more = {"RecordingStatus": "completed", "RecordingSource": made.source}
        params = progress.about(exchange, call) | facts | more
        ask = Ask(report.url, params, "recording_callback", call.sid, report.method)
        callbacks.report(exchange, ask, call.handset, operation="recordings.callback")
    if "action" in verb.attrib:
        return reader.source(verb, **facts, Digits=digits)
    return reader.at("", verb.get("method"), **facts, Digits=digits)
