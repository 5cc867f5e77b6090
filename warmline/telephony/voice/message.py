"""Documents for messages to the team: speaking one, and listening to it."""

from __future__ import annotations

from collections.abc import Sequence

from twilio.twiml.voice_response import Gather, VoiceResponse

from warmline.telephony.voice.saying import KEY_SECONDS, Addresses, say

LONGEST = 120  # seconds
SILENCE = 10  # seconds after which it is taken to be finished


def record(language: str, words: Sequence[str], to: Addresses) -> str:
    """Record what is said after the tone, until a key or a long silence; silence alone goes on to `silent`."""
    response = VoiceResponse()
    say(response, language, *words)
    response.record(
        action=to.to("spoken"),
        method="POST",
        max_length=LONGEST,
        timeout=SILENCE,
        finish_on_key="1234567890*#",
        play_beep=True,
        recording_status_callback=to.to("recorded"),
        recording_status_callback_method="POST",
        recording_status_callback_event="completed",
    )
    response.redirect(to.to("silent"), method="POST")
    return str(response)


def play(
    language: str, before: Sequence[str], sound: str, after: Sequence[str], *, action: str
) -> str:
    """Play it and take one key; `action` is asked with or without one, once it was played to its end."""
    response = VoiceResponse()
    say(response, language, *before)
    response.play(sound)
    gather = Gather(
        num_digits=1,
        timeout=KEY_SECONDS,
        action=action,
        method="POST",
        action_on_empty_result=True,
    )
    say(gather, language, *after)
    response.append(gather)
    return str(response)
