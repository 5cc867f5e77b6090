"""Phones for tests and stories: text from them, and say what must arrive. Anything else fails."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import requests

from warmline.simulator.telephone import Calling, Telephone, unexpected
from warmline.simulator.words_heard import Piece


@dataclass(frozen=True, slots=True)
class ReceivedText:
    """A text as it arrived on a handset."""

    n: int
    sid: str
    sender: str
    to: str
    body: str
    media: tuple[str, ...]
    at: str


@dataclass(slots=True)
class Phone(Telephone):
    """One person's phone. It reads its texts in the order they arrived, each once."""

    exchange: Handsets
    number: str
    callings: dict[str, Calling] = field(default_factory=dict, repr=False)
    has_habit: bool = field(default=False)  # what it does when called was said beforehand
    _read: int = field(default=0)  # the last text that was taken

    def texts(self, body: str, *, to: str, media: Iterable[str] = ()) -> str:
        """Send a text; gives the provider's sid for it."""
        return self.exchange.send(sender=self.number, to=to, body=body, media=media)

    def expects(self, *pieces: Piece, sender: str | None = None) -> ReceivedText:
        """Take the next text; it must hold every piece and, if told, come from `sender`."""
        text = self._next()
        wanted = _describe(pieces, sender)
        if text is None:
            raise AssertionError(f"{self.number} expected {wanted}, and no text came.")
        self._read = text.n
        missing = [piece for piece in pieces if not _holds(text.body, piece)]
        if missing or (sender is not None and text.sender != sender):
            raise AssertionError(
                f"{self.number} expected {wanted}, and this came:\n{_lines([text, *self.waiting()])}"
            )
        return text

    def expects_nothing(self) -> None:
        """Nothing unread may have come. Without `settle` this means: until the exchange is idle."""
        unread = self.unread()
        if unread:
            raise AssertionError(
                f"{self.number} expected no text, and this came:\n{_lines(unread)}"
            )

    def unread(self) -> list[ReceivedText]:
        """What has come and was not taken yet; it stays unread."""
        self.exchange.come_to_rest()
        return self.waiting()

    def waiting(self, *, wait: float = 0.0) -> list[ReceivedText]:
        """As `unread`, of this moment, or of the first within `wait` seconds that has any."""
        path = f"handsets/{quote(self.number)}/texts"
        return [_text(entry) for entry in self.exchange.get(path, after=self._read, wait=wait)]

    def _next(self) -> ReceivedText | None:
        self.exchange.settle()
        waiting = self.waiting(wait=self.exchange.patience)
        return waiting[0] if waiting else None


class Handsets:
    """All phones of one exchange. `settle`, if given, lets everything under way come to rest."""

    def __init__(
        self, url: str, settle: Callable[[], object] | None = None, patience: float = 5.0
    ) -> None:
        self._url = f"{url.rstrip('/')}/simulator/"
        self._settle = settle
        self.patience = 0.0 if settle else patience  # settled, there is nothing to wait for
        self._phones: dict[str, Phone] = {}
        self._session = requests.Session()
        self._session.trust_env = False

    def phone(self, number: str) -> Phone:
        """The phone with this number, the same one each time."""
        return self._phones.setdefault(number, Phone(self, number))

    def check_quiet(self) -> None:
        """Fail if any phone has a text or had a call that no test took, or still rings."""
        self.come_to_rest()
        seen = [entry["number"] for entry in self.get("handsets")]
        unread = [text for number in seen for text in self.phone(number).waiting()]
        if unread:
            raise AssertionError(f"Nobody expected these texts:\n{_lines(unread)}")
        if strange := unexpected(self.get("calls"), dict(self._phones)):
            raise AssertionError("Nobody expected these calls:\n  " + "\n  ".join(strange))

    def reset(self) -> None:
        """Forget all that was sent; every phone has read everything."""
        self.call("POST", "reset")

    def settle(self) -> None:
        """Let everything under way come to rest, where somebody told us how."""
        if self._settle:
            self._settle()

    def come_to_rest(self) -> None:
        """Settle; or, where nobody told us how, wait until the exchange is idle."""
        self.settle()
        deadline = time.monotonic() + self.patience
        while time.monotonic() < deadline and not self.is_idle():
            time.sleep(0.01)

    def is_idle(self) -> bool:
        """Whether the exchange has nothing due and nothing under way."""
        return bool(self.get("idle")["idle"])

    def goes_wrong(self, kind: str, **how: object) -> None:
        """Switch a fault on, such as `goes_wrong("webhook_duplicate", count=1)`."""
        self.call("POST", "faults", json={"kind": kind, **how})

    def goes_right(self) -> None:
        """Switch every fault off."""
        self.call("DELETE", "faults")

    def is_in_trouble(self, number: str, error: int | None) -> None:
        """Let every text to this handset end with `error`; None makes it well again."""
        self.call("PUT", f"handsets/{quote(number)}", json={"error": error})

    def jump(self, by: timedelta) -> None:
        """Move the clock for everybody who shares it."""
        self.call("POST", "clock", json={"jump_seconds": by.total_seconds()})

    def send(self, *, sender: str, to: str, body: str, media: Iterable[str] = ()) -> str:
        """Send a text from a phone."""
        text = {"from": sender, "to": to, "body": body, "media": list(media)}
        return str(self.call("POST", "texts", json=text)["sid"])

    def get(self, path: str, **asked: object) -> Any:
        """Read from the control API."""
        return self.call("GET", path, params=asked)

    def call(self, method: str, path: str, **said: Any) -> Any:
        """Ask the control API; an answer that is not good raises `requests.HTTPError`."""
        answer = self._session.request(method, self._url + path, timeout=60, **said)
        answer.raise_for_status()
        return answer.json()

    def close(self) -> None:
        """Let the connections go."""
        self._session.close()


def _text(entry: dict[str, Any]) -> ReceivedText:
    return ReceivedText(
        n=entry["n"],
        sid=entry["sid"],
        sender=entry["from"],
        to=entry["to"],
        body=entry["body"],
        media=tuple(entry["media"]),
        at=entry["at"],
    )


def _holds(body: str, piece: Piece) -> bool:
    return piece in body if isinstance(piece, str) else piece.search(body) is not None


def _describe(pieces: tuple[Piece, ...], sender: str | None) -> str:
    said = " and ".join(
        repr(piece) if isinstance(piece, str) else f"/{piece.pattern}/" for piece in pieces
    )
    return f"a text with {said or 'anything'}" + (f" from {sender}" if sender else "")


def _lines(texts: list[ReceivedText]) -> str:
    return "\n".join(f"  {text.sender} → {text.to}: {text.body!r}" for text in texts)
