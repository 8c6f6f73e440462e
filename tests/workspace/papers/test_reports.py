"""What goes into a workbook: the period, the sites, the lines of the summary, the file's name."""

import calendar
import shutil
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from inspector.domain.errors import (
    CannotWriteError,
    FileInUseError,
    NothingToExportError,
    UnknownSiteError,
)
from inspector.domain.finding.finding_event import Exported
from inspector.workspace.extent import Extent, Period, month_of
from inspector.workspace.preferences import FILLED_BY, UNIT_NAME
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.workspace import recomputed
from tests.workspace.recomputed import CATEGORIES, grade, half_up, pack_of, rows
from tests.workspace.visiting import Clock, add_site, dump, visit
from tests.written_once import Written

NOVEMBER = month_of(date(2026, 11, 5))


# Periods


@pytest.mark.parametrize(
    ("first", "last", "before_first", "before_last"),
    [
        ("2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"),
        ("2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"),
        ("2028-03-01", "2028-03-31", "2028-02-01", "2028-02-29"),
        ("2026-01-01", "2026-01-31", "2025-12-01", "2025-12-31"),
        ("2026-11-27", "2026-11-27", "2026-11-26", "2026-11-26"),
        ("2026-11-09", "2026-11-15", "2026-11-02", "2026-11-08"),
        ("2026-11-02", "2026-11-30", "2026-10-04", "2026-11-01"),
        ("2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_month_is_compared_with_the_month_before_and_days_with_as_many_days(
    first: str, last: str, before_first: str, before_last: str
) -> None:
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert period.before == Period(
        date.fromisoformat(before_first), date.fromisoformat(before_last)
    )


@given(st.dates(), st.dates())
def test_every_period_has_one_before_it(one: date, other: date) -> None:
    period = Period(min(one, other), max(one, other))
    before = period.before
    assert before.first <= before.last <= period.first
    assert before.last < period.first or period.first == date.min


@given(st.dates())
def test_a_month_is_all_of_its_days(day: date) -> None:
    month = month_of(day)
    assert month.first <= day <= month.last
    assert (month.first.day, month.last.day) == (1, calendar.monthrange(day.year, day.month)[1])


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (NOVEMBER, "2026年11月"),
        (Period(date(2026, 11, 27), date(2026, 11, 27)), "2026年11月27日"),
        (Period(date(2026, 11, 2), date(2026, 11, 8)), "2026年11月2日至2026年11月8日"),
    ],
)
def test_a_period_in_words(period: Period, words: str) -> None:
    assert period.chinese == words


# File names


@pytest.mark.parametrize(
    ("site", "name"),
    [
        (None, "整改台账_2026-11.xlsx"),
        ("城东厅", "城东厅_整改台账_2026-11.xlsx"),
        ('A/B\\C:*?"<>|', "A／B＼C：＊？＂＜＞｜_整改台账_2026-11.xlsx"),
        ("../../etc", "／..／etc_整改台账_2026-11.xlsx"),
        ("CON", "CON_整改台账_2026-11.xlsx"),
        ("两\n行\t字", "两 行 字_整改台账_2026-11.xlsx"),
    ],
)
def test_the_name_offered_is_legal(workspace: Workspace, site: str | None, name: str) -> None:
    assert workspace.reports.rectification_name(Extent(NOVEMBER, site)) == name


@pytest.mark.parametrize("letter", ["长", "x", "👍"])
def test_a_long_name_keeps_what_it_is_about(workspace: Workspace, letter: str) -> None:
    extent = Extent(Period(date(2026, 11, 2), date(2026, 11, 8)), letter * 150)
    name = workspace.reports.summary_name(extent)
    assert name.endswith("_检查汇总表_2026-11-02_2026-11-08.xlsx")
    assert len(name.encode()) <= 255


def test_the_unit_stands_in_for_all_sites(workspace: Workspace) -> None:
    workspace.preferences.set(UNIT_NAME, "市文明办")
    assert workspace.reports.summary_name(Extent(NOVEMBER)) == "市文明办_检查汇总表_2026-11.xlsx"


# Refusals


def test_a_period_without_a_visit_has_nothing_to_export(
    workspace: Workspace, tmp_path: Path
) -> None:
    site = add_site(workspace)
    add_site(workspace, "城西厅")
    visit(workspace, site)
    for extent in (
        Extent(month_of(date(2026, 10, 1))),
        Extent(NOVEMBER, "城西厅"),
        Extent(Period(date(2026, 11, 30), date(2026, 11, 1))),  # the wrong way round
    ):
        for write in (workspace.reports.write_summary, workspace.reports.write_rectification):
            with pytest.raises(NothingToExportError):
                write(tmp_path / "out.xlsx", extent)
    assert not (tmp_path / "out.xlsx").exists()


