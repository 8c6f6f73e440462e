"""A paper is looked at as it is printed, printed and saved as PDF, from wherever it was written."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDialog

from inspector.gui.papers.printing.preview_page import PreviewPage
from inspector.workspace.sample.demo import write_demo
from tests.conftest import ChooseFile
from tests.gui.conftest import Visit
from tests.gui.papers.printing.test_pdf_of_workbook import words
from tests.gui.visits.visit import CTRL, Person
from tests.gui.waiting import wait_for
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """Visits of the last weeks."""
    return copied(write_demo, 6, 1, date.today())


@pytest.mark.ci  # an export, pages, a print
def test_from_an_export_to_the_printer_and_back(
    visit: Visit, choose_file: ChooseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
        wait_for(lambda: person.banner == f"Written: {book}")
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
        width = page.shown.minimumWidth()
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
        assert words(printed, 3) == []  # only the pages that were asked for
        person.tap("back")
        assert person.window.page is before

    visit(work)


def test_what_is_no_workbook_is_said(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.write_text("no workbook")

    def work(person: Person) -> None:
        before = person.window.page
        person.window._session.preview_wanted.emit(path)
        wait_for(lambda: "表.xlsx" in person.banner)
        person.press(Qt.Key.Key_Escape)
        assert person.window.page is before

    visit(work)
