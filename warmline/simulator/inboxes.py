"""What every handset has received, and which handsets are in trouble."""

from __future__ import annotations

import threading
from datetime import datetime
from typing import Any

from warmline.simulator.feed import Feed
from warmline.simulator.messages import Message

KEPT = 100_000


class Inboxes:
    """One feed of texts for each handset, in the order of arrival."""

    def __init__(self) -> None:
        self._feeds: dict[str, Feed] = {}
        self._lock = threading.Lock()
        self.troubles: dict[str, int] = {}  # handset → the error its texts end with

    def of(self, number: str) -> Feed:
        with self._lock:
            return self._feeds.setdefault(number, Feed(KEPT))

    def put(self, message: Message, now: datetime) -> None:
        """Let `message` arrive on the handset it is for."""
        self.of(message.to).append(**text_facts(message, now))

    def counts(self) -> dict[str, int]:
        """How many texts have ever arrived on each handset."""
        with self._lock:
            return {number: feed.count for number, feed in self._feeds.items()}

    def close(self) -> None:
        """Let every waiting reader go."""
        with self._lock:
            for feed in self._feeds.values():
                feed.close()

    def clear(self) -> None:
        """Empty every handset; the numbering of each goes on."""
        with self._lock:
            for feed in self._feeds.values():
                feed.clear()
            self.troubles.clear()


def text_facts(message: Message, now: datetime) -> dict[str, Any]:
    """A text as a phone shows it."""
    return {
        "sid": message.sid,
        "from": message.sender,
        "to": message.to,
        "body": message.body,
        "media": [medium.url or medium.content_type for medium in message.media],
        "at": now.isoformat(),
    }
