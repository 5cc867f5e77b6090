"""What the stories about calls share: a customer with documents, and the numbers that they point to."""

from __future__ import annotations

import io
import wave
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from flask import Response

from tests.simulator.customer import Customer, Told
from warmline.simulator.exchange import Setup
from warmline.simulator.handset import Handsets

LINE = "+15550100001"
SECOND = "+15550100002"


def _wav(seconds: int) -> bytes:
    sound = io.BytesIO()
    with wave.open(sound, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(1000)
        file.writeframes(bytes(1000 * seconds))
    return sound.getvalue()


BELL = _wav(10)


def pointed_at(customer: Customer, **more: Any) -> Setup:
    """An exchange whose numbers ask this customer what to do with a call."""
    return Setup(
        numbers=[LINE, SECOND],
        rate=0,
        seed=7,
        voice_url=f"{customer.url}/voice",
        status_callback=f"{customer.url}/ended",
        calls_per_second=0,
        **more,
    )


def reads(customer: Customer, **documents: str) -> None:
    """Answer `/voice` with `voice`, and so on; `/bell.wav` lasts ten seconds, all else is empty."""
    pages = {f"/{name}": f"<Response>{document}</Response>" for name, document in documents.items()}

    def answer(told: Told) -> Response:
        if told.path == "/bell.wav":
            return Response(BELL, mimetype="audio/x-wav")
        return Response(pages.get(told.path, "<Response/>"), mimetype="text/xml")

    customer.script = answer


def passes(handsets: Handsets, seconds: float) -> None:
    """Let time pass, stopping wherever something is due."""
    handsets.come_to_rest()
    until = _moment(handsets.get("clock")["now"]) + timedelta(seconds=seconds)
    while (due := handsets.get("idle")["next_at"]) and _moment(due) < until:
        _jump_to(handsets, _moment(due))
    _jump_to(handsets, until)


def _jump_to(handsets: Handsets, moment: datetime) -> None:
    if moment > _moment(handsets.get("clock")["now"]):
        handsets.call("POST", "clock", json={"now": moment.isoformat()})
    handsets.come_to_rest()


def _moment(said: str) -> datetime:
    return datetime.fromisoformat(said)


def facts(told: list[Told], *names: str) -> list[Mapping[str, str]]:
    """Only these parameters of each webhook."""
    return [{name: one.params[name] for name in names if name in one.params} for one in told]


def words(told: list[Told], name: str) -> list[str]:
    """One parameter of each webhook."""
    return [one.params.get(name, "") for one in told]
