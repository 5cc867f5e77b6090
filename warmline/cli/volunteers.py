"""`warmline volunteers`: who is on the roster."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from warmline.cli import card, frame, office
from warmline.flows.desk import Desk
from warmline.flows.office import finding, roster_changes, roster_file
from warmline.volunteers.particulars import Particulars
from warmline.volunteers.roster import Volunteer
from warmline.words import times

language_option = click.option(
    "--language", "languages", multiple=True, metavar="CODE", help="Such as es; may be repeated."
)
experience_option = click.option(
    "--experience", multiple=True, metavar="WORD", help="Lived experience; may be repeated."
)


@click.group()
def volunteers() -> None:
    """Who is on the roster."""


@volunteers.command()
@click.argument("name")
@click.argument("number")
@click.option("--coordinator", is_flag=True, help="Is paged when help is needed.")
@language_option
@experience_option
@click.option("--capacity", type=int, default=1, show_default=True, help="People at once.")
def add(
    name: str,
    number: str,
    coordinator: bool,  # noqa: FBT001 - click passes it by name
    languages: tuple[str, ...],
    experience: tuple[str, ...],
    capacity: int,
) -> None:
    """Put NAME with the phone NUMBER on the roster, and welcome them by text."""
    with office.desk() as desk:
        particulars = Particulars(
            _spaced(name),
            coordinator,
            _words(languages) or frozenset({desk.line.language}),
            _words(experience),
            capacity,
        )
        roster_changes.check(particulars)
        volunteer = roster_changes.add(desk, particulars, roster_changes.number(desk, number))
    click.echo(f"{volunteer.name} is on the roster as {volunteer.id}, and is welcomed by text.")


@volunteers.command("list")
@frame.json_option
def list_all(as_json: bool) -> None:  # noqa: FBT001
    """Everyone on the roster. Of numbers, the last two digits are shown."""
    with office.desk() as desk:
        rows = [_row(volunteer) for volunteer in finding.everyone(desk)]
    frame.listing(rows, as_json=as_json, empty="Nobody yet. See: warmline volunteers add --help")


@volunteers.command()
@click.argument("volunteer")
@frame.json_option
def show(volunteer: str, as_json: bool) -> None:  # noqa: FBT001
    """All about one VOLUNTEER, by name or id."""
    with office.desk() as desk:
        facts = _facts(desk, finding.volunteer(desk, volunteer))
    card.show(facts, as_json=as_json)


@volunteers.command()
@click.argument("volunteer")
@click.option("--name")
@click.option("--coordinator/--no-coordinator", default=None)
@language_option
@experience_option
@click.option("--no-experience", is_flag=True, help="Forget all lived experience.")
@click.option("--capacity", type=int)
def edit(
    volunteer: str,
    name: str | None,
    coordinator: bool | None,  # noqa: FBT001
    languages: tuple[str, ...],
    experience: tuple[str, ...],
    no_experience: bool,  # noqa: FBT001
    capacity: int | None,
) -> None:
    """Change what is known of a VOLUNTEER, by name or id. Languages and experience given replace the old ones."""
    with office.desk() as desk:
        before = finding.volunteer(desk, volunteer)
        after = Particulars(
            _spaced(name) if name is not None else before.name,
            before.coordinator if coordinator is None else coordinator,
            _words(languages) or before.languages,
            frozenset() if no_experience else _words(experience) or before.experience,
            before.capacity if capacity is None else capacity,
        )
        changed = roster_changes.edit(desk, before, roster_changes.check(after))
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
def import_file(file: Path, dry_run: bool) -> None:  # noqa: FBT001
    """Bring the roster up to a FILE: CSV with the columns name, number, coordinator, languages, experience, capacity.

    The last four may be missing. Who has a number that is on the roster is changed, others are added and welcomed,
    and whoever is not in the file stays. One bad row, and nothing is changed.
    """
    content = file.read_bytes()
    with office.desk() as desk:
        changes = roster_file.changes(desk, content)
        for line in roster_file.told(changes):
            click.echo(line)
        if not dry_run:
            roster_file.apply(desk, changes)
    click.echo("Nothing was changed." if dry_run else "Done.")


@volunteers.command()
@click.option("--with-numbers", is_flag=True, help="Whole numbers too, as `import` needs them.")
def export(with_numbers: bool) -> None:  # noqa: FBT001
    """Write the roster to standard output, as CSV."""
    with office.desk() as desk:
        click.echo(roster_file.export(finding.everyone(desk), numbers=with_numbers), nl=False)


def _spaced(name: str) -> str:
    return " ".join(name.split())


def _words(given: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.strip().lower() for word in given)


def _row(volunteer: Volunteer) -> dict[str, Any]:
    return {
        "id": volunteer.id,
        "name": volunteer.name,
        "phone": str(volunteer.number),
        "coordinator": volunteer.coordinator,
        "languages": sorted(volunteer.languages),
        "experience": sorted(volunteer.experience),
        "capacity": volunteer.capacity,
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
