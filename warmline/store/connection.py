"""Reaching Redis, whichever kind the address names."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import redis
from redis import exceptions
from redis.backoff import ConstantBackoff
from redis.cluster import RedisCluster
from redis.retry import Retry
from redis.sentinel import Sentinel

from warmline.errors import PermanentError, TransientError

Connection = Any  # redis-py types each answer "this or an awaitable of it"; casting every call would say no more

CONNECT_SECONDS = (
    1.0  # a webhook must still have time to answer kindly (its budget is four seconds)
)
ANSWER_SECONDS = 1.5  # tried twice, that leaves a webhook time for its kind word
_AWAY = (
    exceptions.ConnectionError,
    exceptions.TimeoutError,
    exceptions.BusyLoadingError,
    exceptions.ReadOnlyError,
    exceptions.OutOfMemoryError,
    exceptions.TryAgainError,
    exceptions.ClusterDownError,
    exceptions.RedisClusterException,  # no node answers, or none has the slot; not a RedisError there
)
# Redis 6 tells of a script's trouble in the middle of a sentence: "… @user_script:8: -OOM command not allowed …"
_TAKES_NO_WRITES = re.compile(
    r"(?:^|-)(MISCONF|NOREPLICAS|OOM|READONLY|CLUSTERDOWN|TRYAGAIN|MASTERDOWN)\b"
)
_PATIENCE: dict[str, Any] = {
    "socket_connect_timeout": CONNECT_SECONDS,
    "socket_timeout": ANSWER_SECONDS,
}


def connect(
    url: str, *, text: bool = True, answer_seconds: float | None = ANSWER_SECONDS
) -> Connection:
    """A client for `redis://`, `rediss://`, `unix://`, `sentinel://host:port,host:port/service?db=0` or
    `cluster://host:port`. `text=False` gives bytes back, which RQ needs. Connects on first use.

    A call that finds a stale connection is tried once more at once; more waiting is the caller's choice.
    """
    options: dict[str, Any] = {
        **_PATIENCE,
        "socket_timeout": answer_seconds,
        "decode_responses": text,
        "retry": Retry(ConstantBackoff(0.02), 1),
    }
    parts = urlsplit(url)
    if parts.scheme == "sentinel":
        return _by_sentinel(parts.netloc, parts.path, parse_qs(parts.query), options)
    if parts.scheme == "cluster":
        return _Cluster(url.replace("cluster://", "redis://", 1), options)
    if parts.scheme == "unix":
        options.pop("socket_connect_timeout")
    return redis.Redis.from_url(url, **options)


class _Cluster:
    """A Cluster's client, made on first use: its own asks a node at once, and a web process must be able to start,
    and to answer kindly, while none answers."""

    def __init__(self, url: str, options: dict[str, Any]) -> None:
        self._url, self._options = url, options
        self._lock = threading.Lock()
        self._client: Connection = None

    def __getattr__(self, command: str) -> Any:
        return getattr(self._found(), command)

    def info(self, part: str) -> Any:
        """By node, of all that keep anything; the client's own asks one of them, whichever comes first."""
        return self._found().info(part, target_nodes=RedisCluster.PRIMARIES)

    def _found(self) -> Connection:
        with self._lock:
            if self._client is None:
                self._client = RedisCluster.from_url(self._url, **self._options)
        return self._client


def _by_sentinel(
    netloc: str, path: str, query: dict[str, list[str]], options: dict[str, Any]
) -> Connection:
    credentials, _, hosts = netloc.rpartition("@")
    watchers = [
        (host, int(port or 26379)) for host, _, port in (h.partition(":") for h in hosts.split(","))
    ]
    if credentials:
        _, _, options["password"] = credentials.partition(":")
    database = int(query.get("db", ["0"])[0])
    sentinel: Connection = Sentinel(watchers, **_PATIENCE)  # type: ignore[no-untyped-call]  # redis-py
    return sentinel.master_for(path.strip("/") or "mymaster", db=database, **options)


def connect_for_queue(url: str, tag: str) -> Connection:
    """A plain client with bytes for RQ. On a Cluster it goes to the node that owns RQ's one hash tag."""
    if not url.startswith("cluster://"):
        return connect(url, text=False, answer_seconds=None)
    cluster = connect(url, text=False, answer_seconds=None)
    return cluster.get_redis_connection(cluster.get_node_from_key(tag))


@contextmanager
def redis_errors() -> Iterator[None]:
    """Turn Redis' errors into ours: away or busy is transient, anything else is a fault of the program."""
    try:
        yield
    except _AWAY as away:
        raise TransientError(f"Redis does not answer ({type(away).__name__})") from away
    except exceptions.RedisError as wrong:
        if refusal := _TAKES_NO_WRITES.search(str(wrong)):
            raise TransientError(f"Redis takes no writes ({refusal[1]})") from wrong
        raise PermanentError(
            f"Redis refused a command ({type(wrong).__name__}: {wrong})"
        ) from wrong
