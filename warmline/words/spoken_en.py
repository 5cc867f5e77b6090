"""What callers hear in English: short and slow, at about grade 6."""

from __future__ import annotations


class SpokenEnglish:
    """As `Spoken` says."""

    def choose(self, key: int) -> str:
        return f"For English, press {key}."

    def welcome(self, line_name: str) -> str:
        return (
            f"Hello, this is {line_name}. You can talk with a peer: a trained volunteer who has had hard times. "
            "We are not an emergency service. For the crisis line, press 0 at any time."
        )

    def welcome_listened(self, line_name: str) -> str:
        return (
            f"Hello, this is {line_name}. You can talk with a trained peer. Coordinators may listen to help them. "
            "We are not an emergency service. For the crisis line, press 0 at any time."
        )

    def welcome_back(self) -> str:
        return "Welcome back. We have kept your place."

    def looking(self) -> str:
        return "We are looking for a peer for you now. Please stay on the line."

    def place(self, place: int) -> str:
        if place == 1:
            return "You are next."
        before = "is one person" if place == 2 else f"are {place - 1} people"  # noqa: PLR2004 - one before them
        return f"There {before} before you."

    def ringing(self) -> str:
        return "You are still in line. A peer's phone is ringing for you."

    def all_with_others(self, peers: int) -> str:
        here = "One peer is" if peers == 1 else f"{peers} peers are"
        free = "is not free just now" if peers == 1 else "none of them is free just now"
        return f"You are still in line. {here} here, and {free}. We keep trying."

    def nobody_on(self, opening: str | None) -> str:
        due = f" We expect the next peer {opening}." if opening else ""
        return f"No peer is here right now.{due} You can wait, or choose something else."

    def choices(self) -> str:
        return (
            "You can keep waiting. To be rung back and keep your place, press 1. "
            "To go on by text, press 2. For the crisis line, press 0."
        )

    def choices_when_nobody_is_on(self) -> str:
        return (
            "To be rung back when a peer is here, press 1. To go on by text, press 2. "
            "To leave a message for the team, press 3."
        )

    def calm_choice(self) -> str:
        return "To hear a short calming exercise while you wait, press 4. For the crisis line, press 0."

    def patience(self) -> str:
        return (
            "We are sorry that you wait so long. No peer is free yet. "
            "For the crisis line, press 0. To be rung back, press 1. To go on by text, press 2."
        )

    def cannot_ring_back(self) -> str:
        return "Your number does not reach us, so we cannot ring you. You can stay on the line. You keep your place."

    def exercise(self) -> tuple[str, ...]:
        return (
            (
                "Let us try something quiet. Go at your own speed. Find five things that you can see, "
                "or that you know are near you."
            ),
            "Now find four things that you can feel. Perhaps your feet on the floor, or your clothes, or the air.",
            "Now listen. Find three sounds. They can be loud or soft, near or far.",
            "Now find two things that you can smell, or think of two smells that you like.",
            "Now take one slow breath, in and out, as is good for you.",
            "Thank you for trying this. You are still in line, and we have kept your place.",
        )

    def nobody_looks(self) -> str:
        return (
            "We are sorry: something is wrong on our side, and we cannot reach a peer for you now. "
            "We are putting you through to somebody else."
        )

    def nobody_looks_and_no_fallback(self, crisis: str) -> str:
        return (
            "We are sorry: something is wrong on our side, and we cannot reach a peer for you now. "
            f"If you need somebody now, {crisis}."
        )

    def away_for_a_moment(self) -> str:
        return "We are sorry: something is wrong on our side just now. Please stay on the line. We are trying again."

    def joining(self) -> str:
        return "A peer is here with you now."

    def putting_through(self) -> str:
        return "We are calling the crisis line for you now. If nobody answers, you come back here."

    def crisis_number(self, crisis: str) -> str:
        return f"We cannot put you through from here. In a crisis, {crisis}. Again: {crisis}."

    def crisis_line_failed(self, crisis: str) -> str:
        return f"The crisis line did not answer. You are back in line, and your place is kept. In a crisis, {crisis}."

    def will_ring_back(self) -> str:
        return "Thank you. We will try to ring you when a peer is free. You keep your place. You can hang up now."

    def rung_back(self) -> str:
        return "Hello. You asked to be rung back. To be connected, press 1. If this is not a good time, press 2."

    def goodbye(self) -> str:
        return "Thank you for calling. You can call or text again. Take care."

    def trouble_putting_through(self) -> str:
        return (
            "We are sorry: something is wrong on our side. We are calling somebody else for you. "
            "Please stay on the line."
        )

    def trouble(self, crisis: str) -> str:
        return (
            "We are sorry: something is wrong on our side, and we cannot reach our peers now. "
            f"If you need somebody now, {crisis}. Again: {crisis}."
        )

    def trouble_over(self, crisis: str) -> str:
        return f"If you still need somebody now, {crisis}. Again: {crisis}. You can also call us again later. Take care."

    def one_moment(self) -> str:
        return "One moment, please. Something is wrong on our side just now. We are trying again."

    def trouble_for_whom_we_rang(self, crisis: str) -> str:
        return (
            "We are sorry: something is wrong on our side, and we cannot connect this call. "
            f"If you need somebody now, {crisis}. Goodbye."
        )
