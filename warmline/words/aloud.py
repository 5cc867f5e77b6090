"""How long words take to be read aloud."""

from __future__ import annotations

import re

WORDS_A_MINUTE = 150
SENTENCE_SECONDS, COMMA_SECONDS = 0.4, 0.2  # the pauses that a voice makes


def seconds(words: str) -> float:
    """How long a voice needs for these words. A single digit counts as a word, as it is read."""
    spoken = len(re.findall(r"[^\W\d]+(?:['’-][^\W\d]+)*|\d", words))
    pauses = len(re.findall(r"[.!?:]", words)) * SENTENCE_SECONDS
    return spoken / WORDS_A_MINUTE * 60 + pauses + words.count(",") * COMMA_SECONDS
