"""The power cut with a disk that forgets: every instant of a run, and its worst disk.

Everything that the file system told its disk during a run is written down (`recorder`). A cut is
any place in that record: what came before the last flush is on the disk; of what came after it
some is there and some is not, in any order, and a write may be torn between two sectors.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.durability.cuts import look
from tests.durability.folder import write_folder
from tests.durability.image import copy, make, mounted, recorded
from tests.durability.journal import read
from tests.durability.on_disk import facts
from tests.durability.recorder import Record, records
from tests.durability.runs import Zygote
from tests.durability.verdict import Tally, count

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""

TORN = 0.2
"""Share of the writes after the last flush of which only a part is there."""


def cut_anywhere(times: int, acts: int, seed: int, scratch: Path, runs: Zygote) -> Tally:
    """Let somebody act so often, then cut the power at `times` instants of that."""
    chance, tally = Random(seed), Tally()
    image, base, journal = scratch / "disk.img", scratch / "durable.img", scratch / "cuts.jsonl"
    (scratch / "photos").mkdir(exist_ok=True)
    write_folder(scratch / "fresh")
    known = facts(scratch / "fresh")
    make(image)
    with mounted(image, scratch / "disk"):
        shutil.copytree(scratch / "fresh", scratch / "disk" / "data")
    copy(image, base)
    with recorded(image, scratch, journal) as record:
        folder = scratch / "disk" / "data"
        run = runs.run(folder, journal, scratch / "photos", chance.randrange(1 << 30))
        try:
            run.wait_for_acts(acts)
        finally:
            size = record.stat().st_size  # what comes later is the kill and the unmounting
            run.kill()
    told = list(records(record, size))
    first = next(i for i, each in enumerate(told) if each.acknowledged)
    for acknowledged in after_cuts(times, told, first, base, scratch / "copy.img", chance):
        again = chance.randrange(1 << 30)
        look(scratch, known, read(journal, acknowledged), tally, runs, again)
        tally.kills += 1
        if tally.lost:
            tally.lost.insert(0, f"cut {tally.kills} of seed {seed}")
            break
    count(read(journal), tally)
    return tally


def after_cuts(
    times: int, told: list[Record], first: int, durable: Path, target: Path, chance: Random
) -> Iterator[int]:
    """Make `target` the disk as it may be after each of several cuts, from the `first` record on.

    `durable` is the disk before it was told anything, and goes along. Yields how much of the
    journal was written by then.
    """
    instants = set(chance.sample(range(first, len(told)), min(times, len(told) - first)))
    unflushed: list[Record] = []
    with durable.open("r+b") as disk:
        for index, each in enumerate(told):
            if index in instants:
                disk.flush()
                copy(durable, target)
                _remember_some(unflushed, target, chance)
                yield each.acknowledged
            if each.data is None:
                for write in unflushed:
                    os.pwrite(disk.fileno(), write.data or b"", write.offset)
                unflushed = []
            else:
                unflushed.append(each)


def _remember_some(writes: list[Record], target: Path, chance: Random) -> None:
    """Let a disk have some of the writes that it was never told to keep."""
    share = chance.choice([0, 0.3, 0.7, 1])
    with target.open("r+b") as disk:
        for write in writes:
            data = write.data or b""
            if chance.random() >= share:
                continue
            sectors = range(0, len(data), SECTOR)
            if chance.random() < TORN:
                sectors = range(0, chance.randrange(len(data)), SECTOR)
            for at in sectors:
                os.pwrite(disk.fileno(), data[at : at + SECTOR], write.offset + at)
