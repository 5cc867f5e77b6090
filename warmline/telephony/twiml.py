"""Answers to webhooks, built by the SDK so that nothing is escaped by hand."""

from __future__ import annotations

from twilio.twiml.messaging_response import MessagingResponse
from twilio.twiml.voice_response import VoiceResponse

_VOICES = {"en": "en-US", "es": "es-US"}

NOTHING = str(MessagingResponse())


def say_by_text(body: str) -> str:
    """One text back to whoever wrote, sent by the provider itself: for when nothing of ours can."""
    response = MessagingResponse()
    response.message(body)
    return str(response)


def say_by_voice(words: str, language: str) -> str:
    """Words read aloud twice, then goodbye."""
    response = VoiceResponse()
    response.say(words, language=_VOICES.get(language, "en-US"), loop=2)
    response.hangup()
    return str(response)
