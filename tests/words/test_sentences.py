"""Every sentence is plain, short, and says what a person in that place needs."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from warmline.routing.delivery import Flag
from warmline.safety.crisis_directory import directory
from warmline.safety.crisis_lines import CrisisLines, known
from warmline.words import LANGUAGES, callers, gsm7, volunteers_en
from warmline.words.callers_en import English
from warmline.words.callers_es import Spanish
from warmline.words.carrier import CARRIER_WORDS
from warmline.words.reasons import Reason
from warmline.words.sentences import Callers

LONGEST: dict[str, Any] = {
    "line_name": "Hudson Valley Peer Warmline",
    "privacy_url": "https://hudsonvalleywarmline.org/privacy",
    "opening": "Wednesday at 11:30 pm (New York time)",
    "name": "Christopher", "peer_name": "Christopher", "since": "Wednesday at 11:45 pm",
    "code": 9999, "codes": [1270, 1280, 1290], "alias": "Chrysanthemum", "waited": "11 h 20 min",
    "language": "pt", "experience": "anxiety", "shared": True, "count": 12, "by_caller": True,
    "people": [(1270, "Chrysanthemum"), (1280, "Honeysuckle"), (1290, "Juniper")],
    "aliases": ["Chrysanthemum", "Honeysuckle", "Juniper"], "until": "tomorrow at 11:30 am",
    "reason": "configuration", "wrap_up_minutes": 15, "url": "https://line.example/m/" + "a" * 22,
    "what": "backup for Christopher", "on": ["Ada", "Bo"], "waiting": ["Juniper 4 min"],
    "gaps": ["12: today at 6 pm"], "command": "HANDOFF", "at_risk": ["Juniper (12, with Bo)"],
}  # fmt: skip
TWO_SEGMENTS = {"greeting", "menu", "welcome"}


def longest_crisis(language: str) -> str:
    """As in a rehearsal: there a number is marked, and so longer than elsewhere."""
    lines = known(frozenset(), (), datetime(2026, 6, 1, tzinfo=UTC))
    countries = {line.country for line in directory()} | {"ZZ"}
    lookouts = (CrisisLines(iso, lines, rehearsal=True) for iso in countries)
    return max((lookout.in_a_text(language) for lookout in lookouts), key=len)


def fill(sentence: Callable[..., str], **more: Any) -> str:
    known = LONGEST | more
    return sentence(**{name: known[name] for name in inspect.signature(sentence).parameters})


def methods(of: object) -> dict[str, Callable[..., str]]:
    return dict(inspect.getmembers(of, callable_sentence))


def callable_sentence(member: object) -> bool:
    return inspect.ismethod(member) or inspect.isfunction(member)


CALLER_SENTENCES = [
    (language, name) for language in LANGUAGES for name in methods(callers(language))
]


@pytest.mark.parametrize(("language", "name"), CALLER_SENTENCES)
def test_a_caller_s_sentence_fits_its_segments(language: str, name: str) -> None:
    sentence = methods(callers(language))[name]
    text = fill(sentence, crisis=longest_crisis(language))
    long_one = name in TWO_SEGMENTS or "crisis" in inspect.signature(sentence).parameters
    assert gsm7.is_gsm7(text), text
    assert gsm7.segments(text) <= (2 if long_one else 1), text


@pytest.mark.parametrize("name", volunteers_en.__all__)
def test_a_volunteer_s_sentence_fits_its_segments(name: str) -> None:
    sentence = getattr(volunteers_en, name)
    reasons = list(Reason) if name == "unclear" else [LONGEST["reason"]]
    for reason in reasons:
        text = fill(sentence, reason=reason)
        assert gsm7.is_gsm7(text), text
        assert gsm7.segments(text) <= (2 if name in TWO_SEGMENTS else 1), text


@pytest.mark.parametrize("language", [Spanish, English])
def test_each_language_says_every_sentence_itself(language: type[Callers]) -> None:
    own = {name for name, member in vars(language).items() if inspect.isfunction(member)}
    wanted = {name for name, member in vars(Callers).items() if inspect.isfunction(member)}
    assert own == {name for name in wanted if not name.startswith("_")}


def test_no_sentence_is_the_same_in_two_languages() -> None:
    for name, sentence in methods(callers("es")).items():
        assert fill(sentence, crisis="x") != fill(methods(callers("en"))[name], crisis="x")


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [("en", English), ("es", Spanish), ("es-MX", Spanish), ("ES", Spanish), ("de", English),
     (None, English), ("", English)],
)  # fmt: skip
def test_an_unknown_language_falls_back_to_english(wanted: str | None, kind: type) -> None:
    assert isinstance(callers(wanted), kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_crisis_phrase_stands_in_each_sentence_that_has_one(language: str) -> None:
    for sentence in methods(callers(language)).values():
        if "crisis" in inspect.signature(sentence).parameters:
            assert "call or text 988" in fill(sentence, crisis="call or text 988")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_also_stands_without_what_may_be_missing(language: str) -> None:
    say = callers(language)
    greeting = say.greeting("Warmline", "call or text 988", None)
    assert "None" not in greeting
    assert "  " not in greeting
    nobody = say.nobody_on(None, "call or text 988")
    assert "None" not in nobody
    assert "  " not in nobody


def test_the_first_words_say_who_we_are_and_are_not() -> None:
    assert callers("en").greeting("Warmline", "call or text 988", "https://line.example") == (
        "Hi, this is Warmline: trained peers who listen, not an emergency service. In a crisis, "
        "call or text 988. Peers can't see your number; DELETE erases your texts. "
        "Privacy: https://line.example STOP ends all texts."
    )


def test_nobody_is_taught_a_word_that_a_carrier_keeps() -> None:
    allowed = {"greeting": {"STOP"}, "opt_out_confirmation": {"START"}, "welcome": {"HELP", "STOP"},
               "back_from_stop": {"STOP"}, "stopped": {"START"},
               "still_stopped": {"STOP", "START"}}  # fmt: skip
    for language in LANGUAGES:
        for name, sentence in methods(callers(language)).items():
            words = set(re.findall("[A-Z]{2,}", fill(sentence, crisis="x")))
            assert words & CARRIER_WORDS <= allowed.get(name, set()), name
    for name in volunteers_en.__all__:
        text = fill(getattr(volunteers_en, name), reason=Reason.NO_CODE)
        assert set(re.findall("[A-Z]{2,}", text)) & CARRIER_WORDS <= allowed.get(name, set()), name


def test_the_words_that_callers_are_taught_are_read() -> None:
    from_spanish = callers("es")
    assert "ADIOS" in from_spanish.peer_is_here("Ada")
    assert "BORRAR" in from_spanish.greeting("Linea", "llama al 024", None)
    assert "OTRA VEZ" in from_spanish.ask_again_offer()
    assert "MAS" in from_spanish.shift_ending_question()
    assert "YES" not in callers("en").shift_ending_question()


def test_an_offer_tells_how_to_take_and_how_to_pass() -> None:
    text = volunteers_en.offer(7, "Juniper", "4 min", "es", "anxiety")
    assert text == (
        "Juniper would like to talk. Waiting: 4 min. Speaks Spanish. Hopes to talk about anxiety. "
        "Text TAKE 7 or PASS 7."
    )
    plain = volunteers_en.offer(7, "Juniper", "4 min", None, None)
    assert plain == "Juniper would like to talk. Waiting: 4 min. Text TAKE 7 or PASS 7."


def test_held_words_ask_whose_they_are() -> None:
    text = volunteers_en.which_person([(7, "Juniper"), (9, "Maple")])
    assert text.startswith("Who is this for? Text 7 for Juniper or 9 for Maple.")


def test_pages_tell_how_to_acknowledge() -> None:
    assert "ACK 5" in volunteers_en.page_backup(5, "Ada", "Juniper")
    assert "ACK 5" in volunteers_en.page_patience(5, "Juniper", "4 min")


def test_every_delivery_flag_has_words_for_the_peer() -> None:
    told = {volunteers_en.caller_unreachable("Juniper", flag) for flag in Flag}
    assert len(told) == len(Flag)
    assert "(" not in volunteers_en.caller_unreachable("Juniper", "else")


def test_an_empty_list_still_makes_a_sentence() -> None:
    assert volunteers_en.off_duty_but_talking([]).startswith("You are off")
    assert volunteers_en.which_offer([]) == "Which one? Text MENU."
    assert volunteers_en.status([], [], []) == "On: nobody\nWaiting: nobody\nGaps in 24 h: none"


def test_small_counts_and_absences_read_well() -> None:
    assert volunteers_en.sent_to("Juniper", 1) == "Sent to Juniper."
    assert volunteers_en.on_duty(None) == "You are on. Thank you! Text OFF or PAUSE any time."
    assert volunteers_en.already_on() == "You are on already. Thank you!"
    assert "7: hello" in volunteers_en.talk_begins("Juniper", 7, shared=True)
    assert "7" not in volunteers_en.talk_begins("Juniper", 7, shared=False)
    assert volunteers_en.talk_ended("Juniper", 0, by_caller=False) == (
        "Your talk with Juniper has ended. Thank you for listening."
    )
