"""What a rule for reading texts is made of: signals, patterns, the reason why, and a text that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Signal(StrEnum):
    """What a rule notices. The value is how a person would say it."""

    # what may alert
    DONE = "an attempt may be under way"
    ARMED = "has the means at hand"
    EDGE = "is at a deadly place"
    ACT = "speaks of ending their life"
    METHOD = "names a way to die"
    PLAN = "speaks of a plan"
    NOTE = "has prepared for death"
    FAREWELL = "says a last goodbye"
    WISH = "wishes to be dead"
    BURDEN = "sees no reason to live, or feels a burden"
    HARM_NOW = "is hurting themselves"
    URGE = "has an urge to hurt themselves"
    ATTEMPTED = "speaks of an attempt"
    DANGER = "is in danger from someone"
    FEAR = "is afraid of someone"
    THREAT = "speaks of hurting someone"
    OTHER_DONE = "someone else may be dying"
    OTHER_ACT = "someone else speaks of ending their life"
    OTHER_HARM = "someone else may be at risk"
    ANSWER = "says yes when asked about suicide"
    # what only adds to the above
    WEAK = "weak words, which never alert alone"
    PREPARED = "puts things in order"
    BYE = "says goodbye"
    MEANS = "names a means"
    LETHAL = "names a means that has few other uses"
    FINAL = "has let go"
    MOOD = "is upset, alone, or has been drinking"
    PLACE = "is at a high or deadly place"
    NOW = "names a time that is near"
    SOON = "means to do it"
    WANT = "wants or thinks of it"
    AGAIN = "it is still so, or so again"
    WORRY = "worries for someone"
    # what discounts
    IDIOM = "a figure of speech"
    GAME = "a game"
    STORY = "a film, book or song"
    WORK = "work, study or news"
    LAUGH = "laughs"
    TRIVIAL = "an everyday matter"
    BESIDE = "said beside an everyday matter"
    ALONE = "said with no plain word of risk"
    PAST = "long ago"
    WELL = "it is better now"
    LOSS = "after a loss"
    NOT = "says no to it"
    NOT_NOT = "a 'not' that denies nothing"
    SAID_BY = "someone else's words"
    TRUE = "takes a denial or a joke back"
    ASKED = "the peer asked about suicide"
    YES = "says yes"


@dataclass(frozen=True, slots=True)
class Rule:
    """One reviewable rule: any of its patterns, a line each, gives the signal.

    In a pattern, `(a|b c)` is a choice, `[a]` may be left out, `<name>` is a word group, `~` stands
    for up to two words and `...` for up to five. Words are brought into the plain form that
    `normalise.py` gives a text's words, but not apostrophes: write `do not` for don't and `j ai` for j'ai.
    Numbers from six up are `#`, smaller ones `#few`, years `#year`; `.` is the end of a sentence.
    """

    name: str
    signal: Signal
    patterns: str
    why: str
    example: str
    counter: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """All rules of a language, the word groups they use, and the words that may stand in between."""

    code: str
    groups: dict[str, str]
    fillers: frozenset[str]
    rules: tuple[Rule, ...]
