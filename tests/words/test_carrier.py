"""The carriers' words are known, and known whole."""

from __future__ import annotations

import pytest

from warmline.words.carrier import CARRIER_WORDS, HELP, OPT_IN, OPT_OUT, Consent, read


def test_the_contract_s_carrier_words_are_all_here() -> None:
    named = "STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT START YES UNSTOP HELP INFO"
    assert set(named.split()) == CARRIER_WORDS
    assert len(CARRIER_WORDS) == len(OPT_OUT) + len(OPT_IN) + len(HELP)


@pytest.mark.parametrize(
    ("text", "consent"),
    [("Stop", Consent.OPT_OUT), (" end. ", Consent.OPT_OUT), ("YES", Consent.OPT_IN),
     ("info", Consent.HELP), ("stop it", None), ("yes please", None), ("", None)],
)  # fmt: skip
def test_a_whole_word_is_a_carrier_s(text: str, consent: Consent | None) -> None:
    assert read(text) == consent
