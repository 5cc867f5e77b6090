"""What an operator may set, and what they are told when it will not do."""

from __future__ import annotations

import dataclasses
from contextlib import suppress
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.config import OptOut, Settings, unknown_names
from warmline.errors import SettingsError
from warmline.phone import PhoneNumber

KEY = "0123456789abcdef0123456789abcdef"
ENOUGH = {
    "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
    "TWILIO_AUTH_TOKEN": "the-first-token",
    "WARMLINE_PUBLIC_URL": "https://line.example.org/",
    "WARMLINE_NUMBERS": "+15550100001, +15550100002",
    "WARMLINE_SECRET_KEYS": KEY,
}


def faults(environ: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        Settings.read(environ)
    return caught.value.faults


def test_five_settings_are_enough_and_the_rest_have_defaults() -> None:
    settings = Settings.read(ENOUGH)

    assert settings.numbers == (PhoneNumber("+15550100001"), PhoneNumber("+15550100002"))
    assert settings.main_number == PhoneNumber("+15550100001")
    assert settings.public_url == "https://line.example.org"
    assert settings.twilio_auth_tokens == ("the-first-token",)
    assert settings.redis_url is None
    assert settings.data_dir == Path("var").absolute()
    assert (settings.country, settings.timezone) == ("US", ZoneInfo("America/New_York"))
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.offer_seconds == 90
    assert settings.calls.ring_seconds == 20
    assert settings.patience_seconds == 180
    assert settings.wrap_up_seconds == 120
    assert settings.page_repeat_seconds == 120
    assert settings.opt_out is OptOut.EXCHANGE
    assert settings.crisis_lines_confirmed == frozenset()
    assert not settings.pass_pictures


def test_settings_cannot_be_changed_afterwards() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings.read(ENOUGH).port = 1  # type: ignore[misc] # the very thing that must not work


def test_everything_that_is_missing_is_named_at_once() -> None:
    missing = [fault.split()[0] for fault in faults({})]

    assert sorted(missing) == sorted(ENOUGH)


def test_everything_that_is_wrong_is_named_at_once_and_with_what_is_missing() -> None:
    wrong = {
        "WARMLINE_NUMBERS": "5550100, +1",
        "WARMLINE_TIMEZONE": "Mars/Olympus",
        "WARMLINE_OFFER_SECONDS": "ninety",
        "WARMLINE_COUNTRY": "USA",
        "REDIS_URL": "http://somewhere",
        "PORT": "65536",
        "WARMLINE_OPT_OUT": "never",
    }

    named = " ".join(faults(wrong))

    for name in {*wrong, *ENOUGH}:
        assert name in named


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("WARMLINE_NUMBERS", "+15550100001,+15550100001", "twice"),
        ("WARMLINE_NUMBERS", "+15550100001,5550100002", "entry 2 of WARMLINE_NUMBERS"),
        ("WARMLINE_SECRET_KEYS", "short", "fewer than 16"),
        ("WARMLINE_PUBLIC_URL", "line.example.org", "https:// or http://"),
        ("WARMLINE_PUBLIC_URL", "https://line.example.org/?a=b", "https:// or http://"),
        ("WARMLINE_PUBLIC_URL", "https://line.example.org:port", "https:// or http://"),
        ("WARMLINE_COUNTRY", "US,CA", "one country"),
        ("WARMLINE_CRISIS_LINES_CONFIRMED", "US,Canada", "two letters"),
        ("WARMLINE_FALLBACK_NUMBER", "988", "E.164"),
        ("WARMLINE_LANGUAGES", "en,tlh", "en, es"),
        ("WARMLINE_PASS_PICTURES", "perhaps", "yes or no"),
        ("WARMLINE_RING_SECONDS", "0", "from 1 to 600"),
        ("WARMLINE_LINE", "{main}", "a-z"),
        ("WARMLINE_NAME", "a name far too long to stand in a text", "1 to 30"),
        ("TWILIO_ACCOUNT_SID", "SK0123", "starts with AC"),
        ("REDIS_URL", "redis:", "sentinel"),
    ],
)
def test_a_value_that_will_not_do_is_a_fault_of_its_own(name: str, value: str, fault: str) -> None:
    (only,) = faults({**ENOUGH, name: value})

    assert name in only
    assert fault in only


def test_a_fault_repeats_no_secret_and_no_number() -> None:
    told = "\n".join(
        faults(
            {
                "TWILIO_ACCOUNT_SID": "hush-1",
                "WARMLINE_SECRET_KEYS": "hush-2",
                "REDIS_URL": "http://user:hush-3@host",
                "WARMLINE_NUMBERS": "5550100003",
            }
        )
    )

    assert "hush" not in told
    assert "5550100003" not in told


