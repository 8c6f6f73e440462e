"""The text of a circular at the window: edited, kept, gone back on, brought up, saved."""

from pathlib import Path

import openpyxl
import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.summary.circular.circular_pane import CircularPane
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.gui.hand import Hand
from tests.gui.summary.reader import Reader, in_chinese
from tests.gui.visits.visit import ESC, Person
from tests.gui.waiting import wait_for

CTRL = Qt.KeyboardModifier.ControlModifier


def pane_of(reader: Reader) -> CircularPane:
    reader.wait()
    return reader.board.circular


def kept(pane: CircularPane) -> str | None:
    assert pane._extent is not None
    text = pane._session.workspace.kept_circulars.of(pane._extent)
    return text.content if text else None


@pytest.mark.ci
@in_chinese
def test_what_is_typed_is_kept_and_can_be_gone_back_on(person: Person) -> None:
    reader = Reader(person)
    person.press("t", ctrl=True)
    pane = pane_of(reader)
    assert person.focus == "circularText"
    assert pane.content.startswith("2026年")
    assert "自动生成" in reader.board.head._subtitle.text()
    made = pane.content
    assert not pane.commands["restore"].can
    person.press(Qt.Key.Key_End, ctrl=True)
    person.keyboard.compose("特此通报。")
    assert pane.content == f"{made}特此通报。"
    person.press(ESC)
    assert kept(pane) == f"{made}特此通报。"
    assert person.focus == "ranking"
    person.press("t", ctrl=True)
    reader.wait()
    assert pane.content == f"{made}特此通报。"
    assert "编辑于" in reader.board.head._subtitle.text()
    person.press("r", ctrl=True)
    assert (pane.content, kept(pane)) == (made, None)
    person.press("z", ctrl=True)  # the editor's own undo
    assert pane.content == f"{made}特此通报。"
    # A text that no letter can have is not left.
    person.press("a", ctrl=True)
    person.press(Qt.Key.Key_Delete)
    person.press(ESC)
    assert person.banner.startswith("正文是空的")
    assert pane.isVisible()
    person.press("r", ctrl=True)
    person.press(ESC)
    assert not pane.isVisible()
    # Another extent has a text of its own, and figures of one checklist have none.
    reader.press("t")
    person.press("t", ctrl=True)
    reader.wait()
    assert pane.content == made


@pytest.mark.ci
@in_chinese
def test_undoing_an_update_brings_the_warning_back_and_what_was_reworded_stays_told(
    person: Person,
) -> None:
    reader = Reader(person)
    person.press("t", ctrl=True)
    pane = pane_of(reader)
    made = pane.content
    then = made.replace("共发现问题", "当时共发现问题", 1)
    then = then.replace("现将有关情况通报如下", "当时通报如下", 1)
    edited = then.replace("当时通报如下", "通报", 1)
    extent = pane._extent
    assert extent is not None
    circulars = pane._session.workspace.kept_circulars
    pane._session.attempt(lambda: circulars.keep(extent, edited, then))
    reader.wait()
    assert pane.stale.count == 2
    person.press("u", ctrl=True)
    reader.wait()
    assert "当时共发现问题" not in pane.content
    assert pane.stale._lead.text() == "有1句改写过或为新增，未更新："
    assert not pane.commands["update"].can
    person.press("z", ctrl=True)  # the editor's own undo
    assert pane.content == edited
    person.press(ESC)
    person.press("t", ctrl=True)
    reader.wait()
    assert pane.stale.count == 2
    kept_now = circulars.of(extent)
    assert kept_now is not None
    assert (kept_now.content, kept_now.generated) == (edited, then)


@pytest.mark.ci  # the way by key is above
def test_by_hand(
    run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile, folder: Path, tmp_path: Path
) -> None:
    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        reader, hand = Reader(person), Hand(window, keyboard)
        hand.click("导出")
        hand.choose("编写通报")
        pane = pane_of(reader)
        extent = pane._extent
        assert extent is not None
        made = pane.content
        then = made.replace("共发现问题", "当时共发现问题", 1)
        edited = then.replace("现将有关情况通报如下", "现通报如下")
        circulars = window._session.workspace.kept_circulars
        window._session.attempt(lambda: circulars.keep(extent, edited, then))
        reader.wait()
        assert pane.content == edited
        assert pane.stale.isVisible()
        assert pane.stale._lead.text() == "数据自编辑后有变化，有1句与现在的数据不符。"
        assert "【当时】共发现问题" in pane.stale._told.text  # what differs is marked
        hand.click("并排显示自动生成的正文")
        assert pane.beside.toPlainText() == made
        assert pane.beside.isVisible()
        hand.click("保留现文")
        reader.wait()
        assert (pane.content, pane.stale.isVisible()) == (edited, False)
        hand.click("撤销")
        reader.wait()
        assert pane.stale.isVisible()
        hand.click("按现有数据更新")
        reader.wait()
        assert pane.content == made.replace("现将有关情况通报如下", "现通报如下")
        assert not pane.stale.isVisible()
        choose_file(tmp_path / "通报.xlsx")
        hand.click("另存为")
        hand.choose("工作簿，带附件（.xlsx）…")
        wait_for(lambda: (tmp_path / "通报.xlsx").exists() and "通报.xlsx" in person.banner)
        letter = openpyxl.load_workbook(tmp_path / "通报.xlsx")["通报"]
        assert str(letter["A2"].value).endswith("现通报如下。")
        hand.click("工作簿的问题清单只列未销号")
        choose_file(tmp_path / "未销号.xlsx")
        hand.click("另存为")
        hand.choose("工作簿，带附件（.xlsx）…")
        wait_for(lambda: (tmp_path / "未销号.xlsx").exists() and "未销号.xlsx" in person.banner)
        book = openpyxl.load_workbook(tmp_path / "未销号.xlsx")
        (problems,) = (each for each in book if "问题清单" in each.title)
        said = [str(row[0].value) for row in problems.iter_rows(max_col=1)]
        assert any("本表只列未销号的" in each for each in said)
        choose_file(tmp_path / "通报.docx")
        hand.click("另存为")
        hand.choose("公文（.docx）…")
        wait_for(lambda: "通报.docx" in person.banner)
        told = [each.text for each in Document(str(tmp_path / "通报.docx")).paragraphs]
        assert any(each.endswith("现通报如下。") for each in told)
        assert "附件：1. 检查排名表" in told
        hand.click("恢复为自动生成")
        assert pane.content == made
        hand.click("← 返回")
        assert not pane.isVisible()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0


@pytest.mark.ci
@in_chinese
def test_what_can_be_done_is_in_the_line_of_keys_when_the_text_is_there(person: Person) -> None:
    """On the first opening, too: until the text was read nothing could be saved."""
    reader = Reader(person)
    person.press("t", ctrl=True)
    pane_of(reader)
    said = [each.text() for each in person.window.key_line.findChildren(QPushButton)]
    assert any("Ctrl+S" in each for each in said), said
