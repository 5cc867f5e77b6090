"""The JSON API for coordinators' programs: everything that the command line does, behind bearer tokens."""

from __future__ import annotations

import msgspec
from flask import Blueprint, Flask, Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound

from warmline.admin.api.ahead import ahead
from warmline.admin.api.calendars import calendars
from warmline.admin.api.claims import claims
from warmline.admin.api.contacts import contacts
from warmline.admin.api.document import document
from warmline.admin.api.files import files
from warmline.admin.api.holidays import holidays
from warmline.admin.api.incidents import incidents
from warmline.admin.api.journal import journal
from warmline.admin.api.now import now
from warmline.admin.api.operations import PREFIX
from warmline.admin.api.patterns import patterns
from warmline.admin.api.reading import JSON
from warmline.admin.api.serving import blueprint, problem_of
from warmline.admin.api.shifts import shifts
from warmline.admin.api.tokens import tokens
from warmline.admin.api.volunteers import volunteers
from warmline.flows.desk import Desk

NOUNS = (
    volunteers, shifts, claims, patterns, holidays, files, ahead, contacts, incidents, now, journal, calendars,
    tokens,
)  # fmt: skip


def serve(app: Flask, desk: Desk) -> None:
    """`/api/v1`, with its own description at `/api/v1/openapi.json`, which needs no token."""
    for noun in NOUNS:
        app.register_blueprint(blueprint(desk, noun))
    app.register_blueprint(_described(desk))
    app.register_error_handler(NotFound, _elsewhere)
    app.register_error_handler(MethodNotAllowed, _elsewhere)


def _described(desk: Desk) -> Blueprint:
    operations = [operation for noun in NOUNS for operation in noun.operations]
    told = msgspec.json.encode(document(operations, line=desk.line.name))
    made = Blueprint("api", __name__, url_prefix=PREFIX)

    @made.get("/openapi.json")
    def described() -> Response:
        return Response(told, mimetype=JSON)

    return made


def _elsewhere(fault: HTTPException) -> Response | HTTPException:
    """What no route of ours matched: a problem where a program asks, and what it always was everywhere else."""
    return problem_of(fault) if request.path.startswith(f"{PREFIX}/") else fault
