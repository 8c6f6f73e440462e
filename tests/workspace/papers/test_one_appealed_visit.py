"""One appealed visit through every paper and page: the same number everywhere.

What it has to be is worked out from the raw rows by separate code (`recomputed`).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.checklist.points import format_score
from inspector.domain.days.span import SpanKind, span_of
from inspector.domain.figures.figure_facts import FigureScope
from inspector.domain.meeting.meeting import PraiseKind
from inspector.workspace.extent import Extent, Period
from inspector.workspace.papers.period_figures import SummaryFigures
from inspector.workspace.workspace import Workspace
from tests.workspace import appealed, recomputed
from tests.workspace.appealed import LOWERED, VETO, Halls
from tests.workspace.recomputed import rows
from tests.workspace.visiting import Clock

DAY = date(2026, 11, 24)
EXTENT = Extent(Period(DAY, DAY))


@pytest.fixture(scope="module")
def halls_and_workspace(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Halls, Workspace]]:
    clock = Clock(datetime.fromisoformat("2026-11-24T09:30:00+08:00"))
    folder = tmp_path_factory.mktemp("appealed") / "data"
    with closing(Workspace(folder, clock)) as workspace:
        halls = appealed.make(workspace, clock)
        appealed.decide(workspace, clock, halls)
        clock.set("2026-11-25", "16:00:00")
        yield halls, workspace


@pytest.fixture(scope="module")
def workspace(halls_and_workspace: tuple[Halls, Workspace]) -> Workspace:
    return halls_and_workspace[1]


@pytest.fixture(scope="module")
def halls(halls_and_workspace: tuple[Halls, Workspace]) -> Halls:
    return halls_and_workspace[0]


@pytest.fixture(scope="module")
def own(halls: Halls, workspace: Workspace) -> dict[str, dict[str, Any]]:
    """What each hall comes to after appeals, with what it came to as `found`."""
    path, came_to = workspace.database.path, {}
    for name, visit in halls.visits.items():
        (row,) = rows(path, "SELECT * FROM inspection WHERE id = ?", visit)
        after, cards = recomputed.visit(path, row, reviewed=True)
        found, _ = recomputed.visit(path, row)
        came_to[name] = {**after, "cards": cards, "found": found}
    return came_to


@pytest.fixture(scope="module")
def figures(workspace: Workspace) -> SummaryFigures:
    scope = FigureScope(span_of(SpanKind.WEEK, DAY))
    calendar = workspace.holidays.calendar()
    return workspace.figures.read(scope, workspace.now().date(), calendar)


def sheet_rows(path: Path, sheet: int = 0) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(path).worksheets[sheet].iter_rows(values_only=True))


def said(path: Path, sheet: int = 0) -> str:
    return "\n".join(str(cell) for row in sheet_rows(path, sheet) for cell in row if cell)


def table(path: Path, key: str, sheet: int = 0) -> list[dict[str, Any]]:
    """The rows below the header with `key` in it, by header."""
    all_rows = sheet_rows(path, sheet)
    at = next(n for n, row in enumerate(all_rows) if key in row)
    return [dict(zip(all_rows[at], row, strict=True)) for row in all_rows[at + 1 :]]


def test_an_appeal_changes_what_counts_and_nothing_of_what_was_found(
    own: dict[str, dict[str, Any]],
) -> None:
    first = own["甲厅"]
    assert (first["found"]["vetoes"], first["found"]["grade"]) == (1, "不合格")
    assert (first["vetoes"], first["grade"]) == (0, "优秀")
    assert first["score"] > first["found"]["score"]
    assert own["丙厅"]["score"] == own["丙厅"]["found"]["score"]


def test_the_ranking_the_lists_and_the_awards(
    figures: SummaryFigures, own: dict[str, dict[str, Any]]
) -> None:
    assert [line.site_name for line in figures.lines][-1] == "丙厅"
    for line in figures.lines:
        after, found = own[line.site_name], own[line.site_name]["found"]
        assert (line.total, line.grade, line.vetoes) == (
            after["score"], after["grade"], after["vetoes"],
        )  # fmt: skip
        assert {c.value: rate for c, rate in line.rates.items()} == after["rates"]
        assert (line.found is not None) == (line.site_name == "甲厅")
        if line.found:
            assert line.found == (found["score"], found["vetoes"], found["grade"])
    assert figures.key.vetoes == 1
    assert [example.site_name for example in figures.vetoes] == ["丙厅"]
    (lists,) = figures.lists
    assert [line.site_name for line in lists.black] == ["丙厅"]
    eligible = {one.site_name for one in (*figures.windows, *figures.staff) if one.eligible}
    assert eligible == {"甲厅", "乙厅"}  # though the second window of 丙厅 lost nothing
    scores = {card["score"] for each in own.values() for card in each["cards"].values()}
    assert {one.mean for one in figures.windows} <= scores


def test_the_lists_of_visits_and_the_heat_map(
    workspace: Workspace, figures: SummaryFigures, own: dict[str, dict[str, Any]]
) -> None:
    for row in workspace.figures.visits(figures.scope):
        after = own[row.site_name]
        assert (row.total, row.grade, row.vetoes) == (
            after["score"], after["grade"], after["vetoes"],
        )  # fmt: skip
    for line in workspace.inspections.completed():
        after = own[line.inspection.site_name]
        mark = "★ " if after["vetoes"] else ""
        assert (line.score, line.grade) == (after["score"], mark + after["grade"])
        assert bool(line.found) == (line.inspection.site_name == "甲厅")
    (part,) = [part for part in figures.parts if part.visits]
    (mean,) = part.means.values()
    totals = [each["score"] for each in own.values()]
    assert mean == recomputed.half_up(Fraction(sum(totals), len(totals)))
    for window in workspace.figures.windows(figures.scope):
        rates = {category.value: rate for category, rate in window.rates.items()}
        expected = [
            {c: rate for c, (_, _, rate) in card["categories"].items() if rate is not None}
            for card in own[window.site_name]["cards"].values()
        ]
        assert rates in expected


def test_the_public_view_tells_both(workspace: Workspace, own: dict[str, dict[str, Any]]) -> None:
    cards = {key: card for each in own.values() for key, card in each["cards"].items()}
    with closing(sqlite3.connect(workspace.database.path)) as other:
        view = other.execute(
            "SELECT scorecard_id, score, vetoes, reviewed_score, reviewed_vetoes, reviewed_grade"
            " FROM scorecard_score"
        ).fetchall()
    differing = 0
    for card, score, vetoes, *reviewed in view:
        own_card = cards[card]
        assert reviewed == [own_card["score"] / 100, own_card["vetoes"], own_card["grade"]]
        differing += (score, vetoes) != (reviewed[0], reviewed[1])
    assert differing == 1


def test_the_summary_prints_the_reviewed_score_and_the_other_beside(
    workspace: Workspace, own: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    path = workspace.reports.write_summary(tmp_path / "汇总.xlsx", EXTENT)
    lines = {row["单位"]: row for row in table(path, "总分")[:3]}
    for name, after in own.items():
        assert round(lines[name]["总分"] * 100) == after["score"]
        assert (lines[name]["等级"], lines[name]["一票否决"]) == (after["grade"], after["vetoes"])
    found = own["甲厅"]["found"]
    assert lines["甲厅"]["备注"] == f"检查时{format_score(found['score'])}分、不合格、★一票否决1次"
    assert lines["丙厅"]["名次"] == 3
    assert "得分、等级、名次、一票否决均为申诉复核后的结果" in said(path)


@pytest.mark.ci
def test_the_circular_brands_nobody_whose_veto_was_withdrawn(
    workspace: Workspace, own: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    path = workspace.reports.write_circular(tmp_path / "通报.xlsx", EXTENT)
    letter = said(path)
    after = own["甲厅"]
    assert "一票否决1个" in letter
    assert "丙厅发现红线问题1个，按规定一票否决。" in letter
    assert "检查窗口6个" in letter
    assert "经申诉撤销的问题1个，不计入。" in letter
    assert "均为申诉复核后的结果；其中1个单位与检查时不同" in letter
    good = letter.split("二、好的方面")[1].split("三、存在问题")[0]
    assert "甲厅主动引导" in good
    assert "丙厅" not in good
    ranking = {row["单位"]: row for row in table(path, "总分", 1)[:3]}
    assert round(ranking["甲厅"]["总分"] * 100) == after["score"]
    listed = {row["存在问题"]: row for row in table(path, "存在问题", 2) if row["存在问题"]}
    assert listed["三次未用敬语"]["扣分"] == 0.5
    assert listed["三次未用敬语"]["备注"] == "申诉减轻，检查时扣3分"
    assert "3分）" not in letter


def test_the_lowered_deduction_is_one_number(
    workspace: Workspace, halls: Halls, tmp_path: Path
) -> None:
    """0.5, wherever it is told; 3 only where it says that it was so as found."""
    finding = workspace.findings.get(halls.findings[LOWERED])
    (row,) = [row for row in workspace.findings.ledger() if row.id == finding.id]
    assert (finding.counted_deduction, row.reviewed_deduction) == (50, 50)
    path = workspace.reports.write_rectification(tmp_path / "台账.xlsx", EXTENT)
    (line,) = [row for row in table(path, "问题编号", sheet=1) if row["问题编号"] == finding.number]
    assert (line["扣分"], line["备注"]) == (0.5, "申诉减轻，检查时扣3分")
    assert "单位：分（申诉复核后）" in said(path)
    gone = workspace.findings.get(halls.findings[VETO])
    (line,) = [row for row in table(path, "问题编号", sheet=1) if row["问题编号"] == gone.number]
    assert (line["存在问题"], line["扣分"]) == ("与顾客争吵", 0)  # no ★ any more
    assert line["备注"] == "申诉撤销，检查时一票否决"  # a red line has no points
    head = "共5项 = 汇总表4项 + 已撤销1项；已撤销的不计入汇总表、通报。"
    assert head in said(path)


def test_a_form_is_filled_with_the_same(
    workspace: Workspace, own: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["{{总分}}", "{{检查时得分}}", "{{一票否决}}", "{{窗口数}}", "{{问题数}}"])
    sheet.append(["{{排名.单位}}", "{{排名.总分}}", "{{排名.等级}}", "{{排名.备注}}"])
    sheet.append(["{{问题.存在问题}}", "{{问题.扣分}}", "{{问题.检查时扣分}}"])
    book.save(tmp_path / "表样.xlsx")
    path = workspace.reports.write_form(tmp_path / "填.xlsx", EXTENT, tmp_path / "表样.xlsx")
    first, *others = sheet_rows(path)

    def mean(scores: list[int]) -> float:
        return recomputed.half_up(Fraction(sum(scores), len(scores))) / 100

    assert first[:5] == (
        mean([each["score"] for each in own.values()]),
        mean([each["found"]["score"] for each in own.values()]),
        1, 6, 4,
    )  # fmt: skip
    by_name = {row[0]: row for row in others}
    assert round(by_name["甲厅"][1] * 100) == own["甲厅"]["score"]
    assert by_name["甲厅"][2] == own["甲厅"]["grade"]
    assert by_name["三次未用敬语"][1:3] == (0.5, 3)


@pytest.mark.ci
def test_the_sealed_record_prints_what_was_found_and_the_reviewed_score_beside(
    workspace: Workspace, halls: Halls, own: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    visit, after = halls.visits["甲厅"], own["甲厅"]
    assert workspace.records.unchanged(visit)
    record = workspace.records.record(visit)
    assert record.reviewed is not None
    assert record.reviewed.site.total == after["score"]
    path = workspace.reports.write_record(tmp_path / "记录.xlsx", visit)
    text = said(path)
    assert f"复核后单位得分：{format_score(after['score'])}，等级为{after['grade']}" in text
    assert "上表为检查时所见，复核后不同的列于备注" in text
    lines = {row["窗口"]: row for row in table(path, "窗口")[:3]}
    (site,) = [row for row in lines.values() if row["窗口"] == "单位得分"]
    assert round(site["得分"] * 100) == after["found"]["score"]
    assert site["备注"] == f"★一票否决；复核后{format_score(after['score'])}（优秀）"
    (changed,) = {s["score"] for s in after["cards"].values()} - {
        round(row["得分"] * 100) for row in lines.values()
    }
    assert f"复核后{format_score(changed)}（" in lines["1号窗口"]["备注"]


def test_a_meeting_praises_who_is_not_branded(workspace: Workspace, halls: Halls) -> None:
    sites = {site.name: site for site in workspace.rosters.sites()}
    praise = {
        name: {each.kind for each in workspace.meetings.next_for(site).praise}
        for name, site in sites.items()
    }
    assert PraiseKind.HIGHLIGHT in praise["甲厅"]
    assert praise["丙厅"] == set()
