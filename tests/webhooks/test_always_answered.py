"""Whatever is away or broken, a call hears the truth, and somebody who can help; never an error, never a loop."""

from __future__ import annotations

import logging
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webhooks.provider import LINE, MARK, Webhook
from warmline import wiring
from warmline.app import create_app
from warmline.config import Settings
from warmline.flows.desk import Desk
from warmline.simulator.voice.verbs import Place, faults_of

FALLBACK = "+15550100099"
FORM = {
    "CallSid": "CA" + "c" * 32,
    "From": "+15550110999",
    "To": LINE,
    "Direction": "inbound",
    "CallStatus": "in-progress",
    "FromCity": MARK,
}
REPORTS = {"/webhooks/voice/status", "/webhooks/voice/leg/", "/webhooks/voice/room/"}
TOLD = {
    "CallbackSource": "call-progress-events",
    "StatusCallbackEvent": "participant-join",
    "ConferenceSid": "CF" + "c" * 32,
}


@pytest.fixture
def bereft(environ: dict[str, str], tmp_path: Path) -> FlaskClient:
    """A web process whose Redis is gone, of a line with a fallback number."""
    gone = {"REDIS_URL": f"unix://{tmp_path}/gone.sock", "WARMLINE_FALLBACK_NUMBER": FALLBACK}
    return client_of(environ | gone)


@pytest.fixture
def forsaken(environ: dict[str, str], tmp_path: Path) -> FlaskClient:
    """The same, where there is nobody to dial either."""
    gone = {
        "REDIS_URL": f"unix://{tmp_path}/gone.sock",
        "WARMLINE_CRISIS_LINES_CONFIRMED": "",
        "WARMLINE_LANGUAGES": "en,es",
    }
    return client_of(environ | gone)


def client_of(environ: dict[str, str]) -> FlaskClient:
    settings = Settings.read(environ)
    return create_app(wiring.desk_of(settings), wiring.signatures_of(settings)).test_client()


INTO_A_TALK = ("/webhooks/voice/tell/", "/webhooks/voice/told/")


def asked(path: str, **fields: str) -> Webhook:
    return Webhook(path=path, form=FORM | fields)


def voice_routes(app: Flask) -> list[str]:
    """Every address of a call that the provider may ask, with an id where one is due."""
    rules = [r.rule for r in app.url_map.iter_rules() if r.rule.startswith("/webhooks/voice")]
    return sorted(re.sub(r"<[^>]+>", "i" + "c" * 32, rule) for rule in rules)


def read(document: str) -> list[ET.Element]:
    return list(ET.fromstring(document))  # noqa: S314 - our own


def verbs(document: str) -> list[str]:
    return [verb.tag for verb in read(document)]


def test_every_address_of_a_call_is_answered_without_redis(bereft: FlaskClient) -> None:
    routes = voice_routes(bereft.application)

    assert len(routes) > 10
    for path in routes:
        for fields in ({}, {"Digits": "1"}, {"Direction": "outbound-api"}):
            answer = asked(path, **fields).sent_to(bereft)
            if any(path.startswith(report) for report in REPORTS):
                told = asked(path, **TOLD, **fields).sent_to(bereft)
                assert told.status_code == 503, path
                continue
            if answer.status_code in {204, 503}:
                continue  # told only
            assert answer.status_code == 200, path
            place = Place.QUEUE if "/wait/" in path else Place.CALL
            assert faults_of(answer.text, place) == [], path
            if path.startswith(INTO_A_TALK):  # that goes on
                assert verbs(answer.text) == []
                continue
            assert "<Say" in answer.text or verbs(answer.text) == ["Leave"], path


def test_who_rings_is_told_the_truth_and_put_through_under_the_lines_number(
    bereft: FlaskClient,
) -> None:
    answer = asked("/webhooks/voice").sent_to(bereft)

    assert verbs(answer.text) == ["Say", "Dial", "Say", "Hangup"]
    assert "something is wrong on our side" in answer.text
    assert f'callerId="{LINE}"' in answer.text
    assert f"<Number>{FALLBACK}</Number>" in answer.text
    assert "9 8 8" in answer.text
    assert FORM["From"] not in answer.text


