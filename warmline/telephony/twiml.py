"""Answers to webhooks, built by the SDK so that nothing is escaped by hand."""

from __future__ import annotations

from twilio.twiml.messaging_response import MessagingResponse

NOTHING = str(MessagingResponse())


def say_by_text(body: str) -> str:
    """One text back to whoever wrote, sent by the provider itself: for when nothing of ours can."""
    response = MessagingResponse()
    response.message(body)
    return str(response)
