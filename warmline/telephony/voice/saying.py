"""Words read aloud: the parts of which every document of a call is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twilio.twiml.voice_response import Gather, VoiceResponse

from warmline.ids import ContactId
from warmline.telephony.patience import OVERRIDES

VOICES = {"en": "en-US", "es": "es-US"}
KEY_SECONDS = 10  # domain.md, section 6: ten seconds or more for a key


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the provider asks us, for one leg. Relative: they are resolved against the webhook's own address.

    Each says that a request which fails is made again: a caller must not be cut off as one of our processes dies.
    """

    leg: str

    def to(self, what: str, rest: str = "") -> str:
        return f"/webhooks/voice/{what}/{self.leg}{rest}{OVERRIDES}"

    @staticmethod
    def of_room(contact: ContactId) -> str:
        """Where the provider tells who comes into the room of this contact, and who leaves it."""
        return f"/webhooks/voice/room/{contact}{OVERRIDES}"


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
