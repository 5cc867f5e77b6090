"""Which keys the page reads out of what is said in a call: those of every sentence that the line really says."""

from __future__ import annotations

from tests.simulator.page.screen import Screen
from warmline.words import spoken_menu
from warmline.words.choices_aloud_en import ChoicesEnglish
from warmline.words.choices_aloud_es import ChoicesSpanish
from warmline.words.spoken_en import SpokenEnglish
from warmline.words.spoken_es import SpokenSpanish
from warmline.words.spoken_peers import SpokenToPeers

INVITED = {
    SpokenToPeers().whisper("Maple Line", "Juniper", "3 minutes"): {"1": "answer", "2": "pass"},
    SpokenToPeers().together("Juniper"): {"*": "menu"},
    SpokenEnglish().choose(2): {"2": "English"},
    SpokenEnglish().welcome("Maple Line"): {"0": "crisis line"},
    SpokenEnglish().choices(): {
        "1": "be rung back and keep your place",
        "2": "go on by text",
        "0": "crisis line",
    },
    SpokenEnglish().rung_back(): {"1": "be connected", "2": "this is not a good time"},
    SpokenEnglish().place(3): {},
    ChoicesEnglish().ask_consent(): {"1": "you agree", "2": "go back"},
    SpokenSpanish().choose(2): {"2": "español"},
    SpokenSpanish().welcome("Maple Line"): {"0": "línea de crisis"},
    ChoicesSpanish().ask_consent(): {"1": "estás de acuerdo", "2": "volver"},
    spoken_menu.menu("Juniper"): {
        "1": "go back to Juniper",
        "2": "bring in the crisis line",
        "3": "end the call kindly",
        "4": "end it because of abuse",
    },
    spoken_menu.consent("Juniper"): {
        "*": "go and ask now",
        "1": "they agree",
        "2": "not now",
        "3": "they have not agreed",
    },
    spoken_menu.three(): {},
}


def test_only_the_keys_that_are_said_are_invited_each_with_what_it_is_for(screen: Screen) -> None:
    script = "return arguments[0].map((said) => Object.fromEntries(module.invitations(said)))"
    found = screen.module("invitations.js", script, list(INVITED))
    assert dict(zip(INVITED, found, strict=True)) == INVITED
