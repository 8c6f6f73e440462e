"""Taking workbooks in, beside openpyxl reading their values.

Run on a copy of a data folder, as a process of its own.
"""

import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

from openpyxl import Workbook

from inspector.translation import use_language
from inspector.workspace.extent import Extent, Period
from inspector.workspace.workspace import Workspace
from tests.bench.bare.bare_book import reading
from tests.bench.figures import last_day
from tests.bench.measure import cost, in_turn, middle
from tests.bench.process import say_rows
from tests.bench.table import Row, timed_row

WINDOWS = 400
DAYS = 30


def main(folder: str, size: str, rounds: str) -> int:
    """Say the rows of imports; return 0."""
    say_rows(_rows(Path(folder), int(size), int(rounds)))
    return 0


def _rows(folder: Path, size: int, rounds: int) -> list[Row]:
    """Take in a roster, a checklist and a returned ledger, each from the file to what it changes.

    They are looked at; nothing is written.
    """
    scratch = folder.parent
    use_language("en", Path("no catalogues"))
    with closing(Workspace(folder)) as workspace:
        roster = _roster(scratch / "roster.xlsx")
        pack = workspace.packs.write_workbook(scratch / "pack.xlsx", workspace.packs.all()[0].id)
        last = last_day(workspace)
        ledger = workspace.reports.write_rectification(
            scratch / "returned.xlsx",
            Extent(Period(last - timedelta(DAYS - 1), last)),
            fill_in=True,
        )
        returned = workspace.returned
        own: dict[str, tuple[Path, Callable[[], object]]] = {
            f"roster of {WINDOWS} windows": (roster, lambda: workspace.rosters.preview(roster)),
            "checklist": (pack, lambda: workspace.packs.preview(pack)),
            "returned ledger": (ledger, lambda: returned.preview(returned.read(ledger))),
        }
        rows = []
        for name, (path, take_in) in own.items():
            take_in()
            ours, bare = in_turn(partial(cost, take_in), partial(cost, reading(path)), rounds)
            rows.append(timed_row(f"import: {name}", size, middle(ours), middle(bare)))
    return rows


def _roster(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["单位", "窗口号", "部门", "班长", "工号", "姓名"])
    for number in range(WINDOWS):
        sheet.append(
            [f"第{number // 8}营业厅", f"{number % 8 + 1}号窗口", "综合部", "班长", number, "某人"]
        )
    book.save(path)
    return path


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
