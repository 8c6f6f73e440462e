"""The command line in a process of its own, and how much memory it took at the most."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

MOST_MEMORY = 300
"""Megabytes that any hostile file may cost, the program itself included."""

FAR_TOO_LONG = 900
"""Seconds by the clock: a child that waits for something, on however busy a machine."""

ROOT = Path(__file__).parents[2]

posix_only = pytest.mark.skipif(os.name == "nt", reason="no limits and peaks of a process")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended; `memory` is its peak in megabytes."""

    code: int
    out: str
    err: str
    memory: float
    seconds: float  # of the processor; told, never asserted


def run_child(*arguments: object) -> Outcome:
    """Run `inspector` with some arguments, in English; one that hangs is ended by the system."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        command = [sys.executable, "-m", "tests.hostile.measured", report, "--lang", "en"]
        done = subprocess.run(
            [*map(str, command), *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=FAR_TOO_LONG,
            env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)},
        )
        held = report.read_text("utf-8").split() if report.exists() else ["inf", "inf"]
    memory, seconds = map(float, held)
    out, err = (text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))
    return Outcome(done.returncode, out, err, memory, seconds)


def assert_refused_or_read(outcome: Outcome) -> None:
    """Assert that a command ended by itself, in bounds, and said why if it refused."""
    assert outcome.code in (0, 1), (outcome.code, outcome.err[-2000:])
    assert "Traceback" not in outcome.err, outcome.err[-2000:]
    assert (outcome.code == 0) or outcome.err.strip()
    assert outcome.memory < MOST_MEMORY
