"""What people wrote, as vectors that lie near each other where it is about the same.

Knows one model of its own, which needs nothing but this file: hashed runs of letters, rare ones
counting more. Knows another that lies inside a package, and reads it from there: no network is
ever asked. More models plug in by name.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import blake2b
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import Any

import numpy as np

from rapport.matching.engine.arrays import Floats
from rapport.matching.engine.criteria.person import plain
from rapport.matching.engine.sentences import UnusableError

type Model = Callable[[Sequence[str]], Floats]
"""Texts to one row of numbers each; the longer the common direction, the nearer the sense."""

GROUP = "rapport.text_models"
"""The entry points under which a package offers a ``Model``."""

WIDTH = 128
RUNS = (3, 4, 5)
STEPS = 127
"""Directions are kept in whole steps, so that every machine finds the same nearness."""


def model_named(name: str) -> Model:
    """The model of that name; raises UnusableError where no installed package offers it."""
    if name == "letters":
        return letters
    if name == "words" and find_spec("wordllama"):
        return words
    for found in entry_points(group=GROUP, name=name):
        model: Model = found.load()
        return model
    raise UnusableError("model_unknown", name=name)


def letters(texts: Sequence[str]) -> Floats:
    """Runs of three to five letters within words, counted, rare runs more (tf-idf), hashed.

    The directions of all runs are drawn by hash, so that common runs add up and others cancel
    out (Weinberger et al. 2009).
    """
    counted = [Counter(runs_of(text)) for text in texts]
    seen = Counter(run for one in counted for run in one)
    found = np.zeros((len(texts), WIDTH))
    for row, runs in enumerate(counted):
        for run, many in runs.items():
            place, sign = bucket(run)
            found[row, place] += sign * (1 + log(many)) * log(1 + len(texts) / seen[run])
    return found


def runs_of(text: str) -> list[str]:
    """All runs of letters of every word, its ends marked."""
    words = (f" {word} " for word in plain(text).split())
    return [word[at : at + n] for word in words for n in RUNS for at in range(len(word) - n + 1)]


@cache
def bucket(run: str) -> tuple[int, int]:
    digest = blake2b(run.encode(), digest_size=4).digest()
    return digest[0] % WIDTH, 1 if digest[1] & 1 else -1


def words(texts: Sequence[str]) -> Floats:
    """The mean of what `wordllama` learned about each part of a word, from much English text.

    So that "novel" lies near "book". Other languages only as far as that text held them.
    """
    found: Floats = wordllama().embed(list(texts)).astype(np.float64)
    return found


@cache
def wordllama() -> Any:
    """Its smallest model, out of the package's own folder: by itself it would look online."""
    package = import_module("wordllama")
    folder = Path(str(package.__file__)).parent
    return package.WordLlama.load(cache_dir=folder, disable_download=True)


def directions(texts: Sequence[str], model: Model) -> Floats:
    """One direction a text, in whole steps; nothing but zeros for an empty one."""
    asked = [place for place, text in enumerate(texts) if text.strip()]
    if not asked:
        return np.zeros((len(texts), 1))
    vectors = np.asarray(model([texts[place] for place in asked]), dtype=np.float64)
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    found = np.zeros((len(texts), vectors.shape[1]))
    found[asked] = np.round(STEPS * vectors / np.where(length > 0, length, 1))
    return found
