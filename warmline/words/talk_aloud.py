"""What a caller hears of the line while they are with a peer, and at the end of it; by language."""

from __future__ import annotations

from types import MappingProxyType
from typing import Protocol

from warmline.words.talk_aloud_en import TalkEnglish
from warmline.words.talk_aloud_es import TalkSpanish


class Talk(Protocol):
    """One sentence a method, written for the ear as `Spoken` is; `crisis` as there."""

    def moment(self) -> str:
        """The peer is in the menu; announced, so that silence is not taken for the end."""

    def peer_dropped(self) -> str:
        """The peer's call broke off, and they are rung back."""

    def crisis_line_gone(self, crisis: str) -> str:
        """They were left with the crisis line, and its call has ended."""

    def ended_by_peer(self) -> str:
        """The peer has ended the call kindly: how to come back."""

    def ended_for_now(self, crisis: str) -> str:
        """The peer has ended the call because of abuse: no blame, and where else there is help."""


_TALK: MappingProxyType[str, Talk] = MappingProxyType({"en": TalkEnglish(), "es": TalkSpanish()})


def talk(language: str | None) -> Talk:
    """What callers hear in this language; English where it is not spoken here."""
    return _TALK.get((language or "en").lower()[:2], _TALK["en"])
