"""What stands in a log line, and what never does."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from warmline.errors import PermanentError
from warmline.logs import JsonLines

SECRET = "+15550110999 wrote: please help"


def line(
    name: str, message: str, *args: object, error: BaseException | None = None, **facts: object
) -> Any:
    record = logging.LogRecord(name, logging.ERROR, "", 1, message, args, None)
    record.__dict__.update(facts)
    if error:
        record.exc_info = (type(error), error, error.__traceback__)
    return json.loads(JsonLines().format(record))


def raised(error: BaseException) -> BaseException:
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


def test_a_line_of_ours_has_its_event_and_its_facts_by_name() -> None:
    told = line("warmline.flows.fate", "text failed", code=30003)

    assert told["where"] == "warmline.flows.fate"
    assert told["event"] == "text failed"
    assert told["level"] == "error"
    assert told["code"] == 30003
    assert told["at"].endswith("+00:00")


def test_of_a_library_only_the_fixed_part_of_its_message_is_kept() -> None:
    told = line("rq.worker", "job failed: %s", SECRET, arguments=[SECRET])

    assert told["event"] == "job failed: %s"
    assert SECRET not in str(told)


def test_what_the_web_server_could_not_read_is_not_repeated() -> None:
    told = line("gunicorn.error", f"Invalid request from ip=127.0.0.1: {SECRET}")

    assert told["event"] == "Invalid request"


def test_of_a_foreign_error_its_kind_and_way_are_kept_and_its_words_are_not() -> None:
    error = raised(ValueError(SECRET))

    told = line("warmline.flows", "failed", error=error)

    assert "ValueError" in told["error"]
    assert "test_logs.py" in told["error"]
    assert SECRET not in str(told)


def test_an_error_of_ours_may_speak_and_what_led_to_it_may_not() -> None:
    error = PermanentError("the store is broken")
    error.__cause__ = raised(KeyError(SECRET))

    told = line("warmline.flows", "failed", error=raised(error))

    assert "PermanentError: the store is broken" in told["error"]
    assert "KeyError" in told["error"]
    assert SECRET not in str(told)


def test_nor_may_those_in_a_group() -> None:
    error = raised(ExceptionGroup(SECRET, [ValueError(SECRET), PermanentError("ours")]))

    told = line("warmline.jobs", "failed", error=error)

    assert "ValueError" in told["error"]
    assert "ours" in told["error"]
    assert SECRET not in str(told)
