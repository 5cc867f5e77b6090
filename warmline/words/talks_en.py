"""What the line says to volunteers about offers, talks and the people in them."""

from __future__ import annotations

from collections.abc import Sequence

from warmline.words.reasons import Reason

_LANGUAGES = {"en": "English", "es": "Spanish", "pt": "Portuguese", "fr": "French"}
_UNCLEAR = {
    Reason.NO_CODE: "That needs the code: for example CLAIM 12.",
    Reason.ODD_CODE: "I could not read that code. Use digits: for example TAKE 7.",
    Reason.ONE_CODE: "One shift at a time, please: for example COVER 12.",
    Reason.TWO_CODES: "That needs two codes, yours first: for example SWAP 12 15.",
    Reason.ODD_MINUTES: "I could not read that time. Use minutes: for example ON 90 or PAUSE 30.",
    Reason.MINUTES_OUT_OF_RANGE: "Choose from 1 to 1440 minutes: for example ON 90 or PAUSE 30.",
}
# Keyed by routing.delivery.Flag, which lies above this package.
_UNREACHABLE = {
    "opted_out": "they texted STOP",
    "bad_number": "their number is not in service",
    "voice_only": "their phone takes no texts",
    "blocked": "their carrier blocks our texts",
    "filtered": "a carrier's filter stops our texts",
    "unreachable": "their phone may be off",
    "configuration": "a fault on our side; the coordinator is told",
}


def offer(code: int, alias: str, waited: str, language: str | None, experience: str | None) -> str:
    """An offered person; `waited` as `times.length` writes it."""
    speaks = f" Speaks {_LANGUAGES.get(language, language)}." if language else ""
    about = f" Hopes to talk about {experience}." if experience else ""
    wait = f"{alias} would like to talk. Waiting: {waited}."
    return f"{wait}{speaks}{about} Text TAKE {code} or PASS {code}."


def offer_taken_by_other(alias: str) -> str:
    return f"Thank you! Another peer is with {alias} already."


def offer_withdrawn(alias: str) -> str:
    return f"{alias} is no longer waiting. Thank you for being here."


def offer_phones(alias: str) -> str:
    return f"{alias} is phoning us now, so nobody is asked about their texts. Your phone may ring."


def offer_lapsed(alias: str) -> str:
    return f"The offer of {alias} has passed to others. That is fine; you stay on."


def offer_unknown() -> str:
    return "That code is not open any more, or never was. Text MENU for what you can do."


def offer_is_a_call(alias: str) -> str:
    return f"{alias} is on the phone. When your phone rings, press 1 to talk with them."


def which_offer(codes: Sequence[int]) -> str:
    return f"Which one? Text {_either([f'TAKE {code}' for code in codes])}."


def passed(alias: str) -> str:
    return f"OK, I will ask someone else to be with {alias}. Thank you for saying so."


def paused_after_misses() -> str:
    return "A few offers went by, so I paused you. No harm done. Text RESUME when you are ready."


def at_capacity(alias: str) -> str:
    return f"You are with as many people as you chose, so {alias} is offered to others. Thank you!"


def talk_begins(alias: str, code: int, *, shared: bool) -> str:
    """`shared`: this number also carries another of the volunteer's talks, so texts need a label."""
    how = (
        f"Begin your texts to them with {code}: like {code}: hello."
        if shared
        else "Text here to answer."
    )
    return f"You are with {alias} now. {how} DONE ends it. BACKUP asks a coordinator in."


def talk_already_yours(alias: str) -> str:
    return f"You are with {alias} already. Just text here."


def talk_ended(alias: str, wrap_up_minutes: int, *, by_caller: bool) -> str:
    what = f"{alias} has ended the talk." if by_caller else f"Your talk with {alias} has ended."
    rest = f" Take a breath: no offers for {wrap_up_minutes} min." if wrap_up_minutes else ""
    return f"{what} Thank you for listening.{rest}"


def talk_over_already() -> str:
    return "That talk has ended already. Thank you for listening."


def talk_closed_for_silence(alias: str) -> str:
    return f"{alias} has been silent, so I closed the talk kindly. They can write again any time."


def caller_silent(alias: str) -> str:
    return f"{alias} has been silent for a while. I asked if they are still there."


def caller_waits_for_you(alias: str) -> str:
    return f"{alias} wrote last and waits for you. If you can't go on, text BACKUP or DONE."


def caller_unreachable(alias: str, reason: str) -> str:
    """`reason` is a `routing.delivery.Flag`; any other is left unsaid."""
    why = f" ({_UNREACHABLE[reason]})" if reason in _UNREACHABLE else ""
    return f"Our texts do not reach {alias}{why}, so this talk is closed. It is not your doing."


def text_not_delivered(alias: str) -> str:
    return f"Your last text did not reach {alias}. You can try once more in a moment."


def picture_arrived(alias: str) -> str:
    return f"{alias} sent a picture or file. This line does not pass those on; they have been told."


def picture_link(url: str) -> str:
    return f"A picture was sent to you: {url}"


def your_shift_is_ending(alias: str) -> str:
    return f"Your shift is ending. I asked {alias}: go on with another peer, or finish with you."


def your_shift_is_over_alone(alias: str) -> str:
    return (
        f"Your shift is over, and nobody else is on for {alias}. "
        "Stay if you can; DONE ends the talk kindly."
    )


def handed_on(alias: str) -> str:
    return f"{alias} is going on with another peer. Thank you for being there. You can rest now."


def nobody_with_you() -> str:
    return "You are not with anyone right now, so this went to no one. Text MENU for commands."


def which_person(people: Sequence[tuple[int, str]]) -> str:
    """A text without a label is held until the volunteer says whose it is."""
    choices = _either([f"{code} for {alias}" for code, alias in people])
    return f"Who is this for? Text {choices}. I am holding your words until then."


def which_talk(command: str, people: Sequence[tuple[int, str]]) -> str:
    """A command without a code, from a volunteer with several people."""
    return (
        f"Which one? Text {_either([f'{command} {code} for {alias}' for code, alias in people])}."
    )


def sent_to(alias: str, count: int) -> str:
    return f"Sent to {alias}." if count == 1 else f"Sent to {alias}: {count} texts."


def again_noted(alias: str) -> str:
    return f"Noted: next time {alias} writes, and if they wish it too, I will ask you first."


def again_nobody() -> str:
    return "You have not talked with anyone lately, so there is nobody to note."


def again_after_the_talk(alias: str) -> str:
    return f"You are with {alias} now. Text AGAIN once the talk has ended and I will note it."


def unclear(reason: Reason) -> str:
    """The text looked like a command that cannot be followed, so it was passed on to nobody."""
    return f"{_UNCLEAR[reason]} Nothing was sent to anyone. MENU lists all commands."


def _either(choices: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(choices[:-1]), choices[-1]])) if choices else "MENU"
