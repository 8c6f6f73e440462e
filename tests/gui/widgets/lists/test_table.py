"""The table: its model, whole rows, copying, opening, and keys that are held."""

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from inspector.gui.widgets.lists.table import Column, TableModel, TableView, pasted
from tests.gui.waiting import LONGEST

CTRL = Qt.KeyboardModifier.ControlModifier
COLUMNS: list[Column[str]] = [
    Column("Name", lambda row: row),
    Column("Length of the name", lambda row: str(len(row)), 40, number=True),
]


@pytest.fixture
def model() -> TableModel[str]:
    return TableModel(COLUMNS)


@pytest.fixture
def view(qtbot: QtBot, model: TableModel[str]) -> TableView:
    made = TableView(model, "table", "A table")
    qtbot.addWidget(made)
    model.set_rows(["one", "two", "three"])
    with qtbot.waitExposed(made, timeout=LONGEST):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


def selected(view: TableView) -> list[int]:
    return sorted({index.row() for index in view.selectedIndexes()})


def test_the_model_is_a_model(model: TableModel[str]) -> None:
    _tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(["a", "b"])
    model.set_rows([])
    model.set_rows(["c"])
    assert model.row_at(0) == "c"
    assert model.index(0, 1).data() == "1"
    right = model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight


def test_focus_shows_where_it_is(view: TableView) -> None:
    assert selected(view) == [0]


def test_a_row_is_chosen_whichever_keys_are_held(view: TableView) -> None:
    QTest.keyPress(view, Qt.Key.Key_Control, CTRL)
    view.selectRow(0)
    view.selectRow(0)
    assert selected(view) == [0]
    view.selectRow(2)
    assert selected(view) == [2]
    QTest.keyRelease(view, Qt.Key.Key_Control)


def test_enter_opens_and_enter_with_ctrl_does_not(view: TableView, qtbot: QtBot) -> None:
    opened: list[int] = []
    view.opened.connect(opened.append)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(view, Qt.Key.Key_Return, CTRL)
    assert opened == [1, 1]


def test_rows_are_copied_under_their_header(view: TableView) -> None:
    QTest.keyClick(view, Qt.Key.Key_A, CTRL)
    QTest.keyClick(view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == (
        "Name\tLength of the name\none\t3\ntwo\t3\nthree\t5"
    )


def test_a_cell_is_one_line_and_never_a_formula(model: TableModel[str]) -> None:
    model.set_rows(["a\tb\nc\r\n d", "=1+1", "-2", "@x", "+", " =1", ""])
    lines = model.as_text(range(7)).split("\n")[1:]
    assert [line.split("\t")[0] for line in lines] == [
        "a b c d", "'=1+1", "'-2", "'@x", "'+", "'=1", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("shown", "number", "wanted"),
    [
        ("6/6", True, "6／6"), ("52/52", False, "52／52"), ("—/3", True, "—／3"),
        ("↓0.14", True, "-0.14"), ("↑3", True, "3"), ("=", True, "0"), ("—", True, "—"),
        ("↓0.14", False, "↓0.14"), ("a/b", False, "a/b"),
    ],
)  # fmt: skip
def test_a_spreadsheet_makes_no_date_of_a_figure(shown: str, number: bool, wanted: str) -> None:
    assert pasted(shown, number) == wanted


def test_a_title_is_never_cut(view: TableView) -> None:
    header = view.horizontalHeader()
    assert header.sectionSize(1) > header.fontMetrics().horizontalAdvance(COLUMNS[1].title)


def test_what_a_person_wrote_is_no_markup_in_a_tool_tip(model: TableModel[str]) -> None:
    model.set_rows(["<b>bold</b> & more", "plain", "长" * 5000])
    tips = [model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert QtGui.Qt.mightBeRichText(tips[0])
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; more" in tips[0]
    assert tips[1] == "plain"
    assert len(tips[2]) < 1000  # a tool tip is no page


def test_letters_search_and_tab_leaves(view: TableView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_T)
    assert view.currentIndex().row() == 1
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.currentIndex().row() == 1
