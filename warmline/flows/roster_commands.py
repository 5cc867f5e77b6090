"""A volunteer's command about the roster goes to its story."""

from __future__ import annotations

from typing import assert_never

from warmline.flows import claiming_by_text, cover, listing, releasing, swapping, undoing
from warmline.flows.desk import Desk
from warmline.routing.arrived import Arrived
from warmline.store.effects import Cause
from warmline.volunteers import commands
from warmline.volunteers.roster import Volunteer
from warmline.volunteers.spoken_times import Spoken


def obey(
    desk: Desk, cause: Cause, text: Arrived, volunteer: Volunteer, command: commands.OfTheRoster
) -> str:
    """The word that the store gave."""
    match command:
        case commands.Shifts():
            return listing.shifts(desk, cause, text, volunteer)
        case commands.More():
            return listing.more(desk, cause, text, volunteer)
        case commands.Mine():
            return listing.mine(desk, cause, text, volunteer)
        case commands.Claim(_, Spoken() as when):
            return claiming_by_text.claim_spoken(desk, cause, text, volunteer, when)
        case commands.Claim(codes):
            return claiming_by_text.claim(desk, cause, text, volunteer, codes)
        case commands.Release(codes):
            return releasing.release(desk, cause, text, volunteer, codes)
        case commands.Cover(code):
            return cover.cover(desk, cause, text, volunteer, code)
        case commands.Swap(given, wanted):
            return swapping.swap(desk, cause, text, volunteer, given, wanted)
        case commands.Undo():
            return undoing.undo(desk, cause, text, volunteer)
        case _:
            assert_never(command)
