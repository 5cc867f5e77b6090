"""What the line makes of a text, and that it does so on nearly all of the invented ones."""

from __future__ import annotations

import pytest

from tests.safety.texts import DEVELOPMENT, EVALUATION, Text, alerts, load, pages, share
from warmline.safety.model import by_table, weights
from warmline.safety.reading import Band, Kind, Said, Who, read

TEXTS = load(DEVELOPMENT)


def of(band: Band, *languages: str) -> list[Text]:
    return [text for text in TEXTS if text.band is band and text.language in (languages or ALL)]


ALL = ("en", "es", "fr", "pt", "mixed")


def test_both_sets_are_large_enough_and_share_no_text() -> None:
    evaluation = load(EVALUATION)

    assert len(TEXTS) >= 600
    assert len(evaluation) >= 300
    assert not {(t.before, t.text) for t in TEXTS} & {(t.before, t.text) for t in evaluation}


@pytest.mark.parametrize(
    ("band", "least"), [(Band.IMMINENT, 0.95), (Band.HIGH, 0.92), (Band.MODERATE, 0.75)]
)
def test_nearly_everyone_at_risk_is_noticed(band: Band, least: float) -> None:
    assert share(of(band), alerts) >= least


def test_nearly_everyone_in_danger_now_is_paged_for() -> None:
    assert share(of(Band.IMMINENT), pages) >= 0.90


def test_almost_nobody_else_is() -> None:
    assert share(of(Band.NONE), pages) <= 0.03
    assert share(of(Band.NONE), alerts) <= 0.12


@pytest.mark.parametrize("language", ["es", "fr", "pt"])
def test_in_every_language(language: str) -> None:
    assert share([*of(Band.IMMINENT, language), *of(Band.HIGH, language)], alerts) >= 0.85


def test_a_no_takes_it_away_and_taking_that_back_brings_it_again() -> None:
    assert read("I'm not going to kill myself").band is Band.NONE
    assert read("ok i lied", [Said("I'm not going to kill myself")]).band is Band.HIGH


def test_a_laugh_lowers_hyperbole_and_never_means_with_a_time() -> None:
    assert read("kms this homework is so long lol").band is Band.NONE
    assert read("lol i have the pills in my hand, doing it tonight").band is Band.IMMINENT


def test_a_yes_is_read_with_the_question_it_answers() -> None:
    asked = [Said("Are you thinking about suicide?", Who.PEER)]

    assert read("yes", asked).band is Band.HIGH
    assert read("no", asked).band is Band.NONE
    assert read("yes", [Said("Did you sleep well?", Who.PEER)]).band is Band.NONE
    assert read("i lied", [*asked, Said("no")]).band is Band.HIGH


def test_a_text_cut_in_two_is_read_whole() -> None:
    assert read("kill myself", [Said("i want to")]).band is Band.HIGH
    assert read("and never wake up", [Said("i want to go to sleep")]).band is Band.MODERATE


@pytest.mark.parametrize(
    "before",
    [
        "my boss is killing me with all this overtime",
        "romeo kills himself at the end of the play",
        "i was suicidal in 2015, i'm in a much better place now",
        "work is murder lol",
        "we are playing the level with the bridge again",
    ],
)
def test_what_was_written_just_before_takes_nothing_away(before: str) -> None:
    texts = [text for text in load(DEVELOPMENT) if text.band is Band.IMMINENT and not text.before]
    for by, some in ((by_table(), texts), (weights(), texts[::8])):  # the encoder takes its time
        for text in some:
            alone = text.read(by).band
            assert read(text.text, [Said(before)], by=by).band.rank >= alone.rank, text.text


def test_whose_risk_it_is_is_said() -> None:
    assert read("my friend says she wants to kill herself").kind is Kind.SOMEONE_ELSE
    assert read("my brother killed himself last spring").kind is Kind.AFTER_A_LOSS
    assert read("I want to kill myself").kind is Kind.SELF


def test_the_reasons_name_the_words_the_rule_and_what_was_left_out() -> None:
    reasons = " | ".join(read("I'm gonna k!ll myself, not suicidal").reasons)

    assert '"kill myself"' in reasons
    assert "en.act" in reasons
    assert "k!ll for kill" in reasons
    assert 'not counted: "suicidal" (says no to it' in reasons


@pytest.mark.parametrize(
    "weak",
    [
        "no puedo más", "no aguanto más", "j'en peux plus", "não aguento mais", "me rindo", "I give up",
        "I want to end it", "hopeless", "the bridge", "a knife", "my pills", "goodbye", "dead", "dying",
    ],
)  # fmt: skip
def test_weak_words_never_alert_alone(weak: str) -> None:
    assert read(weak).band is Band.NONE
