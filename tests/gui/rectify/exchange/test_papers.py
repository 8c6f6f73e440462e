"""The ledger out as a workbook, notices out, and what came back taken in, by keys."""

import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QPushButton

from inspector.domain.finding.finding import FindingState
from inspector.excel.sheet.legal_text import CUT_NOTE
from inspector.gui.papers.printing.preview_page import PreviewPage
from inspector.workspace.apart import ledger_apart
from inspector.workspace.preferences import NOTICE_LETTER
from tests.conftest import ChooseFile
from tests.excel.returned.returned_books import edit, fill
from tests.gui.commands.said import line_of
from tests.gui.rectify.clerk import DOWN, ENTER, ESC, SPACE, Clerk, at_the_ledger
from tests.gui.rectify.exchange.test_out_and_back import TODAY
from tests.gui.waiting import wait_for


@pytest.mark.ci
@at_the_ledger
def test_a_ledger_goes_out_and_comes_back_filled_in(
    clerk: Clerk, tmp_path: Path, choose_file: ChooseFile
) -> None:
    number = clerk.some(FindingState.OPEN)
    path = tmp_path / "台账.xlsx"
    choose_file(path)
    clerk.press("e", ctrl=True)
    assert clerk.page.papers.in_front
    assert line_of(clerk.page)[-1][0] == "Esc"
    clerk.press(ENTER)
    wait_for(lambda: not clerk.page.papers.in_front)
    assert path.exists()
    assert clerk.focus == "ledger"

    edit(path, lambda sheet: fill(sheet, number, "已改", TODAY))
    choose_file(path)
    clerk.press("i", ctrl=True)
    wait_for(lambda: clerk.page.papers.returned.is_open)
    assert clerk.banner == ""  # it is no longer being read
    clerk.press(ENTER)
    wait_for(lambda: not clerk.page.papers.in_front)
    assert clerk.workspace.findings.get(number).state is FindingState.REPORTED
    assert clerk.focus == "ledger"


