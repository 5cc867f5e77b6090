"""Says of each notice whether it counts, and if not, why: a no, a figure of speech, a film, long ago, someone else."""

from __future__ import annotations

from dataclasses import dataclass

from warmline.safety import grammar
from warmline.safety.lay import Lay, lay_of
from warmline.safety.noticed import Notice, Noticed
from warmline.safety.rule import Signal as S  # noqa: N817 - it stands in every line

RISKS = frozenset(
    {
        S.DONE, S.ARMED, S.EDGE, S.ACT, S.METHOD, S.PLAN, S.NOTE, S.FAREWELL, S.WISH, S.BURDEN, S.HARM_NOW,
        S.URGE, S.ATTEMPTED, S.DANGER, S.FEAR, S.THREAT, S.OTHER_DONE, S.OTHER_ACT, S.OTHER_HARM,
    }
)  # fmt: skip
SUPPORT = frozenset({S.WEAK, S.PREPARED, S.BYE, S.MEANS, S.LETHAL, S.FINAL, S.MOOD, S.PLACE, S.NOW})
DENIABLE = RISKS - {S.EDGE, S.FAREWELL, S.BURDEN, S.FEAR}
OF_OTHERS = {  # what it is when someone else does it
    S.DONE: S.OTHER_DONE, S.EDGE: S.OTHER_DONE, S.METHOD: S.OTHER_ACT, S.PLAN: S.OTHER_ACT,
    S.WISH: S.OTHER_HARM, S.NOTE: S.OTHER_ACT, S.ARMED: S.OTHER_ACT, S.ATTEMPTED: S.OTHER_HARM, S.ACT: S.OTHER_ACT,
}  # fmt: skip
THIRD = frozenset({S.OTHER_DONE, S.OTHER_ACT, S.OTHER_HARM})
NO_IDIOM = frozenset({S.PLAN, S.DANGER, S.FEAR, S.THREAT, S.NOW, S.OTHER_DONE, S.PREPARED})
LONG_AGO = RISKS - {S.ATTEMPTED, S.FAREWELL, S.NOTE, S.BURDEN, S.FEAR}
# What stands beside these words of everyday life is held back, unless a second reader leans the same way.
LIGHTLY_SAID = (RISKS | {S.LETHAL}) - {S.DONE, S.ARMED, S.EDGE, S.OTHER_DONE, S.HARM_NOW}
SURELY = 2  # so many of them hold back any signal
REACH = 6  # a no counts over so many words


@dataclass(frozen=True, slots=True)
class Weighed:
    """A notice with what it is in the light of the rest, and why it does not count, if so."""

    notice: Notice
    signal: S
    discount: S | None = None


def weigh(text: Noticed) -> list[Weighed]:
    """Every notice that may matter, weighed."""
    lay = lay_of(text)
    return [
        _hold_back(lay, _weigh(lay, notice))
        for notice in text.notices
        if notice.signal in RISKS or notice.signal in SUPPORT
    ]


def _hold_back(lay: Lay, weighed: Weighed) -> Weighed:
    """`I'm going to hang myself if this cake sinks`: said in one breath with an everyday matter."""
    if weighed.discount is not None or weighed.signal not in LIGHTLY_SAID | RISKS:
        return weighed
    said = lay.text.words[weighed.notice.start : weighed.notice.end]
    if any(word.startswith(grammar.NEVER_LIGHTLY) for word in said):
        return weighed
    beside = lay.everyday.get(lay.sentences[weighed.notice.start], 0)
    if beside >= SURELY or (beside and weighed.signal in LIGHTLY_SAID):
        return Weighed(weighed.notice, weighed.signal, S.BESIDE)
    return weighed


def _weigh(lay: Lay, notice: Notice) -> Weighed:
    signal = notice.signal
    if signal not in NO_IDIOM and notice.end - 1 in lay.idiom:
        return Weighed(notice, signal, S.IDIOM)
    if signal in SUPPORT:
        return Weighed(notice, signal)
    if signal is S.METHOD and not _is_meant(lay, notice):
        return Weighed(notice, signal, S.WANT)
    if signal is S.ACT and lay.text.words[notice.start - 1] in grammar.THEIRS:
        return Weighed(notice, S.DANGER, S.IDIOM if S.TRIVIAL in lay.text.shown else None)
    if signal in OF_OTHERS and _is_of_others(lay, notice):
        signal = OF_OTHERS[signal]
    return Weighed(notice, signal, _discount(lay, notice, signal))


