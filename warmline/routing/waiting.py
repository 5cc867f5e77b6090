"""What somebody who waits on the line hears in the next round, and what the round after it has to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from warmline.words import aloud
from warmline.words.choices_aloud import choices_aloud
from warmline.words.spoken_sentences import Spoken

CYCLE = 6  # rounds after which everything is said again
CALM_AT = 2  # the round, when nobody is on, in which the exercise is offered


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand for someone who waits."""

    place: int
    peers_on: int
    told: int = 0  # the best place that they were told, in this call or the one before; 0 for none
    rings: bool = False  # a peer is being rung for them
    seeks_others: bool = (
        False  # nobody is on, they have heard the choices, and somebody else is sought
    )
    opening: str | None = None  # when the next peer is due, if nobody is on and anyone knows
    patience_is_over: bool = False
    is_looked_after: bool = True  # a worker has looked at them not long ago


@dataclass(frozen=True, slots=True)
class Before:
    """What was said before. It stands in the address of the next round, so that no loop costs a write."""

    rounds: int = 0
    place: int = 0  # as it was told last; 0 for never
    step: int = 0  # of the exercise; 0 for none
    told_patience: bool = False
    nobody: int = 0  # rounds in which nobody was on
    away: int = 0  # rounds since we could see the line
    language: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Before:
        """As it stands in a query; what is no number is none."""

        def count(name: str) -> int:
            given = asked.get(name, "")
            return int(given[:6]) if given.isdecimal() else 0

        return cls(
            rounds=count("round"),
            place=count("place"),
            step=count("step"),
            told_patience=bool(count("long")),
            nobody=count("nobody"),
            away=count("away"),
            language=asked.get("in", "")[:2] if asked.get("in", "").isalpha() else "",
        )

    def query(self) -> str:
        """The same as a query, without what is not worth saying; `round` tells that they are in line."""
        facts = {
            "place": self.place,
            "step": self.step,
            "long": int(self.told_patience),
            "nobody": self.nobody,
            "away": self.away,
            "in": self.language,
        }
        said = [f"{name}={value}" for name, value in facts.items() if value]
        return "?" + "&".join([f"round={self.rounds}", *said])


Round = tuple[list[str], Before]


def next_round(words: Spoken, stands: Standing, before: Before, pressed: str = "held") -> Round:
    """The sentences of this round, and what has been said after it. `pressed` is what a key led to."""
    before = replace(before, away=0, place=before.place or stands.told)
    match pressed:
        case "cannot":
            return [words.cannot_ring_back()], before
        case "exercise":
            return _exercise(words, replace(before, step=1))
        case "again":
            return [_choices(words, stands)], before
        case _:
            pass
    if before.step:
        return _exercise(words, before)
    if stands.patience_is_over and not before.told_patience:
        return [words.patience()], replace(before, told_patience=True)
    if stands.peers_on and before.place and stands.place < before.place:
        return [words.place(stands.place)], replace(before, place=stands.place)
    return _in_turn(words, stands, before)


def sounds(said: list[str], *, plays_for: int, most: int) -> int:
    """How often our quiet sound fits into what is left of a round."""
    spoken = sum(map(aloud.seconds, said)) + max(0, len(said) - 1)
    return max(0, int((most - spoken) // plays_for))


def _exercise(words: Spoken, before: Before) -> Round:
    steps = words.exercise()
    step = min(before.step, len(steps))
    return [steps[step - 1]], replace(before, step=(step + 1) % (len(steps) + 1))


def _choices(words: Spoken, stands: Standing) -> str:
    return words.choices() if stands.peers_on else words.choices_when_nobody_is_on()


def _nobody(words: Spoken, stands: Standing, before: Before) -> Round:
    """Said once that nobody is here; then the choices, until somebody else is sought."""
    following = replace(before, rounds=before.rounds + 1, nobody=before.nobody + 1)
    if before.nobody == 0:
        return [words.nobody_on(stands.opening)], following
    if stands.seeks_others:
        return [choices_aloud(before.language).trying_others()], following
    if before.nobody % 2:
        return [words.choices_when_nobody_is_on()], following
    return [words.calm_choice()] if before.nobody == CALM_AT else [], following


def _in_turn(words: Spoken, stands: Standing, before: Before) -> Round:
    if not stands.peers_on:
        return _nobody(words, stands, before)
    following = replace(before, rounds=before.rounds + 1, nobody=0)
    match before.rounds % CYCLE:
        case 0 if before.rounds == 0:
            if before.place and stands.place > before.place:  # nobody is told a worse one
                return [words.looking()], following
            at_first = [words.looking(), words.place(stands.place)]
            return at_first, replace(following, place=stands.place)
        case 1:
            return [_choices(words, stands)], following
        case 0 | 3:
            said = words.ringing() if stands.rings else words.all_with_others(stands.peers_on)
            return [said], replace(following, place=before.place or stands.place)
        case 4:
            return [words.calm_choice()], following
        case _:
            return [], following
