"""A hall that only inspected itself finds its own figures on 汇总, without a rank."""

import shutil
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from inspector.domain.visit.answer_changes import deducted, noted, passed
from inspector.domain.visit.inspection import InspectionKind
from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.gui.meeting.hall import MorningClock
from tests.gui.summary.halls import SITES, WINDOWS
from tests.gui.summary.reader import Reader
from tests.gui.visits.folder import PACK, PACK_ID
from tests.gui.visits.visit import Person, click
from tests.gui.waiting import wait_for
from tests.written_once import Written


def write_own_visit(folder: Path) -> None:
    """One hall, which found one thing wrong with itself today."""
    shutil.copytree(PACK, folder / "packs" / PACK_ID)
    clock = MorningClock(datetime.now().astimezone() - timedelta(minutes=1))
    with closing(Workspace(folder, clock)) as workspace:
        site = SITES[0]
        workspace.roster_store.put([site], WINDOWS[site.id])
        duties = [Duty(each, each.staff[0]) for each in WINDOWS[site.id]]
        visit, _ = workspace.inspections.start(
            site, InspectionKind.SELF, ["甲"], PACK_ID, duties, False
        )
        sheet = workspace.inspections.sheet(visit)
        for card in sheet.scorecards:
            answers = [
                noted(deducted(item), "见记录") if item.id == "greet" else passed(item)
                for item in sheet.items(card)
                if not item.is_bonus
            ]
            workspace.inspections.record(visit, card.id, answers)
        workspace.inspections.complete(visit)


@pytest.fixture
def folder(copied: Written) -> Path:
    return copied(write_own_visit)


@pytest.mark.ci
def test_its_own_figures_are_shown_opened_and_exported(
    run_main: RunMain, keyboard: Keyboard, folder: Path, tmp_path: Path, choose_file: ChooseFile
) -> None:
    path = tmp_path / "汇总.xlsx"

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        reader = Reader(person)
        (row,) = [each for each in reader.rows if "01厅" in each]
        assert "自查，不排名" in row
        assert "1/1" not in " ".join(row)
        assert "只有自查的单位列出得分，不排名" in reader.note
        place = [each[0] for each in reader.rows].index("01厅")
        for section in "23456781":
            reader.press(section)
        click(reader.table, reader.table.model().index(place, 3), twice=True)
        reader.wait()
        assert reader.board.visits.isVisible()
        assert reader.board.visits.model.rowCount() == 1
        person.click("back")
        choose_file(path)
        reader.press("s", ctrl=True)
        wait_for(path.exists)

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    sheet = openpyxl.load_workbook(path).worksheets[0]
    said = {str(each[1]): each for each in sheet.iter_rows(values_only=True)}
    assert str(said["01厅"][-1]).startswith("自查，不排名")