def test_where_nobody_can_be_dialled_the_crisis_line_is_read_twice_in_each_language(
    forsaken: FlaskClient,
) -> None:
    answer = asked("/webhooks/voice").sent_to(forsaken)

    assert verbs(answer.text) == ["Say", "Pause", "Say", "Hangup"]
    assert answer.text.count("call your local emergency number") == 2
    assert answer.text.count("llama a emergencias") == 2


def test_our_own_number_is_turned_away_with_redis_and_without(
    bereft: FlaskClient, client: FlaskClient
) -> None:
    for one in (bereft, client):
        answer = asked("/webhooks/voice", From="+15550100002").sent_to(one)
        assert verbs(answer.text) == ["Reject"]


def test_who_waits_is_told_twice_and_then_led_out_to_somebody(bereft: FlaskClient) -> None:
    leg = "i" + "c" * 32
    path, heard = f"/webhooks/voice/wait/{leg}?in=es", []
    while True:
        answer = asked(path).sent_to(bereft).text
        assert faults_of(answer, Place.QUEUE) == []
        if verbs(answer) == ["Leave"]:
            break
        heard.append("algo falla ahora" in answer)
        path = read(answer)[-1].text or ""

    assert heard == [True, True]
    then = asked(f"/webhooks/voice/now/{leg}", QueueResult="leave").sent_to(bereft)
    assert FALLBACK in then.text


def test_whoever_presses_0_while_waiting_is_led_out_at_once(bereft: FlaskClient) -> None:
    path = f"/webhooks/voice/key/i{'c' * 32}?round=3&in=en"

    assert verbs(asked(path, Digits="0").sent_to(bereft).text) == ["Leave"]
    assert "Please stay on the line" in asked(path, Digits="1").sent_to(bereft).text


def test_someone_whom_we_rang_is_asked_to_wait_and_then_told_that_it_does_not_work(
    bereft: FlaskClient,
) -> None:
    path, moments = "/webhooks/voice/now/g1", 0
    while True:
        answer = asked(path, Direction="outbound-api").sent_to(bereft).text
        assert faults_of(answer) == []
        if verbs(answer)[-1] == "Hangup":
            break
        moments += 1
        path = read(answer)[-1].text or ""

    assert 2 <= moments <= 6
    assert "cannot connect this call" in answer
    assert "<Dial" not in answer


@pytest.mark.parametrize(("fate", "said"), [("completed", "Take care"), ("busy", "9 8 8")])
def test_after_a_call_outside_nothing_untrue_is_said(
    bereft: FlaskClient, fate: str, said: str
) -> None:
    answer = asked(f"/webhooks/voice/over/i{'c' * 32}", DialCallStatus=fate).sent_to(bereft)

    assert said in answer.text
    assert "<Dial" not in answer.text


def test_a_fault_of_the_program_is_logged_without_what_it_was_about(
    client: FlaskClient, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.store.connection.delete(desk.store.keys.due())
    desk.store.connection.set(desk.store.keys.due(), MARK)

    answer = asked("/webhooks/voice").sent_to(client)

    assert answer.status_code == 200
    assert "9 8 8" in answer.text
    (told,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert told.__dict__["endpoint"] == "calls.ring"


def test_when_redis_is_back_the_list_is_asked_for(
    client: FlaskClient, desk: Desk, environ: dict[str, str]
) -> None:
    before = desk.store.reading_asked_at()
    desk.store.connection.delete(desk.store.keys.due())
    desk.store.connection.set(desk.store.keys.due(), MARK)
    asked("/webhooks/voice").sent_to(client)
    desk.store.connection.delete(desk.store.keys.due())

    asked("/webhooks/voice", CallSid="CA" + "d" * 32).sent_to(client)

    assert desk.store.reading_asked_at() > before
