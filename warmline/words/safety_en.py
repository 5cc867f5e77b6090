"""What the line says to peers and coordinators when somebody's words alarm it: what may be, never what is."""

from __future__ import annotations


def note(alias: str) -> str:
    """The quiet note: it knows little, and says so."""
    return (
        f"A quiet note on {alias}: the last text may be about not wanting to live, or about hurting themselves. "
        'If it fits, you could ask: "Are you thinking of suicide?" Asking does no harm.'
    )


def note_at_risk(alias: str) -> str:
    return (
        f"{alias} may be thinking of ending their life. They have the crisis line from us. "
        "Ask them directly, listen, and ask what would make the next hours safer. "
        "BACKUP asks a coordinator to join you."
    )


def guidance(alias: str) -> str:
    """What to do, step by step, when it may be a matter of minutes."""
    return (
        f"{alias} may be about to end their life. Stay with them if you can. Ask: Are you safe right now? "
        "Could you put it out of reach while we talk? Can someone come to you? They have the crisis line; "
        "if a life is in danger, ask them to call the emergency number."
    )


def note_other(alias: str) -> str:
    """It is about a third person."""
    return (
        f"A quiet note on {alias}: they may fear for someone else's life. Ask what was said, where that person is, "
        "and who is with them. The crisis line also helps people who worry about someone."
    )


def note_before(alias: str) -> str:
    """They come back within a day of a contact that ended while they were at risk."""
    return (
        f"A quiet note on {alias}: they were here within the last day, and may have been at risk then. "
        "Ask how they are now, and whether they are safe. BACKUP asks a coordinator to join you."
    )


def note_beside(alias: str, how: str) -> str:
    """The same person is at risk in what they have open in the other way; `how` as below."""
    return (
        f"A quiet note on {alias}: they {how}, and may be at risk. "
        "Ask how they are now, and whether they are safe. BACKUP asks a coordinator to join you."
    )


def note_beside_quiet(alias: str, how: str) -> str:
    """The same where it is a worry, and no more."""
    return (
        f"A quiet note on {alias}: they {how}, and something there may be about not wanting to live. "
        "If it fits, you could ask how they are now. Asking does no harm."
    )


def writes_too() -> str:
    return "write to us by text as well"


def phones_too() -> str:
    return "phone us as well"


def not_read(alias: str) -> str:
    return (
        f"I can't check what {alias} writes for signs of danger just now. "
        "Please read with extra care, and text BACKUP if something worries you."
    )


def coordinator_asked() -> str:
    return "I am asking a coordinator to be with you in this. You do not carry it alone."


def page_imminent(code: int, alias: str, who: str) -> str:
    """`who` is with them, as a sentence."""
    return f"URGENT: {alias} may be about to end their life. {who} Text ACK {code} if you have it."


def page_high(code: int, alias: str, who: str) -> str:
    return f"{alias} may be thinking of ending their life. {who} Text ACK {code} if you have it."


def page_other(code: int, alias: str, who: str) -> str:
    return f"{alias} may fear for someone else's life. {who} Text ACK {code} if you have it."


def page_worried(code: int, alias: str) -> str:
    return (
        f"No peer is on, and something {alias} wrote may need a person soon. "
        f"Text ACK {code} if you have it."
    )


def page_handoff(code: int, peer: str, alias: str) -> str:
    return f"{peer} has offered {alias} the crisis line. Text ACK {code} if you can be there."


def page_silent(code: int, peer: str, alias: str) -> str:
    return (
        f"{alias} may be at risk, and {peer} has not answered them for some minutes. "
        f"Text ACK {code} if you have it."
    )


def page_stopped(code: int, alias: str) -> str:
    return (
        f"{alias} may be at risk, and asked us to text them no more. We can't write to them; "
        f"they may still call or write. Text ACK {code} if you have it."
    )


def page_writes_again(code: int, alias: str) -> str:
    return (
        f"{alias} may be at risk: they have written again after asking us for no more texts, so we "
        f"can't write to them. Text ACK {code} if you have it."
    )


def page_writes_in_danger(code: int, alias: str) -> str:
    return (
        f"URGENT: {alias} may be about to end their life. They have written after asking us for no more texts, "
        f"so we can't write to them. Text ACK {code} if you have it."
    )


def page_left(code: int, alias: str) -> str:
    return f"{alias} may be at risk, and is no longer in touch with us. Text ACK {code} if you have it."


def page_undelivered(code: int, alias: str) -> str:
    return (
        f"{alias} may be at risk, and our texts do not reach their phone. "
        f"Text ACK {code} if you have it."
    )


def page_crisis_asked(code: int, alias: str) -> str:
    return (
        f"{alias} phoned and asked for the crisis line, and we are putting them through. "
        f"Text ACK {code} if you will see how it goes."
    )


def page_not_put_through(code: int, alias: str) -> str:
    return (
        f"{alias} phoned and asked for the crisis line, and we could not put them through. They may still wait for us. "
        f"Text ACK {code} if you have it."
    )


def page_debrief(code: int, peer: str, alias: str) -> str:
    return (
        f"{peer} has been with {alias} in a talk about ending their life. "
        f"Please ask how {peer} is. Text ACK {code} if you do."
    )


def debrief(alias: str) -> str:
    """For the peer, when it is over."""
    return (
        f"Thank you for being there for {alias}. That was hard. A coordinator will ask how you are. "
        "Text PAUSE for a break of 30 minutes, or OFF if it is enough for today."
    )


def page_abandoned(code: int, alias: str) -> str:
    return (
        f"{alias} has left twice within an hour before a peer could come. "
        f"Text ACK {code} if you will see to it."
    )


def page_often(code: int, alias: str, times: int) -> str:
    return (
        f"{alias} has reached out {times} times today. A plan made with them may help; "
        f"nothing is closed to them. Text ACK {code} if you will see to it."
    )


def somebody_has_it(name: str) -> str:
    """Two coordinators answered; this is the one who came second."""
    return f"Thank you! {name} was a moment quicker and has it, so nothing is left for you to do."


def with_peer(name: str) -> str:
    return f"{name} is with them."


def with_peer_by_phone(name: str) -> str:
    return f"{name} is on the phone with them."


def with_peer_by_text(name: str) -> str:
    return f"{name} is with them by text."


def with_nobody() -> str:
    return "Nobody is with them yet."


def with_us_no_more() -> str:
    return "They are no longer in touch with us."


def with_nobody_on() -> str:
    return "No peer is on."


def taken_on(alias: str) -> str:
    """What a coordinator has taken upon them."""
    return f"being there for {alias}"


def coordinator_is_there(name: str, alias: str) -> str:
    return f"{name} knows about {alias} and will be in touch with you."


def please_answer(alias: str) -> str:
    """For a peer who has been silent towards someone at risk."""
    return (
        f"{alias} is waiting for your answer, and may be at risk. "
        "If you can't go on, text BACKUP: that is all right. I am asking a coordinator too."
    )
