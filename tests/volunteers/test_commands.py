"""A volunteer's text is a command only when the whole text is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.routing import caller_words
from warmline.volunteers.command_reading import (
    COMMAND_WORDS,
    GREATEST_CODE,
    MINUTES_IN_A_DAY,
    label_of,
    read,
)
from warmline.volunteers.commands import (
    Ack,
    Again,
    Backup,
    Claim,
    Command,
    Confirm,
    Cover,
    Done,
    Handoff,
    Label,
    Menu,
    Mine,
    More,
    Off,
    On,
    Pass,
    Pause,
    Release,
    Resume,
    Shifts,
    Status,
    Swap,
    Take,
    Unclear,
    Undo,
)
from warmline.words.carrier import CARRIER_WORDS
from warmline.words.reasons import Reason

PLAIN: list[tuple[str, Command]] = [
    ("ON", On()), ("ON 90", On(90)), ("OFF", Off()), ("PAUSE", Pause(30)), ("PAUSE 15", Pause(15)),
    ("RESUME", Resume()), ("TAKE", Take()), ("TAKE 7", Take(7)), ("PASS", Pass()),
    ("PASS 7", Pass(7)), ("DONE", Done()), ("DONE 7", Done(7)), ("BACKUP", Backup()),
    ("BACKUP 7", Backup(7)), ("HANDOFF", Handoff()), ("HANDOFF 7", Handoff(7)), ("MENU", Menu()),
    ("AGAIN", Again()), ("SHIFTS", Shifts()), ("MINE", Mine()), ("CLAIM 12", Claim((12,))),
    ("CLAIM 12 14", Claim((12, 14))), ("RELEASE 12", Release((12,))), ("COVER 12", Cover(12)),
    ("SWAP 12 15", Swap(12, 15)), ("UNDO", Undo()), ("MORE", More()), ("CONFIRM", Confirm()),
    ("CONFIRM 12", Confirm(12)), ("ACK", Ack()), ("ACK 5", Ack(5)),
    ("STATUS", Status()), ("7", Label(7)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "command"), PLAIN)
def test_the_contract_s_commands_are_read(text: str, command: Command) -> None:
    assert read(text) == command


@given(
    st.sampled_from(PLAIN),
    st.text("\"'“”‘’`.,;:!?¡¿()[]<>*-–—…_ \n\t\u00a0\u200b", max_size=6),
    st.text("\"'“”‘’`.,!?()[]>*-–—…_ \n\t\u00a0\u200b", max_size=6),
    st.sampled_from([str.lower, str.upper, str.title, str.swapcase]),
)
def test_case_space_quotes_and_punctuation_do_not_matter(
    example: tuple[str, Command], before: str, after: str, case: type[str]
) -> None:
    text, command = example
    assert read(before + case(text) + after) == command


@pytest.mark.parametrize(
    "text",
    ["TAKE7", "take #7", "Take: 7", "<TAKE 7>", "ＴＡＫＥ ７", "take ٧", "TAKE 7️⃣", "táke 07",
     "take-7", "TAKE\n7", "take   (7)", "take “7”"],
)  # fmt: skip
def test_a_code_may_be_written_in_many_ways(text: str) -> None:
    assert read(text) == Take(7)


@pytest.mark.parametrize(
    ("text", "command"),
    [("claim 12, 14 and 15", Claim((12, 14, 15))), ("claim 12,14", Claim((12, 14))),
     ("claim #12 #14", Claim((12, 14))), ("claim 12 12", Claim((12,))),
     ("claim shift 12", Claim((12,))), ("release shifts 12 & 14", Release((12, 14))),
     ("claim 12 Tue 24 Nov 6-10 pm, 2 open", Claim((12,))), ("swap 12 for 15", Swap(12, 15)),
     ("Claim 12 tomorrow 6 pm", Claim((12,))), ("swap my 12", None), ("confirm #12", Confirm(12)),
     ("claim 12: Tue 6 pm, cover", Claim((12,)))],
)  # fmt: skip
def test_shifts_may_be_named_in_many_ways(text: str, command: Command | None) -> None:
    assert read(text) == command


@pytest.mark.parametrize(
    ("text", "command"),
    [("on 90 min", On(90)), ("ON 2h", On(120)), ("on 2 hours", On(120)), ("pause 1 hr", Pause(60)),
     ("PAUSE 45m", Pause(45)), ("on 1440", On(1440)), ("on 24 h", On(1440)), ("on 1", On(1))],
)  # fmt: skip
def test_a_time_may_have_its_unit(text: str, command: Command) -> None:
    assert read(text) == command


@pytest.mark.parametrize("text", ["back up", "BACK-UP", "backup"])
def test_backup_may_be_two_words(text: str) -> None:
    assert read(text) == Backup()


@pytest.mark.parametrize("text", ["hand off", "HAND-OFF", "handoff"])
def test_handoff_may_be_two_words(text: str) -> None:
    assert read(text) == Handoff()


TALK = [
    "on my way", "On it", "off to bed", "I am done", "done with work", "Done and dusted",
    "pass the salt", "pass it on", "take care", "Take care!", "TAKE care of you", "take it easy",
    "take two", "take five", "take 5mg", "take b12", "take 7 please", "take 7 deep breaths",
    "take 2 at night", "on 9/30", "on 5mg of it", "on call", "ON-CALL", "pause for a moment",
    "pause and breathe", "resume when you can", "again and again", "mine too", "claim your space",
    "release the tension", "cover yourself", "backup plan", "status quo", "menu looks good",
    "shifts are hard", "done 😊", "👍", "D O N E", "ok", "", "   ", "...", "?", "12345", "0", "000",
    "+1 555 000 1234", "7 8", "7 or 8", "7:30", "7pm", "1.5", "-7 degrees", "off 30 people",
    "more please", "undo it", "swap numbers", "swap with me", "confirm it", "claim the day",
    "claim sunday for yourself", "claim may be true", "cover me tomorrow", "release me",
    "claim all of it", "claim tue and be proud", "shifts 12", "mine 12",
    "hand off to me", "backups", "takeaway", "donee", "ack!! no", "handoffish", "½",
]  # fmt: skip


@pytest.mark.parametrize("text", TALK)
def test_talk_is_for_the_person_and_not_for_the_line(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [("CLAIM", Reason.NO_CODE), ("release", Reason.NO_CODE), ("cover!", Reason.NO_CODE),
     ("TAKE seven", Reason.ODD_CODE), ("take twenty one", Reason.ODD_CODE),
     ("TAKE l2", Reason.ODD_CODE), ("claim 1O", Reason.ODD_CODE), ("pass 7 8", Reason.ODD_CODE),
     ("TAKE 0", Reason.ODD_CODE), ("take 99999", Reason.ODD_CODE),
     ("ON ninety", Reason.ODD_MINUTES), ("on 1.5", Reason.ODD_MINUTES),
     ("ON 9:30", Reason.ODD_MINUTES), ("pause 1,5 h", Reason.ODD_MINUTES),
     ("claim 12-14", Reason.ODD_CODE), ("claim 12 99999", Reason.ODD_CODE), ("claim 12 l4", Reason.ODD_CODE),
     ("claim tue 24", Reason.ODD_CODE), ("claim 31 feb", Reason.ODD_CODE),
     ("claim tue 25pm", Reason.ODD_CODE), ("release tue 6pm", Reason.ODD_CODE),
     ("cover 12 14", Reason.ONE_CODE), ("swap", Reason.NO_CODE), ("swap 12", Reason.TWO_CODES),
     ("swap 12 12", Reason.TWO_CODES), ("swap 1 2 3", Reason.TWO_CODES),
     ("confirm seven", Reason.ODD_CODE),
     ("ON 0", Reason.MINUTES_OUT_OF_RANGE), ("on 1441", Reason.MINUTES_OUT_OF_RANGE),
     ("on 25h", Reason.MINUTES_OUT_OF_RANGE), ("PAUSE 0", Reason.MINUTES_OUT_OF_RANGE)],
)  # fmt: skip
def test_what_was_surely_meant_as_a_command_is_told_to_nobody(text: str, reason: Reason) -> None:
    assert read(text) == Unclear(reason)


def test_a_very_long_number_breaks_nothing() -> None:
    assert read("9" * 5000) is None
    assert read("take " + "9" * 40) == Unclear(Reason.ODD_CODE)


@pytest.mark.parametrize(
    ("text", "label"),
    [("7: hello", (7, "hello")), ("7 - hello", (7, "hello")), ("7:hello", (7, "hello")),
     ("７： hola", (7, "hola")), (" 7 – one\ntwo ", (7, "one\ntwo")), ("7: done", (7, "done")),
     ("12: 🙂", (12, "🙂")), ("7: 30 minutes", (7, "30 minutes"))],
)  # fmt: skip
def test_a_label_says_whom_the_words_are_for(text: str, label: tuple[int, str]) -> None:
    assert label_of(text) == label
    assert read(text) is None  # a labelled word is passed on, even one that would be a command


@pytest.mark.parametrize(
    "text",
    ["7:30", "7: ", "7", "7 - 10 people", "7-hello", "hello 7: x", "0: x", "12345: x", "2-3 times",
     "7. hello", "", ":)"],
)  # fmt: skip
def test_times_ranges_and_lists_are_no_labels(text: str) -> None:
    assert label_of(text) is None


@given(st.text())
def test_any_text_is_read_without_fault(text: str) -> None:
    command = read(text)
    label = label_of(text)
    assert command is None or label is None
    if isinstance(command, (On, Pause)) and command.minutes is not None:
        assert 1 <= command.minutes <= MINUTES_IN_A_DAY
    if isinstance(command, (Take, Pass, Done, Cover, Label)) and command.code is not None:
        assert 1 <= command.code <= GREATEST_CODE


@given(st.sampled_from(sorted(COMMAND_WORDS)), st.text(min_size=30))
def test_a_command_word_and_much_more_is_talk(word: str, more: str) -> None:
    assert read(f"{word} my {more}") is None


def test_no_word_of_ours_is_a_carrier_s() -> None:
    assert not COMMAND_WORDS & CARRIER_WORDS
    assert not caller_words.WORDS & CARRIER_WORDS
    assert all(read(word) is None and caller_words.read(word) is None for word in CARRIER_WORDS)