def test_open_and_discarded_visits_are_not_exported(workspace: Workspace, tmp_path: Path) -> None:
    from tests.workspace.visiting import start

    site = add_site(workspace)
    start(workspace, site)
    workspace.inspections.discard(start(workspace, site))
    with pytest.raises(NothingToExportError):
        workspace.reports.write_summary(tmp_path / "out.xlsx", Extent(NOVEMBER))


def test_an_unknown_site_is_told_and_not_taken_for_an_empty_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    visit(workspace, add_site(workspace))
    with pytest.raises(UnknownSiteError) as refused:
        workspace.reports.write_summary(tmp_path / "out.xlsx", Extent(NOVEMBER, "城东"))
    assert refused.value.name == "城东"


def test_a_missing_folder_and_an_open_workbook_are_told(
    workspace: Workspace, tmp_path: Path
) -> None:
    visit(workspace, add_site(workspace))
    with pytest.raises(CannotWriteError):
        workspace.reports.write_summary(tmp_path / "nowhere" / "out.xlsx", Extent(NOVEMBER))
    (tmp_path / "out.xlsx").write_bytes(b"as it was")
    (tmp_path / "~$out.xlsx").write_bytes(b"")
    with pytest.raises(FileInUseError):
        workspace.reports.write_summary(tmp_path / "out.xlsx", Extent(NOVEMBER))
    assert (tmp_path / "out.xlsx").read_bytes() == b"as it was"
    free = workspace.reports.free_path(tmp_path / "out.xlsx")
    assert workspace.reports.write_summary(free, Extent(NOVEMBER)) == tmp_path / "out (2).xlsx"


def test_the_database_is_not_exported_over(workspace: Workspace) -> None:
    visit(workspace, add_site(workspace))
    before = dump(workspace.folder)
    for write in (workspace.reports.write_summary, workspace.reports.write_rectification):
        with pytest.raises(CannotWriteError):
            write(workspace.folder / "inspector.db", Extent(NOVEMBER))
    assert dump(workspace.folder) == before


def test_a_summary_changes_nothing_and_a_ledger_is_on_the_history(
    workspace: Workspace, tmp_path: Path
) -> None:
    inspection_id = visit(workspace, add_site(workspace), {0: ["desk-tidy"]})
    before = dump(workspace.folder)
    workspace.reports.write_summary(tmp_path / "a.xlsx", Extent(NOVEMBER))
    assert dump(workspace.folder) == before
    workspace.reports.write_rectification(tmp_path / "b.xlsx", Extent(NOVEMBER))
    (finding,) = workspace.inspections.findings(inspection_id)
    last = workspace.findings.history(finding.id)[-1].event
    assert isinstance(last, Exported)
    assert (last.workbook, last.file_name, last.notice) == ("整改台账", "b.xlsx", "")


def test_the_heading_says_who_made_it(workspace: Workspace, tmp_path: Path) -> None:
    workspace.preferences.set(UNIT_NAME, "市文明办")
    workspace.preferences.set(FILLED_BY, "张三")
    visit(workspace, add_site(workspace))
    workspace.reports.write_summary(tmp_path / "out.xlsx", Extent(NOVEMBER))
    sheet = load_workbook(tmp_path / "out.xlsx").worksheets[0]
    texts = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
    assert "市文明办" in texts
    assert "张三" in texts


def test_the_last_day_is_in_the_period(workspace: Workspace, clock: Clock, tmp_path: Path) -> None:
    site = add_site(workspace)
    for day, time in (("2026-11-01", "00:00:00"), ("2026-11-30", "23:59:59")):
        clock.set(day, time)
        visit(workspace, site, {0: ["desk-tidy"]})
    (line,) = workspace.reports.summary(Extent(NOVEMBER))
    assert (line.visits, line.findings.raised) == (2, 2)
    last = Period(date(2026, 11, 30), date(2026, 11, 30))
    (line,) = workspace.reports.summary(Extent(last))
    assert (line.visits, line.findings.raised, line.change) == (1, 1, None)


# The summary, computed again


