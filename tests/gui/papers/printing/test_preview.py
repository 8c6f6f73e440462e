"""A paper is looked at as it is printed, printed and saved as PDF, from wherever it was written."""

import re
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDialog

from inspector.gui.commands.command_button import MenuButton
from inspector.gui.papers.printing import laid_out, preview_page
from inspector.gui.papers.printing.preview_page import PreviewPage
from inspector.gui.visits.visits_page import InspectPage
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.workspace.sample.demo import write_demo
from tests.conftest import ChooseFile
from tests.gui.commands.views import figure_board
from tests.gui.conftest import Visit
from tests.gui.papers.printing.test_pdf_of_workbook import words
from tests.gui.visits.visit import CTRL, Person
from tests.gui.waiting import wait_for
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """Visits of the last weeks."""
    return copied(write_demo, 6, 1, date.today())


def page_count(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    return max(int(count) for count in re.findall(rb"/Count\s+(\d+)", pdf.read_bytes()))


@pytest.mark.ci  # an export, pages, a print
@pytest.mark.parametrize("is_long", [False, True])
def test_from_an_export_to_the_printer_and_back(
    visit: Visit,
    choose_file: ChooseFile,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_long: bool,
) -> None:
    if is_long:  # then other processes lay it out and draw it
        monkeypatch.setattr(laid_out, "_LARGE", 0)
        monkeypatch.setattr(preview_page, "_MOST_BESIDE", 0)
    book, pdf, printed = (tmp_path / name for name in ("汇总.xlsx", "汇总.pdf", "printed.pdf"))

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(printed))
        dialog.printer().setFromTo(1, 2)
        return QDialog.DialogCode.Accepted

    def work(person: Person) -> None:
        person.find(QComboBox, "period").setCurrentIndex(2)
        choose_file(book, pdf)
        person.tap("exportSummary")
        wait_for(lambda: person.banner.startswith(f"Written: {book}"))
        before = person.window.page
        person.tap("bannerPrint")
        page = person.window.page
        assert isinstance(page, PreviewPage)
        wait_for(lambda: page.shown.has_image)
        assert page.count > 2
        assert page.area.accessibleName() == f"Page 1 of {page.count}"
        assert "文明窗口检查" in page.area.accessibleDescription()
        for _ in range(40):  # a screen of a page, and then the next page
            person.press(Qt.Key.Key_PageDown)
            if page.number == 1:
                break
        wait_for(lambda: page.area.accessibleName() == f"Page 2 of {page.count}")
        person.tap("previewBefore")  # a button turns the page, wherever it was scrolled to
        assert page.number == 0
        person.tap("previewNext")
        assert page.number == 1
        width = page.shown.minimumWidth()
        person.press("0")
        wait_for(lambda: page.shown.minimumWidth() < width)
        wait_for(lambda: page.area.verticalScrollBar().maximum() == 0)
        person.press("0")
        wait_for(lambda: page.shown.minimumWidth() == width)
        person.press("+")
        wait_for(lambda: page.shown.minimumWidth() > width)
        person.press(Qt.Key.Key_End)
        assert page.number == page.count - 1
        person.tap("previewSave")
        wait_for(lambda: person.banner == f"Saved: {pdf.name}")
        assert "文明窗口检查" in "".join(words(pdf, 1))
        monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
        person.press_with(CTRL, "p")
        assert person.banner.startswith("This computer has no printer.")
        monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["office"])
        monkeypatch.setattr(QPrintDialog, "exec", accept)
        person.tap("previewPrint")
        wait_for(lambda: person.banner == "Sent to the printer.")
        assert "第2" in "".join(words(printed, 2))
        assert page_count(printed) == 2  # only the pages that were asked for
        person.tap("back")
        assert person.window.page is before

    visit(work)


