"""`python -m tests.chaos`: kill every process at every step under load, and account for every text."""

from __future__ import annotations

import argparse
import json
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from tests.chaos import faults, report
from tests.chaos.accounts import Evidence, settle
from tests.chaos.call_accounts import settle_calls
from tests.chaos.call_setting import Switch, set_up_calls
from tests.chaos.kills import Killer, plan
from tests.chaos.people import Caller, Peer, Town
from tests.chaos.person import Person
from tests.chaos.phoning import PhoningPeer
from tests.chaos.rig import NUMBERS, Rig, rig
from tests.chaos.roster_accounts import settle_roster
from tests.chaos.roster_people import Holder, Keeper
from tests.chaos.roster_setting import Setting, set_up
from tests.chaos.spreadsheet import Spreadsheets
from tests.chaos.voice_peers import VoicePeer
from warmline.ids import VolunteerId, new_id
from warmline.phone import PhoneNumber
from warmline.simulator.handset import ReceivedText
from warmline.volunteers.roster import Volunteer

CALLERS, PEERS, CAPACITY = 14, 8, 2
REST_SECONDS = 90.0  # for everything to come to rest once nothing goes wrong any more
AFTERMATH_SECONDS = 4.0  # in which a late double would show


def main() -> int:
    said = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("told to stop"))  # and leave nobody behind
    folder = Path(tempfile.mkdtemp(prefix="warmline-chaos-"))
    with rig(folder, seed=said.seed) as running:
        code = _run(running, said, folder)
    if code:
        _tell(f"The logs are in {folder}")
    else:
        shutil.rmtree(folder)
    return code


def _run(running: Rig, said: argparse.Namespace, folder: Path) -> int:
    started = time.monotonic()
    town = _people(running, seed=said.seed, pace=said.pace)
    roster = set_up(running.store(), town, keepers=said.keepers, within=said.reminders)
    sheets = Spreadsheets(running, random.Random(said.seed), folder)
    sheets.plan(said.files)
    switch = set_up_calls(running.store(), running.handsets, town) if said.calls else Switch()
    follow = Follower(running, town, roster, switch)
    town.closing = True  # callers wait until somebody is on
    on_duty: list[Peer | VoicePeer | PhoningPeer] = [
        *town.peers, *switch.peers, *switch.phoning_peers
    ]  # fmt: skip
    for peer in on_duty:
        peer.comes_on()
    follow.until(lambda: all(peer.notices["on"] for peer in on_duty), patience=30)
    town.closing = False
    faults.begin(running.handsets, town.some, [caller.number for caller in switch.callers[:2]])
    chance = random.Random(said.seed)
    planned = plan(said.kills, rare=said.long, calls=said.calls, only=said.steps, chance=chance)
    killer = Killer(running, planned, chance, patience=said.patience)
    while not killer.is_done or town.texts < said.texts or not sheets.is_at_rest:
        follow.turn()
        sheets.turn(time.monotonic())
        killer.turn(town.is_calm)
    struck = faults.struck(running.handsets)
    running.handsets.goes_right()
    town.closing = True
    roster_rests: list[Holder | Keeper] = [*roster.holders, *roster.keepers]
    follow.until(
        lambda: (
            town.is_at_rest and switch.is_at_rest and all(one.is_at_rest for one in roster_rests)
        ),
        patience=REST_SECONDS,
    )
    follow.until(lambda: False, patience=AFTERMATH_SECONDS)
    log = running.handsets.get("log")
    _keep(folder, town, switch, log)
    evidence = Evidence(town, running.store(), killer.done, killer.outages, log)
    account = settle(evidence)
    figures = settle_roster(account, town, roster.holders, roster.keepers, sheets, running.store())
    calls = ""
    if said.calls:
        kept = running.recordings()
        calls = settle_calls(account, switch, running.store(), killer.done, kept)
    account.faults += [f"never reached: {k.step} for {k.process}" for k in killer.given_up]
    took = time.monotonic() - started
    _tell(
        report.table(killer.done),
        report.summary(account, killer.done, seed=said.seed, took=took),
        figures,
        calls,
        report.struck(struck),
        report.verdict(account),
    )
    return 1 if account.faults else 0


