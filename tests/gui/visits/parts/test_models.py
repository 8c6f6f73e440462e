"""The models of the scoring page: Qt's own tester, and only changed rows are drawn again."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from inspector.domain.visit.answer_changes import deducted, passed
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.visits.parts.inspection_columns import (
    card_columns,
    completed_columns,
    unfinished_columns,
)
from inspector.gui.visits.record.result_rows import result_columns
from inspector.gui.visits.scoring.lists.card_list import CardModel
from inspector.gui.visits.scoring.lists.item_model import Heading, ItemModel
from inspector.gui.widgets.lists.table import TableModel
from inspector.translation import use_language
from inspector.workspace.workspace import Workspace
from tests.gui.visits.folder import WINDOW_ITEMS


@pytest.fixture(autouse=True)
def _english(tmp_path: Path, qapp: QApplication) -> None:
    use_language("en", tmp_path)


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    with closing(Workspace(folder)) as opened:
        yield opened


@pytest.fixture
def sheet(workspace: Workspace) -> InspectionSheet:
    (line,) = workspace.inspections.unfinished()
    return workspace.inspections.sheet(line.inspection.id)


def check(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """Watch a model: a mistake in what it says or emits is fatal."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def changed_rows(model: QAbstractItemModel) -> list[int]:
    """Return a list that the rows drawn again are added to."""
    rows: list[int] = []

    def add(first: QModelIndex, last: QModelIndex) -> None:
        rows.extend(range(first.row(), last.row() + 1))

    model.dataChanged.connect(add)
    return rows


def answered(sheet: InspectionSheet, item: str, deduct: bool = False) -> InspectionSheet:
    """Return the sheet with an item of the first window answered."""
    card = sheet.scorecards[1]
    (one,) = [each for each in sheet.items(card) if each.id == item]
    return sheet.with_answers(card.id, [deducted(one) if deduct else passed(one)])


def test_items_stand_under_headings_that_cannot_be_chosen(sheet: InspectionSheet) -> None:
    model = ItemModel()
    _tester = check(model)
    model.show(sheet, sheet.scorecards[1])
    headings = [row for row in range(model.rowCount()) if isinstance(model.row(row), Heading)]
    assert headings == [0, 4, 7, 10]
    assert model.rowCount() == len(WINDOW_ITEMS) + 4
    for row in range(model.rowCount()):
        enabled = bool(model.flags(model.index(row)) & Qt.ItemFlag.ItemIsEnabled)
        assert enabled is (row not in headings)
        assert (model.item_row(model.index(row)) is None) is (row in headings)
    assert [model.index(0).data(), model.index(1).data()] == [
        "Service etiquette",
        "顾客走近时起身、微笑、主动问候 Unanswered — / 4",
    ]
    model.show(sheet, sheet.scorecards[0])
    assert model.rowCount() == 3


def test_only_the_rows_that_changed_are_drawn_again(sheet: InspectionSheet) -> None:
    model = ItemModel()
    _tester = check(model)
    model.show(sheet, sheet.scorecards[1])
    rows = changed_rows(model)
    after = answered(sheet, "uniform")
    model.refresh(after, after.scorecards[1])
    assert rows == [0, 2]  # its category and itself
    rows.clear()
    model.refresh(after, after.scorecards[1])
    assert rows == []


def test_an_item_is_found_by_its_id(sheet: InspectionSheet) -> None:
    model = ItemModel()
    model.show(sheet, sheet.scorecards[1])
    assert model.index_of("uniform").row() == 2
    assert model.index_of("nothing").row() == model.index_of(None).row() == 1
    assert model.next_item(model.index_of("praise")) == model.index_of("quarrel")
    assert model.next_item(model.last_item()) == model.last_item()
    assert not model.first(lambda row: False).isValid()
    assert model.item_row(QModelIndex()) is None


def test_a_scorecard_is_a_row(sheet: InspectionSheet) -> None:
    model = CardModel()
    _tester = check(model)
    model.show(sheet)
    assert [model.index(row).data() for row in range(4)] == [
        "Public area Unanswered", "1号窗口 Unanswered", "2号窗口 Unanswered", "3号窗口 Unanswered",
    ]  # fmt: skip
    rows = changed_rows(model)
    after = answered(sheet, "quarrel", deduct=True)
    model.refresh(after, after.scorecards[1].id)
    assert rows == [1]
    assert model.index(1).data() == "1号窗口 ★ 1 / 7"


def test_a_window_without_a_grade_says_why(sheet: InspectionSheet) -> None:
    score = sheet.score(sheet.scorecards[1])
    model: TableModel[Any] = TableModel(card_columns(sheet))
    model.set_rows([(sheet.scorecards[1], replace(score, total=9700, grade=None))])
    cell = model.index(0, model.columnCount() - 1)
    assert cell.data() == "—"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "Too little was observed here for a grade."


def test_the_tables_of_the_page(workspace: Workspace, sheet: InspectionSheet) -> None:
    lines = workspace.inspections.unfinished()
    rows: list[tuple[list[Any], list[Any]]] = [
        (unfinished_columns(), lines),
        (completed_columns(), lines),
        (card_columns(), [(card, sheet.score(card)) for card in sheet.scorecards]),
        (result_columns(), []),
    ]
    for columns, content in rows:
        model: TableModel[Any] = TableModel(columns)
        _tester = check(model)
        model.set_rows(content)
        assert model.rowCount() == len(content)
        assert model.columnCount() == len(columns)
        titles = [
            model.headerData(column, Qt.Orientation.Horizontal) for column in range(len(columns))
        ]
        assert titles == [column.title for column in columns]
        model.set_rows([])
