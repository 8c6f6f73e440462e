"""More than twenty windows: a grid of numbers with shape and colour, the one in front in full."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListView

from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site, Window
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.visits.scoring.lists.card_grid import short_names, standing
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard, RunMain
from tests.gui.visits.folder import KIND, PACK_ID, write_folder
from tests.gui.visits.visit import ENTER, PAGE_DOWN, Person, click
from tests.written_once import Written


def write_many(folder: Path, windows: int = 48) -> None:
    """Write a visit to a hall with many windows, whose names begin alike."""
    write_folder(folder, visits=0)
    site = Site("hall", "市政务服务中心")
    rows = [
        Window(f"w-{n}", site.id, f"市政务服务中心一楼综合受理{n:02}号窗口", KIND, "", "")
        for n in range(1, windows + 1)
    ]
    with closing(Workspace(folder)) as workspace:
        workspace.roster_store.put([site], rows)
        duties = [Duty(each, None) for each in rows]
        workspace.inspections.start(site, InspectionKind.OPEN, ["甲"], PACK_ID, duties)


@pytest.mark.ci
def test_the_grid_shows_how_each_stands_and_a_click_goes_there(
    run_main: RunMain, keyboard: Keyboard, copied: Written
) -> None:
    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        cards, model = person.scoring.cards, person.scoring.cards_model
        assert cards.flow() is QListView.Flow.LeftToRight
        assert len({cards.visualRect(model.index(at)).top() for at in range(4)}) == 1
        assert cards.visualRect(model.index(48)).bottom() <= 13 * 48  # seen without scrolling
        assert [row.short for row in model.rows[:3]] == ["公共", "01", "02"]
        click(cards, model.index(30))
        assert person.scoring.card.window_number.endswith("30号窗口")
        assert cards.head.isVisible()
        assert cards.current is model.rows[30]
        assert person.focus == "items"
        person.press("1")
        assert standing(model.rows[30]) == ("1", "accent")
        person.press("a", "a")
        assert standing(model.rows[30]) == ("✓", "passed")
        person.press(PAGE_DOWN, "x")
        assert standing(model.rows[31]) == ("—", "not_applicable")
        assert standing(model.rows[32]) == ("·", "secondary")

    folder = copied(write_many)
    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0


def test_a_name_is_short_where_that_tells_it_from_the_others() -> None:
    names = ["公共区域", "1号窗口", "12号窗口", "收费1号", "导办台", "一楼综合3号", "一楼收费3号"]
    expected = ["公共", "1", "12", "收1", "导办", "一楼综合3号", "一楼收费3号"]
    assert short_names(names) == expected
