"""The keys of the roster's shifts: who has which seat, by which rules shifts come back, and what is said of gaps."""

from __future__ import annotations

from dataclasses import dataclass

from warmline.ids import ShiftId, VolunteerId

# A shift that is over: its code is free again, and at last it leaves with its claims, marks and covers.
CODE_SECONDS = 24 * 3600
RETIRED_SECONDS = 35 * 24 * 3600


@dataclass(frozen=True, slots=True)
class ShiftKeys:
    """Those of one line."""

    line: str

    def _key(self, *parts: str) -> str:
        return ":".join((f"wl:{{{self.line}}}", *parts))

    # --- shifts
    def shift(self, shift: ShiftId) -> str:
        """Hash: code, starts, ends, seats, what it needs, its pattern and day; RETIRED_SECONDS after its end."""
        return self._key("shift", shift)

    def seats(self, shift: ShiftId) -> str:
        """Set of volunteer ids with a claim."""
        return self._key("seats", shift)

    def covers(self, shift: ShiftId) -> str:
        """Set of volunteer ids, of those with a claim, who ask others to take it."""
        return self._key("covers", shift)

    def marks(self, shift: ShiftId) -> str:
        """Hash: step:volunteer id -> unix ms when it was done; so that each is done once."""
        return self._key("marks", shift)

    def claims(self, volunteer: VolunteerId) -> str:
        """Zset: shift id -> unix ms of its start; the other side of `seats`."""
        return self._key("claims", volunteer)

    def undo(self, volunteer: VolunteerId) -> str:
        """String, JSON: what UNDO would take back; replaced by the next change, and too old after five minutes."""
        return self._key("undo", volunteer)

    def swaps(self) -> str:
        """Hash: shift given>shift wanted>who offers -> unix ms until when it may be agreed to."""
        return self._key("swaps")

    def swap(self, name: str) -> str:
        """Never written: its moment in `due` is when a swap is looked at, to ask its other side or to lapse."""
        return self._key("swap", name)

    def asking(self, shift: ShiftId) -> str:
        """Never written: its moment in `due` is when more volunteers are asked to take a seat."""
        return self._key("asking", shift)

    def shifts(self) -> str:
        """Zset: shift id -> unix ms of its start."""
        return self._key("shifts")

    def shift_codes(self) -> str:
        """Hash: code -> shift id until CODE_SECONDS after its end; "next" -> last code given."""
        return self._key("shift_codes")

    def patterns(self) -> str:
        """Hash: pattern id -> JSON; until removed. In `due`: when the roster is kept in step with them again."""
        return self._key("patterns")

    def holidays(self) -> str:
        """Hash: day, such as 2026-12-25 -> its name."""
        return self._key("holidays")

    # --- gaps
    def gaps(self) -> str:
        """Never written. In `due`: when the next look at the weeks ahead comes."""
        return self._key("gaps")

    def gaps_near(self) -> str:
        """Never written. In `due` when something has changed for which nobody should wait until that look."""
        return self._key("gaps_near")

    def habits(self) -> str:
        """Hash: journal id and unix ms up to which was read; what the line has learned of itself, JSON, fading."""
        return self._key("habits")

    def asked_about_gaps(self) -> str:
        """Zset: volunteer id -> unix ms when they were last asked to fill a gap."""
        return self._key("asked_about_gaps")

    def told(self) -> str:
        """Hash: what is told once, and to whom -> which one was told last."""
        return self._key("told")
