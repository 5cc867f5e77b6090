"""Are callers given a crisis line that somebody has called, and not too long ago?"""

from __future__ import annotations

from collections.abc import Iterator

from warmline.cli.checkup.finding import Finding, advice, fine, mend
from warmline.config import Settings
from warmline.errors import TransientError
from warmline.flows.desk import Desk
from warmline.safety.crisis_lines import CrisisLines, Known, Standing
from warmline.volunteers import local_times

LOUD, USUAL = "CRISIS LINES", "crisis lines"


def look(desk: Desk, settings: Settings) -> Iterator[Finding]:
    """What the settings say counts also when Redis is away."""
    if settings.rehearsal and settings.twilio_api_base_url is None:
        yield mend(
            "rehearsal",
            "this is set up as a rehearsal, on Twilio itself: callers may be shown numbers that nobody confirmed",
            "Unset WARMLINE_REHEARSAL and WARMLINE_CLOCK_FILE, if real people can reach the line.",
        )
    try:
        found = desk.crisis_lines.afresh()
    except TransientError:
        found = desk.crisis_lines.known()
        if not found.is_home_good:
            yield mend(USUAL, "cannot be looked up while Redis is away", "See Redis, above.")
            return
    yield _home(desk, found)
    for known in found.lines:
        yield from _one(desk, known, found)
    yield from _served(desk, found)
    if found.is_home_good and desk.line.fallback_number is None:
        yield advice(
            USUAL,
            f"none of {found.home} that is confirmed can be dialled from here, for a caller who asks to be put through",
            "Set WARMLINE_FALLBACK_NUMBER to an ordinary number that always answers.",
        )


def _home(desk: Desk, found: CrisisLines) -> Finding:
    country, there = found.home, found.of(found.home)
    if found.is_home_good:
        lines = [known for known in there if known.is_good]
        return fine(USUAL, f"{country}: {'; '.join(_how(desk, known) for known in lines)}")
    if there:
        numbers = ", ".join(
            dict.fromkeys(known.line.display for known in there if known.line.display)
        )
        return mend(
            LOUD,
            f"NOBODY HAS CALLED THE CRISIS LINE OF {country} AND CONFIRMED IT ({numbers}): CALLERS GET NO NUMBER",
            "Call and text it yourself; if it is right: "
            f"warmline crisis-lines confirm {country} --by 'YOUR NAME'",
        )
    return mend(
        LOUD,
        f"NO CRISIS LINE OF {country} IS KNOWN: CALLERS GET NO NUMBER",
        "Find one and call it; if it is right: "
        f"warmline crisis-lines confirm {country} --line NAME --number NUMBER --by 'YOUR NAME'",
    )


def _one(desk: Desk, known: Known, found: CrisisLines) -> Iterator[Finding]:
    line, at_home = known.line, known.line.country == found.home
    what = f"crisis line {line.country} {line.name} {line.display or line.text_to}"
    again = f"warmline crisis-lines confirm {line.country} --line '{known.key}' --by 'YOUR NAME'"
    match known.standing:
        case Standing.EXPIRED:
            how = f"its confirmation ran out {_until(desk, known)}, so nobody is told of it"
            yield mend(what, how, f"Call it again; if it is right: {again}")
        case Standing.CHANGED:
            how = "was corrected in the directory after it was confirmed, so nobody is told of it"
            yield mend(what, how, f"Call it as it is now; if it is right: {again}")
        case Standing.EXPIRES_SOON:
            how = f"its confirmation runs out {_until(desk, known)}"
            yield advice(what, how, f"Call it again; if it is right: {again}")
        case Standing.UNCONFIRMED if at_home and found.is_home_good:
            how = "nobody has confirmed it, so nobody is told of it"
            yield advice(what, how, f"Call or text it; if it is right: {again}")


def _served(desk: Desk, found: CrisisLines) -> Iterator[Finding]:
    for country in sorted(desk.line.served - {found.home}):
        if not any(known.is_good for known in found.of(country)):
            yield advice(
                f"crisis lines {country}",
                f"none is confirmed, so callers from there are told of the one of {found.home}",
                f"warmline crisis-lines list --country {country}",
            )


def _how(desk: Desk, known: Known) -> str:
    name = known.line.name
    if known.confirmation is None or known.standing is Standing.BY_THE_SETTINGS:
        return f"{name} {known.standing}"
    return f"{name} confirmed by {known.confirmation.by} until {_until(desk, known)}"


def _until(desk: Desk, known: Known) -> str:
    said = known.confirmation
    return local_times.written(said.until, desk.line.zone) if said else ""
