"""What the line says when seats change hands: releasing, covering, swapping, undoing. `when` is as `times.span` writes it."""

from __future__ import annotations

from collections.abc import Sequence

# --- releasing, covering


def released(code: int, when: str) -> str:
    return f"{code} is no longer yours: {when}."


def thanks_for_saying() -> str:
    return "Thank you for saying so. UNDO takes it back within 5 minutes."


def others_asked() -> str:
    return "I am asking the others now."


def not_yours(code: int) -> str:
    return f"{code} is not yours."


def see_yours() -> str:
    return "MINE shows your shifts."


def cover_asked(code: int, when: str) -> str:
    return (
        f"I am asking others to take {code}, {when}. "
        "It stays yours until someone does; I will tell you."
    )


def running_so_cover(code: int) -> str:
    """RELEASE of a shift that runs."""
    return (
        f"{code} runs already, so it stays yours until someone takes it: I am asking the others. "
        "OFF if you must go now."
    )


def running_so_cover_asks(code: int) -> str:
    """The same, beside other codes."""
    return f"{code} runs already, so it stays yours: COVER {code} asks others."


def cover_asked_already(code: int) -> str:
    return f"I am asking others about {code} already. It stays yours until someone takes it."


def someone_needed(code: int, when: str) -> str:
    return (
        f"Someone is needed for {code}, {when}. "
        f"Could you? CLAIM {code}, and the first to claim has it. Thank you!"
    )


def cover_found(code: int, when: str, name: str) -> str:
    return f"{name} has taken {code} from you: {when}. You are free then."


def cover_given_back(code: int, when: str, name: str) -> str:
    """To whoever had asked for cover: it was undone."""
    return f"{name} took it back: {code} is yours again, {when}. COVER {code} asks others anew."


def cover_given_back_free(code: int, when: str, name: str) -> str:
    """The same, when they have something else on by now."""
    return f"{name} took it back: {code}, {when}, is free again. You need do nothing."


def no_longer_needed(code: int, when: str) -> str:
    return f"{code}, {when}, is taken care of after all. Thank you for looking!"


# --- swapping


def swap_offered(given: int, wanted: int, until: str) -> str:
    return (
        f"I am asking who has {wanted} whether they would take your {given} for it. "
        f"Nothing changes until someone agrees, by {until}."
    )


def swap_offered_already(given: int, wanted: int) -> str:
    return f"Your {given} is on offer for {wanted} already. I will tell you when someone agrees."


def swap_wanted(name: str, given: str, wanted: str, answer: str, until: str) -> str:
    """`given` and `wanted` are lines of a list, `answer` the command that agrees."""
    return (
        f"{name} offers a swap: their {given} for your {wanted}. "
        f"If you would like that, text {answer} by {until}. If not, do nothing."
    )


def swapped(name: str, got: int, when: str, gone: int) -> str:
    return f"You and {name} have swapped: {got} is yours, {when}, and {gone} is theirs."


def swap_for_nobody(wanted: int) -> str:
    return f"Nobody has {wanted} yet. CLAIM {wanted} takes it."


def swap_fits_nobody(given: int, wanted: int) -> str:
    return f"Nobody who has {wanted} could take {given}, so I asked nobody."


def swap_both_yours() -> str:
    return "Both are yours already."


def swap_not_yours(given: int) -> str:
    return f"{given} is not yours, so it is not yours to swap. Your own shift comes first."


def swap_not_for_them(name: str, why: str) -> str:
    """The other cannot take it any more; `why` is a refusal as they would read it."""
    return f"{name} cannot swap any more. For them: {why}"


def swap_lapsed(given: int, wanted: int) -> str:
    return f"Nobody agreed to swap {wanted} for {given}, so {given} stays yours."


def swap_called_off(name: str, given: int, wanted: int) -> str:
    return f"{name} keeps {given} after all. Your {wanted} stays as it is."


# --- undoing


def undone_claim(codes: Sequence[int]) -> str:
    return f"Done: {_all(codes)} {'is' if len(codes) == 1 else 'are'} not yours any more."


def undone_release(codes: Sequence[int]) -> str:
    return f"Done: {_all(codes)} {'is' if len(codes) == 1 else 'are'} yours again. Thank you!"


def taken_meanwhile(code: int) -> str:
    return f"{code} cannot come back: someone has it by now."


def undone_cover(code: int) -> str:
    return f"Done: {code} stays yours, and nobody else is asked."


def undone_swap(given: int, wanted: int) -> str:
    return f"Done: {given} is not on offer for {wanted} any more."


def nothing_to_undo() -> str:
    return "There is nothing of the last 5 minutes to take back. MINE shows your shifts."


def swap_stands() -> str:
    return "You both agreed to that swap, so one alone cannot undo it. SWAP can ask them back."


def _all(codes: Sequence[int]) -> str:
    said = [str(code) for code in codes]
    return " and ".join(filter(None, [", ".join(said[:-1]), said[-1]]))
