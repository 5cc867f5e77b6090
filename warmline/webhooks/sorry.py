"""What is said on the phone when something of ours fails, in every language of the line unless one is known."""

from __future__ import annotations

from collections.abc import Mapping

from warmline.flows.desk import Desk
from warmline.routing.line import Line
from warmline.routing.waiting import Before
from warmline.telephony import voice
from warmline.telephony.voice import Addresses
from warmline.words.spoken import spoken

PAUSE = 6  # seconds between one try and the next


def to_caller(desk: Desk, form: Mapping[str, str], language: str = "") -> str:
    """Somebody who can help is rung; where there is nobody, the crisis line is read aloud twice. Never a loop."""
    line = desk.line
    own = {number.e164 for number in line.numbers}
    if form.get("From") in own:
        return voice.reject()
    sender = form.get("To", "") if form.get("To") in own else line.main_number.e164
    return document(line, sender=sender, languages=(language,) if language else line.languages)


def document(line: Line, *, sender: str, languages: tuple[str, ...]) -> str:
    """The whole of it: true without any server of ours."""
    number = line.fallback_number
    if number is None or number in line.numbers:
        return voice.sorry(
            [(one, spoken(one).trouble(line.crisis_aloud(one))) for one in languages]
        )
    return voice.sorry(
        [(one, spoken(one).trouble_putting_through()) for one in languages],
        after=[(one, spoken(one).trouble_over(line.crisis_aloud(one))) for one in languages],
        number=number.e164,
        sender=sender,
    )


def after_the_call(desk: Desk, fate: str) -> str:
    """They were put through, and that call is over."""
    line = desk.line
    if fate == "completed":
        return voice.sorry([(one, spoken(one).goodbye()) for one in line.languages])
    return voice.sorry(
        [(one, spoken(one).trouble(line.crisis_aloud(one))) for one in line.languages]
    )


def one_moment(desk: Desk, leg: str, tried: Before) -> str:
    """Somebody whom we rang is asked to wait, and we are asked again what they should hear."""
    language, then = desk.line.language, Addresses(leg).to("now", tried.query())
    return voice.try_again(language, spoken(language).one_moment(), then, pause=PAUSE)


def to_whom_we_rang(desk: Desk) -> str:
    """A peer, or somebody who is rung back: true for both."""
    line = desk.line
    return voice.sorry(
        [
            (one, spoken(one).trouble_for_whom_we_rang(line.crisis_aloud(one)))
            for one in line.languages
        ]
    )
