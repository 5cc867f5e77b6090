"""The figures of a line, and to whom they are shown."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from tests.stories.line import MAIN, Line
from warmline.ids import CallerKey

Figures = dict[tuple[str, str], float]


def figures(client: FlaskClient) -> Figures:
    """Each sample by its name and the value of its label."""
    answer = client.get("/metrics")
    assert answer.status_code == 200
    return {
        (sample.name.removeprefix("warmline_"), "".join(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def test_a_quiet_line_has_nothing_waiting(client: FlaskClient) -> None:
    told = figures(client)

    assert told["redis_up", ""] == told["redis_durable", ""] == 1
    assert told["contacts", "waiting"] == told["contacts", "active"] == 0
    assert told["longest_wait_seconds", ""] == 0
    assert told["volunteers_on", ""] == 0
    assert told["overdue", ""] == told["pages_open", ""] == 0
    assert told["crisis_line_confirmed", ""] == 1


def test_that_callers_get_no_crisis_line_is_told(
    environ: dict[str, str], request: pytest.FixtureRequest
) -> None:
    environ["WARMLINE_CRISIS_LINES_CONFIRMED"] = "GB"
    client: FlaskClient = request.getfixturevalue("client")

    assert figures(client)["crisis_line_confirmed", ""] == 0


def test_it_tells_who_waits_who_talks_and_who_is_free(line: Line, client: FlaskClient) -> None:
    ada, first = line.peer("Ada"), line.phone()
    line.in_touch(first, ada)
    bo, second, third = line.peer("Bo"), line.phone(), line.phone()
    for caller, told in ((second, "looking for a peer"), (third, "looking for a peer")):
        caller.texts("hello", to=MAIN)
        caller.expects("not an emergency service")
        caller.expects(told)
    bo.expects("TAKE")
    line.passes(seconds=30)

    now = figures(client)

    assert now["contacts", "active"] == 1
    assert now["contacts", "offered"] == 1
    assert now["contacts", "waiting"] == 1
    assert 30 <= now["longest_wait_seconds", ""] < 60
    assert (now["volunteers_on", ""], now["volunteers_available", ""]) == (2, 0)


def test_senders_that_got_no_answer_are_counted_by_kind(line: Line, client: FlaskClient) -> None:
    line.phones.phone("12345").texts("WIN a prize", to=MAIN)
    line.settles()

    assert figures(client)["unanswered_senders_total", "short_code"] == 1


def test_looks_that_nobody_takes_are_seen_by_what_they_are_about(
    line: Line, client: FlaskClient
) -> None:
    schedule, keys = line.desk.store.schedule, line.desk.store.keys
    schedule.set(keys.lane(CallerKey("nobody")), line.now() - timedelta(minutes=1))
    schedule.ring(keys.lane(CallerKey("nobody")))

    told = figures(client)

    assert told["bell_rung", ""] == told["overdue", ""] == told["overdue_by_kind", "lane"] == 1
    schedule.done(keys.lane(CallerKey("nobody")))


def test_without_redis_the_page_says_so_and_is_no_error(bereft: FlaskClient) -> None:
    told = figures(bereft)

    assert told["redis_up", ""] == 0
    assert ("contacts", "waiting") not in told


def test_no_figure_names_anyone(line: Line, client: FlaskClient) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada, "my secret words")

    page = client.get("/metrics").text

    for secret in (caller.number[1:], ada.number[1:], "secret", "Ada", MAIN[1:]):
        assert secret not in page


@pytest.mark.parametrize(
    ("peer", "headers"),
    [
        ("127.0.0.1", {"X-Forwarded-For": "198.51.100.7"}),
        ("10.0.0.5", {"Forwarded": "for=198.51.100.7"}),
        ("127.0.0.1", {"X-Real-IP": "198.51.100.7"}),
        ("127.0.0.1", {"Host": "line.example.org"}),
        ("127.0.0.1", {"Host": "LINE.example.org:443"}),
        ("127.0.0.1", {"Host": "["}),
        ("8.8.8.8", {}),
        ("", {}),
    ],
)
def test_whoever_comes_from_outside_does_not_see_that_there_are_figures(
    client: FlaskClient, peer: str, headers: dict[str, str]
) -> None:
    answer = client.get("/metrics", headers=headers, environ_overrides={"REMOTE_ADDR": peer})

    assert answer.status_code in {400, 404}
    assert "warmline" not in answer.text


@pytest.mark.parametrize("peer", ["127.0.0.1", "::1", "10.1.2.3", "192.168.0.9", "fd00::7"])
def test_a_neighbour_sees_them(client: FlaskClient, peer: str) -> None:
    answer = client.get("/metrics", environ_overrides={"REMOTE_ADDR": peer})

    assert answer.status_code == 200
    assert answer.content_type.startswith("text/plain; version=")


def test_texts_that_were_not_read_and_alarms_that_were_not_heard_are_counted(
    line: Line, client: FlaskClient
) -> None:
    line.desk.store.counts.add("texts_not_read")
    line.desk.store.signals.went("alarm", well=False, now=line.now())
    line.desk.store.signals.went("heartbeat", well=True, now=line.now())

    told = figures(client)

    assert told["texts_not_read_total", ""] == 1
    assert (told["alarm_failures", ""], told["alarm_well_seconds", ""]) == (1, 0)
    assert int(told["heartbeat_well_seconds", ""]) == int(line.now().timestamp())
