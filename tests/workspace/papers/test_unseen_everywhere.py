"""未观察 is nowhere 合格: a visit on which nearly everything is, in all that goes out."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.checklist.checklist import DeductRule
from inspector.domain.checklist.direct_conversion import converted
from inspector.domain.days.span import SpanKind, span_of
from inspector.domain.figures.figure_facts import FigureScope
from inspector.domain.meeting.meeting import PraiseKind
from inspector.domain.visit.answer_changes import deducted, noted, passed, unseen
from inspector.storage.stores.praise_store import PraiseStore
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import PACK, Clock, add_site, items, start

NOVEMBER = Extent(month_of(date(2026, 11, 1)))


def texts(path: Path) -> list[str]:
    return [
        str(cell)
        for sheet in openpyxl.load_workbook(path).worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell is not None
    ]


@pytest.mark.ci
def test_nothing_that_was_not_seen_counts_as_right(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    """The first item of each window is right, the second wrong, all others are not observed."""
    clock.set("2026-11-20")
    site = add_site(workspace, "甲厅")
    visit = start(workspace, site)
    right, wrong, *rest = items(workspace, visit)
    sheet = workspace.inspections.sheet(visit)
    for card in sheet.scorecards:
        workspace.inspections.record(
            visit,
            card.id,
            [passed(right), noted(deducted(wrong), "见记录"), *map(unseen, rest)],
        )
    workspace.inspections.complete(visit)
    done, cards = workspace.inspections.sheet(visit), len(sheet.scorecards)

    # On the record each item stands as it was answered; points are of those two alone.
    path = workspace.reports.write_record(tmp_path / "记录.xlsx", visit)
    found: list[tuple[Any, ...]] = [
        row
        for each in openpyxl.load_workbook(path).worksheets[1:]
        for row in each.iter_rows(min_col=1, max_col=9, values_only=True)
        if isinstance(row[0], int)
    ]
    asked = [row for row in found if row[1] != "加分"]
    said = [row[5] for row in asked]
    assert said.count("合格") == said.count("见记录") == cards
    assert said.count("未观察") == len(rest) * cards == len(said) - 2 * cards
    assert {row[4:8] for row in asked if row[5] == "未观察"} == {("/", "未观察", "/", "/")}
    covered = done.total_coverage()
    assert (covered.observed, covered.asked) == (2 * cards, len(said))

    # No other paper attests it: what is counted is what was found wrong, what was seen is told.
    summary = texts(workspace.reports.write_summary(tmp_path / "汇总.xlsx", NOVEMBER))
    circular = texts(workspace.reports.write_circular(tmp_path / "通报.xlsx", NOVEMBER))
    own = f"实查{covered.observed}/{covered.asked}项"
    for paper in (summary, circular):
        assert any(own in text for text in paper)
        assert not any(
            "未观察" in text and "合格" in text.replace("也不作合格认定", "") for text in paper
        )
    (line,) = workspace.reports.summary(NOVEMBER)
    assert line.findings.raised == cards
    assert line.coverage == covered
    figures = workspace.figures.read(
        FigureScope(span_of(SpanKind.MONTH, date(2026, 11, 20))),
        date(2026, 11, 27),
        workspace.holidays.calendar(),
    )
    assert [each.site_name for each in figures.lines] == ["甲厅"]
    assert done.praised() == []
    for card in done.scorecards:
        score = done.score(card)
        counted = {each.item.id for each in score.items if each.full or each.got}
        assert counted <= {right.id, wrong.id}


def test_nobody_is_praised_for_what_nobody_looked_at(workspace: Workspace, clock: Clock) -> None:
    """Nothing was found wrong at a window of which nothing was seen: it says nothing.

    Of the second window everything was seen; at the third a fault came off the total alone.
    """
    clock.set("2026-11-20")
    direct = converted(workspace.packs.get(PACK))
    asked = next(each for each in direct.checklists[0].items if isinstance(each.rule, DeductRule))
    fine = replace(asked, penalty=True, full=0, window_kinds=())
    lists = tuple(
        replace(part, items=tuple(fine if each == asked else each for each in part.items))
        for part in direct.checklists
    )
    policy = replace(direct.policy, ranked_from=0)
    own = replace(direct, version="2099.1", checklists=lists, policy=policy)
    workspace.packs.take_in(own)
    site = add_site(workspace, "甲厅", windows=3)
    visit = start(workspace, site)
    sheet = workspace.inspections.sheet(visit)
    for number, card in enumerate(sheet.scorecards):
        every = [each for each in sheet.items(card) if not each.is_bonus]
        given = [unseen(each) if number == 0 else passed(each) for each in every]
        if number == 2:
            given = [
                noted(deducted(each), "见记录") if each.id == fine.id else passed(each)
                for each in every
            ]
        workspace.inspections.record(visit, card.id, given)
    workspace.inspections.complete(visit)
    assert workspace.inspections.sheet(visit).score(sheet.scorecards[2]).penalty > 0
    days = NOVEMBER.period
    full = PraiseStore(workspace.database).full_windows(days.first, days.last, None)
    assert [each.window_number for each in full] == ["2号窗口"]
    agenda = workspace.meetings.next_for(site)
    told = [each.window_number for each in agenda.praise if each.kind is PraiseKind.FULL_MARKS]
    assert told == ["2号窗口"]