@pytest.fixture(scope="module")
def demo(written: Written, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    sample = written(write_demo, 90, 5, date(2026, 11, 27), rounds=True)
    folder = shutil.copytree(sample, tmp_path_factory.mktemp("reports") / "data")
    clock = Clock(datetime(2026, 11, 27, 12).astimezone())
    with closing(Workspace(folder, clock)) as workspace:
        yield workspace


def mean(values: list[int | None]) -> int | None:
    present = [value for value in values if value is not None]
    return half_up(Fraction(sum(present), len(present))) if present else None


def expected_lines(path: Path, period: Period, today: date) -> dict[tuple[str, str], Any]:
    def groups(first: date, last: date) -> dict[tuple[str, str], list[dict[str, Any]]]:
        found = defaultdict(list)
        for row in rows(
            path,
            "SELECT inspection.*, pack.pack_id FROM inspection JOIN pack ON hash = pack_hash"
            " WHERE state = 'completed' AND kind IN ('covert', 'open')"  # what is ranked
            " AND day >= ? AND day <= ? ORDER BY day",
            str(first),
            str(last),
        ):
            after, _ = recomputed.visit(path, row, reviewed=True)
            found[row["site_name"], row["pack_id"]].append(row | after)
        return found

    # The period before, for these periods: as many days before, or the month before.
    own = groups(period.first, period.last)
    days = (period.last - period.first).days + 1
    if period == NOVEMBER:
        days = 31
    earlier = groups(period.first - timedelta(days), period.first - timedelta(1))
    lines = {}
    for key, visits in own.items():
        findings = [
            row
            for one in visits
            for row in rows(path, "SELECT * FROM finding WHERE inspection_id = ?", one["id"])
            if row["state"] != "withdrawn"  # it did not have to be put right
        ]
        ranked = [one for one in visits if one["enough"]]
        rates = {
            category: mean([one["rates"][category] for one in ranked]) for category in CATEGORIES
        }
        total = mean([one["score"] for one in ranked])
        before = mean([one["score"] for one in earlier.get(key, []) if one["enough"]])
        vetoes = sum(one["vetoes"] for one in visits)
        lines[key] = {
            "visits": len(visits),
            "windows": len(
                {
                    row["window_id"]
                    for one in visits
                    for row in rows(
                        path,
                        "SELECT window_id FROM scorecard WHERE inspection_id = ?"
                        " AND scope = 'window' AND left_out = 0",
                        one["id"],
                    )
                }
            ),
            "rates": rates,
            "bonus": mean([one["bonus"] for one in ranked]) or 0,
            "vetoes": vetoes,
            "total": total,
            "grade": grade(pack_of(path, visits[-1]), total, vetoes),
            "raised": len(findings),
            "closed": sum(row["state"] == "closed" for row in findings),
            "overdue": sum(
                row["state"] != "closed" and row["deadline"] < str(today) for row in findings
            ),
            "change": None if total is None or before is None else total - before,
        }
    return lines


@pytest.mark.ci
@pytest.mark.parametrize(
    "period",
    [
        NOVEMBER,
        Period(date(2026, 11, 16), date(2026, 11, 20)),
        Period(date(2026, 11, 1), date(2026, 11, 27)),
        Period(date(2026, 1, 1), date(2026, 12, 31)),
    ],
    ids=lambda period: f"{period.first}_{period.last}",
)
def test_the_summary_is_what_the_visits_come_to(demo: Workspace, period: Period) -> None:
    lines = demo.reports.summary(Extent(period))
    found = {
        (line.site_name, line.pack.id): {
            "visits": line.visits,
            "windows": line.windows,
            "rates": {category.value: rate for category, rate in line.rates.items()},
            "bonus": line.bonus,
            "vetoes": line.vetoes,
            "total": line.total,
            "grade": line.grade,
            "raised": line.findings.raised,
            "closed": line.findings.closed,
            "overdue": line.findings.overdue,
            "change": line.change,
        }
        for line in lines
    }
    assert found == expected_lines(demo.database.path, period, date(2026, 11, 27))
    for pack_id in {line.pack.id for line in lines}:
        own = [line for line in lines if line.pack.id == pack_id]
        standing = [(bool(line.vetoes), -(line.total or 0)) for line in own]
        assert standing == sorted(standing)
        assert [line.rank for line in own] == [1 + standing.index(place) for place in standing]


@pytest.mark.ci
def test_one_site_is_summed_up_alone(demo: Workspace) -> None:
    every = {line.site_name: line for line in demo.reports.summary(Extent(NOVEMBER))}
    for name, line in every.items():
        (own,) = demo.reports.summary(Extent(NOVEMBER, name))
        assert own.rank == 1
        assert (own.total, own.findings, own.change) == (line.total, line.findings, line.change)
