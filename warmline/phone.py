"""Phone numbers that hide themselves."""

from __future__ import annotations

from dataclasses import dataclass, field

import phonenumbers


@dataclass(frozen=True, slots=True, order=True)
class PhoneNumber:
    """A number in E.164. It prints as its last two digits only, so that a log cannot tell."""

    e164: str = field(repr=False)

    def __str__(self) -> str:
        return f"…{self.e164[-2:]}"

    @property
    def country(self) -> str | None:
        """ISO code of the number's region, or None when libphonenumber knows none."""
        return phonenumbers.region_code_for_number(phonenumbers.parse(self.e164))


def parse(text: str, *, country: str) -> PhoneNumber | None:
    """The number that `text` means when written in `country` (ISO code), or None.

    Only possible numbers count; whether a number is in service is the provider's to say.
    """
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return PhoneNumber(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
