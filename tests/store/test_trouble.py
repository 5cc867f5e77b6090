"""A Redis that is away or takes no writes is a passing trouble; anything else is a fault of the program."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.servers import Server, comes_true, servers
from tests.store.world import NOW, SECRETS, World
from warmline.errors import PermanentError, TransientError
from warmline.phone import PhoneNumber
from warmline.store.store import Store, open_store

ADA = PhoneNumber("+15550110001")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server") / "data", "--appendonly", "no")
    with servers(server):
        yield server


@pytest.fixture
def store(server: Server) -> Iterator[Store]:
    server.client.flushall()
    store = open_store(f"redis://127.0.0.1:{server.port}/0", line="main", secrets=SECRETS)
    yield store
    store.connection.close()


def full(server: Server) -> None:
    server.client.config_set("maxmemory", "1")


def full_no_more(server: Server) -> None:
    server.client.config_set("maxmemory", "0")


def lonely(server: Server) -> None:
    server.client.config_set("min-replicas-to-write", "1")


def lonely_no_more(server: Server) -> None:
    server.client.config_set("min-replicas-to-write", "0")


def a_replica(server: Server) -> None:
    server.client.replicaof("127.0.0.1", "1")


def a_replica_without_its_master(server: Server) -> None:
    server.client.config_set("replica-serve-stale-data", "no")
    a_replica(server)


def a_master_again(server: Server) -> None:
    server.client.replicaof("NO", "ONE")
    server.client.config_set("replica-serve-stale-data", "yes")


def without_a_disk(server: Server) -> None:
    server.client.config_set("save", "3600 1")
    shutil.rmtree(server.folder)
    server.client.bgsave()
    comes_true(lambda: server.client.info("persistence")["rdb_last_bgsave_status"] == "err")


def with_a_disk_again(server: Server) -> None:
    server.kill()
    server.start()


TROUBLES = {
    "full": (full, full_no_more),
    "lonely": (lonely, lonely_no_more),
    "a replica": (a_replica, a_master_again),
    "a replica without its master": (a_replica_without_its_master, a_master_again),
    "without a disk": (without_a_disk, with_a_disk_again),
    "away": (Server.kill, Server.start),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_trouble_passes_and_says_nothing_of_what_was_to_be_written(
    server: Server, store: Store, trouble: str
) -> None:
    begins, ends = TROUBLES[trouble]
    ada = store.people.key_of(ADA)
    writes: list[Callable[[], object]] = [
        lambda: store.people.keep(ada, {"language": "es"}, now=NOW, plan={}),
        lambda: store.schedule.set("key", NOW),
    ]
    for write in writes:
        write()
    begins(server)
    try:
        for write in writes:
            with pytest.raises(TransientError) as refused:
                write()
            assert ada not in str(refused.value)
    finally:
        ends(server)
    for write in writes:
        write()


def test_a_redis_that_has_forgotten_its_scripts_is_told_again(store: Store) -> None:
    ada = store.people.key_of(ADA)
    assert store.people.keep(ada, {"language": "es"}, now=NOW, plan={}) == "kept"
    store.connection.script_flush()
    assert store.people.keep(ada, {"language": "en"}, now=NOW, plan={}) == "kept"


def test_a_key_of_the_wrong_kind_is_a_fault_of_the_program(store: Store) -> None:
    store.connection.set(store.keys.due(), "not a list of moments")
    with pytest.raises(PermanentError, match="WRONGTYPE"):
        store.schedule.set("key", NOW)


def test_the_embedded_redis_is_fit_to_be_the_record(world: World) -> None:
    assert world.store.durability() == []


def test_a_redis_that_may_forget_says_why_in_an_operator_s_words(
    server: Server, store: Store, tmp_path: Path
) -> None:
    server.client.config_set("maxmemory-policy", "allkeys-lru")
    faults = store.durability()
    server.client.config_set("maxmemory-policy", "noeviction")

    assert [fault.rpartition(": ")[2] for fault in faults] == [
        "set appendonly yes",
        "set maxmemory-policy noeviction",
    ]


def test_nobody_is_asked_who_is_not_there(tmp_path: Path) -> None:
    store = open_store(f"unix://{tmp_path}/none.sock", line="main", secrets=SECRETS)
    with pytest.raises(TransientError):
        store.durability()
    store.connection.close()
