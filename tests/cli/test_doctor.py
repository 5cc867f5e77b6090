"""What the doctor finds, and what it says to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.operator import Operator
from tests.stories.line import MAIN, POOL, Line
from warmline.cli.checkup.crisis_lines import look
from warmline.config import Settings


def findings(operator: Operator, *, exit_code: int = 1) -> dict[str, list[str]]:
    """What was found, by what was looked at: verdict, how it is, what to do."""
    said = operator.runs("doctor", "--json")
    assert said.exit_code == exit_code, said
    found: dict[str, list[str]] = {}
    for finding in said.json:
        found[finding["what"]] = [finding["verdict"], finding["how"], finding["do"]]
    return found


def test_of_a_line_half_set_up_it_says_what_is_fine_and_what_is_not(
    line: Line, operator: Operator
) -> None:
    found = findings(operator)

    for what in ("Redis", "durability", "secret keys", "Twilio", "public address", "signatures"):
        assert found[what][0] == "fine", found[what]
    assert found["workers"] == ["mend", "none runs", "Start `warmline work`, or `warmline up`."]
    assert found[f"number {POOL[0]}"] == [
        "mend", "brings its texts or calls elsewhere", "warmline connect",
    ]  # fmt: skip
    assert found["roster"][0] == "advice"
    assert found["crisis lines"][0] == "fine"


def test_once_connected_the_numbers_are_fine_and_a_fallback_is_advised(
    line: Line, operator: Operator
) -> None:
    operator.does("connect")
    assert findings(operator)[f"number {POOL[1]}"][0] == "advice"

    operator.does("connect", "--fallback", "https://elsewhere.example.org/sorry")
    verdict, how, do = findings(operator)[f"number {POOL[1]}"]
    assert (verdict, "for calls" in how, "--voice-fallback" in do) == ("advice", True, True)

    operator.does("connect", "--voice-fallback", "https://elsewhere.example.org/calls")
    assert findings(operator)[f"number {POOL[1]}"][0] == "fine"


def test_a_crisis_line_that_nobody_called_is_said_loudly(line: Line, operator: Operator) -> None:
    operator.environ["WARMLINE_CRISIS_LINES_CONFIRMED"] = ""

    said = operator.runs("doctor")

    assert said.exit_code == 1
    assert "NOBODY HAS CALLED THE CRISIS LINE OF US AND CONFIRMED IT (988)" in said.out
    assert "warmline crisis-lines confirm US --by 'YOUR NAME'" in said.out


def test_a_crisis_line_is_looked_after_while_its_confirmation_lasts(
    line: Line, operator: Operator
) -> None:
    operator.environ["WARMLINE_CRISIS_LINES_CONFIRMED"] = ""
    operator.does("crisis-lines", "confirm", "US", "--line", "988", "--by", "Ana")
    found = findings(operator)
    assert found["crisis lines"][0] == "fine"
    assert "988 Lifeline confirmed by Ana until" in found["crisis lines"][1]
    assert found["crisis line US Crisis Text Line 741741"][0] == "advice"

    line.sleeps_until(line.now() + timedelta(days=155))
    verdict, how, do = findings(operator)["crisis line US 988 Lifeline 988"]
    assert verdict == "advice"
    assert "runs out" in how
    assert "--line '988'" in do

    line.sleeps_until(line.now() + timedelta(days=26))
    found = findings(operator)
    assert found["CRISIS LINES"][0] == "mend"
    assert found["crisis line US 988 Lifeline 988"][0] == "mend"
    assert "ran out" in found["crisis line US 988 Lifeline 988"][1]


def test_what_the_settings_say_of_crisis_lines_counts_without_redis(
    operator: Operator, tmp_path: Path
) -> None:
    operator.environ["REDIS_URL"] = f"unix://{tmp_path}/nowhere.sock"

    verdict, how, _ = findings(operator)["crisis lines"]

    assert verdict == "fine"
    assert "by the settings, without a date" in how

    operator.environ["WARMLINE_CRISIS_LINES_CONFIRMED"] = ""
    verdict, how, _ = findings(operator)["crisis lines"]
    assert (verdict, how) == ("mend", "cannot be looked up while Redis is away")


@pytest.mark.parametrize(
    ("country", "served", "what", "how"),
    [
        ("GB", "", "crisis lines", "none of GB that is confirmed can be dialled from here"),
        ("US", "RU", "crisis lines RU", "callers from there are told of the one of US"),
    ],
)
def test_of_crisis_lines_it_also_says_what_is_not_there(
    line: Line, operator: Operator, country: str, served: str, what: str, how: str
) -> None:
    operator.environ |= {
        "WARMLINE_COUNTRY": country,
        "WARMLINE_CRISIS_LINES_CONFIRMED": country,
        "WARMLINE_COUNTRIES_SERVED": served,
    }
    assert how in findings(operator)[what][1]


def test_a_rehearsal_on_real_numbers_is_found(line: Line, operator: Operator) -> None:
    simulated = Settings.read(operator.environ)
    real = replace(simulated, twilio_api_base_url=None)

    assert "rehearsal" not in {finding.what for finding in look(line.desk, simulated)}
    assert "rehearsal" in {finding.what for finding in look(line.desk, real)}
    no_rehearsal = replace(real, rehearsal=False)
    assert "rehearsal" not in {finding.what for finding in look(line.desk, no_rehearsal)}


def test_a_country_of_which_we_know_no_crisis_line_is_found(line: Line, operator: Operator) -> None:
    operator.environ |= {"WARMLINE_COUNTRY": "MT", "WARMLINE_CRISIS_LINES_CONFIRMED": "MT"}

    verdict, how, do = findings(operator)["CRISIS LINES"]

    assert (verdict, how) == ("mend", "NO CRISIS LINE OF MT IS KNOWN: CALLERS GET NO NUMBER")
    assert "--line NAME --number NUMBER" in do


@pytest.mark.parametrize(
    ("setting", "wrong", "what", "how"),
    [
        ("TWILIO_AUTH_TOKEN", "wrong-token", "Twilio", "does not let us in with TWILIO_AUTH_TOKEN"),
        ("TWILIO_AUTH_TOKEN", "wrong-token", "signatures", "a signed webhook is refused"),
        ("TWILIO_AUTH_TOKEN_SECONDARY", "old-token", "Twilio", "TWILIO_AUTH_TOKEN_SECONDARY"),
        ("TWILIO_API_BASE_URL", "http://127.0.0.1:9", "Twilio", "cannot be reached"),
        ("WARMLINE_PUBLIC_URL", "http://127.0.0.1:9", "public address", "is not answered"),
        ("WARMLINE_NUMBERS", "+15550100009", "number +15550100009", "is not in the Twilio account"),
        ("WARMLINE_SECRET_KEYS", "a-wholly-different-key", "secret keys", "not in WARMLINE_SECRET_KEYS"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_found(
    line: Line, operator: Operator, setting: str, wrong: str, what: str, how: str
) -> None:
    line.volunteer("Ada")
    operator.environ[setting] = wrong

    verdict, told, do = findings(operator)[what]

    assert verdict == "mend"
    assert how in told
    assert do


def test_the_public_address_of_something_else_is_found(line: Line, operator: Operator) -> None:
    operator.environ["WARMLINE_PUBLIC_URL"] = operator.environ["TWILIO_API_BASE_URL"]

    verdict, told, _ = findings(operator)["public address"]

    assert (verdict, told.partition(" (")[0]) == ("mend", "something else answers there")


@pytest.mark.parametrize(
    ("name", "wrong", "right", "how"),
    [
        ("appendfsync", "everysec", "always", "the last second may be lost"),
        ("appendonly", "no", "yes", "no append-only file"),
        ("maxmemory-policy", "allkeys-lru", "noeviction", "throw keys away"),
    ],
)
def test_a_redis_that_forgets_is_found(
    line: Line, operator: Operator, name: str, wrong: str, right: str, how: str
) -> None:
    redis = line.desk.store.connection
    redis.config_set(name, wrong)
    try:
        said = operator.runs("doctor").out
    finally:
        redis.config_set(name, right)

    assert how in said


def test_that_no_redis_answers_is_one_finding_among_others(
    line: Line, operator: Operator, tmp_path: Path
) -> None:
    operator.environ["REDIS_URL"] = f"unix://{tmp_path}/nowhere.sock"

    found = findings(operator)

    assert found["Redis"][0] == "mend"
    assert found["Twilio"][0] == "fine"


def test_that_others_may_read_the_keys_is_found(
    line: Line, operator: Operator, tmp_path: Path
) -> None:
    operator.environ["WARMLINE_DATA_DIR"] = str(tmp_path)
    (tmp_path / "secret-keys").write_text("x" * 32, encoding="ascii")
    (tmp_path / "secret-keys").chmod(0o644)
    assert findings(operator)["data directory"][0] == "mend"

    (tmp_path / "secret-keys").chmod(0o600)
    assert findings(operator)["data directory"][0] == "fine"


def test_that_no_sweep_runs_is_found(line: Line, operator: Operator) -> None:
    line.desk.store.schedule.set(line.desk.store.keys.waiting(), line.now())
    line._clock.jump_to(line.now().replace(minute=59))  # noqa: SLF001 - time passes and nobody looks

    assert "seconds late" in findings(operator)["sweep"][1]
    line.settles()


def test_settings_that_cannot_be_used_are_told_all_at_once(operator: Operator) -> None:
    operator.environ |= {"WARMLINE_NUMBERS": "5550100", "PORT": "high", "TWILIO_AUTH_TOKEN": ""}

    refused = operator.is_refused("doctor")

    for name in ("WARMLINE_NUMBERS", "PORT", "TWILIO_AUTH_TOKEN"):
        assert name in refused


def test_deep_proves_that_everything_open_has_a_next_moment_and_finds_what_has_none(
    line: Line, operator: Operator
) -> None:
    caller = line.phone()
    caller.texts("hello", to=POOL[0])
    caller.expects("not an emergency service")
    caller.expects("No peer is here")
    (contact,) = line.desk.store.contacts.open()

    said = {one["what"]: one for one in operator.runs("doctor", "--deep", "--json").json}
    assert said["next moments"]["verdict"] == "fine"
    assert "1 contacts" in said["next moments"]["how"]
    assert "next moments" not in findings(operator)

    line.desk.store.schedule.done(line.desk.store.keys.contact(contact))
    said = {one["what"]: one for one in operator.runs("doctor", "--deep", "--json").json}
    assert said["next moments"]["verdict"] == "mend"
    assert f"contact {contact} has no next moment" in said["next moments"]["how"]


def test_an_alarm_that_is_not_heard_outside_is_to_be_mended(line: Line, operator: Operator) -> None:
    assert findings(operator)["alarm outside"][0] == "advice"
    operator.environ["WARMLINE_ALARM_URL"] = "https://alarm.example.org/hook"
    operator.environ["WARMLINE_ALARM_SECRET"] = "a-secret-for-the-alarm"
    assert findings(operator)["alarm outside"][:2] == ["fine", "never needed yet"]

    line.desk.store.signals.went("alarm", well=False, now=line.now())
    assert findings(operator)["alarm outside"][:2] == [
        "mend", "was not heard 1 times since it last was",
    ]  # fmt: skip


def test_a_heartbeat_that_falls_silent_is_to_be_mended(line: Line, operator: Operator) -> None:
    assert findings(operator)["heartbeat"][0] == "advice"
    operator.environ["WARMLINE_HEARTBEAT_URL"] = "https://beat.example.org/line"
    assert findings(operator)["heartbeat"][0] == "mend"
    line.desk.store.signals.went("heartbeat", well=True, now=line.now())
    assert findings(operator)["heartbeat"][0] == "fine"


def test_a_message_for_the_team_that_nobody_has_heard_is_found(
    line: Line, operator: Operator
) -> None:
    assert findings(operator)["messages for the team"][0] == "fine"
    calling = line.phone().calls(MAIN)
    line.passes(seconds=15)
    calling.presses("3").presses("1").speaks(9).hangs_up()

    verdict, how, do = findings(operator)["messages for the team"]

    assert verdict == "advice"
    assert "1 that nobody has heard; the oldest is deleted on 2026-03-11" in how
    assert "MESSAGES" in do
