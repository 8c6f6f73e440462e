"""Killing the program again and again in one data folder, and looking after each time."""

import os
import shutil
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.durability.folder import write_folder
from tests.durability.journal import read
from tests.durability.on_disk import Facts, aside, facts
from tests.durability.runs import Zygote
from tests.durability.verdict import Tally, compared
from tests.durability.visitors import SAID

MOST_ACTS, LATER = 24, 0.06
"""A window is killed after so many acts at most, and so many seconds later at most.

By acts, so that a busy machine and an idle one kill in the midst of the same work; the seconds
are those of a few acts, so that it is killed anywhere in them.
"""

START = 0.2
"""Seconds a run lives at most that is killed while it starts."""

FRESH_AFTER = 25
"""Kills that one data folder has to bear, so that what goes wrong can add up."""

COLD = 0.1
AT_START = 0.12
"""Shares of runs that start a Python of their own, and that are killed before their window."""


DURING, AFTER = 0.4, 8
"""Share of visits during which the window is killed; acts at most that come after the others."""


def kill_often(
    times: int, seed: int, scratch: Path, runs: Zygote, visitors: Sequence[str] = ()
) -> Tally:
    """Kill the program `times`; return what came of it. Stops at the first loss.

    With `visitors` one of them comes to the folder in every run.
    """
    chance, tally = Random(seed), Tally()
    folder, fresh, known = scratch / "data", scratch / "fresh", Facts()
    write_folder(fresh)
    for number in range(times):
        if number % FRESH_AFTER == 0:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(fresh, folder)
            known = facts(folder)
        visitor = chance.choice(visitors) if visitors else ""
        known = _kill_once(number, chance, folder, known, runs, tally, visitor)
        if tally.lost:
            tally.lost.insert(0, f"kill {number} of seed {seed}")
            break
    return tally


def _kill_once(
    number: int,
    chance: Random,
    folder: Path,
    known: Facts,
    runs: Zygote,
    tally: Tally,
    visitor: str,
) -> Facts:
    scratch = folder.parent
    journal = scratch / f"{number}.jsonl"
    # Of two starts at once the first is the one that is told of; so another one comes later.
    second = visitor == "second start"
    cold, at_start = chance.random() < COLD, not second and chance.random() < AT_START
    acts, later = chance.randrange(MOST_ACTS), chance.uniform(0, START if at_start else LATER)
    photos = scratch / "photos"
    photos.mkdir(exist_ok=True)
    run = runs.run(folder, journal, photos, chance.randrange(1 << 30), cold)
    if not at_start:
        run.wait_for_acts(acts)
    pid = runs.visit(visitor, folder, scratch / "visits", number) if visitor else 0
    during = at_start or chance.random() < DURING
    if visitor and not during:
        if left := runs.gone(pid):
            said = (scratch / "visits" / SAID).read_text(errors="replace")
            tally.lost.append(f"{visitor} beside the window ended with {left}: {said}")
        run.wait_for_more(chance.randrange(1, AFTER))
    time.sleep(later)
    code = run.kill()
    if visitor:
        tally.visits[visitor] += 1
        if during:
            tally.during += 1
            if second:  # it would wait for an answer
                os.kill(pid, signal.SIGKILL)
            runs.gone(pid)
    tally.kills += 1
    tally.cold += cold
    lines = read(journal)
    tally.at_start += not lines
    if code != -signal.SIGKILL:
        tally.lost.append(f"ended by itself with {code}: {runs.said}")
    tally.lost += [f"it opened with: {each['told']}" for each in lines if each.get("told")]
    found = compared(known, lines, aside(folder, scratch), tally)
    if not tally.lost:
        journal.unlink(missing_ok=True)
    return found
