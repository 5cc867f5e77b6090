"""`./scripts/safety-adapt`: teaches the encoder by the invented texts, but for some that it is then measured by.

Needs PyTorch, which nothing else here does, and the better part of an hour of two processors. What is learnt is a twentieth of the model (LoRA:
Hu and others, 2021). It is taught in two orders from the same beginning, and the mean of both is kept (Wortsman and others, 2022): that reads what
it was not shown better than either, and costs no more when it reads. The same texts give nearly the same elsewhere, not bit by bit.
"""

from __future__ import annotations

import argparse
import os
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from safetensors.numpy import load_file, save_file

from tests.bench import table
from tests.safety.texts import EVERYDAY, HARMLESS, Text, alerts, pages
from tests.safety.train import COUNTER, by_heart, digest, lesson, texts, unseen
from warmline.safety import encoder
from warmline.safety.encoder import HEADS, LAYERS, MATRICES, MOST, SCALE, WIDTH, Encoder
from warmline.safety.model import SILENT, Weights, score
from warmline.safety.noticed import notice
from warmline.safety.reading import Band, Who
from warmline.safety.second_look import Scores

RANK = 16  # of what is learnt for each matrix
ROUNDS, BATCH, FASTEST, WARMING = 3, 64, 1e-3, 100
DROPPED, DECAY, STEEPEST = 0.1, 0.01, 1.0
SEED, KEPT = 11, 0.1  # of the kinds and hands that it is measured by: a tenth
ORDERS = (11, 12)  # in which the texts are shown, each from the same beginning
SORTED = 20  # batches whose texts are sorted by length together, so that little is filled up
ORDINARY = {EVERYDAY.stem, HARMLESS.stem}
PART = 0.2  # of its own scores counts beside the table's: of .1 to .5 what finds most in the texts held out
# Of the texts without risk, so many may alarm over those at which the rules do: fewer than by the table alone, and yet it finds more.
ALLOWED = (0.065, 0.016, 0.006)

Kind = tuple[str, str]  # of whom, and of what
Learnt = dict[str, Any]  # arrays by name


def held_out(shown: Sequence[Text]) -> set[Kind]:
    """The kinds and hands that the encoder is not shown: what one person wrote of one kind is never parted."""
    hard = [text for text in shown if is_hard(text)]
    sizes = Counter((text.source, text.category) for text in hard)
    kinds = sorted(sizes)
    random.Random(SEED).shuffle(kinds)
    held: set[Kind] = set()
    for kind in kinds:
        if sum(sizes[each] for each in held) > KEPT * len(hard):
            break
        held.add(kind)
    return held


def is_hard(text: Text) -> bool:
    """Written by others to be hard, and not by heart for the rules."""
    return text.category != COUNTER and text.source not in ORDINARY and text not in by_heart()


def is_held(text: Text, held: AbstractSet[Kind]) -> bool:
    return (text.source, text.category) in held


def words_for(text: Text) -> list[str]:
    """What the encoder is given of a text, as the reader does it."""
    last = text.before[-1] if text.before else None
    asked = last is not None and last.by is Who.PEER
    words = list(notice(text.text, last.text if last and not asked else "").words)
    return [*notice(last.text).words, "/", *words] if last and asked else words