@pytest.mark.ci  # papers made aside
def test_a_paper_is_seen_before_it_is_written_anywhere(visit: Visit) -> None:
    def see(person: Person) -> Path:
        wait_for(lambda: isinstance(person.window.page, PreviewPage))
        page = person.window.page
        assert isinstance(page, PreviewPage)
        wait_for(lambda: page.shown.has_image)
        made = page._path
        assert made.is_file()
        person.press(Qt.Key.Key_Escape)
        assert not isinstance(person.window.page, PreviewPage)
        wait_for(lambda: not made.parent.exists())  # nothing of it stays
        return made

    def work(person: Person) -> None:
        person.find(QComboBox, "period").setCurrentIndex(2)
        button = person.find(MenuButton, "exportPrint")
        assert button.isVisible()
        assert [each.objectName() for each in button.commands] == [
            "print-rectification", "print-summary", "print-circular", "print-patrol",
        ]  # fmt: skip
        button.commands[1].trigger()
        assert "汇总" in see(person).name
        figure_board(person.window)
        person.press_with(CTRL, "p")
        see(person)
        page = person.window.show_page("inspect")
        assert isinstance(page, InspectPage)
        page.show_result(page.start.completed_model.row_at(0).inspection.id)
        person.press_with(CTRL, "p")
        assert "记录" in see(person).name

    visit(work)


@pytest.mark.ci
def test_pages_that_are_made_when_one_is_elsewhere_are_offered_there(visit: Visit) -> None:
    def work(person: Person) -> None:
        figure_board(person.window)
        person.press_with(CTRL, "p")
        person.turn_to("data")
        elsewhere = person.window.page
        wait_for(lambda: person.banner.startswith("The pages of "))
        assert person.window.page is elsewhere
        person.tap("bannerAction")
        page = person.window.page
        assert isinstance(page, PreviewPage)
        wait_for(lambda: page.shown.has_image)
        person.press(Qt.Key.Key_Escape)
        assert person.window.page is elsewhere

    visit(work)


def test_formulas_that_print_blank_are_named_above_the_page(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    book = Workbook()
    book.worksheets[0].append(["城东", 1, "=B1*2"])
    book.save(path)

    def work(person: Person) -> None:
        person.window._session.preview_wanted.emit(path, None)
        page = person.window.page
        assert isinstance(page, PreviewPage)
        assert not page.told.isVisible()
        wait_for(lambda: page.shown.has_image)
        assert "sheet “Sheet”, cell C1" in page.told.text().replace("\u200b", "")
        assert page.told.isVisible()

    visit(work)


def test_what_is_no_workbook_is_said(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.write_text("no workbook")

    def work(person: Person) -> None:
        before = person.window.page
        person.window._session.preview_wanted.emit(path, None)
        wait_for(lambda: "表.xlsx" in person.banner)
        person.press(Qt.Key.Key_Escape)
        assert person.window.page is before

    visit(work)


@pytest.mark.ci
def test_how_far_a_long_paper_is_laid_out_is_told_and_leaving_stops_it(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laid_out, "_LARGE", 0)
    book = Workbook()
    assert book.active is not None
    for row in range(2500):
        book.active.append([f"第{row}行", *("窗口" * 6 for _ in range(6))])
    book.save(tmp_path / "长.xlsx")
    book.active.delete_rows(2, 2500)
    book.save(tmp_path / "短.xlsx")

    def look(person: Person) -> None:
        before = person.window.page
        person.window.session.preview_wanted.emit(tmp_path / "长.xlsx", None)
        page = person.window.page
        assert isinstance(page, PreviewPage)

        def said() -> str:
            return page.head.findChildren(ElidedLabel)[-1].text()

        wait_for(lambda: said().startswith("Laying out the pages: "))
        assert said().endswith(" %. “Back” (Esc) stops it.")
        person.press(Qt.Key.Key_Escape)
        assert person.window.page is before
        assert page.count == 0
        assert page._pictures.reads  # the key did not wait for the end of it
        # Nor does another paper, which comes as soon as the first one has been let go.
        person.window.session.preview_wanted.emit(tmp_path / "短.xlsx", None)
        assert page._pictures.reads
        wait_for(lambda: page.shown.has_image)
        assert page.count == 1
        assert "短" in page.head.findChildren(ElidedLabel)[0].text()

    visit(look)
