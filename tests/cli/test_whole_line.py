"""A whole line in processes of its own: the doctor finds it fit, and its logs keep everyone's secrets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from tests.cli.running import until, warmline
from tests.cli.whole import NUMBERS, Whole, whole
from warmline.ids import CallerKey, ContactId, TextId
from warmline.phone import PhoneNumber

MAIN = NUMBERS[0]
ADA, CALLER, AWAY, BROKEN, FAULTY = (
    "+15550110201",
    "+15550110301",
    "+15550221614",  # no mobile phone
    "+15550110302",
    "+15550110303",
)
SECRETS = ("xylophone", "zeppelin", "quagmire", "wombat", "kerfuffle", "flibberty")


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Whole]:
    with whole(tmp_path) as running:
        yield running


def does(line: Whole, *words: str) -> str:
    done = warmline(*words, environ=line.environ)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.timeout(120)
def test_once_connected_and_staffed_the_doctor_finds_nothing_to_mend(line: Whole) -> None:
    assert warmline("doctor", environ=line.environ).returncode == 1  # not connected yet

    does(line, "connect", "--fallback", "https://elsewhere.example.org/sorry")
    does(line, "volunteers", "add", "Ada", ADA, "--coordinator")

    assert "MEND" not in does(line, "doctor")
    assert "nothing is late" in does(line, "doctor")


@pytest.mark.timeout(120)
def test_no_number_and_no_word_is_in_any_log_whatever_goes_wrong(line: Whole) -> None:
    phones, store = line.phones, line.store()
    does(line, "volunteers", "add", "Ada", ADA)
    ada, caller = phones.phone(ADA), phones.phone(CALLER)
    ada.expects("You are now a volunteer")

    # a whole conversation, in the middle of which the provider refuses, fails and breaks off
    ada.texts("ON", to=MAIN)
    ada.expects("You are on")
    caller.texts("my secret is xylophone", to=MAIN)
    caller.expects("not an emergency service")
    caller.expects("looking for a peer")
    code = ada.expects("TAKE").body.split("TAKE ")[1].split()[0]
    ada.texts(f"TAKE {code}", to=MAIN)
    ada.expects("You are with")
    ada.expects("xylophone")
    caller.expects("is here")
    for fault in ("rest_error", "rest_busy", "rest_timeout", "rest_refuse"):
        phones.goes_wrong(fault, count=1)
    ada.texts("zeppelin, I hear you", to=MAIN)
    caller.expects("zeppelin")
    phones.goes_right()
    phones.phone(AWAY).texts("quagmire", to=MAIN)
    until(lambda: "text failed" in line.events(), "a text to fail", seconds=30)

    # webhooks that are not the provider's
    form = {"Body": "wombat", "From": CALLER, "To": MAIN}
    assert requests.post(f"{line.web}/webhooks/sms", data=form, timeout=5).status_code == 403

    # what a worker stumbles over: a person, a contact and a sealed value that someone broke
    now = datetime.now(UTC)
    broken = store.people.key_of(PhoneNumber(BROKEN))
    store.connection.set(store.keys.person(broken), "kerfuffle")
    phones.phone(BROKEN).texts("kerfuffle", to=MAIN)
    contact = store.keys.contact(ContactId("cbroken"))
    store.connection.set(contact, "flibberty")
    store.schedule.look_at(contact, now)
    fields = {"recipient": "r", "caller": "r", "to": "wombat", "from": MAIN, "body": "quagmire"}
    out = {"state": "queued", "purpose": "notice", **fields}
    store.connection.hset(store.keys.out(TextId("tbroken")), mapping=out)
    store.connection.rpush(store.keys.lane(CallerKey("r")), "tbroken")
    store.schedule.look_at(store.keys.lane(CallerKey("r")), now)
    faults = {"a story failed", "a look failed", "a courier failed"}
    until(lambda: faults <= line.events(), "the worker's faults", seconds=30)

    # something in Redis that the web process does not expect
    faulty = store.people.key_of(PhoneNumber(FAULTY))
    store.connection.set(store.keys.sids(faulty), "flibberty")
    phones.phone(FAULTY).texts("flibberty", to=MAIN)
    until(lambda: "webhook failed" in line.events(), "a fault of the web process", seconds=30)

    assert {"text not sent", "webhook refused", "text failed"} <= line.events()
    said = line.log.read_text(encoding="utf-8")
    for secret in (*SECRETS, *(n[1:] for n in (ADA, CALLER, AWAY, BROKEN, FAULTY, MAIN))):
        assert secret not in said
    assert not re.search(r"\+1555|%2B1555|5550110", said)
    assert all({"at", "level", "where", "event"} <= told.keys() for told in line.lines())
    store.connection.close()