@pytest.mark.ci
@at_the_ledger
def test_only_what_is_not_closed_on_a3_by_mouse(
    clerk: Clerk, tmp_path: Path, choose_file: ChooseFile
) -> None:
    path = tmp_path / "台账.xlsx"
    choose_file(path)
    clerk.press("e", ctrl=True)
    boxes = {box.objectName(): box for box in clerk.page.papers.findChildren(QCheckBox)}
    assert not boxes["ledgerOpen"].isEnabled()  # what is filled in is not closed in any case
    for name in ("ledgerFillIn", "ledgerOpen", "ledgerA3"):
        assert boxes[name].isVisible()
        QTest.mouseClick(boxes[name], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    (printed,) = [
        each for each in clerk.page.papers.findChildren(QPushButton)
        if each.objectName() == "printLedger"
    ]  # fmt: skip
    QTest.mouseClick(printed, Qt.MouseButton.LeftButton)
    wait_for(lambda: isinstance(clerk.window.page, PreviewPage))
    preview = clerk.window.page
    assert isinstance(preview, PreviewPage)
    wait_for(lambda: preview.shown.has_image)
    assert "整改台账" in preview.area.accessibleDescription()
    clerk.press(ESC)
    assert clerk.window.page is clerk.page
    assert clerk.page.papers.in_front  # the choices still wait
    (save,) = [
        each for each in clerk.page.papers.findChildren(QPushButton)
        if each.objectName() == "saveLedger"
    ]  # fmt: skip
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    wait_for(lambda: not clerk.page.papers.in_front)
    assert "pt, A3 landscape." in clerk.banner
    assert clerk.banner.startswith(f"Written: {path}; ")
    book = load_workbook(path)
    assert book.sheetnames == ["整改台账"]
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    at = next(n for n, row in enumerate(rows) if "销号状态" in row)
    states = {str(row[rows[at].index("销号状态")]).partition("，")[0] for row in rows[at + 1 :]}
    assert states - {"None"}
    assert not states & {"已销号", "已撤销"}
    assert any("本表只列未销号的" in str(row[0]) for row in rows[:at])


@pytest.mark.ci
@at_the_ledger
def test_a_text_that_no_cell_holds_is_named_with_its_cell(
    clerk: Clerk, tmp_path: Path, choose_file: ChooseFile
) -> None:
    number = clerk.some(FindingState.OPEN)
    database = clerk.workspace.database
    with database.transaction():
        long = "长" * 33_000
        database.write("UPDATE finding SET text = ? WHERE number = ?", (long, number))
    path = tmp_path / "台账.xlsx"
    choose_file(path)
    clerk.press("e", ctrl=True)
    clerk.press(ENTER)
    wait_for(lambda: not clerk.page.papers.in_front)
    assert clerk.banner.startswith(f"Written: {path}; Prints at about ")
    assert "1 text is longer than a cell of Excel holds" in clerk.banner
    (cut,) = [
        cell.coordinate
        for row in load_workbook(path).worksheets[0].iter_rows()
        for cell in row
        if str(cell.value).endswith(CUT_NOTE)
    ]
    assert f"sheet “整改台账”, cell {cut}." in clerk.banner
    edit(path, lambda sheet: fill(sheet, number, "已改", TODAY))
    choose_file(path)
    clerk.press("i", ctrl=True)
    wait_for(lambda: clerk.page.papers.returned.is_open)
    clerk.press(ENTER)  # and its beginning tells what it is about
    wait_for(lambda: not clerk.page.papers.in_front)
    assert clerk.workspace.findings.get(number).state is FindingState.REPORTED


@pytest.mark.ci
@at_the_ledger
def test_a_long_ledger_is_stopped_while_it_is_made_elsewhere_and_then_written(
    clerk: Clerk, tmp_path: Path, choose_file: ChooseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_apart, "LONG", 0)
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / "台账.xlsx"
    choose_file(path, path)
    runner = clerk.window._session.runner
    told: list[int] = []
    runner.progressed.connect(told.append)
    clerk.press("e", ctrl=True)
    clerk.press(ENTER)
    wait_for(lambda: bool(told))  # the other process is at it
    clerk.press(ESC)
    wait_for(lambda: runner.is_free)
    assert clerk.banner == "Stopped; no file was written."
    assert list(path.parent.iterdir()) == []
    rows = clerk.workspace.database.rows
    assert rows("SELECT * FROM ledger_export") == []
    assert clerk.page.papers.in_front  # it may be tried again
    told.clear()
    clerk.press(ENTER)
    wait_for(lambda: not clerk.page.papers.in_front)
    assert told == sorted(told)
    assert clerk.banner.startswith(f"Written: {path}; ")
    assert [row["file_name"] for row in rows("SELECT * FROM ledger_export")] == [path.name]


@pytest.mark.ci
@at_the_ledger
def test_notices_go_out_one_for_each_site(
    clerk: Clerk, tmp_path: Path, monkeypatch: object
) -> None:
    monkeypatch.setattr(  # type: ignore[attr-defined]
        QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path)
    )
    clerk.press("n", ctrl=True)
    assert clerk.page.papers.notices.is_open
    clerk.press(ENTER)
    wait_for(lambda: not clerk.page.papers.in_front)
    (folder,) = tmp_path.glob("整改通知单_20*")  # what was written together lies together
    notices = [load_workbook(path) for path in folder.glob("*整改通知单*.xlsx")]
    assert len(notices) > 1
    assert clerk.focus == "ledger"


