"""No number and no word of a conversation can be read in Redis or in the logs."""

from __future__ import annotations

import logging
import re

import pytest

from tests.stories.line import MAIN, POOL, Line

WORDS = "a red bicycle by the frozen lake"
ANSWER = "lakes do thaw in spring"


def test_after_a_whole_conversation_nobody_can_read_it_here(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    _, kit = line.volunteer("Kit", coordinator=True)
    ada, caller, waiting = line.peer("Ada"), line.phone(), line.phone()
    line.in_touch(caller, ada, words=WORDS)
    waiting.texts(WORDS, to=MAIN)
    waiting.expects("Maple Line")
    waiting.expects("looking")
    ada.texts(ANSWER, to=MAIN)
    caller.expects(ANSWER)
    ada.texts("BACKUP", to=MAIN)
    ada.expects("asking a coordinator")
    kit.expects("asks for backup")
    halfway = line.everything_stored()
    ada.texts("DONE", to=MAIN)
    ada.expects("has ended")
    caller.expects("has ended")
    caller.expects("AGAIN")
    line.phones.is_in_trouble(waiting.number, 30003)
    waiting.texts("done", to=MAIN)
    line.passes(minutes=2)

    phones = (ada.number, caller.number, waiting.number, kit.number)
    for stored in (halfway, line.everything_stored()):
        clear = "\n".join(f"{key} {_beside_seals(line, held)}" for key, held in stored.items())
        assert not _of(phones, clear)
        assert not _words_in(clear)
    ours = [record for record in caplog.records if record.name.startswith("warmline.")]
    said = "\n".join(
        f"{record.getMessage()} {record.__dict__}" for record in ours if _is_line(record)
    )
    assert "text read" in said
    assert not _of(phones, said)
    assert not _words_in(said)


def test_what_is_sent_to_either_side_never_shows_the_others_number(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada, words=WORDS)
    ada.texts(ANSWER, to=MAIN)
    caller.expects(ANSWER)
    caller.texts("bye", to=MAIN)
    caller.expects("Thank you")
    caller.expects("AGAIN")
    ada.expects("has ended")

    for message in line.phones.get("messages"):
        assert {message["from"], message["to"]} & set(POOL)
        assert not _of((ada.number, caller.number), message["body"])


def test_every_open_key_and_every_finished_text_has_an_end(line: Line) -> None:
    ada, caller = line.peer("Ada"), line.phone()
    line.in_touch(caller, ada, words=WORDS)
    caller.texts("bye", to=MAIN)
    caller.expects("Thank you")
    caller.expects("AGAIN")
    ada.expects("has ended")

    redis = line.desk.store.connection
    lasting = {key for key in redis.keys("*") if redis.ttl(key) == -1}
    kinds = {line.desk.store.keys.short(key)[0] for key in lasting}
    assert not kinds & {"contact", "out", "text", "sids", "words", "lane", "inbox", "held"}


def _of(phones: tuple[str, ...], text: str) -> list[str]:
    digits = [number.removeprefix("+1") for number in phones]
    return [number for number in digits if number in text]


def _words_in(text: str) -> list[str]:
    return re.findall("bicycle|frozen|thaw|lake", text)


def _beside_seals(line: Line, held: str) -> str:
    """What can be read: four letters of a seal may spell anything."""
    for seal in line.seals_in(held):
        held = held.replace(seal, "")
    return held


def _is_line(record: logging.LogRecord) -> bool:
    return not record.name.startswith("warmline.simulator")
