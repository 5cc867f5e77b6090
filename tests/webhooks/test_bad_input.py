"""Ten thousand webhooks that nobody should send: refused, forgotten, never repeated, never an error of ours."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.webhooks import corpus
from tests.webhooks.provider import A_CALL, A_STATUS, A_TEXT, MARK, OTHER_TOKEN, Webhook
from warmline.flows.desk import Desk

BAD, HARMLESS = corpus.bad(), corpus.harmless()
MIXED = 7_000  # with the corpus, twice, and Hypothesis' own it is ten thousand
Dump = Callable[[], dict[bytes, bytes]]
SERVER_ERROR, FOR_EVER = 500, -1


def test_a_webhook_as_the_provider_sends_it_is_taken(client: FlaskClient, dump: Dump) -> None:
    before = dump()

    assert A_TEXT.sent_to(client).status_code == 200
    assert dump() != before


@pytest.mark.parametrize("name", BAD)
def test_a_bad_webhook_is_refused_and_not_repeated(client: FlaskClient, name: str) -> None:
    webhook, answers = BAD[name]

    answer = webhook.sent_to(client)

    assert answer.status_code in answers
    assert MARK not in answer.text


@pytest.mark.parametrize("name", HARMLESS)
def test_a_webhook_of_which_nothing_comes_is_taken_politely(
    client: FlaskClient, dump: Dump, desk: Desk, name: str
) -> None:
    before = dump()

    answer = HARMLESS[name].sent_to(client)

    assert answer.status_code in {200, 204, 400, 403, 404}
    assert MARK not in answer.text
    after = dump()
    assert {key: kept for key, kept in after.items() if key in before} == before
    assert set(map(bytes.decode, after.keys() - before.keys())) <= {seen(desk, name)}


def seen(desk: Desk, name: str) -> str:
    """The mark, without a word in it and for a while, by which a text left unanswered is counted once."""
    mark = desk.store.keys.text(HARMLESS[name].form["MessageSid"])
    assert desk.store.connection.get(mark) in {None, ""}
    assert desk.store.connection.ttl(mark) != FOR_EVER
    return mark


def test_nothing_of_all_that_is_stored(client: FlaskClient, dump: Dump, desk: Desk) -> None:
    before, counted = dump(), desk.store.counts.all()

    for webhook, _ in BAD.values():
        webhook.sent_to(client)

    assert dump() == before
    assert desk.store.counts.all() == counted


def test_nor_is_anything_of_thousands_that_mix_their_faults(
    client: FlaskClient, dump: Dump
) -> None:
    chance = random.Random(20261122)
    before = dump()

    for _ in range(MIXED):
        answer = mixed(chance).sent_to(client)
        assert 400 <= answer.status_code < SERVER_ERROR
        assert MARK not in answer.text

    assert dump() == before


def mixed(chance: random.Random) -> Webhook:
    """A webhook with a fault that must get it refused, and others besides."""
    webhook = chance.choice((A_TEXT, A_TEXT, A_STATUS, A_CALL))
    for _ in range(chance.randrange(4)):
        field = chance.choice([*webhook.form, "Extra", "\0", "MediaUrl0"])
        webhook = webhook.saying(**{field: odd(chance)})
    if chance.random() < 0.5 and webhook.path == "/webhooks/sms":
        field = chance.choice(list(corpus.WRONG))
        return webhook.saying(**{field: chance.choice(corpus.WRONG[field])})
    match chance.randrange(4):
        case 0:
            return replace(webhook, signature=chance.choice(list(corpus.SIGNATURES.values())))
        case 1:
            return replace(webhook, token=OTHER_TOKEN)
        case 2:
            raw = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 300)))
            return replace(webhook, raw=raw)
        case _:
            kind = chance.choice(corpus.TYPES)
            return replace(webhook, raw=b"x=1", content_type=kind)


def odd(chance: random.Random) -> str:
    ranges = ((0, 0x80), (0x80, 0x800), (0x2000, 0x2100), (0xE000, 0xFFFE), (0x1F600, 0x1F650))
    start, end = chance.choice(ranges)
    return "".join(chr(chance.randrange(start, end)) for _ in range(chance.randrange(60))) + MARK


anything = st.text(max_size=80)


@given(form=st.dictionaries(anything, anything, max_size=12), signature=anything)
@settings(max_examples=900, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_unsigned_form_is_taken(
    client: FlaskClient, form: dict[str, str], signature: str
) -> None:
    header = signature.encode("ascii", "ignore").decode().replace("\r", "").replace("\n", "")

    answer = replace(A_TEXT, form=form, signature=header).sent_to(client)

    assert answer.status_code == 403


@given(body=st.binary(max_size=400), kind=st.sampled_from([corpus.FORM, *corpus.TYPES]))
@settings(max_examples=900, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_body_at_all_is_an_error_of_ours(client: FlaskClient, body: bytes, kind: str) -> None:
    answer = replace(A_TEXT, raw=body, content_type=kind, signature="x").sent_to(client)

    assert answer.status_code == 403


@given(form=st.fixed_dictionaries({}, optional=dict.fromkeys(A_TEXT.form, anything)))
@settings(max_examples=900, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_signed_form_of_any_words_is_malformed_or_harmless(
    client: FlaskClient, dump: Dump, form: dict[str, str]
) -> None:
    answer = replace(A_TEXT, form=form).sent_to(client)

    assert answer.status_code == 400
