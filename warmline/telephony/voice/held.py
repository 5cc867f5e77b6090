"""Documents for a caller who comes in and waits: the greeting, the line, and one round of waiting after another."""

from __future__ import annotations

from collections.abc import Sequence

from twilio.twiml.voice_response import Gather, VoiceResponse

from warmline.telephony.voice.saying import Addresses, say

PLAYS_FOR = 8  # seconds of our quiet sound
ROUND_SECONDS = 20  # of one wait loop at most; design: a lost redirect heals itself by then
BREATH = 1  # seconds of silence at the end of a round, in which a key still counts

Spoken = tuple[str, str]  # a language, and words in it


def welcome(language: str, words: Sequence[str], to: Addresses) -> str:
    """The greeting, in which keys work already; then the line."""
    said = [(language, sentence) for sentence in words]
    return greeting(said, language=language, action=to.to("key"), to=to)


def greeting(words: Sequence[Spoken], *, language: str, action: str, to: Addresses) -> str:
    """The greeting in several languages, in which keys work already; then the line."""
    response = VoiceResponse()
    gather = Gather(num_digits=1, timeout=BREATH, action=action, method="POST")
    for tongue, sentence in words:  # no pause: a voice makes one between sentences
        say(gather, tongue, sentence)
    response.append(gather)
    _hold(response, to, language)
    return str(response)


def hold(to: Addresses, language: str = "", *words: str) -> str:
    """Into the line, after these words: the wait loop takes over, and goes on in this language whatever happens here."""
    response = VoiceResponse()
    say(response, language, *words)
    _hold(response, to, language)
    return str(response)


def _hold(response: VoiceResponse, to: Addresses, language: str) -> None:
    response.enqueue(
        "warmline",
        wait_url=to.to("wait", f"?in={language}" if language else ""),
        wait_url_method="POST",
        action=to.to("now"),
        method="POST",
    )


def wait(
    language: str, words: Sequence[str], *, sound: str, times: int, action: str, following: str
) -> str:
    """One round of waiting: words, our quiet sound so many `times`, keys in all of it, then the next round."""
    response = VoiceResponse()
    gather = Gather(num_digits=1, timeout=BREATH, action=action, method="POST")
    say(gather, language, *words)
    if times:
        gather.play(sound, loop=times)
    response.append(gather)
    response.redirect(following, method="POST")
    return str(response)


def leave(language: str = "en", *words: str) -> str:
    """Out of the line, after these words; what comes next is asked at the address of its action."""
    response = VoiceResponse()
    say(response, language, *words)
    response.leave()
    return str(response)
