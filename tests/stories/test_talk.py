"""Words pass both ways, whole and in order."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.stories.line import MAIN, POOL, Line
from warmline.simulator.handset import Phone

EMOJI = (
    "can't sleep \U0001f622\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f é ñ \u4f60\u597d"
)


def _talk(line: Line) -> tuple[Phone, Phone]:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    return caller, ada


def test_emoji_and_every_script_pass_unchanged(line: Line) -> None:
    caller, ada = _talk(line)

    caller.texts(EMOJI, to=MAIN)
    assert ada.expects().body == EMOJI
    ada.texts(EMOJI[::-1], to=MAIN)
    assert caller.expects().body == EMOJI[::-1]


def test_the_longest_text_passes_whole_both_ways(line: Line) -> None:
    caller, ada = _talk(line)
    longest = ("word " * 320)[:1600]
    assert len(longest) == 1600

    caller.texts(longest, to=MAIN)
    assert ada.expects().body.strip() == longest.strip()
    ada.texts("x" * 1600, to=MAIN)
    assert caller.expects().body == "x" * 1600


def test_the_longest_text_of_emoji_arrives_in_parts_with_nothing_missing(line: Line) -> None:
    caller, ada = _talk(line)

    caller.texts("\U0001f622" * 1600, to=MAIN)

    assert "".join(ada.expects().body for _ in range(2)) == "\U0001f622" * 1600


def test_words_keep_their_order(line: Line) -> None:
    caller, ada = _talk(line)

    for n in range(12):
        caller.texts(f"line {n}", to=MAIN)
    for n in range(12):
        ada.expects(f"line {n}")


@pytest.mark.parametrize(
    "words", ["stop it hurts", "I want to end it", "on", "off we go", "take 7", "menu", "RESUME"]
)
def test_a_callers_words_are_words_even_where_a_volunteer_would_command(
    line: Line, words: str
) -> None:
    caller, ada = _talk(line)

    caller.texts(words, to=MAIN)

    assert ada.expects().body == words


@pytest.mark.parametrize("words", ["More?", "confirm"])
def test_a_word_of_the_roster_that_says_too_little_is_for_the_person(
    line: Line, words: str
) -> None:
    """Also for someone who looked at the shifts before the talk began; in it, SHIFTS makes MORE a command."""
    ada, caller = line.peer("Ada"), line.phone()
    ada.texts("shifts", to=MAIN)
    ada.expects("No shift is open")
    line.in_touch(caller, ada)

    ada.texts(words, to=MAIN)
    assert caller.expects().body == words


def test_more_after_shifts_shows_more_in_a_talk_too(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    for day in range(1, 13):
        starts = line.now() + timedelta(days=day)
        line.shift(starts, starts + timedelta(hours=2))
    ada.texts("shifts", to=MAIN)
    ada.expects("MORE shows more")
    line.in_touch(caller, ada)
    ada.texts("more", to=MAIN)  # the list was another day's: to the person
    assert caller.expects().body == "more"

    ada.texts("shifts", to=MAIN)
    ada.expects("MORE shows more")
    ada.texts("more", to=MAIN)
    ada.expects("takes it")
    caller.expects_nothing()


@pytest.mark.parametrize(
    "words",
    [
        "I'm done with work for today",
        "off the top of my head",
        "take 2 deep breaths",
        "pause for a moment",
        "let's stop there",
        "1: breathe in",
    ],
)
def test_a_peers_words_are_words_unless_the_whole_text_is_a_command(line: Line, words: str) -> None:
    ada, first, caller = line.peer("Ada"), line.phone(), line.phone()
    line.in_touch(first, ada)
    ada.texts("done", to=MAIN)
    ada.expects("has ended")
    first.expects("has ended")
    first.expects("AGAIN")
    line.passes(minutes=3)
    line.in_touch(caller, ada)  # code 2, so that "1:" names nobody

    ada.texts(words, to=MAIN)

    assert caller.expects().body == words


def test_a_command_in_a_talk_is_not_passed_on(line: Line) -> None:
    caller, ada = _talk(line)

    ada.texts('"Menu"', to=MAIN)

    ada.expects("TAKE 7", "DONE", "BACKUP")
    caller.expects_nothing()


def test_pictures_that_may_not_be_passed_on_are_kindly_declined_and_the_words_go_through(
    line: Line,
) -> None:
    caller, ada = _talk(line)

    caller.texts("look", to=MAIN, media=["image/jpeg"])
    ada.expects("look")
    ada.expects("does not pass those on")
    caller.expects("can't pass on pictures", "Your words do go through")
    ada.texts("this is my cat", to=MAIN, media=["image/png"])
    caller.expects("this is my cat")
    ada.expects("can't pass on pictures")


def test_a_picture_without_words_is_declined_too(line: Line) -> None:
    caller, ada = _talk(line)

    caller.texts("", to=MAIN, media=["image/jpeg"])

    ada.expects("sent a picture")
    caller.expects("can't pass on pictures")


def test_pictures_are_passed_on_by_link_where_the_operator_allows_it(
    environ: dict[str, str], request: pytest.FixtureRequest
) -> None:
    environ["WARMLINE_PASS_PICTURES"] = "yes"
    line: Line = request.getfixturevalue("line")
    caller, ada = _talk(line)

    caller.texts("look", to=MAIN, media=["image/jpeg", "image/png"])

    ada.expects("look")
    ada.expects("A picture was sent to you: http", "/Media/")
    ada.expects("A picture was sent to you: http", "/Media/")
    ada.texts("lovely", to=MAIN, media=["image/gif"])
    caller.expects("lovely")
    caller.expects("A picture was sent to you: http", "/Media/")


def test_a_first_text_that_is_only_a_picture_is_answered(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()

    caller.texts("", to=MAIN, media=["image/jpeg"])

    caller.expects("Maple Line")
    caller.expects("looking for a peer")
    caller.expects("can't pass on pictures")
    line.takes(ada)
    caller.expects("Ada is here")


def test_a_caller_who_changes_to_another_number_of_the_line_stays_in_the_talk(line: Line) -> None:
    caller, ada = _talk(line)

    caller.texts("now from your other number", to=POOL[2])

    ada.expects("now from your other number")
    ada.texts("still here", to=MAIN)
    caller.expects("still here", sender=MAIN)


def test_help_and_yes_are_a_callers_words_like_any_other(line: Line) -> None:
    line.phones.call("PUT", "rules", json={"opt_out": "off"})
    caller, ada = _talk(line)

    for words in ("help", "Yes"):
        caller.texts(words, to=MAIN)
        assert ada.expects().body == words


def test_a_language_chosen_in_the_middle_of_a_talk_holds_from_then_on(line: Line) -> None:
    caller, ada = _talk(line)

    caller.texts("ESPAÑOL", to=MAIN)
    caller.expects("en español")
    ada.texts("DONE", to=MAIN)

    ada.expects("has ended")
    caller.expects("ha terminado la charla")
    caller.expects("OTRA VEZ")
