"""Where the two of a contact are just now, in one word for operators."""

from __future__ import annotations

from warmline.routing.contact import Contact, State


def stage(contact: Contact) -> str | None:
    """How far a call has come: `held`, `rings` (peers' phones ring for them), `together` …; None where nobody is on the phone."""
    if not contact.is_open:
        return None
    if contact.phoning:
        return f"phoning_{contact.phoning.step}"
    call = contact.call
    if call is None:
        return None
    if call.handoff:
        return f"handoff_{call.handoff}"
    if contact.offered and contact.state is State.OFFERED:
        return "rings"
    return str(call.stage)
