"""Patterns of rules, compiled into one tree that is walked along a text once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

PIECE = re.compile(r"\.\.\.|[~()\[\]|]|<\w+>|[^\s~()\[\]|<>]+")
GAPS = {"~": 2, "...": 5}  # how many words each may stand for

Piece = str | frozenset[str]  # a word, a group or a gap; or several words of which one stands here
Sequence = tuple[Piece, ...]


@dataclass(slots=True, eq=False)
class Node:
    """A place within patterns: where the next word may lead, and which patterns are complete here."""

    words: dict[Piece, Node] = field(default_factory=dict)
    after: dict[str, tuple[Node, ...]] = field(default_factory=dict)
    groups: dict[str, Node] = field(default_factory=dict)
    gaps: dict[int, Node] = field(default_factory=dict)
    ends: tuple[str, ...] = ()

    def step(self, piece: Piece) -> Node:
        if isinstance(piece, frozenset):
            return self.words.setdefault(piece, Node())
        if piece in GAPS:
            return self.gaps.setdefault(GAPS[piece], Node())
        if piece.startswith("<"):
            return self.groups.setdefault(piece[1:-1], Node())
        return self.words.setdefault(piece, Node())


def expand(pattern: str) -> list[Sequence]:
    """Every way in which a pattern may be read, as sequences of words, groups and gaps."""
    pieces = PIECE.findall(pattern)
    read, rest = _choice(pieces, 0)
    if rest != len(pieces):
        raise ValueError(f"unbalanced pattern: {pattern}")
    return [sequence for sequence in read if sequence]


def _choice(pieces: list[str], at: int) -> tuple[list[Sequence], int]:
    """Alternatives up to a closing bracket or the end."""
    found: list[Sequence] = []
    current: list[Sequence] = [()]
    while at < len(pieces) and pieces[at] not in ")]":
        piece = pieces[at]
        at += 1
        if piece == "|":
            found += current
            current = [()]
            continue
        more: list[Sequence] = [(piece,)]
        if piece in "([":
            more, at = _choice(pieces, at)
            at += 1
            if piece == "[":
                more = [*more, ()]
        current = [left + right for left, right in product(current, more)]
    return _merged(found + current), at


def _merged(sequences: list[Sequence]) -> list[Sequence]:
    """Alternatives of one plain word each as one piece: `(a|b|c d)` is two ways, not three."""
    words: set[str] = set()
    others: list[Sequence] = []
    for sequence in sequences:
        found = alternatives(sequence)
        words |= found
        if not found:
            others.append(sequence)
    if not words:
        return others
    return [(frozenset(words),) if len(words) > 1 else (words.pop(),), *others]


def lines(patterns: str) -> Iterator[str]:
    """The patterns of a rule or a group: one a line, blank lines apart."""
    return (line.strip() for line in patterns.splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class Tree:
    """Patterns by their first word, so that a text's ordinary words cost one look each."""

    first: Mapping[str, tuple[Node, ...]]
    first_groups: Mapping[str, Node]


def alternatives(sequence: Sequence) -> frozenset[str]:
    """The words of a sequence that is a single word or a choice of single words; else none."""
    match sequence:
        case (frozenset() as several,):
            return several
        case (str() as word,) if _is_word(word):
            return frozenset({word})
        case _:
            return frozenset()


def _is_word(piece: str) -> bool:
    return piece not in GAPS and not piece.startswith("<")


def plant(named: Iterable[tuple[str, Sequence]]) -> Tree:
    """One tree of all (name, sequence) pairs. No sequence begins with a gap; at its end a gap stands for nothing."""
    root = Node()
    for name, sequence in named:
        node = root
        for piece in _without_last_gaps(sequence):
            node = node.step(piece)
        node.ends = (*node.ends, name) if name not in node.ends else node.ends
    if root.gaps:
        raise ValueError("a pattern begins with a gap")
    _settle(root)
    return Tree(root.after, root.groups)


def _without_last_gaps(sequence: Sequence) -> Sequence:
    """What is left where what may follow the gap, `took ~ too many ~ [pills]`, is not there."""
    last = max(place for place, piece in enumerate(sequence) if piece not in GAPS)
    return sequence[: last + 1]


def _settle(node: Node) -> None:
    """Turn choices into one look a word, all the way down."""
    for piece, target in node.words.items():
        for word in (piece,) if isinstance(piece, str) else piece:
            node.after[word] = (*node.after.get(word, ()), target)
    for target in (*node.words.values(), *node.groups.values(), *node.gaps.values()):
        _settle(target)
    node.words = {}
