"""The quiet sound of the wait loop: ours, small, and there for whoever asks."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.webhooks.calm_sound import PLACE, RATE, SECONDS, samples, wav
from warmline.telephony import voice
from warmline.webhooks.sounds import CALM


def test_it_is_what_its_maker_makes() -> None:
    assert PLACE.read_bytes() == wav(samples())


def test_it_is_as_long_as_a_round_of_waiting_reckons() -> None:
    assert SECONDS == voice.PLAYS_FOR


def test_it_loops_without_a_click_and_is_quieter_than_a_voice() -> None:
    sound = samples()

    assert len(sound) == RATE * SECONDS
    assert max(map(abs, (*sound[:20], *sound[-20:]))) < 50
    assert 3_000 < max(map(abs, sound)) < 8_000


def test_a_player_fetches_it_without_a_signature_and_keeps_it(client: FlaskClient) -> None:
    answer = client.get(CALM)

    assert answer.status_code == 200
    assert answer.mimetype == "audio/wav"
    assert "max-age=86400" in answer.headers["Cache-Control"]
    assert answer.data == PLACE.read_bytes()
    assert len(answer.data) < 65_000
