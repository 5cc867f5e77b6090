"""Finds patterns in a text's words. The work is bounded, whatever the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from warmline.safety.patterns import Node, Tree

STOP = "."  # the end of a sentence: no pattern reaches over it
MOST_STEPS = 100  # from one starting word; more only comes of texts made to cost time

# In a text of more words, each of them said several times over, what repeats word for word is read once.
LONG, OFTEN, AHEAD = 150, 3, 12

Spans = Mapping[int, Sequence[tuple[str, int]]]  # start: (group, end)…
Match = tuple[int, int, str]  # start, end, name


def spans_of(
    tree: Tree, words: Sequence[str], single: Mapping[str, Sequence[str]], fillers: frozenset[str]
) -> dict[int, list[tuple[str, int]]]:
    """Where each word group stands: groups of one word by a look, groups of several by the tree."""
    spans: dict[int, list[tuple[str, int]]] = {}
    for at, word in enumerate(words):
        if names := single.get(word):
            spans[at] = [(name, at + 1) for name in names]
    for start, end, name in matches(tree, words, spans, fillers):
        spans.setdefault(start, []).append((name, end))
    return spans


def matches(tree: Tree, words: Sequence[str], spans: Spans, fillers: frozenset[str]) -> list[Match]:
    """All matches, in order of their first word."""
    found: list[Match] = []
    first, first_groups = tree.first, tree.first_groups
    long = len(words) > LONG and len(set(words)) * OFTEN < len(words)
    known: set[tuple[str, ...]] = set()
    for start, word in enumerate(words):
        if long:
            ahead = tuple(words[start : start + AHEAD])
            if ahead in known:
                continue
            known.add(ahead)
        stack: list[tuple[Node, int]] = []
        if nodes := first.get(word):
            following = words[start + 1] if start + 1 < len(words) else ""
            may_go_on = following in fillers
            stack = [
                (node, start + 1)
                for node in nodes
                if may_go_on or node.groups or node.ends or node.gaps or following in node.after
            ]
        if standing := spans.get(start):
            for group, end in standing:
                if node := first_groups.get(group):
                    stack.append((node, end))
        if stack:
            _walk(stack, start, words, spans, fillers, found)
    return found


def _walk(
    stack: list[tuple[Node, int]],
    start: int,
    words: Sequence[str],
    spans: Spans,
    fillers: frozenset[str],
    found: list[Match],
) -> None:
    """Follow every pattern that began at one word."""
    length = len(words)
    seen: set[tuple[Node, int]] = set()
    while stack and len(seen) < MOST_STEPS:
        here = node, at = stack.pop()
        if here in seen:
            continue
        seen.add(here)
        for name in node.ends:
            found.append((start, at, name))  # noqa: PERF401 - a list of none, nearly always
        if at >= length:
            continue
        word = words[at]
        if targets := node.after.get(word):
            stack += [(target, at + 1) for target in targets]
        if word == STOP:
            continue
        if word in fillers:
            stack.append((node, at + 1))
        if node.groups and (standing := spans.get(at)):
            _enter(node, standing, stack)
        if node.gaps:
            for most, beyond in node.gaps.items():
                _leap(beyond, at, most, words, spans, stack, found, start)


def _enter(node: Node, standing: Sequence[tuple[str, int]], stack: list[tuple[Node, int]]) -> None:
    for group, end in standing:
        if target := node.groups.get(group):
            stack.append((target, end))


def _leap(
    beyond: Node,
    at: int,
    most: int,
    words: Sequence[str],
    spans: Spans,
    stack: list[tuple[Node, int]],
    found: list[Match],
    start: int,
) -> None:
    """Over a gap, to the words that may follow it."""
    found += [(start, at, name) for name in beyond.ends]
    for reach in range(at, min(at + most + 1, len(words))):
        word = words[reach]
        if targets := beyond.after.get(word):
            stack += [(target, reach + 1) for target in targets]
        if word == STOP:
            return
        if beyond.groups and (standing := spans.get(reach)):
            _enter(beyond, standing, stack)
