"""Reading one value after another out of an environment, and keeping every fault for one message."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import phonenumbers

from warmline.phone import PhoneNumber, parse

YES = frozenset({"yes", "true", "on", "1"})
NO = frozenset({"no", "false", "off", "0"})


class Reader:
    """Gives each value its type. A value that will not do becomes a fault, and its default is given instead.

    An empty value counts as unset. A fault never repeats a secret, a number or an address.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.faults: list[str] = []
        self.asked: set[str] = set()

    def text(self, name: str, default: str = "", *, missing: str = "") -> str:
        """The value as it stands. `missing`, where given, is the fault when there is none."""
        self.asked.add(name)
        value = self._environ.get(name, "").strip()
        if not value and missing:
            self.faults.append(f"{name} is missing: {missing}")
        return value or default

    def secret(self, name: str, *, missing: str = "") -> str:
        """As `text`, or the content of the file that `NAME_FILE` names."""
        path = self.text(f"{name}_FILE")
        if not path:
            return self.text(name, missing=missing)
        if self.text(name):
            self.faults.append(f"{name} and {name}_FILE are both set: keep one of them")
        try:
            value = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as unreadable:
            self.faults.append(f"{name}_FILE names a file that cannot be read ({_why(unreadable)})")
            return ""
        if not value:
            self.faults.append(f"{name}_FILE names an empty file")
        return value

    def whole(self, name: str, default: int, *, least: int = 1, most: int = 86_400) -> int:
        """A whole number, both bounds allowed."""
        value = self.text(name)
        if not value:
            return default
        if re.fullmatch(r"\d{1,9}", value, re.ASCII) and least <= int(value) <= most:
            return int(value)
        self.faults.append(f"{name} must be a whole number from {least} to {most}")
        return default

    def yes(self, name: str, *, default: bool) -> bool:
        value = self.text(name).lower()
        if value and value not in YES | NO:
            self.faults.append(f"{name} must be yes or no")
        return value in YES if value in YES | NO else default

    def matching(self, name: str, default: str, pattern: str, must: str) -> str:
        """A text of a given form; `must` tells an operator what the form is."""
        value = self.text(name, default)
        if re.fullmatch(pattern, value, re.ASCII):
            return value
        self.faults.append(f"{name} must {must}")
        return default

    def many(self, name: str, default: str, *, missing: str = "") -> tuple[str, ...]:
        """The parts between commas, without surrounding space and without empty ones."""
        return _parts(self.text(name, default, missing=missing))

    def secrets(self, name: str, *, least: int, missing: str) -> tuple[str, ...]:
        """Several secrets between commas, each of at least so many characters."""
        parts = _parts(self.secret(name, missing=missing))
        if any(len(part) < least for part in parts):
            self.faults.append(f"{name} has a key of fewer than {least} characters")
        return parts

    def number(self, name: str, *, country: str) -> PhoneNumber | None:
        found = self._numbers(name, _parts(self.text(name)), country)
        return found[0] if found else None

    def numbers(self, name: str, *, country: str, missing: str) -> tuple[PhoneNumber, ...]:
        found = self._numbers(name, self.many(name, "", missing=missing), country)
        if len(set(found)) < len(found):
            self.faults.append(f"{name} has the same number twice")
        return found

    def _numbers(self, name: str, parts: tuple[str, ...], country: str) -> tuple[PhoneNumber, ...]:
        found = []
        for place, part in enumerate(parts, start=1):
            number = parse(part, country=country) if part.startswith("+") else None
            if number:
                found.append(number)
            else:
                which = f"entry {place} of {name}" if len(parts) > 1 else name
                self.faults.append(f"{which} is not a number in E.164, such as +15550100")
        return tuple(found)

    def countries(self, name: str, default: str) -> tuple[str, ...]:
        """ISO codes, in capitals."""
        codes = tuple(code.upper() for code in self.many(name, default))
        if set(codes) <= phonenumbers.SUPPORTED_REGIONS:
            return codes
        self.faults.append(f"{name} must be ISO country codes of two letters, such as US")
        return _parts(default)

    def country(self, name: str, default: str) -> str:
        codes = self.countries(name, default)
        if len(codes) == 1:
            return codes[0]
        self.faults.append(f"{name} must be one country")
        return default

    def zone(self, name: str, default: str) -> ZoneInfo:
        try:
            return ZoneInfo(self.text(name, default))
        except (
            OSError,
            ValueError,
            KeyError,
        ):  # a folder's name, a path that climbs, a zone nobody knows
            self.faults.append(f"{name} must be an IANA time zone, such as America/New_York")
            return ZoneInfo(default)

    def url(self, name: str, *, missing: str = "", schemes: tuple[str, ...]) -> str:
        """An address of one of the schemes, without a slash at its end."""
        value = self.text(name, missing=missing)
        if value and not _is_url(value, schemes):
            either = " or ".join(f"{scheme}://" for scheme in schemes)
            self.faults.append(f"{name} must be an address that starts with {either}")
        return value.rstrip("/")

    def check(self, name: str, value: str, fits: Callable[[str], bool], must: str) -> str:
        """A last look at a value already read; `must` tells an operator what it has to be."""
        if value and not fits(value):
            self.faults.append(f"{name} must {must}")
        return value


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in (piece.strip() for piece in text.split(",")) if part)


def _is_url(value: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(value)
        _ = parts.port  # raises where it is no number
    except ValueError:
        return False
    web = parts.scheme in {"http", "https"}
    return (
        parts.scheme in schemes
        and bool(parts.netloc or parts.path)
        and not (web and (not parts.hostname or parts.query or parts.fragment))
    )


def _why(error: OSError | UnicodeDecodeError) -> str:
    return (error.strerror or "unreadable").lower() if isinstance(error, OSError) else "not text"
