"""How long the figures of a period take over 200 windows: said, never asserted.

    ./run python -m tests.bench.figure_spans [INSPECTIONS] [FOLDER]

The folder is made when it is missing, and kept when it is named: 5,000 inspections take a while.
A year over 208 windows (1,849 visits, 13,734 scorecards, 33,493 findings of 5,000 inspections)
took 150 ms on a busy two-core machine, a quarter 48 ms, three years 270 ms: less a row, the more
rows there are.
Seconds are those of this process alone: the machine may be busy with something else.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from inspector.domain.days.span import Span
from inspector.domain.figures.figure_facts import FigureScope
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace

TIMES = 4
"""The sample halls so many times: 208 windows at 28 sites."""

LAST = date(2026, 11, 24)
DAYS = (1, 7, 30, 91, 182, 365, 730, 1095)


def main() -> int:
    """Measure; return 0."""
    words = sys.argv[1:]
    count = int(words[0]) if words else 5000
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(words[1]) if len(words) > 1 else Path(scratch) / "data"
        if not folder.exists():
            write_demo(folder, count, 1, LAST, rounds=True, times=TIMES)
        with closing(Workspace(folder)) as workspace:
            _measure(workspace)
    return 0


def _measure(workspace: Workspace) -> None:
    sites = workspace.rosters.sites()
    windows = sum(len(workspace.rosters.windows(site.id)) for site in sites)
    say(f"{len(sites)} sites, {windows} windows")
    say("  days  visits  cards  findings   read  heat map  us a row")
    calendar = workspace.holidays.calendar()
    for days in DAYS:
        scope = FigureScope(Span(LAST - timedelta(days=days - 1), LAST))
        figures = workspace.figures.read(scope, LAST, calendar)
        cards = sum(each.times for each in figures.windows)
        rows = figures.key.visits + cards + figures.key.findings.raised
        read = _best(partial(workspace.figures.read, scope, LAST, calendar))
        heat = _best(partial(workspace.figures.windows, scope))
        say(
            f"{days:6}  {figures.key.visits:6}  {cards:5}  {figures.key.findings.raised:8}"
            f"  {read * 1000:4.0f} ms  {heat * 1000:5.0f} ms  {read * 1e6 / max(rows, 1):6.1f}"
        )
    few = tuple(site.id for site in sites[::2])
    scope = FigureScope(Span(LAST - timedelta(days=364), LAST), few)
    read = _best(lambda: workspace.figures.read(scope, LAST, calendar))
    say(f"a year of {len(few)} sites: {read * 1000:.0f} ms")


def _best(work: Callable[[], object], times: int = 7) -> float:
    """Return the seconds that the quickest of some runs took."""
    taken = []
    for _ in range(times):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return min(taken)


def say(line: str) -> None:
    """Write a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
