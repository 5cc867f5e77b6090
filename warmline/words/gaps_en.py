"""What the line says of gaps: to those who could fill them, and to coordinators."""

from __future__ import annotations

from collections.abc import Sequence


def could_you(shifts: Sequence[str]) -> str:
    """`shifts` as `roster_en.listed` writes them, the soonest first."""
    if len(shifts) == 1:
        return f"Could you take this shift?\n{_lines(shifts)}\nIf so, text CLAIM {_code(shifts[0])}. If not, no need to answer."
    return f"Could you take one of these shifts?\n{_lines(shifts)}\nIf so, text CLAIM and its number. If not, no need to answer."


def else_closed(shift: str) -> str:
    """A shift that nobody has a seat on, a day or two before."""
    return f"{shift} (nobody yet: the line would be closed)"


def cannot_be_reached(name: str, shifts: Sequence[str]) -> str:
    """To coordinators, as soon as it is known. `shifts` as above, the soonest first."""
    more = "" if len(shifts) <= FEW else f"\nand {len(shifts) - FEW} more"
    return (
        f"{name} can no longer be reached by text, so I count these seats as open:\n"
        f"{_lines(shifts[:FEW])}{more}\nI am asking others. Please ring {name} if you can."
    )


def will_close(spans: Sequence[str], codes: Sequence[int]) -> str:
    """To coordinators, a day before. `spans` as "Tue 24 Nov 6-10 pm"."""
    listed = ", ".join(map(str, codes))
    return (
        f"The line will be closed, since nobody who can be reached has a seat:\n{_lines(spans)}\n"
        f"A CLAIM of shift {listed} opens it. I am asking those who could."
    )


def will_be_empty(shifts: Sequence[str]) -> str:
    """To coordinators, a day before: others are on at that time, but nobody on this shift."""
    return (
        f"Nobody who can be reached has a seat on:\n{_lines(shifts)}\n"
        "Others are on then, so the line stays open. I am asking those who could."
    )


def digest(
    count: int, worst: Sequence[str], closed: Sequence[str], *, days: int, guessed: bool
) -> str:
    """To coordinators, once a day. `worst` as "12 Tue 24 Nov 7-8 pm, 62%", `closed` as "Tue 24 Nov"."""
    shifts = "1 shift has" if count == 1 else f"{count} shifts have"
    lines = [f"Next {days} days: {shifts} open seats."]
    if worst:
        lines.append(f"Fewest answered{' (a guess so far)' if guessed else ''}:\n{_lines(worst)}")
    if closed:
        more = f" and {len(closed) - MANY} more" if len(closed) > MANY else ""
        lines.append(f"Closed for want of anyone: {', '.join(closed[:MANY])}{more}.")
    return "\n".join(lines)


FEW, MANY = 3, 5


def worst_hour(code: int, when: str, answered: float) -> str:
    """The thinnest hour of a shift, and the share of people who would be answered then."""
    return f"{code} {when}, {round(answered * 100)}%"


def gap(code: int, when: str, missing: int, *, nobody: bool) -> str:
    """For STATUS."""
    return f"{code} {when} ({'nobody' if nobody else f'{missing} open'})"


def _lines(shifts: Sequence[str]) -> str:
    return "\n".join(shifts)


def _code(shift: str) -> str:
    return shift.split(maxsplit=1)[0]
