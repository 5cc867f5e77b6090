"""An ordinary text alerts nobody: those kept from the model, those of two words, and what callers text in the stories."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.safety.texts import alerts, everyday, pages
from warmline.safety.reading import Band, Said, Who, read

KEPT = everyday(kept=True)
STORIES = Path(__file__).parents[1] / "stories"
MOST_ALERTS, MOST_PAGES = 1 / 40, 1 / 100  # wished for: 1 / 200, and none (docs/safety.md)

# In a story that is about risk, a text that tells of it holds one of these.
OF_RISK = (
    "kill", "die", "i wish i was dead", "suicid", "pills", "end my life", "hurt myself", "hurting myself", "hurts me", "gun",
    "matarme", "morir", "mourir", "tuer", "morrer",
)  # fmt: skip


def said_by_phones() -> Iterator[str]:
    """Each sentence that a phone texts in a story, but those that are put together as the story runs."""
    for path in sorted(STORIES.glob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
                continue
            if call.func.attr == "texts" and call.args and isinstance(call.args[0], ast.Constant):
                yield str(call.args[0].value)


SAID = sorted(set(said_by_phones()))


def test_hardly_any_ordinary_text_alerts_and_fewer_page() -> None:
    read_ = [(text.text, text.read()) for text in KEPT]
    alarms = [text for text, reading in read_ if alerts(reading)]

    assert len(KEPT) > 300
    assert len(alarms) <= MOST_ALERTS * len(KEPT), alarms
    assert sum(pages(reading) for _, reading in read_) <= MOST_PAGES * len(KEPT)


@pytest.mark.parametrize(
    "text",
    [
        "it's me", "hey it's me", "me again", "c'est moi", "soy yo", "sou eu", "home now", "in bed", "in the car",
        "a red bicycle by the frozen lake", "zxq vbn wrt plm", "lorem ipsum dolor sit amet", "here tonight",
    ],
)  # fmt: skip
@pytest.mark.parametrize("question", ["", "How was your day?", "What are you doing right now?"])
def test_what_holds_no_word_of_danger_is_never_raised(text: str, question: str) -> None:
    before = [Said(question, Who.PEER)] if question else []

    assert read(text, before).band is Band.NONE


@pytest.mark.parametrize(
    "text", [text for text in SAID if not any(w in text.lower() for w in OF_RISK)]
)
def test_a_story_alarms_only_where_it_is_about_risk(text: str) -> None:
    assert read(text).band is Band.NONE


def test_the_stories_say_enough_to_be_worth_reading() -> None:
    assert len(SAID) > 100
