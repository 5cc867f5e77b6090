"""What must not be read is sealed; keys can be changed while the line runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.world import SECRETS, World
from warmline.errors import PermanentError
from warmline.phone import PhoneNumber
from warmline.store.store import open_store
from warmline.store.vault import Vault, caller_key

OLD, NEW = "the old key", "the new key"
ADA = PhoneNumber("+15550110001")


@given(st.text())
def test_what_is_sealed_can_be_opened_and_is_plain_ascii(words: str) -> None:
    vault = Vault((OLD,))
    sealed = vault.seal(words)
    assert vault.open(sealed) == words.encode("utf-8", "replace").decode()
    assert sealed.isascii()
    assert sealed != vault.seal(words)


def test_during_a_change_of_keys_both_open_and_the_first_one_seals() -> None:
    before, during, after = Vault((OLD,)), Vault((NEW, OLD)), Vault((NEW,))
    old, new = before.seal("hello"), during.seal("hello")
    assert during.open(old) == during.open(new) == after.open(new) == "hello"
    assert not during.is_current(old)
    assert during.is_current(new)


def test_a_value_sealed_with_a_key_that_is_gone_says_what_to_do() -> None:
    with pytest.raises(PermanentError, match="WARMLINE_SECRET_KEYS"):
        Vault((NEW,)).open(Vault((OLD,)).seal("hello"))


@pytest.mark.parametrize("place", [0, 8, 20, -4])
def test_a_value_that_was_altered_is_not_opened(place: int) -> None:
    vault = Vault((OLD,))
    sealed = vault.seal("hello")
    altered = list(sealed)
    altered[place] = "A" if altered[place] != "A" else "B"
    with pytest.raises(PermanentError):
        vault.open("".join(altered))


@pytest.mark.parametrize("cut", ["", ".", "x", "half", "short"])
def test_a_value_that_was_cut_short_is_not_opened(cut: str) -> None:
    vault = Vault((OLD,))
    sealed = vault.seal("hello")
    tag = sealed.partition(".")[0]
    broken = {"half": sealed[: len(sealed) // 2 + 3], "short": f"{tag}.AAAA"}.get(cut, cut)
    with pytest.raises(PermanentError):
        vault.open(broken)


def test_a_caller_key_tells_nothing_of_the_number_and_depends_on_the_pepper() -> None:
    key = caller_key(b"pepper", ADA)
    assert key == caller_key(b"pepper", ADA)
    assert key != caller_key(b"other", ADA)
    assert len(key) == 20
    assert key.isalnum()
    assert key == key.lower()
    assert int(key, 36) >= 0


def test_callers_keep_their_keys_when_the_secret_is_changed(redis_url: str, world: World) -> None:
    known = world.store.people.key_of(ADA)
    for secrets, opens_after in (((NEW, *SECRETS), NEW), ((NEW,), NEW)):
        store = open_store(redis_url, line="main", secrets=secrets)
        assert store.people.key_of(ADA) == known
        sealed = store.connection.get(store.keys.pepper())
        assert Vault((opens_after,)).is_current(sealed)
        store.connection.close()

    late = open_store(redis_url, line="main", secrets=SECRETS)
    with pytest.raises(PermanentError, match="WARMLINE_SECRET_KEYS"):
        late.people.key_of(ADA)
    late.connection.close()


def test_two_lines_know_the_same_phone_by_different_keys(redis_url: str, world: World) -> None:
    other = open_store(redis_url, line="other", secrets=SECRETS)
    assert other.people.key_of(ADA) != world.store.people.key_of(ADA)
    other.connection.close()
