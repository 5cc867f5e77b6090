"""What is announced to one side of a talk, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from warmline.routing.contact import Contact
from warmline.routing.leg import Tell
from warmline.words import spoken_menu
from warmline.words.talk_aloud import talk

_SAID: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        Tell.RINGS: spoken_menu.allowed,
        Tell.THREE: spoken_menu.three,
        Tell.FAILED: spoken_menu.failed,
        Tell.GONE: spoken_menu.gone,
        Tell.NO_NUMBER: spoken_menu.no_number,
        Tell.NOT_ALLOWED_YET: spoken_menu.not_allowed_yet,
        Tell.LISTENS: spoken_menu.listens,
        Tell.NOBODY_THERE: spoken_menu.nobody_there,
    }
)


def words(contact: Contact, what: str, now: datetime) -> tuple[str, ...]:
    """Nothing for what nobody knows."""
    if what == Tell.MOMENT:
        return (talk(contact.language).moment(),)
    if what == Tell.LENGTH:
        return (spoken_menu.length((now - (contact.began or now)) // timedelta(minutes=1)),)
    return (_SAID[what](),) if what in _SAID else ()
