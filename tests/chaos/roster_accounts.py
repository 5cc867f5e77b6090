"""The account of the roster: every command answered once, every reminder sent once, every seat as the journal says."""

from __future__ import annotations

import time
from collections import Counter

from tests.chaos.accounts import Account
from tests.chaos.people import Town
from tests.chaos.roster_people import Holder, Keeper
from tests.chaos.spreadsheet import ROWS, Spreadsheets
from tests.races.roster_state import faults_of_roster
from warmline.store.store import Store

LATEST = 30.0  # seconds after its moment; what comes later is lost


def settle_roster(
    account: Account,
    town: Town,
    holders: list[Holder],
    keepers: list[Keeper],
    sheets: Spreadsheets,
    store: Store,
) -> str:
    """Add what is wrong to the account; a line of figures for the report."""
    events = [entry for _, entry in store.connection.xrange(store.keys.journal())]
    unasked: Counter[str] = Counter()
    for holder in holders:
        unasked += holder.unasked
    asked, answered = sum(h.asked for h in holders), sum(h.answered for h in holders)
    swaps, odd = divmod(unasked["swapped"], 2)
    _expect(account, "answers to commands", asked, answered + swaps)
    _expect(account, "those who hear of a swap", 0, odd)
    covered = sum("covered_by" in entry for entry in events)
    _expect(account, "holders told that their seat was taken", covered, unasked["cover found"])
    now = time.time()
    for keeper in keepers:
        # who was to hear of it after the end of the run, may have or not
        owed = keeper.due < now - LATEST
        told = len(keeper.told)
        _expect(account, f"{keeper.kind} for {keeper.number}", 1 if owed else min(told, 1), told)
    for batch in sheets.batches:
        found = batch.count(store)
        wanted = ROWS if batch.done else found and ROWS
        _expect(account, f"shifts of {batch.file.name}", wanted, found)
    account.faults += faults_of_roster(store)
    late = max((told - keeper.due for keeper in keepers for told in keeper.told), default=0.0)
    killed = sum(batch.killed for batch in sheets.batches)
    claims = sum(entry.get("event") == "claimed" for entry in events)
    return (
        f"roster: commands {asked} · claims {claims} · covers taken {covered} · swaps {swaps} · "
        f"reminders {len(keepers)}, the latest {late:.1f} s late · "
        f"files {len(sheets.batches)}, killed in the middle {killed}"
    )


def _expect(account: Account, what: str, due: int, came: int) -> None:
    if came > due:
        account.doubled += came - due
        account.faults.append(f"doubled: {what}, {came} instead of {due}")
    elif came < due:
        account.lost += due - came
        account.faults.append(f"lost: {what}, {came} instead of {due}")