@pytest.mark.ci
@at_the_ledger
def test_letters_go_with_notices_by_mouse_and_by_key(
    clerk: Clerk, tmp_path: Path, monkeypatch: object
) -> None:
    monkeypatch.setattr(  # type: ignore[attr-defined]
        QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path)
    )
    clerk.press("n", ctrl=True)
    panel = clerk.page.papers.notices
    box = panel.findChild(QCheckBox, "noticeLetters")
    assert box is not None
    assert box.isVisible()
    assert not box.isChecked()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()
    panel.take_focus()
    clerk.press("l")
    assert not box.isChecked()
    clerk.press("l")
    clerk.press(ENTER)
    wait_for(lambda: not clerk.page.papers.in_front)
    letters = {path.stem.replace("通知", "通知单") for path in tmp_path.glob("*/*.docx")}
    assert letters
    assert letters == {path.stem for path in tmp_path.glob("*/*.xlsx")}
    assert clerk.workspace.preferences.get(NOTICE_LETTER) == "yes"  # and next time


def waits(clerk: Clerk) -> bool:
    """Something besides the ledger waits for an answer."""
    return clerk.page.papers.in_front


@pytest.mark.ci
@at_the_ledger
def test_esc_leaves_the_panels(clerk: Clerk) -> None:
    for letter in "en":
        clerk.press(letter, ctrl=True)
        assert waits(clerk)
        clerk.press(ESC)
        assert not waits(clerk)
        assert clerk.focus == "ledger"


@pytest.mark.ci  # pages are made
@at_the_ledger
def test_a_notice_with_its_letter_is_printed_once_it_is_written(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path))
    clerk.press("n", ctrl=True)
    clerk.press("l")
    rows = clerk.page.papers.notices._rows
    clerk.press(*[key for _ in rows[1:] for key in (DOWN, SPACE)])
    clerk.press(ENTER)
    wait_for(lambda: len(list(tmp_path.iterdir())) == 2)
    button = clerk.window.banner.findChild(QPushButton, "bannerPrint")
    assert button is not None
    wait_for(button.isVisible)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_for(lambda: isinstance(clerk.window.page, PreviewPage))
    preview = clerk.window.page
    assert isinstance(preview, PreviewPage)
    wait_for(lambda: preview.shown.has_image)
    assert "整改通知单" in preview.area.accessibleDescription()


@pytest.mark.ci  # pages are made
@at_the_ledger
def test_several_notices_are_printed_as_one_paper(
    clerk: Clerk, tmp_path: Path, choose_file: ChooseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        dialog.printer().setFromTo(0, 0)
        return QDialog.DialogCode.Accepted

    pdf = tmp_path / "全部.pdf"
    choose_file(tmp_path, pdf)
    clerk.press("n", ctrl=True)
    count = len(clerk.page.papers.notices._rows)
    assert count > 1
    clerk.press(ENTER)
    button = clerk.window.banner.findChild(QPushButton, "bannerPrint")
    assert button is not None
    wait_for(button.isVisible)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_for(lambda: isinstance(clerk.window.page, PreviewPage))
    preview = clerk.window.page
    assert isinstance(preview, PreviewPage)
    wait_for(lambda: preview.shown.has_image)
    begins = [at for at in range(preview.count) if preview._pages.begins_paper(at)]  # type: ignore[union-attr]
    assert len(begins) == count
    clerk.press("s", ctrl=True)
    wait_for(pdf.exists)
    pages = PdfReader(pdf).pages
    assert len(pages) == preview.count
    assert all("整改通知单" in pages[at].extract_text() for at in begins)
    wait_for(lambda: clerk.window._session.runner.is_free)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["office"])
    monkeypatch.setattr(QPrintDialog, "exec", accept)
    # A PDF has no sides; a printer that prints on both says so.
    both = QPrinter.DuplexMode.DuplexLongSide
    monkeypatch.setattr(QPrinter, "duplex", lambda _: both)
    clerk.press("p", ctrl=True)
    wait_for(lambda: "Sent to the printer" in clerk.window.banner.text)
    printed = PdfReader(tmp_path / "printed.pdf").pages
    numbers = [re.search(r"\n编号：(〔.*?号)", page.extract_text()) for page in printed]
    starts = {each[1]: at for at, each in reversed([*enumerate(numbers)]) if each}.values()
    assert len(starts) == count
    assert all(at % 2 == 0 for at in starts)  # on both sides, no two units share a sheet