def _discount(lay: Lay, notice: Notice, signal: S) -> S | None:
    shown = lay.text.shown
    if signal in THIRD and (outside := _out_of_this_world(shown)):
        return outside
    if (
        notice.start in lay.text.quoted
        and not shown.isdisjoint((S.SAID_BY, S.STORY))
        and S.TRUE not in shown
    ):
        return S.SAID_BY
    if signal in DENIABLE and S.TRUE not in shown and _is_denied(lay, notice):
        return S.NOT
    if S.GAME in shown and not _is_now(lay, notice) and signal is not S.DONE:
        return S.GAME
    if S.STORY in shown and _is_of_others(lay, notice):
        return S.STORY
    if (
        signal in (S.FAREWELL, S.NOTE)
        and S.TRIVIAL in shown
        and S.NOW not in shown
        and shown.isdisjoint((S.ACT, S.WISH, S.ARMED, S.MEANS, S.LETHAL))
    ):
        return S.TRIVIAL
    if signal in (S.OTHER_ACT, S.OTHER_HARM) and any(
        not loss.touches(notice) for loss in lay.losses
    ):
        return S.LOSS
    if signal in (S.ACT, S.METHOD, S.WISH) and notice.start in lay.attempted:
        return S.ATTEMPTED
    past = signal in LONG_AGO and _is_past(lay, notice)
    if (past or signal in (S.ATTEMPTED, S.URGE)) and S.WELL in shown:
        return S.WELL
    return S.PAST if past else None


def _out_of_this_world(shown: frozenset[S]) -> S | None:
    """Others' deaths in a film, a game, or one's work."""
    if S.STORY in shown:
        return S.STORY
    if S.GAME in shown:
        return S.GAME
    return S.WORK if S.WORK in shown and S.NOW not in shown else None


def _is_meant(lay: Lay, notice: Notice) -> bool:
    sentence = lay.sentences[notice.start]
    return sentence in lay.meant or lay.first_meant.get(sentence, notice.end) < notice.end


def _is_of_others(lay: Lay, notice: Notice) -> bool:
    """The nearest person named before it is someone else, and it holds no word of one's own."""
    words = lay.text.words
    own = words[notice.start : notice.end]
    before = words[max(lay.starts[lay.sentences[notice.start]], notice.start - 7) : notice.start]
    if notice.signal is S.ACT and "myself" in own:
        return S.STORY in lay.text.shown and "i" not in before and "me" not in before
    if any(word in grammar.SELF for word in own):
        return False
    for word in reversed(before):
        if word in grammar.OTHER:
            return True
        if word in grammar.SELF and word not in grammar.POSSESSIVE:
            return False
    return False


def _is_denied(lay: Lay, notice: Notice) -> bool:
    """A no before it, within reach, that is not itself part of something else that was said."""
    words, nots = lay.text.words, 0
    for place in range(notice.start - 1, max(notice.start - REACH - 1, -1), -1):
        word = words[place]
        if word in grammar.BARRIERS:
            break
        if (
            nots == 0
            and word in grammar.SUBJECTS
            and words[place - 1] not in grammar.STILL_UNDER
            and (any(before in lay.nots for before in range(place - 4, place)))
        ):
            break
        if place in lay.nots:
            if nots and word in grammar.ANSWERS and words[place + 1] in grammar.SUBJECTS:
                break  # "no, I'm not …": one no, said twice
            if place in lay.void:
                return False
            if lay.masks.get(place, notice.end) > notice.start:
                nots += 1
    return nots % 2 == 1


def _is_now(lay: Lay, notice: Notice) -> bool:
    """A word before it, or in it, that speaks of the present."""
    words = lay.text.words[max(notice.start - 4, 0) : notice.end]
    return any(word in grammar.PRESENT for word in words)


def _is_past(lay: Lay, notice: Notice) -> bool:
    clause = lay.clauses[notice.start]
    return clause in lay.used_to or (clause in lay.past and not _is_now(lay, notice))
