"""Data folders that many tests begin with: each is written once in a run, whoever asks first."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 600
"""Seconds a busy machine may take to write one."""

Write = Callable[..., object]
Written = Callable[..., Path]


def place_of_run(factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all workers of this run have in common."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def written_once(run: Path, write: Write, *words: object, **named: object) -> Path:
    """Return the folder that `write(folder, *words, **named)` wrote below `run`, for all workers.

    The first who asks writes it, the others wait. Nobody changes it.
    """
    said = [f"{value}" for value in words] + [f"{name}={value}" for name, value in named.items()]
    place = run / "-".join(["written", write.__module__, write.__qualname__, *said])
    folder, done, end = place / "data", place / "done", time.monotonic() + PATIENCE
    while not done.exists():
        try:
            place.mkdir()
        except FileExistsError:
            assert time.monotonic() < end, f"{place} was never written"
            time.sleep(0.02)
            continue
        try:
            write(folder, *words, **named)
        except BaseException:
            shutil.rmtree(place)
            raise
        done.touch()
    return folder
