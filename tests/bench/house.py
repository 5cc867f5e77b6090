"""The whole line on its default set-up, with the simulated exchange beside it, and people in touch through it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.bench import table
from tests.bench.rig import (
    ACCOUNT,
    NUMBERS,
    SECRET,
    TOKEN,
    busy,
    environment,
    family,
    free_port,
    listening,
    memory,
    python,
    running,
)
from warmline.cli.house import answers
from warmline.clock import RealClock
from warmline.embedded import EmbeddedRedis
from warmline.ids import VolunteerId, new_id
from warmline.phone import PhoneNumber
from warmline.simulator.handset import Handsets, Phone
from warmline.store.store import Store, open_store
from warmline.volunteers.roster import Volunteer

PATIENCE = 30.0  # seconds


@dataclass(frozen=True, slots=True)
class Talk:
    """Two people who have been brought together."""

    caller: Phone
    peer: Phone


@dataclass(frozen=True, slots=True)
class House:
    """A line that runs, and every phone in the world."""

    phones: Handsets
    store: Store
    pids: dict[str, int]

    def talk(self, number: int) -> Talk:
        """A new caller and a new peer, in touch with each other."""
        caller = self.phones.phone(f"+1212{number:07d}")
        peer = self.enrolled(f"Peer {number}", f"+1646{number:07d}")
        caller.texts("hello", to=NUMBERS[0])
        caller.expects("not an emergency service")
        caller.expects("looking for a peer")
        code = peer.expects("TAKE").body.split("TAKE ")[1].split()[0]
        peer.texts(f"take {code}", to=NUMBERS[0])
        peer.expects("You are with")
        peer.expects("hello")
        caller.expects("is here with you")
        return Talk(caller, peer)

    def enrolled(self, name: str, number: str) -> Phone:
        """A new peer who is on."""
        peer = self.phones.phone(number)
        self._enrol(name, peer)
        peer.texts("ON", to=NUMBERS[0])
        peer.expects("You are on")
        return peer

    def _enrol(self, name: str, phone: Phone) -> None:
        number = PhoneNumber(phone.number)
        volunteer = Volunteer(
            id=VolunteerId(new_id("v")),
            name=name,
            key=self.store.people.key_of(number),
            number=number,
        )
        assert self.store.roster.add(volunteer, now=RealClock().now(), plan={}) == "added"

    def journeys(self, words: str) -> list[tuple[datetime, datetime]]:
        """Of every text that ends with `words`: when it left a phone, and when we gave it to the provider."""
        came: dict[str, datetime] = {}
        went: dict[str, datetime] = {}
        for text in self.phones.get("messages"):
            if text["body"].endswith(words):
                kept = came if text["direction"] == "inbound" else went
                assert text["body"] not in kept, "a text went out twice"
                kept[text["body"]] = datetime.fromisoformat(text["created_at"])
        return [(came[body], at) for body, at in went.items()]

    def wait_for(self, words: str, count: int) -> list[tuple[datetime, datetime]]:
        """The journeys, once `count` texts have made theirs."""
        deadline = time.monotonic() + PATIENCE
        while len(found := self.journeys(words)) < count:
            if time.monotonic() > deadline:
                raise AssertionError(f"only {len(found)} of {count} texts went out")
            time.sleep(0.25)
        return found

    def busy(self) -> dict[str, float]:
        """Seconds of processor time that each process has used so far, the web workers together."""
        return {name: sum(busy(one) for one in self._family(name)) for name in self.pids}

    def _family(self, name: str) -> list[int]:
        return family(self.pids[name]) if name == "web" else [self.pids[name]]

    def weigh(self) -> None:
        """Print what every process holds."""
        rows: list[table.Row] = []
        whole = 0.0
        for name, pid in self.pids.items():
            for one in self._family(name):
                resident, own = memory(one)
                whole += own
                rows.append([name if one == pid else f"{name}, worker", resident, own])
        rows.append(["together", "", whole])
        table.show("Memory of every process", ["process", "RSS MiB", "PSS MiB"], rows)


@contextmanager
def house(place: Path, *, calls: bool = False) -> Iterator[House]:
    """`warmline up` and the exchange, each in processes of their own, settings at their defaults."""
    data_dir, port, exchange = place / "house", free_port(), free_port()
    url = f"http://127.0.0.1:{port}"
    environ = environment(
        data_dir,
        PORT=str(port),
        WARMLINE_PUBLIC_URL=url,
        TWILIO_API_BASE_URL=f"http://127.0.0.1:{exchange}",
    )
    provider = python(
        "-m", "warmline.simulator", "--port", str(exchange),
        "--account-sid", ACCOUNT, "--auth-token", TOKEN,
        *(word for number in NUMBERS for word in ("--number", number)),
        "--rate", "0", "--loop-limit", "0", "--sms-url", f"{url}/webhooks/sms",
        *(_calls(url) if calls else ()),
    )  # fmt: skip
    with ExitStack() as stack:
        beside = stack.enter_context(running(provider, environ, ready=listening(exchange)))
        up = python("-m", "warmline", "up")
        stack.enter_context(running(up, environ, ready=answers(f"{url}/health/ready")))
        store = open_store(EmbeddedRedis(data_dir).url, line="main", secrets=(SECRET,))
        phones = Handsets(f"http://127.0.0.1:{exchange}", patience=PATIENCE)
        pids = json.loads((data_dir / "processes.json").read_text())
        yield House(phones, store, pids | {"exchange": beside.pid})
        phones.close()
        store.connection.close()


def _calls(url: str) -> list[str]:
    """What the exchange is told where calls are measured: it takes no time of its own."""
    voice = f"{url}/webhooks/voice"
    return ["--voice-url", voice, "--status-callback", f"{voice}/status", "--calls-per-second", "0"]


def show_effort(before: Mapping[str, float], after: Mapping[str, float], texts: int) -> None:
    """What one text costs each process: a figure that busy neighbours change little."""
    names = [name for name in after if name not in {"supervisor", "reaper"}]
    spent = [(after[name] - before[name]) * 1000 / texts for name in names]
    table.show(
        "Processor time a text, ms (both statuses of each text included)",
        [*names, "ours"],
        [[*spent, sum(s for n, s in zip(names, spent, strict=True) if n != "exchange")]],
    )
