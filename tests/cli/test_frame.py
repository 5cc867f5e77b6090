"""What commands share."""

from __future__ import annotations

import json

import pytest

from warmline.cli import frame

ROWS = [
    {"name": "Ada", "languages": ["en", "es"], "coordinator": False, "until": None},
    {"name": "Beatriz", "languages": ["es"], "coordinator": True, "until": 7},
]


def test_a_listing_is_a_table_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    frame.listing(ROWS, as_json=False, empty="Nobody.")

    assert capsys.readouterr().out.splitlines() == [
        "name     languages  coordinator  until",
        "Ada      en, es     no",
        "Beatriz  es         yes          7",
    ]


def test_a_listing_is_json_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    frame.listing(ROWS, as_json=True, empty="Nobody.")

    assert json.loads(capsys.readouterr().out) == ROWS


def test_a_listing_of_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    frame.listing([], as_json=False, empty="Nobody.")
    frame.listing([], as_json=True, empty="Nobody.")

    assert capsys.readouterr().out == "Nobody.\n[]\n"
