"""Ledger, circular and summary of one month add up to each other on paper, row by row."""

import re
from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.finding.finding import AppealOutcome
from inspector.domain.finding.finding_event import Source, SourceKind
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.visits.voiced_findings import Voiced, VoicedFindings
from inspector.workspace.workspace import Workspace
from tests.workspace.recomputed import rows
from tests.workspace.visiting import Clock, add_site

NOVEMBER = Extent(month_of(date(2026, 11, 1)))


def cells(path: Path) -> list[list[tuple[Any, ...]]]:
    return [list(sheet.iter_rows(values_only=True)) for sheet in openpyxl.load_workbook(path)]


def number(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    assert found, pattern
    return int(found[1])


def _listed(ledger: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    at = next(n for n, row in enumerate(ledger) if "问题编号" in row)
    place = ledger[at].index("问题编号")
    return [row for row in ledger[at + 1 :] if str(row[place] or "").startswith("26")]


@pytest.mark.ci
def test_what_is_counted_what_patrols_found_and_what_was_withdrawn(tmp_path: Path) -> None:
    write_demo(tmp_path / "data", 40, 5, date(2026, 11, 27), rounds=True)
    clock = Clock(datetime(2026, 11, 27, 12).astimezone())
    with closing(Workspace(tmp_path / "data", clock)) as workspace:
        _withdraw_of_a_patrol(workspace)
        _raise_of_the_public(workspace)
        reports = workspace.reports
        ledger, _ = cells(reports.write_rectification(tmp_path / "a.xlsx", NOVEMBER))
        unfinished, _ = cells(
            reports.write_rectification(tmp_path / "d.xlsx", NOVEMBER, open_only=True)
        )
        circular = cells(reports.write_circular(tmp_path / "b.xlsx", NOVEMBER))
        summary = cells(reports.write_summary(tmp_path / "c.xlsx", NOVEMBER))
        path = workspace.database.path
        raised = rows(
            path,
            "SELECT finding.state, kind FROM finding"
            " JOIN inspection ON inspection.id = inspection_id"
            " WHERE finding.day BETWEEN '2026-11-01' AND '2026-11-30'",
        )
    withdrawn = sum(row["state"] == "withdrawn" for row in raised)
    counted = [row for row in raised if row["state"] != "withdrawn"]
    patrolled = sum(row["kind"] in ("patrol", "recheck") for row in counted)
    voiced = sum(row["kind"] == "voice" for row in counted)
    scored = len(counted) - patrolled - voiced
    assert min(withdrawn, patrolled, voiced, scored) > 1

    said = "\n".join(str(row[0]) for row in ledger[:4])
    equation = (
        f"共{len(raised)}项 = 汇总表{scored}项 + 日常巡视{patrolled}项 + 群众反映{voiced}项"
        f" + 已撤销{withdrawn}项"
    )
    assert equation in said
    assert len(_listed(ledger)) == len(raised)
    closed = sum(row["state"] == "closed" for row in raised)
    still = len(counted) - closed
    assert min(closed, still) > 1
    said = "\n".join(str(row[0]) for row in unfinished[:4])
    assert equation in said
    assert f"本表只列未销号的{still}项，已销号{closed}项、已撤销{withdrawn}项未列入。" in said
    assert len(_listed(unfinished)) == still

    letter = "".join(str(row[0]) for row in circular[0])
    assert number(r"共发现问题(\d+)个", letter) == scored
    assert number(r"另有日常巡视发现的问题(\d+)个", letter) == patrolled
    assert number(r"另有群众反映的问题(\d+)个", letter) == voiced
    put_right = sum(row["state"] == "closed" for row in counted if row["kind"] == "voice")
    assert number(r"群众反映的问题\d+个，已整改销号(\d+)个", letter) == put_right
    assert number(r"经申诉撤销的问题(\d+)个", letter) == withdrawn

    for book in (circular[1:], summary):  # the ranking of a circular is the same table
        whole = next(sheet for sheet in book if any("实查率" in row for row in sheet))
        said = "\n".join(str(row[0]) for row in whole)
        assert number(r"本期共有问题(\d+)个", said) == len(raised)
        assert number(r"群众反映(\d+)个", said) == voiced
        assert number(r"计分检查发现(\d+)个", said) == scored
        assert number(r"日常巡视发现(\d+)个", said) == patrolled
        assert number(r"经申诉撤销(\d+)个", said) == withdrawn
        (sums,) = (row for row in whole if row[1] == "合计")
        assert sums[8] == scored
        header = next(row for row in whole if "实查率" in row)
        lines = [dict(zip(header, row, strict=True)) for row in whole]
        of_sites = [line for line in lines if re.fullmatch(r"\d+/\d+|—", str(line["名次"]))]
        assert sum(line["问题数"] for line in of_sites) == scored
        by_patrols = sum(line["巡视发现"] for line in of_sites)
        match = re.search(r"其中(\d+)个由未列入本表的单位发现", said)
        assert by_patrols + (int(match[1]) if match else 0) == patrolled
        by_public = sum(line["群众反映"] for line in of_sites)
        match = re.search(r"其中(\d+)个属于未列入本表的单位", said)
        assert by_public + (int(match[1]) if match else 0) == voiced
        assert sums[header.index("群众反映")] == by_public
        rates = [(line["满意率"], line["测评份数"]) for line in of_sites]
        assert all(isinstance(rate, str) == (n == "—" or n < 30) for rate, n in rates)
        (scores,) = (
            sheet for sheet in book if any({"名次", "服务礼仪"} <= set(row) for row in sheet)
        )
        notes = "\n".join(str(row[0]) for row in scores)
        assert number(r"已撤销的问题不计入，共(\d+)个", notes) == withdrawn


def _raise_of_the_public(workspace: Workspace) -> None:
    """Let what people said become findings: one at a site that was seen, one at another."""
    for site in (workspace.rosters.sites()[0], add_site(workspace, "未检查的厅")):
        voiced, source = Voiced("等候时间长", "满意度测评"), Source(SourceKind.SURVEY, site.id)
        workspace.of(VoicedFindings).raise_one(site, voiced, source)


def _withdraw_of_a_patrol(workspace: Workspace) -> None:
    """Let an appeal take back something that a patrol found: it is no finding of a visit."""
    (row, *_) = rows(
        workspace.database.path,
        "SELECT finding.id FROM finding JOIN inspection ON inspection.id = inspection_id"
        " WHERE kind = 'patrol' AND finding.state NOT IN ('withdrawn')"
        " AND finding.day BETWEEN '2026-11-01' AND '2026-11-30' AND appealed_at IS NULL",
    )
    workspace.findings.appeal([row["id"]], "不在本厅范围")
    workspace.findings.decide_appeal([row["id"]], AppealOutcome.WITHDRAWN, "属实", "李处长")
