"""./run python -m tests.bench: the table of what the program costs.

Everything is measured beside a bare reference in the same run, in turn, and medians are told:
another machine, or a busy one, moves both. A folder of sample data is made once for each size
(20,000 inspections take half an hour) and copied before use.
"""

import argparse
import os
import platform
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter

from tests.bench.commands.look_over import look_over_rows
from tests.bench.folders import copied, folder_of
from tests.bench.process import ended, rows_of
from tests.bench.start import start_rows
from tests.bench.table import MEGABYTES, Row, markdown

SIZES = (1000, 5000, 20000)
KINDS = (
    "start", "key", "page", "export", "photos", "import", "figures", "storage", "look-over", "gaps",
    "first",
)  # fmt: skip
ROUNDS = {
    "start": 15,
    "key": 200,
    "page": 120,
    "export": 5,
    "photos": 500,  # on one paper
    "import": 5,
    "figures": 5,
    "storage": 1,
    "look-over": 1,
    "gaps": 10,
    "first": 3,
}
"""How often each is measured."""


def main(words: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print the table; return 1 when some of it failed.

    What failed is said and the others go on: a table of an hour is not lost to its last row.
    """
    options = _options().parse_args(words)
    begun = perf_counter()
    rows: list[Row] = []
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="inspector-bench-") as place:
        scratch = Path(place)
        home = scratch / "home"
        home.mkdir()
        for size in options.sizes:
            _say(f"{size} inspections: the sample folder")
            kept = folder_of(size, options.folders, home)
            work = scratch / str(size)
            work.mkdir()
            folder = copied(kept, work)
            for kind, measure in _measures(folder, size, home, options.rounds).items():
                if kind in options.only:
                    _say(f"{size} inspections: {kind} ({perf_counter() - begun:.0f} s so far)")
                    try:
                        rows += measure()
                    except RuntimeError as error:
                        _say(f"{kind} failed: {error}")
                        failed.append(f"{size} inspections: {kind}")
            shutil.rmtree(work)
    text = f"{machine()}\n\n{markdown(rows)}"
    sys.stdout.write(text)
    if options.output is not None:
        options.output.write_text(text, "utf-8")
    _say(f"{perf_counter() - begun:.0f} s")
    if failed:
        _say(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


def _measures(
    folder: Path, size: int, home: Path, share: float
) -> dict[str, Callable[[], list[Row]]]:
    """Return what measures each kind, `share` of the usual number of rounds."""

    def rounds(kind: str) -> int:
        return max(1, round(ROUNDS[kind] * share))

    def child(kind: str, module: str, peak: str) -> list[Row]:
        given = [str(folder), str(size), str(rounds(kind))]
        found, most = rows_of(module, given, home)
        return [*found, Row(peak, size, most, unit=MEGABYTES)] if peak else found

    def exports() -> list[Row]:
        found = child("export", "exports", "")
        alone = ["-m", "tests.bench.exports", str(folder), str(size), "1", "--peak"]
        peak = ended(alone, home).peak
        return [*found, Row("peak memory, every export", size, peak, unit=MEGABYTES)]

    return {
        "start": lambda: start_rows(folder, size, rounds("start"), home),
        "key": lambda: child("key", "keys", "peak memory, start and scoring"),
        "page": lambda: child("page", "pages", ""),
        "export": exports,
        "photos": lambda: child("photos", "photo_papers", "peak memory, papers with photos"),
        "import": lambda: child("import", "imports", ""),
        "figures": lambda: child("figures", "figures", ""),
        "storage": lambda: child("storage", "storage", ""),
        "look-over": lambda: look_over_rows(folder, size, home),
        "gaps": lambda: child("gaps", "liveness.gap_jobs", "peak memory, jobs with gaps"),
        "first": lambda: child("first", "liveness.first_seconds", ""),
    }


def machine() -> str:
    """Return what it was measured on, and when."""
    from openpyxl import __version__ as openpyxl
    from PySide6 import __version__ as pyside

    return (
        f"{date.today().isoformat()}: {os.cpu_count()} cores ({platform.machine()}),"
        f" {platform.system()}, Python {platform.python_version()}, PySide6 {pyside},"
        f" SQLite {sqlite3.sqlite_version}, openpyxl {openpyxl}, no screen (offscreen)."
    )


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    kept = Path(tempfile.gettempdir()) / "inspector-bench"
    parser.add_argument(
        "--sizes", type=_sizes, default=SIZES, metavar="N,N", help="inspections in the folders"
    )
    parser.add_argument(
        "--only", type=_kinds, default=KINDS, metavar="KIND,KIND", help=", ".join(KINDS)
    )
    parser.add_argument(
        "--rounds", type=float, default=1, metavar="X", help="times as many rounds as usual"
    )
    parser.add_argument(
        "--folders", type=Path, default=kept, metavar="DIR", help="keeps the sample folders"
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="the table, too")
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in text.split(","))


def _kinds(text: str) -> tuple[str, ...]:
    kinds = tuple(text.split(","))
    if unknown := set(kinds) - set(KINDS):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
    return kinds


def _say(text: str) -> None:
    sys.stderr.write(f"bench: {text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
