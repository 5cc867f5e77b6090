"""Whose phones are on the page."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")


class Role(StrEnum):
    CALLER = "caller"
    VOLUNTEER = "volunteer"
    COORDINATOR = "coordinator"
    CRISIS = "crisis"  # a desk telephone: it is called, and takes no texts


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a phone. The exchange knows nothing of roles: they are for the onlooker."""

    name: str
    role: Role
    number: str


DEFAULT: Sequence[Person] = (
    Person("Someone", Role.CALLER, "+15550100101"),
    Person("Ada", Role.VOLUNTEER, "+15550100201"),
    Person("Bo", Role.VOLUNTEER, "+15550100202"),
    Person("Sam", Role.COORDINATOR, "+15550100301"),
    Person("The crisis line", Role.CRISIS, "+15550100401"),
)


def person(said: str) -> Person:
    """The person that `said` describes, such as `Ada|volunteer|+15550100201`."""
    try:
        name, role, number = (part.strip() for part in said.split("|"))
        known = Role(role)
    except ValueError:
        raise ArgumentTypeError(
            f"{said!r} is not NAME|ROLE|NUMBER with a role of {', '.join(Role)}"
        ) from None
    if not name or not _E164.fullmatch(number):
        raise ArgumentTypeError(f"{said!r} needs a name, and a number such as +15550100201")
    return Person(name, known, number)
