"""The sentences a caller may hear: one method each, the same in every language."""

from __future__ import annotations

from typing import Protocol


class Spoken(Protocol):
    """What the line itself says aloud to callers, in one language.

    Written for the ear: short sentences, the key after what it does, numbers digit by digit, three choices at most in
    one breath, no idiom, and no promise that the line cannot keep. Voices can read accents. `crisis` opens with a verb,
    as `Line.crisis_aloud` gives it: "call or text 9 8 8". tests/words/test_spoken.py and tests/spoken hold them to it.
    """

    # --- coming in
    def choose(self, key: int) -> str:
        """In this language: which key is for it."""

    def welcome(self, line_name: str) -> str:
        """Who we are and are not, and the crisis line: never a gate before being heard."""

    def welcome_listened(self, line_name: str) -> str:
        """The same where coordinators may listen to calls, which is said before anybody talks."""

    def welcome_back(self) -> str:
        """They rang again soon, and their place was kept."""

    # --- waiting
    def looking(self) -> str:
        """At first, when somebody is on."""

    def place(self, place: int) -> str:
        """How many are before them; said when it gets better, and never a number of minutes."""

    def ringing(self) -> str:
        """A peer's phone is ringing for them."""

    def all_with_others(self, peers: int) -> str:
        """So many peers are on, and none is free."""

    def nobody_on(self, opening: str | None) -> str:
        """Nobody is on; `opening` is the next one as `times_aloud.moment` says it, if anyone knows."""

    def choices(self) -> str:
        """What else they can do while somebody is on."""

    def choices_when_nobody_is_on(self) -> str:
        """The same, when nobody is."""

    def calm_choice(self) -> str:
        """The exercise and the crisis line."""

    def patience(self) -> str:
        """They have waited long: the honest choices again."""

    def cannot_ring_back(self) -> str:
        """Their number is withheld."""

    def exercise(self) -> tuple[str, ...]:
        """A grounding exercise, a step each round; the last says where they are."""

    def nobody_looks(self) -> str:
        """On our side nobody looks after them: the truth, before they are put through."""

    def nobody_looks_and_no_fallback(self, crisis: str) -> str:
        """The same, where nobody can be put on the line."""

    def away_for_a_moment(self) -> str:
        """We cannot see the line just now; they are in it still."""

    # --- parting and meeting
    def joining(self) -> str:
        """A peer is there."""

    def putting_through(self) -> str:
        """To the crisis line, as they wished."""

    def crisis_number(self, crisis: str) -> str:
        """It cannot be dialled from here."""

    def crisis_line_failed(self, crisis: str) -> str:
        """It was dialled, and did not answer."""

    def will_ring_back(self) -> str:
        """The place is kept, and we ring."""

    def rung_back(self) -> str:
        """Whoever picks up is asked to press 1."""

    def goodbye(self) -> str:
        """The talk is over."""

    # --- our own trouble
    def trouble_putting_through(self) -> str:
        """Something is wrong on our side; people who can help are rung now."""

    def trouble(self, crisis: str) -> str:
        """The same, where nobody can be rung: the crisis line, twice."""

    def trouble_over(self, crisis: str) -> str:
        """After that, whether or not anybody answered: true either way."""

    def one_moment(self) -> str:
        """To someone whom we rang, and cannot see why just now."""

    def trouble_for_whom_we_rang(self, crisis: str) -> str:
        """The same, when it lasts: a peer or a caller may be listening."""