@pytest.mark.ci
@at_the_ledger
def test_esc_leaves_the_offer_wherever_the_keyboard_is_and_a_step_takes_its_place(
    clerk: Clerk,
) -> None:
    export = clerk.page.papers.export
    for place in (clerk.page.table, clerk.find(QPushButton, "step-assigned")):
        clerk.press("e", ctrl=True)
        assert export.isVisible()
        place.setFocus()
        clerk.press(ESC)
        assert not export.isVisible()
        assert clerk.focus == "ledger"
    clerk.press("e", ctrl=True)
    clerk.page.table.setFocus()
    clerk.press("n")
    assert not export.isVisible()
    assert clerk.page.side.form is not None


def stop_notices(clerk: Clerk, out: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Write notices into a folder, and stop once more than `after` percent are done."""
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(out))
    runner, told = clerk.window.session.runner, list[int]()

    def hear(percent: int) -> None:
        told.append(percent)
        if percent > after:
            clerk.keyboard.press(ESC)

    runner.progressed.connect(hear)
    clerk.press("n", ctrl=True)
    clerk.press(ENTER)
    wait_for(lambda: bool(told) and runner.is_free)
    runner.progressed.disconnect(hear)
    assert any(percent > after for percent in told)


@pytest.mark.ci
@at_the_ledger
def test_notices_that_are_stopped_while_photos_are_made_smaller_are_not_there(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_notices(clerk, tmp_path / "out", monkeypatch, 0)
    assert list((tmp_path / "out").iterdir()) == []
    rows = clerk.workspace.database.rows
    assert rows("SELECT id FROM finding_event WHERE kind = 'exported'") == []
    clerk.press(ENTER)  # it may be tried again
    wait_for(lambda: not clerk.page.papers.in_front)
    assert len(list((tmp_path / "out").rglob("*.xlsx"))) > 1


@pytest.mark.ci
@at_the_ledger
def test_of_notices_that_are_stopped_midway_those_written_are_recorded_and_the_others_listed(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_notices(clerk, tmp_path / "out", monkeypatch, 50)
    notices = clerk.page.papers.notices
    listed = len(notices._rows) if notices.is_open else 0
    written = {path.name for path in (tmp_path / "out").rglob("*.xlsx")}
    rows = clerk.workspace.database.rows
    told = rows("SELECT content FROM finding_event WHERE kind = 'exported'")
    assert {json.loads(row["content"])["file_name"] for row in told} == written
    if listed:
        clerk.press(ENTER)
        wait_for(lambda: not clerk.page.papers.in_front)
    assert len(list((tmp_path / "out").rglob("*.xlsx"))) == len(written) + listed


@pytest.mark.ci
@at_the_ledger
def test_what_was_ticked_for_a_ledger_is_ticked_the_next_time(
    clerk: Clerk, tmp_path: Path, choose_file: ChooseFile
) -> None:
    def ticked() -> list[str]:
        boxes = clerk.page.papers.findChildren(QCheckBox)
        return [each.objectName() for each in boxes if each.isChecked()]

    choose_file(tmp_path / "台账.xlsx")
    clerk.press("e", ctrl=True)
    assert ticked() == ["ledgerFillIn"]
    clerk.press(SPACE, ESC)
    clerk.press("e", ctrl=True)
    assert ticked() == ["ledgerFillIn"]  # what was not written was no choice
    clerk.press(SPACE)
    clerk.find(QCheckBox, "ledgerA3").click()
    clerk.press(ENTER)
    wait_for(lambda: not clerk.page.papers.in_front)
    clerk.press("e", ctrl=True)
    assert ticked() == ["ledgerA3"]
