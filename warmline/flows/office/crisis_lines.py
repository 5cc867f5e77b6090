"""Confirming crisis lines: an operator has called them, found them right, and says so with a name and a date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from warmline.errors import RefusedError, TransientError
from warmline.flows.desk import Desk
from warmline.phone import is_country
from warmline.safety.crisis_lines import Confirmation, Known
from warmline.safety.own_number import judge
from warmline.store.effects import Effects

LONGEST_NAME = 40


def confirm(desk: Desk, country: str, *, by: str, name: str = "", number: str = "") -> list[Known]:
    """Every line of the country, or the one of that name, is confirmed as of now. Gives them as they are then.

    `number` takes the place of the one in the directory; with a name that is not there, it is a line of the operator's
    own. A number that was given before stays until the line's confirmation is withdrawn.
    """
    iso, by, name = _country(country), _name(by, "--by"), _name(name, "--line") if name else ""
    now, found = desk.clock.now(), _found(desk, iso, name, wanted=not number)
    if number:
        _check(desk, iso, number, found, name=name)
    said = [
        Confirmation(
            country=iso,
            key=known.key,
            name=known.line.name,
            as_it_stood=_shipped(known),
            by=by,
            at=now,
            number=number or (known.confirmation.number if known.confirmation else ""),
        )
        for known in found
    ] or [
        Confirmation(country=iso, key=name, name=name, as_it_stood="", by=by, at=now, number=number)
    ]
    plan = {"kept": Effects(journal=_journal("crisis_line_confirmed", said, by))}
    desk.store.confirmations.keep(said, now=now, plan=plan)
    keys = {one.key for one in said}
    return [known for known in desk.crisis_lines.afresh().of(iso) if known.key in keys]


def withdraw(desk: Desk, country: str, *, by: str, name: str = "") -> list[Known]:
    """The country's lines, or the one of that name, are told and dialled no more. Gives them as they were."""
    iso, by = _country(country), _name(by, "--by")
    found = [known for known in _found(desk, iso, name, wanted=True) if known.confirmation]
    said = [known.confirmation for known in found if known.confirmation]
    plan = {"forgotten": Effects(journal=_journal("crisis_line_withdrawn", said, by))}
    word = "unknown"
    if said:
        word = desk.store.confirmations.forget(said, now=desk.clock.now(), plan=plan)
    if word == "unknown":
        raise RefusedError(
            f"Nobody has confirmed it by this command. See: warmline crisis-lines list --country {iso}"
        )
    return found


def _found(desk: Desk, iso: str, name: str, *, wanted: bool) -> list[Known]:
    """The lines of that name or number, or all of them. RefusedError where some are `wanted` and there is none."""
    there = desk.crisis_lines.afresh().of(iso)
    found = [known for known in there if not name or name.casefold() in _names(known)]
    if found or not wanted:
        return found
    if not there:
        raise RefusedError(
            f"No crisis line of {iso} is known to us. Find one, call it, and give its --line NAME and --number."
        )
    which = ", ".join(
        f"{known.line.name} ({known.line.display or known.line.text_to})" for known in there
    )
    raise RefusedError(f"{iso} has no line called that. There are: {which}.")


def refuse_unconfirmed(desk: Desk) -> None:
    """RefusedError, with what to do, unless callers at home are given a number that somebody has confirmed.

    Where the settings confirm it, Redis is not needed.
    """
    country = desk.line.country
    try:
        found = desk.crisis_lines.afresh()
    except TransientError:
        found = desk.crisis_lines.known()
        if not found.is_home_good:
            raise
    if not found.is_home_good:
        raise RefusedError(
            "NOBODY HAS CALLED THE CRISIS LINE AND CONFIRMED THAT IT ANSWERS: CALLERS GET NO NUMBER. "
            f"See: warmline crisis-lines list --country {country}; call it; then: "
            f"warmline crisis-lines confirm {country} --by NAME"
        )


def _check(desk: Desk, iso: str, number: str, found: Sequence[Known], *, name: str) -> None:
    if fault := judge(number, country=iso, ours=desk.line.numbers):
        raise RefusedError(f"That number cannot stand for a crisis line. {fault}")
    if not found and not name:
        raise RefusedError(f"No crisis line of {iso} is known to us: give yours a --line NAME.")
    if len(found) > 1:
        which = ", ".join(known.line.display or known.line.text_to for known in found)
        raise RefusedError(
            f"Say for which line that number is: --line with its name, or one of {which}."
        )


def _names(known: Known) -> set[str]:
    line = known.line
    return {one.casefold() for one in (line.name, line.display, line.text_to, known.key) if one}


def _shipped(known: Known) -> str:
    """The row as it stands in the directory, whatever number the operator gave for it."""
    before = known.confirmation
    return before.as_it_stood if before and before.number else known.line.as_it_stands


def _country(country: str) -> str:
    if not is_country(country.upper()):
        raise RefusedError("A country is told by its ISO code of two letters, such as US.")
    return country.upper()


def _name(name: str, option: str) -> str:
    spaced = " ".join(name.split())
    if not 1 <= len(spaced) <= LONGEST_NAME or not spaced.isprintable():
        raise RefusedError(f"{option} must be 1 to {LONGEST_NAME} characters on one line.")
    return spaced


def _journal(event: str, said: Sequence[Confirmation], by: str) -> list[Mapping[str, str]]:
    return [{"event": event, "country": one.country, "line": one.name, "by": by} for one in said]
