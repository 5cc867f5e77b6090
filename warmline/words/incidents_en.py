"""An incident's timeline in sentences, for the people who go through it afterwards."""

from __future__ import annotations

from collections.abc import Mapping

_SAID = {
    "opened": "Someone reached out.",
    "band": "What they wrote was read as {band} ({kind}), by: {rules}.",
    "alerted": "The peer, if there was one, was told; coordinators were asked as the line's policy says.",
    "paged": "A page was raised: {reason}.",
    "page_sent": "{who} was paged: {reason}.",
    "page_closed": "A page needed no answer any more.",
    "alarm_asked": "The alarm outside was asked for.",
    "alarm_sounded": "The alarm outside was heard.",
    "acknowledged": "{who} took the page.",
    "lowered": "{who} lowered the band to {band}: {why}.",
    "not_read": "Texts could not be read for risk; they were delivered.",
    "read_again": "Texts can be read for risk again.",
    "offered": "{who} was asked to take them.",
    "accepted": "{who} took them.",
    "passed": "{who} passed.",
    "lapsed": "{who} did not answer an offer.",
    "peer_silent_at_risk": "The peer had not answered for some minutes.",
    "handoff_offered": "The crisis line was offered.",
    "ended": "It ended: {how}.",
    "debriefed": "{who} was asked afterwards how they are.",
    "follow_up_wished": "They asked for a text the next day.",
    "followed_up": "They got the text they had asked for.",
    "incident_read": "This record was read, by {by}.",
}


def line(event: str, about: Mapping[str, str], who: str) -> str:
    """One event; `who` is the volunteer it names. What has no sentence yet is told by its name."""
    told = {"who": who or "Somebody", **_Blank(about)}
    return _SAID.get(event, f"{event.replace('_', ' ')}.").format_map(_Blank(told))


class _Blank(dict[str, str]):
    """What a line does not say is left open."""

    def __missing__(self, key: str) -> str:
        return "?"
