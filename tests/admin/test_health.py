"""The health pages: alive, ready, and no more than that."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.stories.line import Line


def test_a_process_that_runs_is_alive_whatever_else_is_wrong(bereft: FlaskClient) -> None:
    assert bereft.get("/health/live").text == "alive\n"


def test_a_line_with_a_durable_redis_is_ready(client: FlaskClient) -> None:
    answer = client.get("/health/ready")

    assert (answer.status_code, answer.text) == (200, "ready\n")


def test_without_redis_it_is_not_ready_and_says_why(bereft: FlaskClient) -> None:
    answer = bereft.get("/health/ready")

    assert (answer.status_code, answer.text) == (503, "Redis does not answer\n")


def test_with_a_redis_that_forgets_it_is_not_ready_and_says_what_to_do(
    line: Line, client: FlaskClient
) -> None:
    redis = line.desk.store.connection
    redis.config_set("maxmemory-policy", "allkeys-lru")
    try:
        answer = client.get("/health/ready")
    finally:
        redis.config_set("maxmemory-policy", "noeviction")

    assert answer.status_code == 503
    assert "set maxmemory-policy noeviction" in answer.text


def test_nothing_is_told_of_where_redis_is(bereft: FlaskClient) -> None:
    for page in ("/health/live", "/health/ready", "/metrics", "/nowhere"):
        assert "gone.sock" not in bereft.get(page).text
