"""A checklist that was updated in mid-month: one line a site, one family, each window once."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.days.span import SpanKind, span_of
from inspector.domain.figures.figure_facts import FigureScope
from inspector.domain.visit.answer_changes import noted, passed, praised
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.papers.period_figures import SummaryFigures
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import PACK, Clock, add_site, answer_all, start, visit

VETO, SMALL = "no-quarrel", "greeting-words"
NOVEMBER = Extent(month_of(date(2026, 11, 1)))


@dataclass
class Month:
    """What was made of November."""

    workspace: Workspace
    old: str
    new: str

    def figures(self) -> SummaryFigures:
        scope = FigureScope(span_of(SpanKind.MONTH, date(2026, 11, 20)))
        calendar = self.workspace.holidays.calendar()
        return self.workspace.figures.read(scope, date(2026, 11, 27), calendar)


@pytest.fixture
def month(workspace: Workspace, clock: Clock) -> Month:
    """甲 and 乙 are visited with both versions, 甲 vetoed with the old one; 丙 with the new one."""
    clock.set("2026-11-03")
    first, second, third = (add_site(workspace, name) for name in ("甲厅", "乙厅", "丙厅"))
    visit(workspace, first, {0: [VETO]})
    visit(workspace, second, {0: [SMALL]})
    old = workspace.packs.get(PACK)
    new = replace(old, version=f"{old.version}.1")
    workspace.packs.take_in(new)
    clock.set("2026-11-20")
    own = start(workspace, first)
    answer_all(workspace, own)
    sheet = workspace.inspections.sheet(own)
    card = sheet.scorecards[1]
    item = next(item for item in sheet.items(card) if item.id == SMALL)
    workspace.inspections.record(own, card.id, [noted(praised(item, passed(item)), "主动引导")])
    workspace.inspections.complete(own)
    visit(workspace, second, {0: [SMALL]})
    visit(workspace, third)
    clock.set("2026-11-27")
    return Month(workspace, old.version, new.version)


def test_a_site_is_one_line_whose_mean_says_of_which_versions(month: Month) -> None:
    for lines in (month.workspace.reports.summary(NOVEMBER), month.figures().lines):
        assert [(line.site_name, line.visits, line.windows) for line in lines] == [
            ("丙厅", 1, 2), ("乙厅", 2, 2), ("甲厅", 2, 2),
        ]  # fmt: skip
        assert {line.pack.name for line in lines} == {f"通信营业厅 {month.old}、{month.new}"}
        assert lines[-1].vetoes == 1
    (pack,) = month.figures().packs  # what K offers
    narrowed = replace(month.figures().scope, pack=pack)
    assert len(month.workspace.figures.visits(narrowed)) == 5
    versions = {row.pack.versions for row in month.workspace.figures.visits(narrowed)}
    assert versions == {(month.old,), (month.new,)}  # a visit has the one it was made with


def test_the_circular_counts_each_hall_and_window_once_as_the_summary_does(
    month: Month, tmp_path: Path
) -> None:
    path = month.workspace.reports.write_circular(tmp_path / "a.xlsx", NOVEMBER)
    book = openpyxl.load_workbook(path)
    letter = "".join(str(row[0]) for row in book["通报"].iter_rows(values_only=True))
    assert "对3个单位开展文明窗口现场检查5次，检查窗口6个。" in letter
    assert month.figures().key.windows == 6
    head = [
        cell for row in book.worksheets[1].iter_rows(max_row=5, values_only=True) for cell in row
    ]
    assert any(
        str(cell).startswith(f"检查表：通信营业厅 {month.old}、{month.new}　") for cell in head
    )
    assert [name for name in book.sheetnames if "营业厅" in name] == ["通信营业厅"]


def test_nobody_who_was_vetoed_in_the_period_is_praised(month: Month, tmp_path: Path) -> None:
    told = month.workspace.reports.circular(NOVEMBER)
    assert {each.site_name for each in told.highlights} == set()
    assert {each.site_name for each in told.full_marks} == {"乙厅", "丙厅"}
    figures = month.figures()
    (lists,) = figures.lists
    assert [line.site_name for line in lists.red] == ["丙厅"]
    assert [line.site_name for line in lists.black] == ["甲厅"]
    assert "甲厅" not in {one.site_name for one in figures.windows if one.eligible}
    path = month.workspace.reports.write_circular(tmp_path / "a.xlsx", NOVEMBER)
    rows = openpyxl.load_workbook(path)["通报"].iter_rows(values_only=True)
    letter = "".join(str(row[0]) for row in rows)
    assert "甲厅" not in letter.split("好的方面")[1].split("存在问题")[0]


@pytest.mark.ci
def test_other_weights_begin_another_family(month: Month, clock: Clock) -> None:
    pack = month.workspace.packs.get(PACK)
    weights = dict(zip(Category, (10, 20, 30, 40), strict=True))
    month.workspace.packs.take_in(replace(pack, version=f"{pack.version}.1", weights=weights))
    clock.set("2026-11-26")
    visit(month.workspace, month.workspace.rosters.site_named("丙厅"))
    clock.set("2026-11-27")
    lines = month.workspace.reports.summary(NOVEMBER)
    assert [line.site_name for line in lines] == ["丙厅", "乙厅", "甲厅", "丙厅"]
    assert [line.rank for line in lines] == [1, 2, 3, 1]
    assert len({line.pack for line in lines}) == 2
    # The window of 丙厅 that was inspected with both is one window all the same.
    assert month.workspace.reports.circular(NOVEMBER).windows == 6 == month.figures().key.windows
