"""What figures cost grows with the rows of their period: every query begins at its days."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date

import pytest

from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.domain.figures.figure_facts import FigureScope
from inspector.storage.database.database import Database
from inspector.storage.figures.figure_store import FigureStore
from inspector.storage.figures.finding_figures import FindingFigures
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.written_once import Written

TODAY = date(2026, 11, 27)
YEAR = span_of(SpanKind.YEAR, TODAY)
SMALL = ("window", "pack", "site")
"""Tables that do not grow with the visits."""

Ask = Callable[[Database, FigureScope], object]

ASKED: dict[str, Ask] = {
    "visits": lambda database, scope: FigureStore(database).visits(scope),
    "rates": lambda database, scope: FigureStore(database).rates(scope),
    "cards": lambda database, scope: FigureStore(database).cards(scope),
    "window rates": lambda database, scope: FigureStore(database).window_rates(scope),
    "findings": lambda database, scope: FindingFigures(database).findings(scope.span, TODAY),
    "counts": lambda database, scope: FindingFigures(database).counts(scope.span, TODAY),
    "open": lambda database, scope: FindingFigures(database).open_by_visit(scope.span),
    "late": lambda database, scope: FindingFigures(database).late(TODAY),
    "examples": lambda database, scope: FindingFigures(database).examples([("visit", "item")]),
    "vetoed": lambda database, scope: FindingFigures(database).vetoed(["visit"]),
    "phases": lambda database, scope: FigureStore(database).phases(),
    "nearest": lambda database, scope: FigureStore(database).nearest(scope),
    "rows": lambda database, scope: FigureStore(database).rows(scope, "window", "staff"),
}


@pytest.fixture(scope="module")
def workspace(written: Written, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    sample = written(write_demo, 12, 1, TODAY)
    folder = shutil.copytree(sample, tmp_path_factory.mktemp("figures") / "data")
    with closing(Workspace(folder)) as workspace:
        yield workspace


def plan(workspace: Workspace, ask: Ask, scope: FigureScope) -> list[str]:
    """How SQLite finds what a reading asks for."""
    sent: list[str] = []
    connection = workspace.database._connection
    connection.set_trace_callback(sent.append)
    try:
        ask(workspace.database, scope)
    finally:
        connection.set_trace_callback(None)
    assert sent
    with closing(sqlite3.connect(workspace.database.path)) as other:
        return [row[3] for each in sent for row in other.execute(f"EXPLAIN QUERY PLAN {each}")]


def scopes(workspace: Workspace) -> list[FigureScope]:
    site = workspace.rosters.sites()[0]
    pack = FigureStore(workspace.database).visits(FigureScope(YEAR))[0].pack
    return [
        FigureScope(YEAR), FigureScope(YEAR, (site.id,)), FigureScope(YEAR, pack=pack),
        FigureScope(YEAR, (site.id, "another"), pack, "一"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_no_table_that_grows_is_read_from_end_to_end(workspace: Workspace, name: str) -> None:
    for scope in scopes(workspace):
        for line in plan(workspace, ASKED[name], scope):
            if line.startswith("SCAN") and "inspection_by_phase" not in line:
                assert line.split()[1] in SMALL, line


@pytest.mark.parametrize("name", ["findings", "counts"])
def test_findings_are_counted_from_an_index_in_its_order(workspace: Workspace, name: str) -> None:
    assert plan(workspace, ASKED[name], FigureScope(YEAR)) == [
        "SEARCH finding USING COVERING INDEX finding_for_figures (day>? AND day<?)",
        "SEARCH inspection USING INDEX inspection_by_shared_day (day>? AND day<?)",
    ]


def test_phases_are_read_from_their_own_index(workspace: Workspace) -> None:
    (of_packs, first, *_) = plan(workspace, ASKED["phases"], FigureScope(YEAR))
    assert of_packs == "SCAN pack"
    assert "inspection_by_phase" in first


def test_a_pack_that_nothing_was_scored_with_has_no_visits(workspace: Workspace) -> None:
    store = FigureStore(workspace.database)
    pack = store.visits(FigureScope(YEAR))[0].pack
    other = type(pack)(pack.id, pack.versions, pack.title, "no such weights")
    assert store.visits(FigureScope(YEAR, pack=other)) == []


def test_days_are_included_at_both_ends(workspace: Workspace) -> None:
    store = FigureStore(workspace.database)
    every = store.visits(FigureScope(YEAR))
    span = Span(every[0].day, every[-1].day)
    assert [visit.id for visit in store.visits(FigureScope(span))] == [v.id for v in every]
