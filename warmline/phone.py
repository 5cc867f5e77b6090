"""Phone numbers that hide themselves."""

from __future__ import annotations

from dataclasses import dataclass, field

import phonenumbers
from phonenumbers import PhoneNumberType, shortnumberinfo
from phonenumbers.timezone import UNKNOWN_TIMEZONE, time_zones_for_number

_ANYONE_S = {
    PhoneNumberType.FIXED_LINE,
    PhoneNumberType.MOBILE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE,
}
_NORTH_AMERICA = 1  # whose toll-free numbers can be dialled through the provider


@dataclass(frozen=True, slots=True, order=True)
class PhoneNumber:
    """A number in E.164. It prints as its last two digits only, so that a log cannot tell."""

    e164: str = field(repr=False)

    def __str__(self) -> str:
        return f"…{self.e164[-2:]}"

    @property
    def country(self) -> str | None:
        """ISO code of the number's region, or None when libphonenumber knows none."""
        try:
            return phonenumbers.region_code_for_number(phonenumbers.parse(self.e164))
        except phonenumbers.NumberParseException:
            return None

    @property
    def zone(self) -> str | None:
        """IANA name of the time zone that the number is from, where it can be from only one."""
        try:
            zones = time_zones_for_number(phonenumbers.parse(self.e164))
        except phonenumbers.NumberParseException:
            return None
        return zones[0] if len(zones) == 1 and zones[0] != UNKNOWN_TIMEZONE else None


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


def dialable(text: str, *, country: str) -> PhoneNumber | None:
    """The ordinary number that `text` means, one that can be dialled from anywhere: fixed, mobile, or North American
    toll-free. None for short codes and for services of one country.
    """
    number = _valid(text, country)
    if number is None:
        return None
    kind = phonenumbers.number_type(number)
    toll_free = kind == PhoneNumberType.TOLL_FREE and number.country_code == _NORTH_AMERICA
    if kind not in _ANYONE_S and not toll_free:
        return None
    return PhoneNumber(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def is_premium(text: str, *, country: str) -> bool:
    number = _valid(text, country)
    return bool(number and phonenumbers.number_type(number) == PhoneNumberType.PREMIUM_RATE)


def is_in_use(text: str, *, country: str) -> bool:
    """Whether the country's numbering plan has such a number, as far as libphonenumber knows."""
    number = _valid(text, country)
    code = phonenumbers.country_code_for_region(country)
    return bool(number and number.country_code == code)


def is_country(iso: str) -> bool:
    """Whether this is the ISO code of a country with telephones."""
    return iso in phonenumbers.SUPPORTED_REGIONS


def is_emergency(text: str, *, country: str) -> bool:
    """Whether dialling this brings the police, an ambulance or the fire brigade."""
    return bool(shortnumberinfo.is_emergency_number(text, country))


def _valid(text: str, country: str) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None