def _keep(folder: Path, town: Town, switch: Switch, log: Sequence[object]) -> None:
    """For whoever has to find out what happened; every number and word in it is made up."""
    said = [asdict(words) for words in town.words.said.values()]
    calls = [asdict(call) for call in switch.wire.calls.values()]
    diaries = {peer.number: peer.diary for peer in switch.peers}
    text = json.dumps({"said": said, "log": log, "calls": calls, "diaries": diaries})
    (folder / "evidence.json").write_text(text, encoding="utf-8")


def _tell(*parts: str) -> None:
    sys.stdout.write("\n\n".join(parts) + "\n")
    sys.stdout.flush()


class Follower:
    """Reads what happens at the exchange and hands every text to whoever's phone it came to."""

    def __init__(self, running: Rig, town: Town, roster: Setting, switch: Switch) -> None:
        self._handsets, self._town, self._wire = running.handsets, town, switch.wire
        people: list[Person] = [
            *town.callers, *town.peers, *roster.holders, *roster.keepers, *switch.people
        ]  # fmt: skip
        self._readers = {person.number: person for person in people}
        self._seen = 0
        self._told = 0.0

    def turn(self) -> None:
        for event in self._handsets.get("events.json", after=self._seen, wait=0.02):
            self._seen = event["n"]
            if event["kind"] != "text_arrived":
                self._wire.follow(event)
                continue
            at = datetime.fromisoformat(event["at"]).timestamp()
            text = ReceivedText(
                event["n"], event["sid"], event["from"], event["to"], event["body"], (), event["at"]
            )
            if reader := self._readers.get(text.to):
                reader.reads(text, at)
            else:
                self._town.faults.unexpected(text)
        for person in self._readers.values():
            person.turn(time.monotonic())

    def until(self, done: Callable[[], bool], *, patience: float) -> bool:
        """Let everybody go on until then, or until patience has run out."""
        deadline = time.monotonic() + patience
        while not done():
            if time.monotonic() > deadline:
                return False
            self.turn()
        return True


def _people(running: Rig, *, seed: int, pace: float) -> Town:
    """Put the peers on the roster, and give everyone a phone."""
    handsets, store = running.handsets, running.store()

    def send(sender: str, to: str, body: str) -> str:
        return handsets.send(sender=sender, to=to, body=body)

    town = Town(send, seed=seed, pace=pace)
    for n in range(PEERS):
        number = PhoneNumber(f"+15550110{200 + n}")
        volunteer = Volunteer(
            id=VolunteerId(new_id("v")),
            name=f"Peer{n}",
            key=store.people.key_of(number),
            number=number,
            capacity=CAPACITY,
        )
        store.roster.add(volunteer, now=datetime.now(UTC), plan={})
        town.peers.append(Peer(town, number.e164, NUMBERS[0]))
    for n in range(CALLERS):
        town.callers.append(Caller(town, f"+15550110{400 + n}", NUMBERS[n % len(NUMBERS)]))
    town.some = frozenset([*(caller.number for caller in town.callers[:3]), town.peers[0].number])
    return town


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/chaos", description=__doc__)
    parser.add_argument(
        "--short", dest="long", action="store_false", help="about 90 s; the default"
    )
    parser.add_argument("--long", dest="long", action="store_true", help="all steps, many times")
    parser.add_argument("--kills", type=int, help="at least so many (45, or 500 with --long)")
    parser.add_argument("--texts", type=int, help="at least so many (300, or 5000 with --long)")
    parser.add_argument(
        "--calls", action="store_true", help="with people who phone; always so with --long"
    )
    parser.add_argument("--steps", nargs="+", default=(), metavar="STEP", help="only at these")
    parser.add_argument("--seed", type=int, default=1, help="who talks when, and what goes wrong")
    parser.set_defaults(long=False)
    said = parser.parse_args()
    said.kills = said.kills or (500 if said.long else 45)
    said.texts = said.texts or (5000 if said.long else 300)
    # how long a kill waits until the one before is overcome: half of the long form lets them overlap
    said.patience = (0.5, 12.0) if said.long else (0.5,)
    said.calls = said.calls or said.long
    said.files = 12 if said.long else 2  # spreadsheets
    # who wait for a reminder, which comes within so many seconds
    said.keepers = 80 if said.long else 10
    said.reminders = 1000.0 if said.long else 45.0
    said.pace = 3.0 if said.long else 1.2  # seconds between two texts of a person
    return said


if __name__ == "__main__":
    sys.exit(main())
