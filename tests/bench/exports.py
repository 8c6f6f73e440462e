"""Every workbook of the last thirty days, beside openpyxl writing the same cells.

Run on a copy of a data folder, as a process of its own: its peak of memory is that of exports.
"""

import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

from inspector.translation import use_language
from inspector.workspace.extent import Extent, Period
from inspector.workspace.papers.superior_forms import write_sample_forms
from inspector.workspace.workspace import Workspace
from tests.bench.figures import last_day
from tests.bench.measure import cost, in_turn, middle
from tests.bench.process import say_rows
from tests.bench.table import Row, timed_row

DAYS = 30


def main(folder: str, size: str, rounds: str) -> int:
    """Say the rows of exports; return 0."""
    use_language("en", Path("no catalogues"))
    out = Path(folder).with_name("papers")
    out.mkdir(exist_ok=True)
    with closing(Workspace(Path(folder))) as workspace:
        own = _papers(workspace, out)
        if "--peak" in sys.argv:  # a run without the reference, for the memory alone
            for write in own.values():
                write()
            say_rows([])
            return 0
        say_rows([_row(*each, int(size), int(rounds), out) for each in own.items()])
    return 0


def _papers(workspace: Workspace, out: Path) -> dict[str, Callable[[], list[Path]]]:
    """Return what writes each kind and says which files it wrote."""
    reports, last = workspace.reports, last_day(workspace)
    # A month that ends today: a meeting was held today, whenever the folder was made.
    days = Period(last - timedelta(DAYS - 1), max(last, workspace.now().date()))
    extent = Extent(days)
    visit = workspace.database.row(
        "SELECT id FROM inspection WHERE state = 'completed' AND kind IN ('open', 'covert')"
        " ORDER BY day DESC LIMIT 1"
    )
    assert visit is not None
    form = write_sample_forms(out / "forms")[0]
    return {
        "ledger": lambda: [reports.write_rectification(out / "ledger.xlsx", extent)],
        "summary": lambda: [reports.write_summary(out / "summary.xlsx", extent)],
        "record": lambda: [reports.write_record(out / "record.xlsx", visit["id"])],
        "patrol": lambda: [reports.write_patrol(out / "patrol.xlsx", extent)],
        "notice": lambda: workspace.notices.write_all(extent, out / "notices"),
        "minutes": lambda: [reports.write_minutes(out / "minutes.xlsx", extent)],
        "circular": lambda: [reports.write_circular(out / "circular.xlsx", extent)],
        "form": lambda: [reports.write_form(out / "form.xlsx", extent, form)],
    }


def _row(name: str, write: Callable[[], list[Path]], size: int, rounds: int, out: Path) -> Row:
    from tests.bench.bare.bare_book import rewriting

    rewrite = rewriting(write(), out / "bare.xlsx")
    ours, bare = in_turn(partial(cost, write), partial(cost, rewrite), rounds)
    return timed_row(f"export: {name}", size, middle(ours), middle(bare))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
