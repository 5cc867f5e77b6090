"""All rules of all languages, made ready to be found in one pass."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from warmline.safety.normalise import words_of
from warmline.safety.patterns import Sequence, Tree, alternatives, expand, lines, plant
from warmline.safety.rule import Language, Rule
from warmline.safety.rules import (
    burden_en,
    context_en,
    context_es,
    context_fr,
    context_pt,
    goodbye_en,
    groups_en,
    idioms_en,
    now_en,
    now_es,
    now_fr,
    now_pt,
    others_en,
    risk_en,
    risk_es,
    risk_fr,
    risk_pt,
)

WORD = re.compile(r"(?<![\w#<])[^\W\d_]+(?![\w>])")
ENGLISH = (risk_en, burden_en, now_en, goodbye_en, others_en, context_en, idioms_en)
LANGUAGES = (
    Language(
        "en",
        groups_en.GROUPS,
        groups_en.FILLERS,
        tuple(rule for module in ENGLISH for rule in module.RULES),
    ),
    Language(
        "es", risk_es.GROUPS, risk_es.FILLERS, (*risk_es.RULES, *now_es.RULES, *context_es.RULES)
    ),
    Language(
        "fr", risk_fr.GROUPS, risk_fr.FILLERS, (*risk_fr.RULES, *now_fr.RULES, *context_fr.RULES)
    ),
    Language(
        "pt", risk_pt.GROUPS, risk_pt.FILLERS, (*risk_pt.RULES, *now_pt.RULES, *context_pt.RULES)
    ),
)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """What a text's words are looked up in."""

    rules: Mapping[str, Rule]
    single: Mapping[str, tuple[str, ...]]  # word: the groups in which it stands alone
    groups: Tree
    phrases: Tree
    fillers: frozenset[str]


@cache
def rulebook() -> Rulebook:
    """The one rulebook, compiled when the first text is read."""
    book = compiled(LANGUAGES)
    gc.freeze()  # or else each collection walks its hundred thousand pieces, in the middle of a text
    return book


def compiled(languages: tuple[Language, ...]) -> Rulebook:
    """A rulebook of these languages: group names are kept apart by the language's code."""
    single: dict[str, tuple[str, ...]] = {}
    several: list[tuple[str, Sequence]] = []
    phrases: list[tuple[str, Sequence]] = []
    rules: dict[str, Rule] = {}
    for language in languages:
        for group, sequence in _members(language):
            words = alternatives(sequence)
            for word in words:
                single[word] = (*single.get(word, ()), group)
            if not words:
                several.append((group, sequence))
        for rule in language.rules:
            if rule.name in rules:
                raise ValueError(f"two rules are called {rule.name}")
            rules[rule.name] = rule
            for line in lines(rule.patterns):
                phrases += ((rule.name, sequence) for sequence in expand(_own(language, line)))
    fillers = frozenset().union(*(language.fillers for language in languages))
    return Rulebook(rules, single, plant(several), plant(phrases), fillers)


def _members(language: Language) -> Iterator[tuple[str, Sequence]]:
    """Each group's name with one of the ways in which it may be written."""
    for name, patterns in language.groups.items():
        for line in lines(patterns):
            for sequence in expand(_own(language, line)):
                yield f"{language.code}_{name}", sequence


def _own(language: Language, pattern: str) -> str:
    """`<want>` as `<en_want>`, and every word as a text would have it: `its` as `it is`."""
    for name in language.groups:
        pattern = pattern.replace(f"<{name}>", f"<{language.code}_{name}>")
    return WORD.sub(lambda word: " ".join(words_of(word.group()).words), pattern)
