"""Marks on the rows of the ledger: all of ten years are marked without a look at any of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QStyledItemDelegate

from inspector.gui.rectify.ledger.ledger_columns import ledger_places
from inspector.gui.rectify.ledger.ledger_model import LedgerModel
from inspector.gui.steps.mark_table import MarkTable
from inspector.gui.steps.urgency_delegate import UrgencyDelegate
from inspector.gui.widgets.lists.table import EdgeDelegate

pytestmark = pytest.mark.usefixtures("qapp")

LETTERS = "abcdef"


class Counted(list[str]):
    """Identifiers that count how often they were gone through."""

    times = 0

    def __iter__(self) -> Iterator[str]:
        self.times += 1
        return super().__iter__()


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


def test_only_columns_with_something_of_their_own_are_painted_by_python() -> None:
    table = MarkTable(a_model(["a"]), "ledger", "Ledger", 1, (7,))
    assert type(table.itemDelegate()) is QStyledItemDelegate
    own = {at: table.itemDelegateForColumn(at) for at in range(table.model().columnCount())}
    kinds = {at: type(each) for at, each in own.items() if each is not None}
    assert kinds == {0: EdgeDelegate, 7: UrgencyDelegate}
