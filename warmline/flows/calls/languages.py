"""The language of a caller: chosen once by a key, and kept for the next time."""

from __future__ import annotations

from dataclasses import dataclass

from warmline.flows.desk import Desk
from warmline.routing.contact import Contact
from warmline.store.effects import Effects

TRIES = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """A language of the line besides its first, and the key for it."""

    language: str
    key: int


def choices(desk: Desk) -> tuple[Choice, ...]:
    """2 is the line's second language, and so on: the first needs no key."""
    return tuple(
        Choice(language, number)
        for number, language in enumerate(desk.line.languages, start=1)
        if number > 1
    )


def choose(desk: Desk, contact: Contact, key: str) -> bool:
    """Keep the language of this key, for this call and the next. False where the key is not for a language."""
    language = next((one.language for one in choices(desk) if str(one.key) == key), None)
    if language is None:
        return False
    now, kept, plan = desk.clock.now(), {"language": language}, {"kept": Effects()}
    fresh: Contact | None = contact
    for _ in range(TRIES):
        if fresh is None or desk.store.contacts.keep(fresh, kept, now=now, plan=plan) != "moved":
            break
        fresh = desk.store.contacts.get(contact.id)
    desk.store.people.keep(contact.caller, kept, now=now, plan=plan)
    return True
