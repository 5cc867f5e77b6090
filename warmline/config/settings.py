"""Everything an operator can set, with its default; nothing here changes after the start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Literal, Self
from zoneinfo import ZoneInfo

from warmline.config.calls import Calls
from warmline.config.escalation import Escalation
from warmline.config.reader import Reader
from warmline.errors import SettingsError
from warmline.phone import PhoneNumber

Need = Literal["line", "store"]
"""What a process is about to do: serve the line, or only look into the store."""

LANGUAGES = frozenset({"en", "es"})  # those that warmline.words speaks
REDIS_SCHEMES = ("redis", "rediss", "unix", "sentinel", "cluster")
LEAST_SECRET = 16  # characters; a shorter key could be guessed, and with it every caller's number


class OptOut(StrEnum):
    """Who answers STOP and START: the exchange (Twilio's own handling), or the line in its own words."""

    EXCHANGE = "exchange"
    LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the operator chose. docs/operations.md tells the meaning of each."""

    redis_url: str | None = field(repr=False)  # None: the embedded one
    data_dir: Path
    secret_keys: tuple[str, ...] = field(repr=False)
    line: str

    twilio_account_sid: str = field(repr=False)
    # the first signs requests; all check signatures
    twilio_auth_tokens: tuple[str, ...] = field(repr=False)
    twilio_api_base_url: str | None
    public_url: str
    numbers: tuple[PhoneNumber, ...]
    fallback_number: PhoneNumber | None

    name: str
    country: str
    timezone: ZoneInfo
    languages: tuple[str, ...]
    crisis_lines_confirmed: frozenset[str]
    countries_served: frozenset[str]
    pass_pictures: bool
    opt_out: OptOut
    privacy_url: str | None

    offer_seconds: int
    offer_at_once: int
    same_peer_seconds: int
    match_seconds: int
    patience_seconds: int
    silence_seconds: int
    wrap_up_seconds: int
    page_repeat_seconds: int
    reconcile_seconds: int
    calls: Calls
    escalation: Escalation

    max_day_hours: int
    max_week_hours: int
    min_rest_hours: int
    max_week_overnights: int
    quiet_hours: tuple[time, time]
    roster_weeks: int

    api: bool
    host: str
    port: int
    web_workers: int
    workers: int

    rehearsal: bool
    clock_file: Path | None
    failpoints: str

    @property
    def main_number(self) -> PhoneNumber:
        """The number that the line is known by."""
        return self.numbers[0]

    @classmethod
    def read(cls, environ: Mapping[str, str], *, need: Need = "line") -> Self:
        """The settings in `environ`. SettingsError names everything that is wrong with them."""
        reader = Reader(environ)
        settings = cls._from(reader, serving=need == "line")
        if reader.faults:
            raise SettingsError(tuple(reader.faults))
        return settings

    @classmethod
    def _from(cls, read: Reader, *, serving: bool) -> Self:
        def needed(
            why: str,
        ) -> str:  # what to say when a value is missing that only a serving process needs
            return why if serving else ""

        country = read.country("WARMLINE_COUNTRY", "US")
        clock_file = read.text("WARMLINE_CLOCK_FILE")
        return cls(
            redis_url=read.check(
                "REDIS_URL",
                read.secret("REDIS_URL"),
                _is_redis,
                f"start with one of {', '.join(REDIS_SCHEMES)}, then ://",
            )
            or None,
            data_dir=Path(read.text("WARMLINE_DATA_DIR", "var")).absolute(),
            secret_keys=read.secrets(
                "WARMLINE_SECRET_KEYS",
                least=LEAST_SECRET,
                missing="keys that seal numbers and texts, comma-separated, made with: openssl rand -hex 32",
            ),
            line=read.matching(
                "WARMLINE_LINE",
                "main",
                r"[a-z0-9][a-z0-9_-]{0,31}",
                "be short and of a-z, 0-9, - and _ only",
            ),
            twilio_account_sid=read.check(
                "TWILIO_ACCOUNT_SID",
                read.secret(
                    "TWILIO_ACCOUNT_SID",
                    missing=needed("it stands on the Twilio console's first page"),
                ),
                lambda sid: sid.startswith("AC") and sid.isalnum(),
                "be an account's SID, which starts with AC",
            ),
            twilio_auth_tokens=_given(
                read.secret(
                    "TWILIO_AUTH_TOKEN",
                    missing=needed("it stands on the Twilio console's first page"),
                ),
                read.secret("TWILIO_AUTH_TOKEN_SECONDARY"),
            ),
            twilio_api_base_url=read.url("TWILIO_API_BASE_URL", schemes=("https", "http")) or None,
            public_url=read.url(
                "WARMLINE_PUBLIC_URL",
                schemes=("https", "http"),
                missing=needed("the address at which Twilio reaches this line"),
            ),
            numbers=read.numbers(
                "WARMLINE_NUMBERS",
                country=country,
                missing=needed(
                    "the line's own numbers in E.164, comma-separated, the main one first"
                ),
            ),
            fallback_number=read.number("WARMLINE_FALLBACK_NUMBER", country=country),
            name=read.matching(
                "WARMLINE_NAME", "Warmline", r"\S(.{0,28}\S)?", "be 1 to 30 plain letters long"
            ),
            country=country,
            timezone=read.zone("WARMLINE_TIMEZONE", "America/New_York"),
            languages=_languages(read),
            crisis_lines_confirmed=frozenset(read.countries("WARMLINE_CRISIS_LINES_CONFIRMED", "")),
            countries_served=frozenset(read.countries("WARMLINE_COUNTRIES_SERVED", "")),
            pass_pictures=read.yes("WARMLINE_PASS_PICTURES", default=False),
            opt_out=OptOut(
                read.matching(
                    "WARMLINE_OPT_OUT", OptOut.EXCHANGE, "exchange|line", "be exchange or line"
                )
            ),
            privacy_url=read.url("WARMLINE_PRIVACY_URL", schemes=("https", "http")) or None,
            offer_seconds=read.whole("WARMLINE_OFFER_SECONDS", 90),
            offer_at_once=read.whole("WARMLINE_OFFER_AT_ONCE", 2, most=20),
            same_peer_seconds=read.whole("WARMLINE_SAME_PEER_SECONDS", 60, least=0),
            match_seconds=read.whole("WARMLINE_MATCH_SECONDS", 120, least=0),
            patience_seconds=read.whole("WARMLINE_PATIENCE_SECONDS", 180),
            silence_seconds=read.whole("WARMLINE_SILENCE_SECONDS", 900),
            wrap_up_seconds=read.whole("WARMLINE_WRAP_UP_SECONDS", 120, least=0),
            page_repeat_seconds=read.whole("WARMLINE_PAGE_REPEAT_SECONDS", 120),
            reconcile_seconds=read.whole("WARMLINE_RECONCILE_SECONDS", 60),
            calls=Calls.read(read),
            escalation=Escalation.read(read),
            max_day_hours=read.whole("WARMLINE_MAX_DAY_HOURS", 10, most=24),
            max_week_hours=read.whole("WARMLINE_MAX_WEEK_HOURS", 24, most=168),
            min_rest_hours=read.whole("WARMLINE_MIN_REST_HOURS", 8, least=0, most=48),
            max_week_overnights=read.whole("WARMLINE_MAX_WEEK_OVERNIGHTS", 2, least=0, most=7),
            quiet_hours=_quiet_hours(read),
            roster_weeks=read.whole("WARMLINE_ROSTER_WEEKS", 6, most=53),
            api=read.yes("WARMLINE_API", default=True),
            host=read.text("HOST", "127.0.0.1"),
            port=read.whole("PORT", 8000, most=65_535),
            web_workers=read.whole("WARMLINE_WEB_WORKERS", 2, most=64),
            workers=read.whole("WARMLINE_WORKERS", 1, most=64),
            rehearsal=read.yes("WARMLINE_REHEARSAL", default=bool(clock_file)),
            clock_file=Path(clock_file).absolute() if clock_file else None,
            failpoints=read.text("WARMLINE_FAILPOINTS"),
        )


def names() -> frozenset[str]:
    """The name of every setting there is."""
    reader = Reader({})
    Settings._from(reader, serving=False)  # noqa: SLF001 - only to learn which names are read
    return frozenset(reader.asked)


def unknown_names(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Names in `environ` that look like settings of ours and are none: typing errors, most likely."""
    ours = (name for name in environ if name.startswith("WARMLINE_"))
    return tuple(sorted(set(ours) - names()))


def _is_redis(url: str) -> bool:
    scheme, found, rest = url.partition("://")
    return bool(found and rest) and scheme in REDIS_SCHEMES


def _given(*secrets: str) -> tuple[str, ...]:
    return tuple(secret for secret in secrets if secret)


def _quiet_hours(read: Reader) -> tuple[time, time]:
    given = read.matching(
        "WARMLINE_QUIET_HOURS",
        "21-8",
        r"([01]?\d|2[0-3])-([01]?\d|2[0-3])",
        "be two hours from 0 to 23, such as 21-8",
    )
    first, _, last = given.partition("-")
    return time(int(first)), time(int(last))


def _languages(read: Reader) -> tuple[str, ...]:
    languages = tuple(language.lower() for language in read.many("WARMLINE_LANGUAGES", "en"))
    if languages and set(languages) <= LANGUAGES:
        return languages
    read.faults.append(
        f"WARMLINE_LANGUAGES must be of {', '.join(sorted(LANGUAGES))}, the main one first"
    )
    return ("en",)
