"""Processes of their own: what they cost as a whole, and what they say."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

from tests.bench.measure import Cost
from tests.bench.table import Limit, Row

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ended:
    """What a process took: its cost and its peak of memory in MB; what it said.

    The peak cannot be told below that of the process that started it, which is kept small.
    """

    cost: Cost
    peak: float
    said: str


def ended(arguments: Sequence[str], home: Path) -> Ended:
    """Run Python with `arguments`, without a screen and with an empty `home`, to its good end.

    On POSIX, where a child's own accounts can be asked for.
    """
    with tempfile.TemporaryFile() as heard:
        begun = perf_counter()
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=_environment(home), stdout=heard
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        heard.seek(0)
        said = heard.read().decode()
    if process.returncode:
        raise RuntimeError(f"{arguments} ended with {process.returncode}: {said}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Ended(
        Cost(wall, usage.ru_utime + usage.ru_stime), usage.ru_maxrss * unit / 1024**2, said
    )


def rows_of(module: str, arguments: Sequence[str], home: Path) -> tuple[list[Row], float]:
    """Run a module of the bench; return the rows it says, and its peak of memory in MB."""
    done = ended(["-m", f"tests.bench.{module}", *arguments], home)
    rows = []
    for kept in json.loads(done.said.splitlines()[-1]):
        limit = kept.pop("limit")
        rows.append(Row(**kept, limit=Limit(**limit) if limit else None))
    return rows, done.peak


def say_rows(rows: Sequence[Row]) -> None:
    """Say rows so that `rows_of` understands them."""
    sys.stdout.write(json.dumps([asdict(row) for row in rows]) + "\n")


def _environment(home: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    own = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    # The font cache is the machine's: building one is no part of a start.
    return kept | dict.fromkeys(own, str(home)) | {"QT_QPA_PLATFORM": "offscreen"}