class Pupil:
    """The encoder as it learns, in PyTorch."""

    def __init__(self, torch: Any, base: Mapping[str, Any]) -> None:
        self._torch, self._base = torch, {name: torch.from_numpy(it) for name, it in base.items()}
        torch.manual_seed(SEED)
        self.learnt: dict[str, Any] = {}
        for name in (f"encoder.layer.{n}.{each}" for n in range(LAYERS) for each in MATRICES):
            out, into = base[f"{name}.weight"].shape
            self._learns(f"{name}.A", torch.randn(RANK, into) / into**0.5)
            self._learns(f"{name}.B", torch.zeros(out, RANK))
            self._learns(f"{name}.bias", self._base[f"{name}.bias"].clone())
        norms = [
            f"encoder.layer.{n}.{at}.LayerNorm"
            for n in range(LAYERS)
            for at in ("attention.output", "output")
        ]
        for name in ("embeddings.LayerNorm", *norms):
            for what in ("weight", "bias"):
                self._learns(f"{name}.{what}", self._base[f"{name}.{what}"].clone())
        self._learns("head.weight", torch.randn(3, WIDTH) * 0.02)
        self._learns("head.bias", torch.zeros(3))

    def _learns(self, name: str, start: Any) -> None:
        self.learnt[name] = self._torch.nn.Parameter(start)

    def __call__(self, rows: Sequence[Sequence[int]], *, dropped: float = 0.0) -> Any:
        """Three scores for each row of piece numbers."""
        torch, functional = self._torch, self._torch.nn.functional
        longest = max(map(len, rows))
        ids = torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])
        there = torch.tensor([[1.0] * len(row) + [0.0] * (longest - len(row)) for row in rows])
        unseen = ((1 - there) * -1e9)[:, None, None, :]
        at = "embeddings."
        x = self._base[at + "word_embeddings.weight"][ids]
        x = x + self._base[at + "position_embeddings.weight"][:longest]
        x = x + self._base[at + "token_type_embeddings.weight"][0]
        x = functional.dropout(self._norm(x, "embeddings.LayerNorm"), dropped)
        for n in range(LAYERS):
            name = f"encoder.layer.{n}."
            query, key, value = (
                self._linear(x, name + each).view(len(rows), longest, HEADS, -1).transpose(1, 2)
                for each in MATRICES[:3]
            )
            seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=unseen)
            seen = self._linear(seen.transpose(1, 2).reshape(x.shape), name + MATRICES[3])
            x = self._norm(
                x + functional.dropout(seen, dropped), name + "attention.output.LayerNorm"
            )
            wide = functional.gelu(self._linear(x, name + MATRICES[4]))
            narrow = functional.dropout(self._linear(wide, name + MATRICES[5]), dropped)
            x = self._norm(x + narrow, name + "output.LayerNorm")
        mean = (x * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        return functional.linear(
            functional.dropout(mean, dropped), self.learnt["head.weight"], self.learnt["head.bias"]
        )

    def _linear(self, x: Any, name: str) -> Any:
        functional = self._torch.nn.functional
        whole = functional.linear(x, self._base[f"{name}.weight"], self.learnt[f"{name}.bias"])
        return whole + SCALE * functional.linear(
            functional.linear(x, self.learnt[f"{name}.A"]), self.learnt[f"{name}.B"]
        )

    def _norm(self, x: Any, name: str) -> Any:
        functional = self._torch.nn.functional
        return functional.layer_norm(
            x, (WIDTH,), self.learnt[f"{name}.weight"], self.learnt[f"{name}.bias"], encoder.EPSILON
        )


def teach(
    torch: Any, pupil: Pupil, rows: Sequence[Sequence[int]], ranks: Sequence[int], order_of: int
) -> None:
    """Show it every text some times, in another order each time."""
    torch.manual_seed(order_of)
    matrices = [
        it for name, it in pupil.learnt.items() if name.endswith((".A", ".B")) or "head" in name
    ]
    others = [it for it in pupil.learnt.values() if not any(it is each for each in matrices)]
    groups = [{"params": matrices, "fastest": FASTEST}, {"params": others, "fastest": FASTEST / 4}]
    descent = torch.optim.AdamW(groups, lr=FASTEST, weight_decay=DECAY)
    order, chance = list(range(len(rows))), random.Random(order_of)
    steps, step = ROUNDS * (len(rows) // BATCH + 1), 0
    for _ in range(ROUNDS):
        for batch in _batches(order, rows, chance):
            pace = min(1.0, step / WARMING) * max(0.02, 1 - step / steps)
            for group in descent.param_groups:
                group["lr"] = group["fastest"] * pace
            sides = torch.tensor([[float(ranks[at] > band) for band in range(3)] for at in batch])
            scores = pupil([rows[at] for at in batch], dropped=DROPPED)
            loss = torch.nn.functional.binary_cross_entropy_with_logits(scores, sides)
            descent.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(list(pupil.learnt.values()), STEEPEST)
            descent.step()
            step += 1
            if step % 100 == 0:
                table.say(f"order {order_of}: {step} of {steps}")


def _batches(
    order: list[int], rows: Sequence[Sequence[int]], chance: random.Random
) -> list[list[int]]:
    chance.shuffle(order)
    found: list[list[int]] = []
    for start in range(0, len(order), BATCH * SORTED):
        some = sorted(order[start : start + BATCH * SORTED], key=lambda at: len(rows[at]))
        found += [some[at : at + BATCH] for at in range(0, len(some), BATCH)]
    chance.shuffle(found)
    return found


@dataclass(frozen=True, slots=True)
class Unseen:
    """The texts held out, each with a table that was made without it, and what such tables ask of a text."""

    texts_by: Sequence[tuple[Text, Weights]]
    must: Scores


def set_apart(shown: Sequence[Text], held: AbstractSet[Kind]) -> Unseen:
    by, must = unseen(shown, [lesson(text) for text in shown])
    return Unseen([(t, w) for t, w in zip(shown, by, strict=True) if is_held(t, held)], must)


def middle_of(pupil: Encoder, apart: Unseen) -> Scores:
    """What it says of a text that it takes nothing from: then so many of the texts held out alarm as are allowed."""
    without = [each for each in apart.texts_by if each[0].band is Band.NONE]
    quiet = [each for each in without if each[0].read(SILENT).band is Band.NONE]
    scores = [
        (score(lesson(text).found, table_.of), pupil(words_for(text))) for text, table_ in quiet
    ]
    reached = [
        sorted((one[band] + other[band] for one, other in scores), reverse=True)
        for band in range(3)
    ]
    at = [each[int(allowed * len(without))] for each, allowed in zip(reached, ALLOWED, strict=True)]
    one, two, three = ((here - least) / PART for here, least in zip(at, apart.must, strict=True))
    return one, two, three


def calibrated(learnt: Learnt, apart: Unseen, name: str) -> Scores:
    """Its middle. Prints how it reads the texts held out."""
    folder = encoder.folder_of_weights()
    base, pieces = load_file(folder / "model.safetensors"), encoder.pieces_of(folder)
    told = {"part": _three(PART, PART, PART), "middle": _three(0, 0, 0)}
    middle = middle_of(Encoder(base, learnt, pieces, told), apart)
    reader = Encoder(base, learnt, pieces, told | {"middle": _three(*middle)})
    read = [(text, text.read(replace(by, encoder=reader))) for text, by in apart.texts_by]
    rows: list[table.Row] = []
    for band in reversed(Band):
        some = [reading for text, reading in read if text.band is band]
        shares = (sum(map(how, some)) / len(some) for how in (alerts, pages))
        rows.append([band, len(some), *(f"{share:.3f}" for share in shares)])
    table.show(f"{name}, its middle {_three(*middle)}", ["band", "texts", "alerted", "paged"], rows)
    return middle


def taught(order_of: int) -> Learnt:
    """What it has learnt by all texts but those held out, shown in this order. Runs in a process of its own."""
    torch: Any = import_module("torch")
    torch.set_num_threads(max(1, (os.cpu_count() or 1) // len(ORDERS)))
    shown = texts()
    held = held_out(shown)
    some = [text for text in shown if not is_held(text, held)]
    folder = encoder.folder_of_weights()
    pieces = encoder.pieces_of(folder)
    pupil = Pupil(torch, load_file(folder / "model.safetensors"))
    rows = [pieces.of(words_for(text), MOST) for text in some]
    teach(torch, pupil, rows, [text.band.rank for text in some], order_of)
    return {name: it.detach().numpy() for name, it in pupil.learnt.items()}


def mean(each: Sequence[Learnt]) -> Learnt:
    """Between what was learnt: what is added to a matrix, B times A, is the mean of what each adds."""
    found: Learnt = {}
    for name in each[0]:
        several = [learnt[name] for learnt in each]
        if name.endswith(".A"):
            found[name] = np.concatenate(several)
        elif name.endswith(".B"):
            found[name] = np.concatenate(several, axis=1) / len(each)
        else:
            found[name] = np.mean(several, axis=0)
    return found


def _three(one: float, two: float, three: float) -> str:
    return f"{one:.3f} {two:.3f} {three:.3f}"


def main() -> int:
    """Teach it and write what it has learnt; `./scripts/safety-eval` says how well it reads."""
    argparse.ArgumentParser(prog="scripts/safety-adapt", description=__doc__).parse_args()
    if find_spec("torch") is None:  # of all who come here only this needs it
        table.say("PyTorch is missing. Install it beside the rest: .venv/bin/pip install torch")
        return 1
    with ProcessPoolExecutor(len(ORDERS)) as processes:
        each = list(processes.map(taught, ORDERS))
    shown = texts()
    apart = set_apart(shown, held_out(shown))
    for order_of, learnt in zip(ORDERS, each, strict=True):
        calibrated(learnt, apart, f"Order {order_of} alone")
    whole = mean(each)
    middle = calibrated(whole, apart, "The mean of them, which is kept")
    told = {"texts": digest(shown), "part": _three(PART, PART, PART), "middle": _three(*middle)}
    small = {name: it.astype(np.float16) for name, it in whole.items()}
    save_file(small, encoder.LEARNT, metadata=told)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
