"""Marks on the rows of the ledger: all of ten years are marked without a look at any of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QStyledItemDelegate

from inspector.domain.finding.finding import FindingState
from inspector.gui.rectify.ledger.ledger_columns import PROBLEM, PlacedColumn, ledger_places
from inspector.gui.rectify.ledger.ledger_model import COLOURED, Fetch, LedgerModel
from inspector.gui.steps.mark_table import MarkTable
from inspector.gui.theme import apply_theme
from tests.gui.rectify.ledger.test_words import ROW

pytestmark = pytest.mark.usefixtures("qapp")

LETTERS = "abcdef"


class Counted(list[str]):
    """Identifiers that count how often they were gone through."""

    times = 0

    def __iter__(self) -> Iterator[str]:
        self.times += 1
        return super().__iter__()


class Asked(LedgerModel):
    """Keeps what it is asked for."""

    def __init__(
        self, places: Sequence[PlacedColumn], fetch: Fetch, today: Callable[[], date]
    ) -> None:
        super().__init__(places, fetch, today)
        self.roles: set[int] = set()

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        self.roles.add(role)
        return super().data(index, role)


def a_model(ids: Sequence[str]) -> LedgerModel:
    model = LedgerModel(ledger_places(lambda: date(2026, 11, 29)), lambda ids: [], date.today)
    model.show_ids(ids)
    return model


def test_marking_all_goes_through_none() -> None:
    ids = Counted(f"f{at}" for at in range(1000))
    model = a_model(ids)
    table = MarkTable(model, "ledger", "Ledger", 1, ())
    heard: list[int] = []
    table.marked.connect(lambda: heard.append(model.marked))
    ids.times = 0
    table.mark_all()
    assert heard == [1000]
    assert table.subjects() is ids
    assert model.is_marked("f7")
    assert ids.times == 0
    assert model.marks == set(ids)


def test_all_of_a_list_that_was_read_anew_stay_marked() -> None:
    model = a_model(["a", "b"])
    model.mark_all()
    model.show_ids(["a", "b"])
    assert (model.are_all_marked, model.marked) == (True, 2)
    model.show_ids(["b", "c"])
    assert (model.are_all_marked, model.marks) == (False, frozenset("b"))


def test_of_a_list_that_has_begun_those_are_marked_that_were_there() -> None:
    model = a_model([])
    model.show_first(["a", "b"])
    model.mark_all()
    model.show_ids(["a", "b", "c"])
    assert model.marks == {"a", "b"}
    assert not model.is_marked("c")
    assert model.marked == 2


MARKING = st.one_of(
    st.just("all"),
    st.tuples(st.just("these"), st.frozensets(st.sampled_from(LETTERS))),
    st.tuples(st.just("list"), st.permutations(LETTERS), st.integers(0, len(LETTERS))),
)


@given(st.lists(MARKING))
def test_marks_are_a_set_of_what_is_listed(steps: list[Any]) -> None:
    model, listed, marked = a_model([]), list[str](), set[str]()
    for step in steps:
        match step:
            case "all":
                model.mark_all()
                marked = set(listed)
            case ("these", these):
                marked = set(these) & set(listed)
                model.set_marks(marked)
            case (_, order, many):
                listed = list(order[:many])
                model.show_ids(listed)
                marked &= set(listed)
        assert model.marked == len(marked)
        assert [each for each in listed if model.is_marked(each)] == [
            each for each in listed if each in marked
        ]
    assert model.marks == marked


def test_a_table_is_painted_as_qt_would_and_its_model_is_asked_for_no_role(
    qapp: QApplication,
) -> None:
    """Seven roles for each cell, each by way of Python, were most of what painting cost."""
    apply_theme(qapp, "light")
    today = date(2026, 11, 29)
    rows = {
        f"f{at}": replace(
            ROW, id=f"f{at}", state=state, deadline=today - timedelta(days=late), text=text
        )
        for at, (state, late, text) in enumerate(
            product((FindingState.OPEN, FindingState.CLOSED), (-9, 0, 1, 9), ("短", "两\n行"))
        )
    }
    model = Asked(
        ledger_places(lambda: today), lambda ids: [rows[each] for each in ids], lambda: today
    )
    model.show_ids(list(rows))
    coloured = [at for at, place in enumerate(model._places) if place.by in COLOURED]
    table = MarkTable(model, "ledger", "Ledger", PROBLEM, coloured)
    table.resize(1800, 36 * (len(rows) + 2))
    table.mark(["f1", "f4"])
    table.selectRow(3)
    model.roles.clear()
    ours = table.viewport().grab().toImage()
    assert not model.roles
    qts = QStyledItemDelegate(table)
    for column in range(model.columnCount()):
        if column not in coloured:  # which keep their colour where Qt's own take that of the row
            table.setItemDelegateForColumn(column, qts)
    assert table.viewport().grab().toImage() == ours
    assert model.roles
    table.clearSelection()
    ours = table.viewport().grab().toImage()
    for column in coloured:
        table.setItemDelegateForColumn(column, qts)
    assert table.viewport().grab().toImage() == ours
