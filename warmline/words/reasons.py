"""Why a command could not be followed: read by volunteers.command_reading, said by words.volunteers_en."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """What was missing or odd about a command."""

    NO_CODE = "no_code"
    ODD_CODE = "odd_code"
    ONE_CODE = "one_code"
    TWO_CODES = "two_codes"
    ODD_MINUTES = "odd_minutes"
    MINUTES_OUT_OF_RANGE = "minutes_out_of_range"
