"""The power cut while somebody works: what had not reached the disk by then is gone.

The program works on a disk in a file (`image`). At a random instant it is stopped, and the file
is copied as it is: what the system had only promised to write is not in it. The copy is mounted,
as after a power cut, and has to hold everything that was acknowledged before.
"""

import os
import shutil
import signal
import time
from pathlib import Path
from random import Random

from inspector.workspace.keeping.doctor import Trouble
from tests.durability.folder import write_folder
from tests.durability.image import copy_still, make, mounted
from tests.durability.journal import read
from tests.durability.on_disk import Facts, aside, facts
from tests.durability.runs import Run, Zygote
from tests.durability.verdict import Line, Tally, compared, count

SOONEST, LATEST = 0.02, 0.8
"""Seconds between two cuts."""

OPEN = 0.2
"""Seconds that the program is worked with on what a cut has left."""

_CACHE = frozenset({Trouble.THUMBNAIL_BROKEN})
"""Thumbnails are not put on the disk, and made anew when they are not whole."""


def cut_often(times: int, seed: int, scratch: Path, runs: Zygote) -> Tally:
    """Cut the power `times` during one run; return what came of it. Stops at the first loss."""
    chance, tally = Random(seed), Tally()
    image, journal, photos = scratch / "disk.img", scratch / "cuts.jsonl", scratch / "photos"
    photos.mkdir(exist_ok=True)
    write_folder(scratch / "fresh")
    make(image)
    with mounted(image, scratch / "disk") as device:
        folder = scratch / "disk" / "data"
        shutil.copytree(scratch / "fresh", folder)
        os.sync()
        known = facts(scratch / "fresh")
        run = runs.run(folder, journal, photos, chance.randrange(1 << 30))
        try:
            run.wait_for_window()
            for number in range(times):
                time.sleep(chance.uniform(SOONEST, LATEST))
                size = _cut(run, image, device, scratch / "copy.img")
                look(scratch, known, read(journal, size), tally, runs, chance.randrange(1 << 30))
                tally.kills += 1
                if tally.lost:
                    tally.lost.insert(0, f"cut {number} of seed {seed}")
                    break
        finally:
            run.kill()
    count(read(journal), tally)
    return tally


def _cut(run: Run, image: Path, device: str, target: Path) -> int:
    """Copy the disk of a run; return how much of its journal was written by then."""
    os.kill(run.pid, signal.SIGSTOP)
    try:
        _wait_until_stopped(run.pid)
        size = run.journal.stat().st_size
        copy_still(image, device, target)
    finally:
        os.kill(run.pid, signal.SIGCONT)
    return size


def _wait_until_stopped(pid: int) -> None:
    """Wait for every thread of a process: one that is in the middle of a write ends it first."""
    tasks = Path(f"/proc/{pid}/task")
    while any(
        (task / "stat").read_text().rpartition(") ")[2][0] != "T" for task in tasks.iterdir()
    ):
        time.sleep(0.001)


def look(
    scratch: Path, known: Facts, lines: list[Line], tally: Tally, runs: Zygote, seed: int
) -> None:
    """Mount the copy, compare it, open the program on it, and compare again."""
    own = Tally()
    with mounted(scratch / "copy.img", scratch / "copy"):
        folder = scratch / "copy" / "data"
        found = compared(known, lines, aside(folder, scratch), own, _CACHE)
        again = scratch / "again.jsonl"
        again.unlink(missing_ok=True)
        run = runs.run(folder, again, scratch / "photos", seed)
        try:
            run.wait_for_window()
            time.sleep(OPEN)
        finally:
            run.kill()
        said = read(again)
        compared(found, said, aside(folder, scratch), own, _CACHE)
        own.lost += [f"it opened with: {each['told']}" for each in said if each.get("told")]
    tally.in_flight += own.in_flight
    tally.in_flight_kept += own.in_flight_kept
    tally.reopened += own.reopened
    tally.lost += own.lost
    tally.misplaced += own.misplaced
