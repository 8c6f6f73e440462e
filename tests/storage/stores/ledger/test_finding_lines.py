"""Short rows follow the findings, whoever writes there, and count them as the findings do."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.ledger import (
    UNFINISHED,
    LedgerColumn,
    LedgerCounts,
    LedgerFilter,
    LedgerOrder,
)
from inspector.storage.database.database import Database
from inspector.storage.stores.finding_rows import finding_values
from inspector.storage.stores.ledger.finding_lines import FindingLines
from inspector.storage.stores.ledger.finding_pairs import FindingPairs
from inspector.storage.stores.ledger.finding_search import FindingSearch
from inspector.storage.stores.ledger.ledger_store import LedgerStore
from tests.domain.finding.lives import FOUND

TODAY = date(2026, 11, 29)
DAY = timedelta(days=1)


def of_all_kinds() -> list[Finding]:
    """Findings of every state: due before, on and after the day, repeated, appealed, asking."""
    return [
        replace(
            FOUND,
            id=f"{state}{due}{kind}",
            number=f"{state}{due}{kind}",
            text="未起身迎接" if kind else "起身未迎接",
            item_text="",
            state=state,
            raised_at=FOUND.raised_at + (7 * due + 3 * kind) % 5 * DAY,
            deadline=TODAY + due * DAY,
            times_at_window=1 + kind % 3,
            appealed_at=FOUND.raised_at if kind == 1 else None,
            asked_until=TODAY if kind == 2 else None,
        )
        for state in FindingState
        for due in (-1, 0, 1)
        for kind in range(5)
    ]


@pytest.fixture
def store(opened: Database) -> LedgerStore:
    opened.write("PRAGMA foreign_keys = OFF")  # no visits are needed
    with opened.transaction():
        for finding in of_all_kinds():
            opened.insert("finding", finding_values(finding))
        FindingSearch(opened).catch_up()
    return LedgerStore(opened, FindingPairs(opened.path))


def counted(findings: list[Finding]) -> LedgerCounts:
    return LedgerCounts(
        by_state={
            state: number
            for state in FindingState
            if (number := sum(each.state is state for each in findings))
        },
        overdue=sum(each.overdue_on(TODAY) for each in findings),
        due_today=sum(each.state in UNFINISHED and each.deadline == TODAY for each in findings),
        repeats=sum(each.times_at_window > 1 for each in findings),
        appealed=sum(each.appealed_at is not None for each in findings),
        asked=sum(each.asked_until is not None for each in findings),
    )


@pytest.mark.parametrize("word", ["起", "起身", "未起身", "qs", "wqs", "起身 未", "没有"])
@pytest.mark.parametrize("descending", [True, False])
def test_they_count_as_the_findings_do(store: LedgerStore, word: str, descending: bool) -> None:
    holding = [
        each
        for each in of_all_kinds()
        if word != "没有" and (word not in ("未起身", "wqs") or "未起身" in each.text)
    ]
    asked, order = LedgerFilter(text=word), LedgerOrder(descending=descending)
    ids, counts = store.ids_and_counts(asked, asked, TODAY, order)
    assert counts == counted(holding) == store.counts(asked, TODAY)
    assert ids == store.ids(asked, TODAY, order)
    turn = -1 if descending else 1
    due = sorted(enumerate(holding), key=lambda e: (turn * e[1].raised_at.toordinal(), turn * e[0]))
    assert ids == [each.id for _, each in due]


def test_what_else_is_asked_narrows_them(store: LedgerStore) -> None:
    base, order = LedgerFilter(text="起身"), LedgerOrder()
    for asked, holds in (
        (replace(base, states=frozenset({FindingState.CLOSED})), lambda f: f.state == "closed"),
        (replace(base, repeats=True), lambda f: f.times_at_window > 1),
        (replace(base, first=FOUND.raised_at.date() + DAY), lambda f: f.raised_at.day > 20),
        (replace(base, appealed=True), lambda f: f.appealed_at is not None),
        (replace(base, window_number=FOUND.window_number), lambda f: True),
        (replace(base, site_id="elsewhere"), lambda f: False),
    ):
        ids, counts = store.ids_and_counts(asked, base, TODAY, order)
        assert set(ids) == {each.id for each in of_all_kinds() if holds(each)}
        assert counts == counted(of_all_kinds())
    by_number = LedgerOrder(LedgerColumn.NUMBER)
    ids, _ = store.ids_and_counts(base, base, TODAY, by_number)
    assert ids == sorted((each.id for each in of_all_kinds()), reverse=True)


@pytest.mark.parametrize("descending", [True, False])
def test_all_that_was_ever_found_comes_in_their_order(store: LedgerStore, descending: bool) -> None:
    order, turn = LedgerOrder(descending=descending), -1 if descending else 1
    every = sorted(
        enumerate(of_all_kinds()), key=lambda e: (turn * e[1].raised_at.toordinal(), turn * e[0])
    )
    closed = frozenset({FindingState.CLOSED})
    for asked, holds in (
        (LedgerFilter(), lambda f: True),
        (LedgerFilter(states=closed), lambda f: f.state in closed),
        (LedgerFilter(states=closed | UNFINISHED), lambda f: f.state in closed | UNFINISHED),
        (LedgerFilter(repeats=True), lambda f: f.times_at_window > 1),
    ):
        ids, counts = store.ids_and_counts(asked, LedgerFilter(), TODAY, order)
        assert ids == [each.id for _, each in every if holds(each)]
        assert counts == counted(of_all_kinds())


def test_they_follow_whoever_writes(opened: Database, store: LedgerStore) -> None:
    lines, (one, two, *_) = FindingLines(opened), of_all_kinds()
    with opened.transaction():
        opened.write("UPDATE finding SET text = '别的'")
        opened.write("UPDATE finding SET state = 'closed' WHERE id = ?", (one.id,))
        opened.write("UPDATE finding SET times_at_window = 9, day = '2026-01-01'")
        opened.write("DELETE FROM finding WHERE id = ?", (two.id,))
    assert not lines.differ()
    with opened.transaction():
        opened.write("DELETE FROM finding")
        opened.insert("finding", finding_values(one))
    assert not lines.differ()


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE finding_line SET deadline = '2020-01-01' WHERE place = 3",
        "DELETE FROM finding_line WHERE place = 3",
        "INSERT INTO finding_line SELECT 999, id, day, state, deadline, times_at_window, NULL, NULL"
        " FROM finding LIMIT 1",
    ],
)
def test_what_differs_is_seen_and_made_anew(
    opened: Database, store: LedgerStore, harm: str
) -> None:
    lines = FindingLines(opened)
    with opened.transaction():
        opened.write(harm)
    assert lines.differ()
    lines.rebuild()
    assert not lines.differ()