def test_settings_show_no_secret_and_no_number_when_printed() -> None:
    secrets = {**ENOUGH, "REDIS_URL": "redis://user:hush@host:6379", "TWILIO_AUTH_TOKEN": "hush"}

    shown = repr(Settings.read(secrets))

    assert "hush" not in shown
    assert KEY not in shown
    assert "5550100001" not in shown


SECRETS = {
    "TWILIO_ACCOUNT_SID": "AC" + "1" * 32,
    "TWILIO_AUTH_TOKEN": "one",
    "TWILIO_AUTH_TOKEN_SECONDARY": "two",
    "WARMLINE_SECRET_KEYS": KEY,
    "REDIS_URL": "unix:///tmp/redis.sock",
}


def test_every_secret_may_come_from_a_file(tmp_path: Path) -> None:
    environ = {name: ENOUGH[name] for name in ENOUGH if name not in SECRETS}
    for name, value in SECRETS.items():
        (tmp_path / name).write_text(f"{value}\n")
        environ[f"{name}_FILE"] = str(tmp_path / name)

    assert Settings.read(environ) == Settings.read({**environ_without_files(environ), **SECRETS})


def environ_without_files(environ: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in environ.items() if not name.endswith("_FILE")}


def test_a_secret_file_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "noise").write_bytes(b"\xff\xfe\xff")
    told = faults(
        {
            **ENOUGH,
            "TWILIO_AUTH_TOKEN_FILE": str(tmp_path / "empty"),
            "TWILIO_AUTH_TOKEN_SECONDARY_FILE": str(tmp_path / "nowhere"),
            "REDIS_URL_FILE": str(tmp_path / "noise"),
        }
    )

    assert told == (
        "REDIS_URL_FILE names a file that cannot be read (not text)",
        "TWILIO_AUTH_TOKEN and TWILIO_AUTH_TOKEN_FILE are both set: keep one of them",
        "TWILIO_AUTH_TOKEN_FILE names an empty file",
        "TWILIO_AUTH_TOKEN_SECONDARY_FILE names a file that cannot be read (no such file or directory)",
    )


def test_during_a_rotation_both_tokens_and_all_keys_count() -> None:
    rotating = {
        **ENOUGH,
        "TWILIO_AUTH_TOKEN_SECONDARY": "the-second-token",
        "WARMLINE_SECRET_KEYS": f"{KEY[::-1]}, {KEY}",
    }

    settings = Settings.read(rotating)

    assert settings.twilio_auth_tokens == ("the-first-token", "the-second-token")
    assert settings.secret_keys == (KEY[::-1], KEY)


def test_looking_into_the_store_needs_the_keys_and_nothing_of_twilio() -> None:
    settings = Settings.read({"WARMLINE_SECRET_KEYS": KEY}, need="store")

    assert settings.numbers == ()
    assert settings.twilio_auth_tokens == ()


def test_what_is_given_is_checked_even_where_it_is_not_needed() -> None:
    with pytest.raises(SettingsError, match=r"E\.164"):
        Settings.read({"WARMLINE_SECRET_KEYS": KEY, "WARMLINE_NUMBERS": "911"}, need="store")


def test_an_empty_value_counts_as_unset() -> None:
    assert Settings.read({**ENOUGH, "PORT": "", "WARMLINE_TIMEZONE": " "}) == Settings.read(ENOUGH)


@pytest.mark.parametrize(
    "zone", ["America/New York", "../../etc/passwd", "/etc/passwd", "America", "\0"]
)
def test_a_time_zone_nobody_knows_is_a_fault_and_not_a_crash(zone: str) -> None:
    (only,) = faults({**ENOUGH, "WARMLINE_TIMEZONE": zone})

    assert "IANA" in only


def test_a_mistyped_name_is_noticed() -> None:
    environ = {**ENOUGH, "WARMLINE_OFFER_SECOND": "90", "PATH": "/bin"}

    assert unknown_names(environ) == ("WARMLINE_OFFER_SECOND",)


@given(
    st.dictionaries(
        st.sampled_from([*ENOUGH, "PORT", "REDIS_URL", "WARMLINE_TIMEZONE", "WARMLINE_LANGUAGES"]),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    )
)
def test_no_value_at_all_breaks_the_reading(environ: dict[str, str]) -> None:
    with suppress(SettingsError):
        Settings.read(environ)
