"""The same store on one server, on a Cluster, and behind Sentinels; and RQ's queue beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.servers import Server, a_port, comes_true, servers
from tests.store.whole_life import live
from tests.store.world import NOW, SECRETS, World
from warmline.errors import TransientError
from warmline.jobs.queue import open_queue, wake
from warmline.store.connection import connect, connect_for_queue
from warmline.store.store import open_store

SLOTS, NODES, PASSWORD = 16384, 3, "a-password"
SEVERAL_SERVERS = pytest.mark.timeout(120)


def world_at(url: str) -> World:
    return World(open_store(url, line="main", secrets=SECRETS))


def test_one_server_carries_a_line_through_its_whole_life(world: World) -> None:
    live(world)


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Server]]:
    """Three servers of one Cluster, each with a third of the slots, behind a password."""
    folder = tmp_path_factory.mktemp("cluster")
    options = ["--cluster-enabled", "yes", "--cluster-node-timeout", "1000"]
    options = [*options, "--requirepass", PASSWORD, "--appendonly", "yes"]
    nodes = [Server(folder / str(n), *options, password=PASSWORD) for n in range(NODES)]
    with servers(*nodes):
        bounds = [SLOTS * n // NODES for n in range(NODES + 1)]
        for node, first, after in zip(nodes, bounds[:-1], bounds[1:], strict=True):
            node.client.execute_command("CLUSTER ADDSLOTSRANGE", first, after - 1)
            node.client.execute_command("CLUSTER MEET", "127.0.0.1", nodes[0].port)
        comes_true(lambda: all(knows_every_node(node) for node in nodes))
        yield nodes


def knows_every_node(node: Server) -> bool:
    about = node.client.execute_command("CLUSTER INFO")
    return bool(about["cluster_state"] == "ok" and about["cluster_known_nodes"] == str(NODES))


@pytest.fixture
def cluster_url(nodes: list[Server]) -> str:
    return f"cluster://:{PASSWORD}@127.0.0.1:{nodes[0].port}"


@SEVERAL_SERVERS
def test_a_cluster_carries_a_line_through_its_whole_life(
    nodes: list[Server], cluster_url: str
) -> None:
    world = world_at(cluster_url)
    live(world)
    assert world.store.durability() == []
    assert world.store.fsync() == "everysec"
    assert world.store.version().split(".")[0].isdigit()
    for node in nodes:  # whichever it is that keeps this line
        node.client.config_set("maxmemory-policy", "allkeys-lru")
        assert len(world.store.durability()) == 1
        node.client.config_set("maxmemory-policy", "noeviction")
    full = [node for node in nodes if node.client.dbsize()]
    assert len(full) == 1  # all keys of a line carry one tag
    other = open_store(cluster_url, line="other", secrets=SECRETS)
    other.counts.add("things")
    assert world.store.counts.all() == other.counts.all() == {"things": 1}
    for store in (world.store, other):
        store.connection.close()


@SEVERAL_SERVERS
def test_on_a_cluster_the_queue_is_with_the_node_that_owns_its_tag(cluster_url: str) -> None:
    connection = connect_for_queue(cluster_url, "rq")
    queue = open_queue(connection, "main")
    wake(queue, ["wl:{main}:waiting", "wl:{main}:due"])
    (job,) = queue.jobs
    assert job.args == ["wl:{main}:waiting", "wl:{main}:due"]
    keys = [key.decode() for key in connection.scan_iter() if not key.startswith(b"wl:")]
    assert keys
    assert all(key.startswith("{rq}") for key in keys)
    connection.flushall()
    connection.close()


@SEVERAL_SERVERS
def test_a_cluster_whose_node_is_away_is_a_passing_trouble(
    nodes: list[Server], cluster_url: str
) -> None:
    world = world_at(cluster_url)
    world.store.counts.add("things")
    owner = world.store.connection.get_node_from_key(world.keys.counts()).port
    (lost,) = (node for node in nodes if node.port == owner)
    lost.kill()
    for write in (
        lambda: world.store.counts.add("things"),
        lambda: world.store.schedule.take_due(NOW),
        lambda: world.store.roster.get_all(["v1"]),  # type: ignore[list-item]
        lambda: world.store.contacts.get("c1"),  # type: ignore[arg-type]
    ):
        with pytest.raises(TransientError):
            write()
    for node in nodes:
        node.kill()
    with pytest.raises(TransientError):
        world.store.counts.add("things")
    late = open_store(cluster_url, line="main", secrets=SECRETS)  # a process starts all the same
    with pytest.raises(TransientError):
        late.counts.add("things")
    for node in nodes:
        node.start()
    comes_true(lambda: all(knows_every_node(node) for node in nodes))
    for store in (world.store, late):
        store.counts.add("things")
        store.connection.close()


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[str, Server, Server]]:
    """A master, its replica, and three Sentinels that watch them; their address."""
    master = Server(tmp_path / "master", "--appendonly", "yes")
    replica = Server(tmp_path / "replica", "--replicaof", f"127.0.0.1 {master.port}")
    with servers(master, replica):
        comes_true(lambda: replica.client.info("replication")["master_link_status"] == "up")
        sentinels = [sentinel(tmp_path / f"sentinel{n}", master.port) for n in range(3)]
        with servers(*sentinels):
            comes_true(lambda: all(sees_everyone(one) for one in sentinels))
            hosts = ",".join(f"127.0.0.1:{one.port}" for one in sentinels)
            yield f"sentinel://{hosts}/ours?db=0", master, replica


def sentinel(folder: Path, master: int) -> Server:
    folder.mkdir()
    port = a_port()
    conf = folder / "sentinel.conf"
    conf.write_text(
        f"port {port}\ndir {folder}\nsentinel monitor ours 127.0.0.1 {master} 2\n"
        "sentinel down-after-milliseconds ours 500\nsentinel failover-timeout ours 3000\n",
        encoding="utf-8",
    )
    return Server(folder, str(conf), "--sentinel", port=port)


def sees_everyone(one: Server) -> bool:
    ours = one.client.sentinel_master("ours")
    return bool(ours["num-other-sentinels"] == 2 and ours["num-slaves"] == 1)


@SEVERAL_SERVERS
def test_behind_sentinels_a_line_goes_on_with_the_replica_when_its_master_dies(
    watched: tuple[str, Server, Server],
) -> None:
    url, master, replica = watched
    world = world_at(url)
    live(world)
    before = world.store.counts.all()
    queue = connect_for_queue(url, "rq")
    assert queue.ping()
    master.client.wait(1, 5000)
    master.kill()
    with pytest.raises(TransientError):
        world.store.counts.add("things")

    comes_true(lambda: replica.client.role()[0] == "master")
    comes_true(lambda: added(world))
    assert world.store.counts.all() == {"things": before["things"] + 1}
    comes_true(queue.ping)
    contact = world.talk(world.volunteer("Eve"))
    assert world.read(contact).peer == "veve"
    world.store.connection.close()
    queue.close()


def added(world: World) -> bool:
    try:
        world.store.counts.add("things")
    except TransientError:
        return False
    return True


def test_a_server_with_a_password_and_a_database_of_its_own(tmp_path: Path) -> None:
    server = Server(tmp_path / "server", "--requirepass", PASSWORD, password=PASSWORD)
    with servers(server):
        connection = connect(f"redis://:{PASSWORD}@127.0.0.1:{server.port}/3", text=False)
        connection.set("a", "b")
        assert connection.get("a") == b"b"
        assert server.client.info("keyspace")["db3"]["keys"] == 1
        connection.close()
