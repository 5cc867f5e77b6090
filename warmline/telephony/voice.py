"""TwiML for calls, built by the SDK so that nothing is escaped by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twilio.twiml.voice_response import Gather, VoiceResponse

VOICES = {"en": "en-US", "es": "es-US"}
KEY_SECONDS = 10  # domain.md, section 6: ten seconds or more for a key
ROUND_SECONDS = 18  # one wait loop; contract and design: 20 at most


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the provider asks us, for one leg. Relative: they are resolved against the webhook's own address."""

    leg: str

    def to(self, what: str, rest: str = "") -> str:
        return f"/webhooks/voice/{what}/{self.leg}{rest}"


def say(response: VoiceResponse | Gather, language: str, *words: str) -> None:
    """Read these aloud, a breath between them."""
    for number, sentence in enumerate(words):
        if number:
            response.pause(length=1)
        response.say(sentence, language=VOICES.get(language, "en-US"))


def ask(
    language: str, words: Sequence[str], *, action: str, times: int = 1, then: str | None = None
) -> str:
    """Read aloud and take one key, as often as `times`; nothing pressed goes on to `then`, or hangs up."""
    response = VoiceResponse()
    for _ in range(times):
        gather = Gather(num_digits=1, timeout=KEY_SECONDS, action=action, method="POST")
        say(gather, language, *words)
        response.append(gather)
    if then:
        response.redirect(then, method="POST")
    else:
        response.hangup()
    return str(response)


def say_then(language: str, words: Sequence[str], then: str) -> str:
    """Read aloud, then ask again what to do."""
    response = VoiceResponse()
    say(response, language, *words)
    response.redirect(then, method="POST")
    return str(response)


def goodbye(language: str, *words: str) -> str:
    """Read aloud and hang up."""
    response = VoiceResponse()
    say(response, language, *words)
    response.hangup()
    return str(response)


def welcome(language: str, words: Sequence[str], to: Addresses) -> str:
    """The greeting, in which keys work already; then the line."""
    response = VoiceResponse()
    gather = Gather(num_digits=1, timeout=1, action=to.to("key"), method="POST")
    say(gather, language, *words)
    response.append(gather)
    _hold(response, to)
    return str(response)


def hold(to: Addresses) -> str:
    """Into the line: the wait loop takes over."""
    response = VoiceResponse()
    _hold(response, to)
    return str(response)


def _hold(response: VoiceResponse, to: Addresses) -> None:
    response.enqueue(
        "warmline",
        wait_url=to.to("wait"),
        wait_url_method="POST",
        action=to.to("now"),
        method="POST",
    )


def wait(language: str, words: Sequence[str], *, to: Addresses, following: str) -> str:
    """One round of waiting: words, then quiet in which a key may be pressed, then the next round."""
    response = VoiceResponse()
    gather = Gather(
        num_digits=1, timeout=KEY_SECONDS, action=to.to("key", "?round=1"), method="POST"
    )
    say(gather, language, *words)
    response.append(gather)
    response.redirect(following, method="POST")
    return str(response)


def leave() -> str:
    """Out of the line; what comes next is asked at the address of its action."""
    response = VoiceResponse()
    response.leave()
    return str(response)


def room(
    name: str, *, language: str, words: Sequence[str], star: bool, events: str, to: Addresses
) -> str:
    """Into the conference. Whoever leaves it ends it for nobody."""
    response = VoiceResponse()
    say(response, language, *words)
    action = to.to("star" if star else "now")
    dial = response.dial(action=action, method="POST", hangup_on_star=star)
    dial.conference(
        name,
        start_conference_on_enter=True,
        end_conference_on_exit=False,
        beep="false",
        participant_label=to.leg,
        status_callback=events,
        status_callback_event="join leave end",
        status_callback_method="POST",
    )
    return str(response)


def put_through(
    language: str, words: Sequence[str], *, number: str, sender: str, rings_for: int, to: Addresses
) -> str:
    """Ring somebody outside, and ask what comes next when that is over."""
    response = VoiceResponse()
    say(response, language, *words)
    dial = response.dial(action=to.to("over"), method="POST", timeout=rings_for, caller_id=sender)
    dial.number(number)
    return str(response)
