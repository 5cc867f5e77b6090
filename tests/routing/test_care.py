"""What a band sets off is data, and a contact keeps what it began with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from warmline.routing.care import Act, Care, acts, place, silence_ends
from warmline.routing.policy import Policy
from warmline.safety.reading import Band

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
USUAL = Policy()


def test_usually_a_band_does_what_the_line_promises() -> None:
    assert acts(USUAL, Band.NONE) == frozenset()
    assert acts(USUAL, Band.MODERATE) == {Act.NOTE}
    assert acts(USUAL, Band.HIGH) == {Act.NOTE, Act.FIRST, Act.CRISIS, Act.PAGE}
    assert acts(USUAL, Band.IMMINENT) == set(Act) - {Act.NOTE}


def test_a_line_may_choose_otherwise_and_a_contact_keeps_the_choice() -> None:
    chosen = Policy(at_moderate="note page", at_high="")
    kept = Policy.from_text(chosen.to_text())
    assert acts(kept, Band.MODERATE) == {Act.NOTE, Act.PAGE}
    assert acts(kept, Band.HIGH) == frozenset()


def test_only_high_and_imminent_go_before_others() -> None:
    assert [place(USUAL, band) for band in Band] == [0, 0, 2, 3]
    assert place(Policy(at_high="note"), Band.HIGH) == 0


def test_a_peer_s_silence_counts_only_towards_someone_at_risk_who_waits_for_an_answer() -> None:
    owed = Care(band=Band.HIGH, owed_since=NOW)
    assert silence_ends(owed, USUAL) == NOW + timedelta(minutes=3)
    assert silence_ends(Care(band=Band.MODERATE, owed_since=NOW), USUAL) is None
    assert silence_ends(Care(band=Band.HIGH), USUAL) is None
    assert silence_ends(Care(band=Band.HIGH, owed_since=NOW, silence_paged=True), USUAL) is None


def test_an_alert_is_due_until_it_has_been_seen_to() -> None:
    assert Care(band=Band.HIGH, alerted=Band.MODERATE).alert_is_due
    assert not Care(band=Band.HIGH, alerted=Band.HIGH).alert_is_due
    assert not Care().alert_is_due
