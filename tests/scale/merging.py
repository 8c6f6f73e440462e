"""Many laptops' bundles taken into one folder, one after the other: `python -m tests.scale.merging
--laptops 50 --visits 250 --scratch DIR`.

Each is taken in as a person does it on the command line, by a process of its own: the preview, then
everything. What it costs is told for each, and whether that grows with what is there already. At
the end one is looked at only, and one that was taken in comes again.
"""

import argparse
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import TextIO

from tests.bench.process import Ended, ended

FLAT = 1.25
"""By how much the last third may cost more than the first, and still be called flat."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking one bundle in cost: seconds of CPU and wall, the peak and the database in MB."""

    visits: int  # in the folder, behind it
    steps: int
    cpu: float
    wall: float
    peak: float
    size: float


def merge(laptops: int, visits: int, scratch: Path, out: TextIO) -> list[Taken]:
    """Write the bundles and take them in; what was found goes to `out` as it is found."""
    home, folder = scratch / "home", scratch / "merged"
    home.mkdir(parents=True, exist_ok=True)
    made = ended(["-m", "tests.scale.many_laptops", str(laptops), str(visits), str(scratch)], home)
    _say(out, f"{laptops} bundles written in {made.cost.cpu:.0f} s CPU")
    _say(out, "| laptop | visits | steps | s CPU | s wall | peak MB | database MB |")
    _say(out, "|---|---|---|---|---|---|---|")
    found: list[Taken] = []
    for number in range(laptops):
        done = _import(scratch, number, folder, home)
        found.append(_taken(done, folder))
        last = found[-1]
        _say(
            out,
            f"| {number + 1} | {last.visits:,} | {last.steps:,} | {last.cpu:.1f} | {last.wall:.1f}"
            f" | {last.peak:.0f} | {last.size:.0f} |",
        )
    _say(out, f"CPU a bundle: {fit([each.cpu for each in found])}")
    _say(out, f"peak: {fit([each.peak for each in found])}")
    again = _import(scratch, laptops - 1, folder, home)
    _say(out, f"the last one again: {again.cost.cpu:.1f} s CPU, {again.peak:.0f} MB")
    return found


def fit(values: Sequence[float]) -> str:
    """Say whether values stay, grow by the same again and again, or faster than that."""
    third = max(1, len(values) // 3)
    first, middle, last = (
        fmean(values[:third]), fmean(values[third:-third] or values), fmean(values[-third:]),
    )  # fmt: skip
    told = f"{first:.1f} in the first third, {middle:.1f}, {last:.1f} in the last"
    if last <= FLAT * first:
        return f"flat ({told})"
    if last - middle <= FLAT * (middle - first):
        return f"grows linearly ({told})"
    return f"grows faster than linearly ({told})"


def _import(scratch: Path, number: int, folder: Path, home: Path) -> Ended:
    bundle = scratch / f"laptop-{number:03}.inspx"
    told = bundle.with_suffix(".fingerprint").read_text()
    return ended(
        [
            "-m", "inspector", "--data", str(folder), "import", str(bundle), "--trust", told,
            "--near", "new",
        ],
        home,
    )  # fmt: skip


def _taken(done: Ended, folder: Path) -> Taken:
    path = folder / "inspector.db"
    with closing(sqlite3.connect(path)) as database:
        (visits,) = database.execute("SELECT count(*) FROM inspection").fetchone()
        (steps,) = database.execute("SELECT count(*) FROM finding_event").fetchone()
    size = sum(each.stat().st_size for each in folder.glob("inspector.db*"))
    return Taken(visits, steps, done.cost.cpu, done.cost.wall, done.peak, size / 1024**2)


def _say(out: TextIO, line: str) -> None:
    out.write(f"{line}\n")
    out.flush()


def main(words: Sequence[str]) -> int:
    """Do it and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.scale.merging", description=__doc__)
    parser.add_argument("--laptops", type=int, default=50)
    parser.add_argument("--visits", type=int, default=250)
    parser.add_argument("--scratch", type=Path, required=True)
    options = parser.parse_args(words)
    merge(options.laptops, options.visits, options.scratch, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
