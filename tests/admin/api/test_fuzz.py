"""Whatever the API's document allows, and whatever it does not, is asked of the real application on a real Redis."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings, strategies
from schemathesis.generation.modes import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from warmline import wiring
from warmline.admin.api import NOUNS
from warmline.admin.api.document import IN_PATH
from warmline.admin.api.operations import PREFIX
from warmline.app import create_app
from warmline.config import Settings
from warmline.flows.arrival import take_in
from warmline.flows.desk import Desk
from warmline.flows.inbox import read_inbox
from warmline.flows.office import access, pattern_changes, roster_changes, shift_changes
from warmline.ids import MessageSid
from warmline.phone import PhoneNumber
from warmline.routing.arrived import Arrived
from warmline.store.tokens import Role
from warmline.volunteers.particulars import Particulars

EXAMPLES = 8  # of each route: all of them together are to take well under a minute

asked = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def described(desk: Desk, settings: Settings) -> Any:
    app = create_app(desk, wiring.signatures_of(settings))
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)


@pytest.fixture
def there(desk: Desk) -> dict[str, object]:
    """What addresses may name: each of them is there."""
    ada = roster_changes.add(desk, Particulars("Ada Byron"), PhoneNumber("+15550110201"))
    begin = desk.clock.now() + timedelta(days=1)
    shift = shift_changes.add(desk, begin, begin + timedelta(hours=4), seats=2)
    token, secret = access.add(desk, "the fuzzer", Role.ADMIN)
    weekly = pattern_changes.drafted(
        desk, begin, begin + timedelta(hours=1), rule="FREQ=WEEKLY", name="evenings"
    )
    pattern, _ = pattern_changes.add(desk, weekly)
    pattern_changes.keep_holiday(desk, date(2026, 3, 19), "Spring")
    return {
        "volunteer": ada.id, "code": shift.code, "calendar": "line", "contact": someone_waits(desk),
        "token": token.id, "secret": secret, "number": "+15550110202", "name": "Evenings",
        "pattern": pattern.id, "day": "2026-03-19", "rule": "FREQ=MONTHLY",
        "starts": "2026-03-20T18:00:00-04:00", "ends": "2026-03-20T22:00:00-04:00",
    }  # fmt: skip


def someone_waits(desk: Desk) -> str:
    number = PhoneNumber("+15550110999")
    text = Arrived(MessageSid("SM" + "f" * 32), number, desk.line.numbers[0], "hello", ())
    take_in(desk, text)
    read_inbox(desk, desk.store.people.key_of(number))
    (contact,) = desk.store.contacts.open()
    return contact


ROUTES = [
    (one.method, PREFIX + IN_PATH.sub(r"{\2}", one.path))
    for noun in NOUNS
    for one in noun.operations
]


@pytest.mark.parametrize(("method", "path"), ROUTES)
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_answer_is_as_the_document_says(
    described: Any, there: dict[str, Any], method: str, path: str, mode: GenerationMode
) -> None:
    headers = {"Authorization": f"Bearer {there['secret']}"}

    @given(described[path][method].as_strategy(generation_mode=mode), strategies.booleans())
    @asked
    def ask(case: Any, known: bool) -> None:
        for part in (case.path_parameters, case.body):
            if known and mode is GenerationMode.POSITIVE and isinstance(part, dict):
                part.update({name: there[name] for name in part.keys() & there.keys()})
        case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])

    ask()
