"""The first findings of a long list stand there before the others, which then come below them."""

from collections.abc import Sequence
from datetime import date

import pytest

from inspector.gui.rectify.ledger.ledger_columns import ledger_places
from inspector.gui.rectify.ledger.ledger_model import PAGE, LedgerModel

pytestmark = pytest.mark.usefixtures("qapp")

IDS = [f"f{at}" for at in range(3 * PAGE)]


def today() -> date:
    return date(2026, 11, 29)


def begun(first: int) -> tuple[LedgerModel, list[list[str]], list[str]]:
    """The first of them in sight, what is fetched from now on, and what the view hears."""
    fetched: list[list[str]] = []

    def fetch(ids: Sequence[str]) -> list[object]:
        fetched.append(list(ids))
        return list(ids)

    model = LedgerModel(ledger_places(today), fetch, today)  # type: ignore[arg-type]
    model.show_first(IDS[:first])
    assert model.has_begun
    model.row_at(first - 1)
    fetched.clear()
    heard: list[str] = []
    model.modelReset.connect(lambda: heard.append("moved"))
    model.rowsInserted.connect(lambda *_: heard.append("added"))
    return model, fetched, heard


def test_the_others_come_below() -> None:
    model, fetched, heard = begun(PAGE + 10)
    model.show_ids(IDS)
    assert heard == ["added"]
    assert not model.has_begun
    rows: list[object] = [model.row_at(at) for at in range(len(IDS))]
    assert rows == IDS
    assert fetched == [IDS[:PAGE], IDS[PAGE : 2 * PAGE], IDS[2 * PAGE :]]  # the last one anew


def test_what_changed_meanwhile_is_shown_anew() -> None:
    model, _, heard = begun(10)
    model.show_ids(IDS[1:])
    assert heard == ["moved"]
    first: object = model.row_at(0)
    assert first == IDS[1]


def test_all_of_them_are_shown_anew_after_a_change() -> None:
    model, _, heard = begun(10)
    model.show_ids(IDS)
    model.show_ids([*IDS, "later"])
    assert heard == ["added", "moved"]
