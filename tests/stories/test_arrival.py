"""A text arrives: who is greeted, who is believed, and what is never stored."""

from __future__ import annotations

import secrets

import pytest
import requests
from twilio.request_validator import RequestValidator

from tests.stories.line import MAIN, POOL, Line


def _post(environ: dict[str, str], *, token: str | None, body: str, sender: str) -> int:
    """A webhook from whoever knows `token`, or from somebody without any; the status it gets."""
    url = environ["WARMLINE_PUBLIC_URL"] + "/webhooks/sms"
    sid = f"SM{secrets.token_hex(16)}"
    form = {"MessageSid": sid, "From": sender, "To": MAIN, "Body": body, "NumMedia": "0"}
    signature = RequestValidator(token).compute_signature(url, form) if token else ""
    headers = {"X-Twilio-Signature": signature} if signature else {}
    return requests.post(url, data=form, headers=headers, timeout=10).status_code


def test_a_first_text_is_told_who_we_are_what_we_are_not_the_crisis_line_privacy_and_stop(
    line: Line,
) -> None:
    line.volunteer("Ada")
    caller = line.phone()

    caller.texts("hello", to=MAIN)

    caller.expects(
        "Maple Line",
        "peers",
        "not an emergency service",
        "988",
        "can't see your number",
        "DELETE",
        "STOP",
        sender=MAIN,
    )
    caller.expects("No peer is here right now", "We will text you", "988")


def test_a_link_to_the_privacy_notice_is_given_where_there_is_one(
    environ: dict[str, str], request: pytest.FixtureRequest
) -> None:
    environ["WARMLINE_PRIVACY_URL"] = "https://maple.example/privacy"
    line: Line = request.getfixturevalue("line")
    caller = line.phone()

    caller.texts("hello", to=MAIN)

    caller.expects("https://maple.example/privacy")
    caller.expects("No peer is here")


def test_nobody_is_greeted_twice(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada)
    caller.texts("bye", to=MAIN)
    caller.expects("Thank you for talking")
    caller.expects("AGAIN")
    ada.expects("has ended the talk")
    line.passes(minutes=3)

    caller.texts("me again", to=MAIN)

    caller.expects("looking for a peer")
    ada.expects("TAKE")


def test_a_second_text_sent_at_once_opens_nothing_more(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()

    for words in ("hi", "are you there", "please"):
        caller.texts(words, to=MAIN)

    caller.expects("Maple Line")
    caller.expects("looking for a peer")
    line.takes(ada)
    for words in ("hi", "are you there", "please"):
        ada.expects(words)
    caller.expects("Ada is here")


def test_whoever_texts_another_number_of_the_line_is_answered_from_that_number(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()

    caller.texts("hello", to=POOL[1])

    caller.expects("Maple Line", sender=POOL[1])
    caller.expects("looking for a peer", sender=POOL[1])
    line.takes(ada)
    ada.expects("hello")
    caller.expects("Ada is here", sender=POOL[1])
    ada.texts("hi there", to=MAIN)
    caller.expects("hi there", sender=POOL[1])


def test_an_unsigned_text_is_refused_and_never_stored(line: Line, environ: dict[str, str]) -> None:
    line.settles()
    before = line.everything_stored()

    for token in (None, "somebody-elses-token"):
        assert _post(environ, token=token, body="let me in", sender="+15550119999") == 403

    assert line.everything_stored() == before
    line.phones.phone("+15550119999").expects_nothing()


def test_while_tokens_are_changed_over_both_are_believed(
    environ: dict[str, str], request: pytest.FixtureRequest
) -> None:
    environ["TWILIO_AUTH_TOKEN_SECONDARY"] = "the-token-to-come"
    line: Line = request.getfixturevalue("line")
    old, new = line.phone(), line.phone()

    for caller, token in (
        (old, environ["TWILIO_AUTH_TOKEN"]),
        (new, environ["TWILIO_AUTH_TOKEN_SECONDARY"]),
    ):
        assert _post(environ, token=token, body="hello", sender=caller.number) == 200
        caller.expects("Maple Line")
        caller.expects("No peer is here")


def test_someone_who_writes_spanish_can_have_every_word_in_spanish(line: Line) -> None:
    line.volunteer("Ada")
    caller = line.phone()

    caller.texts("¡Español!", to=MAIN)
    caller.expects("en español")
    caller.texts("hola", to=MAIN)

    caller.expects("Hola, somos Maple Line", "988")
    caller.expects("no hay nadie")


@pytest.mark.parametrize(
    ("words", "left_unanswered"),
    [
        ("22000", "short_code"),
        ("BANKALERT", "alphanumeric"),
        ("+266696687", "unknown"),  # how some networks write ANONYMOUS
        ("Anonymous", "unknown"),
        ("+19005550123", "premium"),
        ("+97912345678", "premium"),
        ("+8821612345678", "toll_fraud_prone"),
        ("+2348012345678", "toll_fraud_prone"),
        (POOL[0], "our_own_number"),
        (POOL[1], "our_own_number"),
    ],
)
def test_where_an_answer_would_loop_or_pay_a_fraudster_there_is_none_and_it_is_counted(
    line: Line, environ: dict[str, str], words: str, left_unanswered: str
) -> None:
    ada = line.peer("Ada")

    status = _post(environ, token=environ["TWILIO_AUTH_TOKEN"], body="win a prize", sender=words)

    assert status == 200
    assert line.counted(f"unanswered_{left_unanswered}") == 1
    ada.expects_nothing()
    line.phones.phone(words).expects_nothing()


def test_a_first_text_that_says_goodbye_is_heard_and_not_dismissed(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()

    caller.texts("goodbye", to=MAIN)

    caller.expects("Maple Line", "988")
    caller.expects("looking for a peer")
    line.takes(ada)
    ada.expects("goodbye")
    caller.expects("Ada is here")


def test_crisis_gives_the_crisis_line_at_once_to_anyone(line: Line) -> None:
    line.volunteer("Ada")
    caller = line.phone()

    caller.texts("CRISIS", to=MAIN)

    caller.expects("988", "emergency number")
