"""The sentences a caller may read: one method each, the same in every language."""

from __future__ import annotations

from typing import Protocol


class Callers(Protocol):
    """What the line itself says to callers, in one language.

    Every sentence is GSM-7. Ordinary ones fit one segment; those with `crisis`, and the greeting,
    fit two (domain.md, section 4). `crisis` is a short phrase that opens with a verb, as
    `safety.crisis_lines.phrase` gives it: "call or text 988".
    """

    def greeting(self, line_name: str, crisis: str, privacy_url: str | None) -> str:
        """Who we are, said once at first contact: never a gate before being heard."""

    def finding_someone(self) -> str:
        """A peer is being asked; what the person writes meanwhile is passed on."""

    def nobody_on(self, opening: str | None, crisis: str) -> str:
        """Nobody is on; `opening` is the next one as `times.moment` writes it, if there is any."""

    def still_waiting(self, crisis: str) -> str:
        """Patience has run out: the crisis line and the other choices."""

    def peer_is_here(self, name: str) -> str:
        """The talk begins."""

    def peer_is_here_after_wait(self, name: str, since: str) -> str:
        """The talk may begin, for someone who wrote when nobody was on."""

    def peer_left_keep_place(self) -> str:
        """The peer cannot go on; the person keeps the place."""

    def silence_question(self) -> str:
        """Asked once before a silent talk is closed."""

    def peer_quiet_question(self) -> str:
        """Asked instead where the caller wrote last: the silence is the peer's."""

    def closed_for_silence(self, crisis: str) -> str:
        """The talk was closed because nothing came."""

    def closed_unanswered(self, crisis: str) -> str:
        """Nobody could be with them for days; the line stops looking and says so."""

    def now_by_text(self) -> str:
        """They phoned, and chose to go on by text: the place is kept."""

    def tried_to_ring(self) -> str:
        """They were rung back as they wished, and not reached. Neutral: anybody may read it."""

    def ended_by_peer(self) -> str:
        """The peer has ended the talk."""

    def ended_by_you(self) -> str:
        """The caller has ended the talk."""

    def ask_again_offer(self) -> str:
        """How to ask for the same peer another time."""

    def noted_again(self) -> str:
        """That wish is noted; it is not a promise."""

    def shift_ending_question(self) -> str:
        """The peer's shift ends: go on with another, or finish. Never YES, a carrier's word."""

    def moving_on(self) -> str:
        """Another peer is being asked."""

    def picture_not_passed(self) -> str:
        """The line passes no pictures on."""

    def not_delivered(self) -> str:
        """A caller's words did not reach their peer, and no other way would carry them."""

    def deleted(self) -> str:
        """What was kept is erased."""

    def crisis(self, crisis: str) -> str:
        """The crisis line, asked for by CRISIS."""

    def glad_you_told_us(self, crisis: str) -> str:
        """The crisis line in the very reply to words that alarm; no verdict, no promise."""

    def about_someone_else(self, crisis: str) -> str:
        """The same, where the caller fears for somebody else."""

    def nobody_can_come(self, crisis: str) -> str:
        """The same, when neither a peer nor a coordinator can be reached: the truth, and where a person is."""

    def boundary(self) -> str:
        """What this line is for, said for a peer to someone who hurts them; kindly, once."""

    def warning(self) -> str:
        """The talk will end if it goes on."""

    def ended_for_abuse(self, crisis: str) -> str:
        """It has ended; the door is not shut."""

    def blocked(self, until: str, crisis: str) -> str:
        """Not put through for a while: until when, how to appeal, where help is."""

    def appeal_noted(self) -> str:
        """A coordinator will look at it."""

    def follow_up_offer(self) -> str:
        """After a hard talk: a text tomorrow, only if they say so. No carrier's word."""

    def follow_up_noted(self) -> str:
        """It will come."""

    def follow_up(self, crisis: str) -> str:
        """The text they had wished for."""

    def crisis_offered(self, crisis: str) -> str:
        """The crisis line, because the peer thought of it; the choice stays theirs."""

    def crisis_by_text(self, crisis: str) -> str:
        """The crisis line could not be brought into their call, or was lost again: how to reach it themselves."""

    def opt_out_confirmation(self, crisis: str) -> str:
        """The last text after STOP, where the exchange lets us send it (domain.md 4, trap 1)."""

    def opted_in_again(self) -> str:
        """After START."""

    def language_changed(self) -> str:
        """The line now writes in this language."""

    def service_trouble(self, crisis: str) -> str:
        """Our own store is away: said in the webhook's answer."""

    def abandoned_goodbye(self) -> str:
        """The caller ends while waiting."""
