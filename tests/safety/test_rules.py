"""Every rule fires on the text that shows it, and not on the one that must not."""

from __future__ import annotations

import pytest

from warmline.safety.noticed import notice
from warmline.safety.reading import read
from warmline.safety.rule import Rule
from warmline.safety.rulebook import LANGUAGES, compiled

RULES = [rule for language in LANGUAGES for rule in language.rules]
NAMED = [rule.name for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=NAMED)
def test_it_fires_on_its_example(rule: Rule) -> None:
    assert rule.name in {each.rule for each in notice(rule.example).notices}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.counter], ids=str)
def test_it_alerts_nobody_by_its_counter_example(rule: Rule) -> None:
    assert read(rule.counter).band == "none"


@pytest.mark.parametrize("rule", RULES, ids=NAMED)
def test_it_says_why_it_is_there(rule: Rule) -> None:
    assert rule.why
    assert rule.name.partition(".")[0] in {language.code for language in LANGUAGES}


def test_two_rules_may_not_have_one_name() -> None:
    with pytest.raises(ValueError, match="two rules"):
        compiled((LANGUAGES[0], LANGUAGES[0]))
