"""Documents for a peer in the middle of a call: a menu, and what is announced to one side alone."""

from __future__ import annotations

from collections.abc import Sequence

from twilio.twiml.voice_response import Gather, VoiceResponse

from warmline.telephony.voice.saying import KEY_SECONDS, say


def menu(language: str, words: Sequence[str], *, action: str, back: str) -> str:
    """Read aloud and take one key, in the middle of the words too; nothing pressed leads `back`."""
    response = VoiceResponse()
    gather = Gather(num_digits=1, timeout=KEY_SECONDS, action=action, method="POST")
    say(gather, language, *words)
    response.append(gather)
    response.redirect(back, method="POST")
    return str(response)


def announcement(language: str, words: Sequence[str], *, then: str | None = None) -> str:
    """Said to one side of a conference, which takes no keys there; `then` is asked for once it has been said."""
    response = VoiceResponse()
    say(response, language, *words)
    if then:
        response.redirect(then, method="POST")
    return str(response)
