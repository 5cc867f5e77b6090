"""What the line says to callers in English."""

from __future__ import annotations


class English:
    """Plain, warm, at about grade 6; it diagnoses nothing and promises nothing it cannot keep."""

    def greeting(self, line_name: str, crisis: str, privacy_url: str | None) -> str:
        privacy = f" Privacy: {privacy_url}" if privacy_url else ""
        return (
            f"Hi, this is {line_name}: trained peers who listen, not an emergency service. "
            f"In a crisis, {crisis}. Peers can't see your number; DELETE erases your texts."
            f"{privacy} STOP ends all texts."
        )

    def finding_someone(self) -> str:
        return (
            "We are looking for a peer for you now. It may take a few minutes. "
            "You can keep writing: they will get your texts."
        )

    def nobody_on(self, opening: str | None, crisis: str) -> str:
        due = f" The next peer is due {opening}." if opening else ""
        return (
            f"Thank you for writing. No peer is here right now.{due} "
            f"We will text you when someone is here. If it can't wait, {crisis}."
        )

    def still_waiting(self, crisis: str) -> str:
        return (
            "No peer is free yet, and we are still looking. You keep your place. "
            f"If you would rather not wait, {crisis}. "
            "Text DONE to stop waiting, or CRISIS to see the crisis line again."
        )

    def peer_is_here(self, name: str) -> str:
        return f"{name} is here with you now. Just text back here. Text DONE when you want to stop."

    def peer_is_here_after_wait(self, name: str, since: str) -> str:
        return (
            f"You wrote to us {since}. {name} is here now if you would still like to talk: "
            "just text back. If not, text DONE."
        )

    def peer_left_keep_place(self) -> str:
        return (
            "We are sorry, your peer had to go. You keep your place, "
            "and we are looking for someone else now. You can keep writing."
        )

    def silence_question(self) -> str:
        return (
            "Are you still there? There is no rush. Text anything to keep talking, "
            "or DONE to stop. If we hear nothing we will close this for now."
        )

    def peer_quiet_question(self) -> str:
        return (
            "Your peer has been quiet, so we reminded them. Are you still there? "
            "Text anything to stay, or DONE to stop. If we hear nothing we will close this."
        )

    def closed_for_silence(self, crisis: str) -> str:
        return (
            "We have not heard from you, so we closed this for now. "
            f"You can text us again any time. If you need someone at once, {crisis}."
        )

    def closed_unanswered(self, crisis: str) -> str:
        return (
            "We are sorry: nobody could be with you since you wrote, so we stopped looking for now. "
            f"Please write again any time. If you need someone now, {crisis}."
        )

    def now_by_text(self) -> str:
        return "Here we are by text, as you asked on the phone. You have kept your place. You can write to us now."

    def tried_to_ring(self) -> str:
        return "You asked us to ring you. We tried a few times and did not reach you. You can call or text again any time."

    def ended_by_peer(self) -> str:
        return (
            "Your peer has ended this talk. Thank you for sharing it with us. "
            "You can text here again any time."
        )

    def ended_by_you(self) -> str:
        return "Thank you for talking with us. You can text here again any time. Take care."

    def ask_again_offer(self) -> str:
        return (
            "If you would like the same peer next time, text AGAIN. "
            "We can't promise it, but we will try."
        )

    def noted_again(self) -> str:
        return (
            "Thank you, we noted it. We will ask for the same peer next time. "
            "If they are not here, we will look for someone else."
        )

    def shift_ending_question(self) -> str:
        return (
            "Your peer's shift is ending soon. "
            "Text MORE to go on with another peer, or DONE to stop here."
        )

    def moving_on(self) -> str:
        return "OK. We are looking for another peer for you now. You can keep writing."

    def picture_not_passed(self) -> str:
        return (
            "Sorry, this line can't pass on pictures or files. "
            "Your words do go through, so please tell it in words if you like."
        )

    def not_delivered(self) -> str:
        return (
            "Your last text did not get through to your peer. "
            "Please send it once more, perhaps in other words."
        )

    def deleted(self) -> str:
        return (
            "We have erased your texts here and are having our phone company's copies erased. "
            "To clear your own phone, delete them there too."
        )

    def crisis(self, crisis: str) -> str:
        return (
            f"For help in a crisis, {crisis}. If a life is in danger now, call your local "
            "emergency number. You can keep writing here as well."
        )

    def glad_you_told_us(self, crisis: str) -> str:
        return (
            f"We are glad you told us. You don't have to carry this alone: {crisis}. "
            "If a life is in danger now, call your local emergency number. "
            "You can keep writing here too."
        )

    def about_someone_else(self, crisis: str) -> str:
        return (
            f"Thank you for telling us about them. To ask what you can do now, {crisis}. "
            "If a life is in danger now, call your local emergency number."
        )

    def nobody_can_come(self, crisis: str) -> str:
        return (
            "We are glad you told us. To be honest, none of us can be with you right now. "
            f"Please {crisis}. If a life is in danger now, call your local emergency number. "
            "We keep looking."
        )

    def boundary(self) -> str:
        return (
            "A word from the line: peers are here to listen and to talk about how you are. "
            "They can't do sexual talk or take insults. You are welcome to go on in that way."
        )

    def warning(self) -> str:
        return (
            "A word from the line: what you wrote hurts the person who is here for you. "
            "If it goes on, this talk will end. We would rather go on listening."
        )

    def ended_for_abuse(self, crisis: str) -> str:
        return (
            "This talk has ended, because of how it went. You can write again another time. "
            f"If you need help now, {crisis}."
        )

    def blocked(self, until: str, crisis: str) -> str:
        return (
            f"You can't be put through to a peer here until {until}. If you think that is wrong, text "
            f"APPEAL and a coordinator will look at it. If you need help now, {crisis}."
        )

    def appeal_noted(self) -> str:
        return "Thank you. A coordinator will look at it again. We may not be able to answer here."

    def follow_up_offer(self) -> str:
        return (
            "If you would like us to text you tomorrow and ask how you are, text TOMORROW. "
            "If not, you need do nothing."
        )

    def follow_up_noted(self) -> str:
        return "Thank you. We will text you tomorrow to ask how you are. Write sooner any time."

    def follow_up(self, crisis: str) -> str:
        return (
            "You asked us to text you today. How are you? Write back here if you would like to talk. "
            f"If it is hard right now, {crisis}. We won't text again by ourselves."
        )

    def crisis_offered(self, crisis: str) -> str:
        return (
            "Your peer thought a crisis line might help you right now. "
            f"If you would like that, {crisis}. It is your choice, "
            "and you can keep talking here either way."
        )

    def crisis_by_text(self, crisis: str) -> str:
        return f"We could not keep the crisis line on your call. To reach them yourself, {crisis}. You can call us again."

    def opt_out_confirmation(self, crisis: str) -> str:
        return (
            "You will get no more texts from us. "
            f"If you need help now, {crisis}. To come back, text START."
        )

    def opted_in_again(self) -> str:
        return "Welcome back. You will get our texts again. Write here when you want to talk."

    def language_changed(self) -> str:
        return "OK, we will write to you in English. Para español, escribe ESPAÑOL."

    def service_trouble(self, crisis: str) -> str:
        return (
            "Your text has reached us, but our system has trouble right now, "
            f"so an answer may take a while. If you need someone now, {crisis}."
        )

    def abandoned_goodbye(self) -> str:
        return (
            "OK, we have stopped looking for a peer. You can text here again any time. Take care."
        )
