"""Logs: one JSON object a line, facts by name; no words of a conversation and no number ever goes in."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime

from warmline.errors import WarmlineError

_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """Time in UTC, level, place, the event's name, and its facts.

    Of libraries, only the fixed part of a message is kept: what they fill in may be an address, a number or words.
    Of an error, its kind and the way it took; its own words only where it is ours, since ours hold neither.
    """

    def format(self, record: logging.LogRecord) -> str:
        ours = record.name.partition(".")[0] == "warmline"
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "where": record.name,
            "event": record.getMessage() if ours else _fixed_part(record),
        }
        if ours:
            facts = record.__dict__.items()
            line |= {name: value for name, value in facts if name not in _STANDARD}
        if record.exc_info and record.exc_info[1]:
            line["error"] = "\n".join(_told(record.exc_info[1]))
        return json.dumps(line, default=str)


def _fixed_part(record: logging.LogRecord) -> str:
    # gunicorn fills in some messages itself: "Invalid request from ip=…: …"
    return str(record.msg).partition(" from ip=")[0]


def _told(error: BaseException) -> Iterator[str]:
    """The error after what led to it, the way a traceback has it, without a foreign error's words."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier:
        yield from _told(earlier)
        yield "which led to"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
    words = f": {error}" if isinstance(error, WarmlineError) else ""
    yield f"{type(error).__name__}{words}"
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield "of which"
            yield from _told(one)


def log_as_json(level: int = logging.INFO) -> None:
    """Send everything to stderr as JSON lines. The chatter of libraries is kept out: it may hold addresses."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("warmline").setLevel(level)
