"""Complaints out and in, in the window: the register, what units fill in, what comes back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt

from inspector.domain.complaint.arrival import Arrival
from inspector.domain.complaint.complaint import ComplaintState
from inspector.gui.program.dropped import take_dropped
from tests.conftest import ChooseFile
from tests.gui.complaints.test_complaints_page import only, page_of
from tests.gui.visits.visit import Person
from tests.gui.waiting import wait_for

Visit = Callable[[Callable[[Person], None]], None]


def fill_in(path: Path) -> None:
    """Write what a unit says into the only row."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = {
        str(cell.value).split("\n")[0]: cell.column
        for row in sheet.iter_rows()
        for cell in row
        if cell.value
    }
    row = next(r[0].row for r in sheet.iter_rows() if r[0].value == 1)
    for name, value in (("是否属实", "属实"), ("核实情况", "未一次告知"), ("处理结果", "已致歉"),
                        ("反馈时间", date.today().isoformat())):  # fmt: skip
        sheet.cell(row, columns[name]).value = value
    book.save(path)


@pytest.mark.ci
def test_it_goes_out_comes_back_and_is_taken_in_by_keys(
    visit: Visit, choose_file: ChooseFile, tmp_path: Path
) -> None:
    register, sent = tmp_path / "台账.xlsx", tmp_path / "办理.xlsx"

    def work(person: Person) -> None:
        window = person.window
        workspace = window.session.workspace
        workspace.complaints.receive(Arrival(workspace.rosters.sites()[0], "跑了两趟"))
        person.press("k", ctrl=True)
        page = page_of(window)
        choose_file(register, sent)
        person.press("s", ctrl=True)
        wait_for(lambda: person.banner.startswith(f"Written: {register}"))
        person.press("e", ctrl=True)
        wait_for(lambda: person.banner.startswith(f"Written: {sent}"))
        fill_in(sent)
        choose_file(sent)
        person.press("o", ctrl=True)
        wait_for(lambda: page.exchange.isVisible())
        person.press(Qt.Key.Key_Return)
        assert only(window).state is ComplaintState.ANSWERED
        assert not page.exchange.isVisible()
        assert person.focus == "complaints"
        take_dropped(window, window.session, [sent])  # the same again
        wait_for(lambda: page.exchange.isVisible())
        person.press(Qt.Key.Key_Return)
        assert page.exchange.isVisible()  # there is nothing to take in
        person.press(Qt.Key.Key_Escape)
        assert not page.exchange.isVisible()

    visit(work)
    assert "投诉举报月报" in openpyxl.load_workbook(register).sheetnames
