"""The API's description of itself."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import schemathesis

from warmline.admin.api import NOUNS
from warmline.admin.api.document import document

TOLD: dict[str, Any] = document(
    [operation for noun in NOUNS for operation in noun.operations], line="Maple Line"
)
OPERATIONS = {
    f"{method.upper()} {path}": operation
    for path, methods in TOLD["paths"].items()
    for method, operation in methods.items()
}


def test_it_is_openapi_and_names_nothing_that_is_not_there() -> None:
    schemathesis.openapi.from_dict(TOLD).validate()

    for kind, name in re.findall(r'"#/components/(\w+)/(\w+)"', json.dumps(TOLD)):
        assert name in TOLD["components"][kind]


@pytest.mark.parametrize("route", OPERATIONS)
def test_every_answer_is_described(route: str) -> None:
    operation = OPERATIONS[route]
    method, _, path = route.partition(" ")

    answers = set(operation["responses"])
    assert answers >= {"400", "401", "403", "422", "429", "500", "503"}
    assert ("404" in answers) == ("{" in path)
    assert ("409" in answers) == (method != "GET")
    names = {parameter["name"] for parameter in operation["parameters"]}
    assert ("412" in answers) == ("If-Match" in names)
    assert ("Idempotency-Key" in names) == (method == "POST")
    assert ("415" in answers) == ("requestBody" in operation)
    assert "role" in operation["description"]


def test_addresses_hold_nothing_but_ids_codes_and_days() -> None:
    named = {name for route in OPERATIONS for name in re.findall(r"{(\w+)}", route)}

    assert named == {"volunteer", "code", "contact", "pattern", "day", "token", "calendar"}


def test_operations_have_names_of_their_own() -> None:
    names = [operation["operationId"] for operation in OPERATIONS.values()]

    assert len(names) == len(set(names))
