"""Documents for when something of ours fails. They need nothing of ours once they are given."""

from __future__ import annotations

from collections.abc import Sequence

from twilio.twiml.voice_response import VoiceResponse

from warmline.telephony.voice.held import Spoken
from warmline.telephony.voice.saying import say

RINGS_FOR = 45  # seconds; a crisis line may need a while


def sorry(
    words: Sequence[Spoken],
    *,
    after: Sequence[Spoken] = (),
    number: str | None = None,
    sender: str = "",
) -> str:
    """Say what is true, ring `number` as `sender`, and say what is true `after` that, whoever answered or not."""
    response = VoiceResponse()
    _say(response, words)
    if number:
        response.dial(timeout=RINGS_FOR, caller_id=sender).number(number)
        _say(response, after)
    response.hangup()
    return str(response)


def reject() -> str:
    """Nobody is there for a call of our own."""
    response = VoiceResponse()
    response.reject()
    return str(response)


def try_again(language: str, words: str, then: str, *, pause: int) -> str:
    """Say so, be quiet for a while, and ask again."""
    response = VoiceResponse()
    say(response, language, words)
    response.pause(length=pause)
    response.redirect(then, method="POST")
    return str(response)


def _say(response: VoiceResponse, words: Sequence[Spoken]) -> None:
    for number, (language, sentence) in enumerate(words):
        if number:
            response.pause(length=1)
        say(response, language, sentence)
