"""Narrowing the items of a pack to where they are asked, and printing what is left."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDialog, QLabel

from inspector.domain.checklist.category import Scope
from inspector.domain.errors import CannotWriteError
from inspector.gui.data.data_page import DataPage
from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.gui.data.conftest import Heard
from tests.gui.data.packs import go_to_general
from tests.gui.data.widgets import click, column, find, press, type_text
from tests.gui.waiting import wait_for

CTRL = Qt.KeyboardModifier.ControlModifier


def texts(page: DataPage) -> list[str]:
    return [text.removeprefix("★ ") for text in column(find(page, TableView, "packItems"), 0)]


def choose_kind(page: DataPage, title: str) -> None:
    """Choose a kind of window as a person does: with the arrow keys."""
    kinds = find(page, QComboBox, "packKind")
    kinds.setFocus()
    press(Qt.Key.Key_Home)
    for _ in range(kinds.findText(title)):
        press(Qt.Key.Key_Down)
    assert kinds.currentText() == title


def test_what_is_asked_at_a_kind_of_window(packs_page: DataPage, workspace: Workspace) -> None:
    pack = workspace.packs.all()[0]
    kinds = find(packs_page, QComboBox, "packKind")
    assert [kinds.itemText(index) for index in range(kinds.count())] == [
        "Everywhere",
        *(kind.title for kind in pack.window_kinds),
        "Public area",
    ]
    for kind in pack.window_kinds:
        choose_kind(packs_page, kind.title)
        asked = pack.items_for(Scope.WINDOW, kind.id)
        assert texts(packs_page) == [item.text for item in asked]
        assert find(packs_page, QLabel, "packCount").text() == f"{len(asked)} items"
    choose_kind(packs_page, "Public area")
    assert texts(packs_page) == [item.text for item in pack.items_for(Scope.PUBLIC)]


def test_kind_category_and_search_narrow_together(
    packs_page: DataPage, workspace: Workspace
) -> None:
    pack = workspace.packs.all()[0]
    choose_kind(packs_page, pack.window_kinds[0].title)
    click(packs_page, "category-etiquette")
    press(Qt.Key.Key_Slash)
    type_text("gongpai")
    expected = [
        item.text
        for item in pack.checklists[0].items
        if item.applies_to(Scope.WINDOW, pack.window_kinds[0].id) and "工牌" in item.text
    ]
    assert expected
    assert set(expected) <= set(texts(packs_page))
    assert len(texts(packs_page)) < len(pack.checklists[0].items)


@pytest.mark.ci
def test_a_kind_that_the_next_pack_does_not_know_is_given_up(packs_page: DataPage) -> None:
    go_to_general()
    choose_kind(packs_page, "综合受理")
    find(packs_page, TableView, "packs").setFocus()
    press(Qt.Key.Key_Down)  # a government hall knows it, too
    assert find(packs_page, QComboBox, "packKind").currentText() == "综合受理"
    press(Qt.Key.Key_Up)
    choose_kind(packs_page, "检票")
    find(packs_page, TableView, "packs").setFocus()
    press(Qt.Key.Key_Down)
    assert find(packs_page, QComboBox, "packKind").currentText() == "Everywhere"


# Printing


def read(path: Path) -> str:
    """Return the text of a PDF file, without the breaks of its lines."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    return "".join(done.stdout.decode().split())


@pytest.mark.ci
def test_without_a_printer_the_shown_items_become_a_pdf(
    packs_page: DataPage,
    workspace: Workspace,
    heard: Heard,
    tmp_path: Path,
    choose_file: ChooseFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "full"))  # nothing can be put there
    pack = workspace.packs.get("coach-station")
    for _ in range(workspace.packs.all().index(pack)):
        press(Qt.Key.Key_Down)
    choose_kind(packs_page, "检票")
    path = tmp_path / "printed.pdf"
    choose_file(path)
    press(Qt.Key.Key_P, CTRL)
    wait_for(lambda: heard.told)
    assert heard.told == [("Saved: printed.pdf", str(path))]
    assert path.stat().st_size > 5_000
    text = read(path)
    kind = next(kind for kind in pack.window_kinds if kind.title == "检票")
    asked = pack.items_for(Scope.WINDOW, kind.id)
    # Some characters come back as radicals, some digits elsewhere: not all is found again.
    assert "Version" in text
    assert "检票" in text
    assert sum(item.text[:4] in text for item in asked) > len(asked) // 3
    absent = next(item for item in pack.items() if item.scope is Scope.PUBLIC)
    assert absent.text not in text


@pytest.mark.ci
def test_a_printer_is_chosen_in_the_systems_dialog(
    packs_page: DataPage, heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["office"])
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    press(Qt.Key.Key_P, CTRL)
    assert heard == Heard()
    monkeypatch.setattr(QPrintDialog, "exec", accept)
    press(Qt.Key.Key_P, CTRL)
    wait_for(lambda: heard.told)
    assert path.stat().st_size > 5_000
    assert len(heard.told) == 1


@pytest.mark.ci
def test_a_pdf_that_cannot_be_written_is_said(
    packs_page: DataPage,
    heard: Heard,
    tmp_path: Path,
    choose_file: ChooseFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    choose_file(tmp_path / "gone" / "printed.pdf")
    press(Qt.Key.Key_P, CTRL)
    wait_for(lambda: heard.refused)
    assert [type(error) for error in heard.refused] == [CannotWriteError]
    assert heard.told == []
