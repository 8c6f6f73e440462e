"""On a low and narrow screen the list of completed visits still says where they were."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.visits.parts.inspection_columns import FOUND_COLUMN, SEEN_COLUMN
from inspector.gui.visits.visits_page import InspectPage
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.waiting import wait_for

SITE_COLUMN = 0


@pytest.mark.ci
def test_the_name_of_a_site_gives_way_last(run_main: RunMain, tmp_path: Path) -> None:
    write_demo(tmp_path / "data", 14, 1, date.today())

    def drive(window: MainWindow) -> None:
        page = window.page
        assert isinstance(page, InspectPage)
        table, model = page.start.completed, page.start.completed_model
        lines = [model.row_at(row) for row in range(model.rowCount())]
        assert any(line.found for line in lines), "none was appealed against"

        def told_as_wanted(is_told: bool) -> bool:
            beside = (FOUND_COLUMN, SEEN_COLUMN)
            return {table.isColumnHidden(column) for column in beside} == {not is_told}

        metrics = table.fontMetrics()
        longest = max(metrics.horizontalAdvance(line.inspection.site_name) for line in lines)
        for width, is_told in ((1366, True), (911, False), (1366, True)):
            window.resize(width, 512)
            wait_for(partial(told_as_wanted, is_told))
            assert table.columnWidth(SITE_COLUMN) > longest
            assert table.horizontalScrollBar().maximum() == 0

    assert run_main(drive, "--data", str(tmp_path / "data"), "--lang", "zh_CN") == 0
