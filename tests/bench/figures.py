"""The figures of a month, beside the same questions asked by nothing but SQLite.

Run on a copy of a data folder, as a process of its own.
"""

import sys
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from inspector.domain.days.span import Span
from inspector.domain.figures.figure_facts import FigureScope
from inspector.workspace.workspace import Workspace
from tests.bench.measure import cost, in_turn, middle
from tests.bench.process import say_rows
from tests.bench.statements import Statements
from tests.bench.table import Row, timed_row


def main(folder: str, size: str, rounds: str) -> int:
    """Say the rows of figures; return 0."""
    say_rows(_rows(Path(folder), int(size), int(rounds)))
    return 0


def _rows(folder: Path, size: int, rounds: int) -> list[Row]:
    """Read the figures of the last thirty days, and of all there is."""
    with closing(Workspace(folder)) as workspace:
        last = last_day(workspace)
        rows = []
        for name, first in (
            ("figures of 30 days", last - timedelta(29)),
            ("figures of everything", date(1970, 1, 1)),
        ):
            read = partial(
                workspace.figures.read,
                FigureScope(Span(first, last)),
                last,
                workspace.holidays.calendar(),
            )
            with Statements() as heard:
                read()
                ask = heard.replay(workspace.database.path)
            ours, bare = in_turn(partial(cost, read), partial(cost, ask), rounds)
            rows.append(timed_row(name, size, middle(ours), middle(bare)))
    return rows


def last_day(workspace: Workspace) -> date:
    """Return the last day something was inspected on."""
    row = workspace.database.row("SELECT max(day) FROM inspection")
    assert row is not None
    return date.fromisoformat(row[0])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
