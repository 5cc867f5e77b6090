"""`warmline volunteers`: who is on the roster."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from warmline.cli import card, frame, load, office
from warmline.errors import RefusedError
from warmline.flows.desk import Desk
from warmline.flows.office import finding, roster_changes, roster_file
from warmline.volunteers.particulars import (
    MUST_BE_TRAINING,
    Particulars,
    read_training,
    written_training,
)
from warmline.volunteers.roster import Volunteer
from warmline.words import times

FACTS = (  # what `add` and `edit` may say of someone
    click.option("--coordinator/--no-coordinator", default=None, help="Is paged for help, or not."),
    click.option("--language", multiple=True, metavar="CODE", help="Such as es; may be repeated."),
    click.option(
        "--experience", multiple=True, metavar="WORD", help="Lived experience; may be repeated."
    ),
    click.option("--capacity", type=int, help="People at once, from 1 to 3."),
    click.option("--zone", metavar="ZONE", help='Where they live; "" for the line\'s own.'),
    click.option(
        "--training",
        multiple=True,
        metavar="NAME=DAY",
        help="Such as safety=2027-01-31, the last day of its being valid; may be repeated.",
    ),
    click.option(
        "--probation/--no-probation",
        default=None,
        help="Serves only beside someone experienced, or not.",
    ),
)


def facts_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(FACTS):
        command = option(command)
    return command


@click.group()
def volunteers() -> None:
    """Who is on the roster."""


volunteers.add_command(load.load)


@volunteers.command()
@click.argument("name")
@click.argument("number")
@facts_options
def add(name: str, number: str, **said: Any) -> None:
    """Put NAME with the phone NUMBER on the roster, and welcome them by text."""
    with office.desk() as desk:
        new = Particulars(_spaced(name), languages=frozenset({desk.line.language}))
        particulars = roster_changes.check(_as_said(new, said))
        volunteer = roster_changes.add(desk, particulars, roster_changes.number(desk, number))
    click.echo(f"{volunteer.name} is on the roster as {volunteer.id}, and is welcomed by text.")


@volunteers.command("list")
@frame.json_option
def list_all(as_json: bool) -> None:
    """Everyone on the roster. Of numbers, the last two digits are shown."""
    with office.desk() as desk:
        rows = [_row(volunteer) for volunteer in finding.everyone(desk)]
    frame.listing(rows, as_json=as_json, empty="Nobody yet. See: warmline volunteers add --help")


@volunteers.command()
@click.argument("volunteer")
@frame.json_option
def show(volunteer: str, as_json: bool) -> None:
    """All about one VOLUNTEER, by name or id."""
    with office.desk() as desk:
        facts = _facts(desk, finding.volunteer(desk, volunteer))
    card.show(facts, as_json=as_json)


@volunteers.command()
@click.argument("volunteer")
@click.option("--name")
@facts_options
@click.option("--no-experience", is_flag=True, help="Forget all lived experience.")
@click.option("--no-training", is_flag=True, help="Forget all trainings.")
def edit(volunteer: str, name: str | None, **said: Any) -> None:
    """Change what is known of a VOLUNTEER, by name or id.

    Languages and experience given replace the old ones; a training given is added, or renewed.
    """
    with office.desk() as desk:
        before = finding.volunteer(desk, volunteer)
        known = Particulars.of(before)
        if name is not None:
            known = replace(known, name=_spaced(name))
        if said["no_experience"]:
            known = replace(known, experience=frozenset())
        if said["no_training"]:
            known = replace(known, training={})
        after = roster_changes.check(_as_said(known, said))
        changed = roster_changes.edit(desk, before, after)
    click.echo(f"{changed.name} is changed." if after != Particulars.of(before) else "No change.")


@volunteers.command()
@click.argument("volunteer")
def remove(volunteer: str) -> None:
    """Take a VOLUNTEER off the roster, by name or id, with their claims on shifts."""
    with office.desk() as desk:
        found = finding.volunteer(desk, volunteer)
        roster_changes.remove(desk, found)
    click.echo(f"{found.name} is off the roster.")


@volunteers.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
def import_file(file: Path, dry_run: bool) -> None:
    """Bring the roster up to a FILE: CSV with the columns name and number, and perhaps others that `export` writes.

    Who has a number that is on the roster is changed, others are added and welcomed, and whoever is not in the file
    stays. One bad row, and nothing is changed.
    """
    with office.desk() as desk:
        table = roster_file.read(desk, file.read_bytes())
        if not dry_run:
            table = roster_file.apply(desk, table)
        for line in roster_file.told(table):
            click.echo(line)
    click.echo("Nothing was changed." if dry_run else "Done.")


@volunteers.command()
@click.option("--with-numbers", is_flag=True, help="Whole numbers too, as `import` needs them.")
def export(with_numbers: bool) -> None:
    """Write the roster to standard output, as CSV."""
    with office.desk() as desk:
        click.echo(roster_file.export(finding.everyone(desk), numbers=with_numbers), nl=False)


def _spaced(name: str) -> str:
    return " ".join(name.split())


def _words(given: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.strip().lower() for word in given)


def _as_said(before: Particulars, said: Mapping[str, Any]) -> Particulars:
    """With what was said of them, and as before where nothing was."""
    training = read_training(said["training"])
    if training is None:
        raise RefusedError(f"That cannot be: training {MUST_BE_TRAINING}.")
    plain = ("coordinator", "capacity", "zone", "probation")
    return replace(
        before,
        languages=_words(said["language"]) or before.languages,
        experience=_words(said["experience"]) or before.experience,
        training={**before.training, **training},
        **{name: said[name] for name in plain if said[name] is not None},
    )


def _row(volunteer: Volunteer) -> dict[str, Any]:
    return {
        "id": volunteer.id,
        "name": volunteer.name,
        "phone": str(volunteer.number),
        "coordinator": volunteer.coordinator,
        "languages": sorted(volunteer.languages),
        "experience": sorted(volunteer.experience),
        "capacity": volunteer.capacity,
        "zone": volunteer.zone or None,
        "training": written_training(volunteer.training),
        "probation": volunteer.probation,
        "unreachable": volunteer.unreachable or None,
    }


def _facts(desk: Desk, volunteer: Volunteer) -> dict[str, Any]:
    now, zone = desk.clock.now(), desk.line.zone
    shifts = desk.store.shifts.between(now, finding.LAST_DAY)

    paused = volunteer.paused_until if (volunteer.paused_until or now) > now else None
    wrapping = volunteer.wrapping_until if (volunteer.wrapping_until or now) > now else None
    return _row(volunteer) | {
        "paused_until": paused
        and (
            "RESUME"
            if paused.year >= finding.LAST_DAY.year
            else paused.astimezone(zone).isoformat()
        ),
        "wrapping_up_until": wrapping and wrapping.astimezone(zone).isoformat(),
        "talking_with": len(volunteer.talks),
        "offered": len(volunteer.offers),
        "missed_in_a_row": volunteer.misses,
        "shifts": [
            f"{shift.code}: {times.moment(shift.starts, zone, now=now)}"
            for shift in shifts
            if volunteer.id in shift.claimed
        ],
    }
