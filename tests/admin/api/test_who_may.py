"""Who may come in to the API, and what each role may."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from tests.admin.api.program import Program
from warmline import wiring
from warmline.admin.api.guard import WRONG_A_MINUTE
from warmline.app import create_app
from warmline.clock import SharedClock
from warmline.config import Settings
from warmline.flows.desk import Desk
from warmline.flows.office import access
from warmline.store.tokens import Role

ADA = {"name": "Ada Byron", "number": "+15550110201"}


def test_without_a_token_nobody_gets_in(nobody: Program) -> None:
    answer = nobody.asks("GET", "/volunteers")

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="warmline"'
    assert nobody.is_refused(401, "GET", "/volunteers")["title"] == "Unauthorized"


@pytest.mark.parametrize(
    "shown",
    [
        "x",
        "warmline",
        "warmline_",
        "warmline__",
        "warmline_k1",
        "warmline_k1_x",
        "Ünicode",
        "a b c",
    ],
)
def test_a_token_that_is_none_does_not_let_anybody_in(client: FlaskClient, shown: str) -> None:
    Program(client, shown).is_refused(401, "GET", "/volunteers")


def test_a_secret_with_one_letter_changed_is_none(viewer: Program) -> None:
    other = "A" if viewer.token[-1] != "A" else "B"

    Program(viewer.client, viewer.token[:-1] + other).is_refused(401, "GET", "/now")


def test_of_a_token_only_a_digest_is_kept(desk: Desk) -> None:
    token, secret = access.add(desk, "the office", Role.ADMIN)

    kept = desk.store.connection.hget(desk.store.keys.tokens(), token.id)
    assert secret.rpartition("_")[2] not in kept
    assert len(secret.rpartition(f"{token.id}_")[2]) == 43  # 256 bits


def test_a_token_ends_on_its_day(viewer: Program, clock: SharedClock) -> None:
    viewer.gets("/now")
    clock.jump(timedelta(days=90, seconds=1))

    viewer.is_refused(401, "GET", "/now")


def test_a_token_that_was_removed_lets_nobody_in(viewer: Program, admin: Program) -> None:
    (token,) = (t for t in admin.gets("/tokens")["items"] if t["role"] == "viewer")
    admin.does("DELETE", f"/tokens/{token['id']}")

    viewer.is_refused(401, "GET", "/now")
    admin.is_refused(404, "DELETE", f"/tokens/{token['id']}")


def test_a_viewer_reads_and_changes_nothing(viewer: Program, coordinator: Program) -> None:
    ada = coordinator.does("POST", "/volunteers", ADA)

    assert [one["name"] for one in viewer.gets("/volunteers")["items"]] == ["Ada Byron"]
    for method, path, body in (
        ("POST", "/volunteers", ADA),
        ("PATCH", f"/volunteers/{ada['id']}", {"capacity": 2}),
        ("DELETE", f"/volunteers/{ada['id']}", None),
        ("POST", "/shifts", {"starts": "2026-03-05T18:00:00Z", "ends": "2026-03-05T20:00:00Z"}),
        ("PUT", "/calendars/line", None),
    ):
        problem = viewer.is_refused(403, method, path, body)
        assert problem["detail"] == "That takes a token of the role coordinator."
    viewer.is_refused(403, "GET", "/tokens")


def test_only_an_admin_sees_numbers(admin: Program, coordinator: Program, viewer: Program) -> None:
    ada = coordinator.does("POST", "/volunteers", ADA)["id"]

    assert admin.gets(f"/volunteers/{ada}")["number"] == "+15550110201"
    for other in (coordinator, viewer):
        assert other.gets(f"/volunteers/{ada}")["number"] is None
        assert "0201" not in other.asks("GET", "/volunteers").text


def test_a_new_token_is_told_once_and_works(admin: Program) -> None:
    made = admin.does("POST", "/tokens", {"name": "rota", "role": "coordinator", "days": 7})
    its = Program(admin.client, made["secret"])

    assert its.gets("/volunteers")["items"] == []
    assert made["token"]["until"].startswith("2026-03-11T11:00")  # 7 days on, in summer time
    assert made["secret"] not in admin.asks("GET", "/tokens").text


def test_after_many_wrong_tokens_in_a_minute_no_more_are_looked_at_but_a_good_one_comes_in(
    client: FlaskClient, viewer: Program, clock: SharedClock
) -> None:
    wrong = Program(client, "wrong")
    for _ in range(WRONG_A_MINUTE):
        wrong.is_refused(401, "GET", "/now")

    answer = wrong.asks("GET", "/now")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    viewer.gets("/now")
    clock.jump(timedelta(minutes=1))
    wrong.is_refused(401, "GET", "/now")


def test_an_operator_can_do_without_it(desk: Desk, settings: Settings) -> None:
    app = create_app(desk, wiring.signatures_of(settings), with_api=False)
    secret = access.add(desk, "the office", Role.ADMIN)[1]

    for path in ("/api/v1/now", "/api/v1/openapi.json", "/calendar/x.ics"):
        answer = app.test_client().get(path, headers={"Authorization": f"Bearer {secret}"})
        assert answer.status_code == 404
