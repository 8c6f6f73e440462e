"""The ledger finds what a plain look through all findings finds, and looks it up where it can."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.ledger import UNFINISHED, LedgerColumn, LedgerFilter, LedgerOrder
from inspector.storage.stores.finding_store import FindingStore
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.written_once import Written

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def demo(written: Written, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    sample = written(write_demo, 30, 5, date(2026, 11, 27), rounds=True)
    folder = shutil.copytree(sample, tmp_path_factory.mktemp("ledger") / "data")
    moment = datetime(2026, 11, 24, 8).astimezone()
    with closing(Workspace(folder, lambda: moment)) as workspace:
        yield workspace


@pytest.fixture(scope="module")
def every(demo: Workspace) -> list[Finding]:
    """Every finding as they were entered, day by day; papers go by the moment within a day."""
    ids = [row["id"] for row in demo.database.rows("SELECT id FROM finding ORDER BY day, rowid")]
    return list(FindingStore(demo.database).all_of(ids).values())


def unfinished(finding: Finding) -> bool:
    return finding.state in UNFINISHED


def has(finding: Finding, word: str) -> bool:
    said = (
        finding.number, finding.text, finding.item_text, finding.window_number, finding.owner,
        finding.department,
    )  # fmt: skip
    return any(word in text for text in said)


def closed_day(finding: Finding) -> date:
    return finding.closed_at.date() if finding.closed_at else date.min


FILTERS: dict[str, tuple[LedgerFilter, Callable[[Finding], bool]]] = {
    "all": (LedgerFilter(), lambda f: True),
    "window": (LedgerFilter(window_number="1号窗口"), lambda f: f.window_number == "1号窗口"),
    "category": (
        LedgerFilter(category=Category.CLEANLINESS),
        lambda f: f.category is Category.CLEANLINESS,
    ),
    "department": (LedgerFilter(department="综合部"), lambda f: f.department == "综合部"),
    "owner": (LedgerFilter(owner="1001"), lambda f: f.owner == "1001"),
    "unfinished": (LedgerFilter(states=UNFINISHED), unfinished),
    "withdrawn": (
        LedgerFilter(states=frozenset({FindingState.WITHDRAWN})),
        lambda f: f.state is FindingState.WITHDRAWN,
    ),
    "overdue": (LedgerFilter(overdue=True), lambda f: f.overdue_on(TODAY)),
    "due today": (
        LedgerFilter(due_today=True),
        lambda f: unfinished(f) and f.deadline == TODAY,
    ),
    "repeats": (LedgerFilter(repeats=True), lambda f: f.is_repeat),
    "appealed": (LedgerFilter(appealed=True), lambda f: f.appealed_at is not None),
    "text": (LedgerFilter(text="未起身"), lambda f: has(f, "未起身")),
    "two words": (LedgerFilter(text=" 窗口  未"), lambda f: has(f, "窗口") and has(f, "未")),
    "number": (LedgerFilter(text="-001"), lambda f: has(f, "-001")),
    "per cent": (LedgerFilter(text="%"), lambda f: has(f, "%")),
    "days": (
        LedgerFilter(first=date(2026, 11, 10), last=date(2026, 11, 18)),
        lambda f: date(2026, 11, 10) <= f.raised_at.date() <= date(2026, 11, 18),
    ),
    "closed": (
        LedgerFilter(closed_first=date(2026, 11, 19), closed_last=date(2026, 11, 20)),
        lambda f: date(2026, 11, 19) <= closed_day(f) <= date(2026, 11, 20),
    ),
    "round": (LedgerFilter(round=2), lambda f: f.round == 2),
    "several": (
        LedgerFilter(states=UNFINISHED, category=Category.ETIQUETTE, repeats=True, text="未"),
        lambda f: (
            unfinished(f) and f.category is Category.ETIQUETTE and f.is_repeat and has(f, "未")
        ),
    ),
}


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("at_site", [False, True])
def test_a_filter_finds_what_it_says(
    demo: Workspace, every: list[Finding], name: str, at_site: bool
) -> None:
    asked, belongs = FILTERS[name]
    site = demo.rosters.sites()[0]
    own = [f for f in every if belongs(f) and (not at_site or f.site_id == site.id)]
    if at_site:
        asked = replace(asked, site_id=site.id)
    rows = demo.findings.ledger(asked)
    newest_first = [f.id for f in reversed(own)]
    assert [row.id for row in rows] == newest_first
    counts = demo.findings.counts(asked)
    assert counts.total == len(own)
    assert {s: counts.of(s) for s in FindingState} == {
        s: sum(f.state is s for f in own) for s in FindingState
    }
    assert counts.overdue == sum(f.overdue_on(TODAY) for f in own)
    assert counts.due_today == sum(unfinished(f) and f.deadline == TODAY for f in own)
    assert counts.repeats == sum(f.is_repeat for f in own)
    assert counts.appealed == sum(f.appealed_at is not None for f in own)


def test_the_filters_tell_something(every: list[Finding]) -> None:
    for name, (_, belongs) in FILTERS.items():
        found = sum(map(belongs, every))
        assert (name in ("per cent", "due today", "appealed", "several")) or found > 0, name


@pytest.mark.ci
def test_a_line_says_what_the_finding_says(demo: Workspace, every: list[Finding]) -> None:
    findings = {finding.id: finding for finding in every}
    for row in demo.findings.ledger():
        finding = findings[row.id]
        for name in (
            "number", "site_id", "site_name", "window_number", "staff_number", "category",
            "deduction", "reviewed_deduction", "veto", "department", "owner", "leader", "type",
            "deadline", "state", "round", "done_on", "times_at_window", "times_at_site",
        ):  # fmt: skip
            assert getattr(row, name) == getattr(finding, name)
        assert row.day == finding.raised_at.date()
        assert row.is_appealed == (finding.appealed_at is not None)
        for day in (TODAY, finding.deadline, finding.deadline + timedelta(days=1)):
            assert row.overdue_on(day) == finding.overdue_on(day)


@pytest.mark.ci
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", LedgerColumn)
def test_every_order_is_an_order_and_pages_join(
    demo: Workspace, column: LedgerColumn, descending: bool
) -> None:
    order = LedgerOrder(column, descending)
    rows = demo.findings.ledger(order=order)
    places = range(0, len(rows) + 100, 100)
    pages = [demo.findings.ledger(order=order, limit=100, offset=n) for n in places]
    assert [row for page in pages for row in page] == rows
    keys: dict[LedgerColumn, Callable[[int], object]] = {
        LedgerColumn.NUMBER: lambda n: rows[n].number,
        LedgerColumn.DAY: lambda n: rows[n].day,
        LedgerColumn.DEADLINE: lambda n: rows[n].deadline,
        LedgerColumn.DEDUCTION: lambda n: rows[n].deduction,
        LedgerColumn.TIMES: lambda n: rows[n].times_at_window,
        LedgerColumn.STATE: lambda n: list(FindingState).index(rows[n].state),
        LedgerColumn.CATEGORY: lambda n: list(Category).index(rows[n].category),
    }
    if key := keys.get(column):
        values = [key(n) for n in range(len(rows))]
        assert values == sorted(values, reverse=descending)  # type: ignore[type-var]


def test_what_filters_can_choose_from(demo: Workspace, every: list[Finding]) -> None:
    site = demo.rosters.sites()[2]
    for choices, own in (
        (demo.findings.choices(), every),
        (demo.findings.choices(site.id), [f for f in every if f.site_id == site.id]),
    ):
        assert set(choices.windows) == {f.window_number for f in own}
        assert set(choices.departments) == {f.department for f in own} - {""}
        assert set(choices.owners) == {f.owner for f in own} - {""}
