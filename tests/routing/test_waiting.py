"""What somebody who waits hears, round after round."""

from __future__ import annotations

from dataclasses import replace

import pytest

from warmline.routing.waiting import CYCLE, Before, Standing, next_round, sounds
from warmline.words.spoken import spoken

WORDS = spoken("en")
SOMEBODY = Standing(place=3, peers_on=2)
NOBODY = Standing(place=1, peers_on=0, opening="today at 6 p.m., New York time")


def rounds(stands: Standing, many: int, before: Before | None = None) -> list[list[str]]:
    """What is said in so many rounds."""
    told, said = before or Before(), []
    for _ in range(many):
        sentences, told = next_round(WORDS, stands, told)
        said.append(sentences)
    return said


def test_at_first_they_hear_that_we_look_and_how_many_are_before_them() -> None:
    assert rounds(SOMEBODY, 1) == [[WORDS.looking(), "There are 2 people before you."]]


def test_when_nobody_is_on_they_hear_so_when_somebody_is_due_and_what_they_can_do() -> None:
    first, second = rounds(NOBODY, 2)

    assert "No peer is here" in first[0]
    assert "today at 6 p.m., New York time" in first[0]
    assert second == [WORDS.choices_when_nobody_is_on()]
    assert "press 3" in second[0]


def test_a_message_for_the_team_is_offered_only_when_nobody_is_on() -> None:
    said = [sentence for one in rounds(SOMEBODY, 3 * CYCLE) for sentence in one]

    assert not any("press 3" in sentence for sentence in said)


@pytest.mark.parametrize(("stands", "every"), [(SOMEBODY, CYCLE), (NOBODY, 2)])
def test_the_choices_come_back_now_and_then_and_not_in_every_round(
    stands: Standing, every: int
) -> None:
    said = rounds(stands, 4 * CYCLE)
    with_choices = [number for number, one in enumerate(said) if any("press 1" in s for s in one)]

    assert with_choices == list(range(1, 4 * CYCLE, every))


def test_the_place_is_told_again_only_when_it_is_better() -> None:
    _, told = next_round(WORDS, SOMEBODY, Before())

    worse, told = next_round(WORDS, replace(SOMEBODY, place=4), told)
    better, told = next_round(WORDS, replace(SOMEBODY, place=1), told)
    same, _ = next_round(WORDS, replace(SOMEBODY, place=1), told)

    assert not any("before you" in sentence or "next" in sentence for sentence in worse)
    assert better == ["You are next."]
    assert "You are next." not in same


def test_no_round_says_minutes() -> None:
    for stands in (SOMEBODY, NOBODY, replace(SOMEBODY, rings=True, patience_is_over=True)):
        assert not any("minute" in s for one in rounds(stands, 2 * CYCLE) for s in one)


def test_when_a_phone_rings_for_them_they_hear_that_and_else_that_nobody_is_free() -> None:
    ringing = rounds(replace(SOMEBODY, rings=True), CYCLE)
    engaged = rounds(SOMEBODY, CYCLE)

    assert [WORDS.ringing()] in ringing
    assert [WORDS.all_with_others(2)] in engaged


def test_after_patience_the_choices_are_said_once_more_and_then_as_usual() -> None:
    late = replace(SOMEBODY, patience_is_over=True)
    said = rounds(late, CYCLE, Before(rounds=CYCLE, place=3))

    assert said[0] == [WORDS.patience()]
    assert [WORDS.patience()] not in said[1:]
    assert "press 0" in WORDS.patience()


def test_the_exercise_is_read_step_by_step_and_then_the_wait_goes_on() -> None:
    said, told = next_round(WORDS, SOMEBODY, Before(rounds=4, place=3), "exercise")
    steps = [said]
    while told.step:
        said, told = next_round(WORDS, replace(SOMEBODY, place=1), told)
        steps.append(said)

    assert steps == [[step] for step in WORDS.exercise()]
    assert told.rounds == 4
    assert next_round(WORDS, replace(SOMEBODY, place=1), told)[0] == ["You are next."]


@pytest.mark.parametrize(
    ("pressed", "said"),
    [("cannot", WORDS.cannot_ring_back()), ("again", WORDS.choices())],
)
def test_a_key_is_answered_and_costs_no_round(pressed: str, said: str) -> None:
    before = Before(rounds=3, place=3)

    assert next_round(WORDS, SOMEBODY, before, pressed) == ([said], before)


@pytest.mark.parametrize(
    "before",
    [
        Before(),
        Before(rounds=7, place=2, step=3, told_patience=True, away=1, language="es"),
    ],
)
def test_what_was_said_stands_in_the_address(before: Before) -> None:
    query = before.query()
    asked = dict(pair.split("=") for pair in query[1:].split("&"))

    assert query.startswith("?")
    assert "round" in asked  # by which a key is known to be pressed in line
    assert Before.read(asked) == before


@pytest.mark.parametrize("nonsense", ["-1", "x", "", "1e9", "²", "9" * 40])
def test_nonsense_in_an_address_does_no_harm(nonsense: str) -> None:
    told = Before.read({"round": nonsense, "place": nonsense, "step": nonsense, "in": nonsense})

    assert next_round(WORDS, SOMEBODY, told)[0] is not None
    assert told.query().count("?") == 1


def test_the_quiet_sound_fills_what_is_left_of_a_round() -> None:
    assert sounds([], plays_for=8, most=19) == 2
    assert sounds([WORDS.ringing()], plays_for=8, most=19) == 1
    assert sounds([WORDS.choices()], plays_for=8, most=19) == 0
