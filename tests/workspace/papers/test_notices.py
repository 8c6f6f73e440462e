"""Notices: who gets one, under which number, and what is remembered of it."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.errors import CannotWriteError, NothingToNotifyError
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import Exported
from inspector.domain.finding.ledger import LedgerFilter
from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.workspace.preferences import UNIT_NAME
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg
from tests.workspace.evidence_steps import attach
from tests.workspace.visiting import Clock, add_site, answer_all, cards, dump, start, visit

WRONG = {0: ["rise-to-greet", "equipment-ok"], 1: ["rise-to-greet"]}
ALL = LedgerFilter()


@pytest.fixture
def found(workspace: Workspace) -> list[Finding]:
    """Three findings at each of two sites; one has a photo."""
    for name in ("城东厅", "城西厅"):
        inspection_id = start(workspace, add_site(workspace, name))
        answer_all(workspace, inspection_id, WRONG)
        attach(
            workspace.evidence,
            workspace.evidence.prepare(jpeg()),
            inspection_id,
            cards(workspace, inspection_id)[0].id,
            "rise-to-greet",
            EvidenceOrigin.CHOSEN,
        )
        workspace.inspections.complete(inspection_id)
    return workspace.findings.all_of(row.id for row in reversed(workspace.findings.ledger()))


def written(workspace: Workspace, folder: Path, asked: LedgerFilter = ALL) -> list[Path]:
    return [workspace.notices.write(d, folder)[0] for d in workspace.notices.drafts(asked)]


def texts(path: Path, sheet: int = 0) -> list[list[Any]]:
    rows = openpyxl.load_workbook(path).worksheets[sheet].iter_rows(values_only=True)
    return [[value for value in row if value is not None] for row in rows]


def test_each_site_gets_one_with_its_own_number(
    workspace: Workspace, tmp_path: Path, found: list[Finding]
) -> None:
    workspace.preferences.set(UNIT_NAME, "市文明办")
    paths = written(workspace, tmp_path / "out" / "new")
    assert [path.name for path in paths] == [
        "城东厅_整改通知单_〔2026〕1号_2026-11-27.xlsx",
        "城西厅_整改通知单_〔2026〕2号_2026-11-27.xlsx",
    ]
    day = date(2026, 11, 30)
    east = [finding for finding in found if finding.site_name == "城东厅"]
    notice = texts(paths[0])
    assert notice[0] == ["整改通知单"]
    assert notice[1] == ["编号：〔2026〕1号", "日期：2026年11月27日"]
    assert notice[2:5] == [
        ["城东厅："],
        ["　　经检查，你单位存在下列3个问题，请认真整改。"],
        ["序号", "问题编号", "窗口", "存在问题", "问题照片", "整改要求", "整改时限"],
    ]
    for number, (row, finding) in enumerate(zip(notice[5:8], east, strict=True), 1):
        assert row[:4] == [number, finding.number, finding.window_number, finding.text]
        assert row[-1].date() == finding.deadline
    assert f"最迟不晚于{day.year}年" in notice[9][0]
    assert notice[-1] == ["签发人：", "签收人：", "签收时间：　　年　　月　　日"]
    slip = texts(paths[0], 1)
    assert slip[1] == ["对应通知单：〔2026〕1号", "回复单位：城东厅"]
    assert [header.replace("\n", "") for header in slip[3]] == [
        "序号", "问题编号", "窗口", "存在问题", "整改时限",
        "整改情况（填写）", "完成时间（填写）", "整改后照片（填写）",
    ]  # fmt: skip
    assert [row[1] for row in slip[4:7]] == [finding.number for finding in east]
    pictures = openpyxl.load_workbook(paths[0]).worksheets[0]._images  # type: ignore[attr-defined]
    assert [(p.anchor._from.row, p.anchor._from.col) for p in pictures] == [(5, 4)]


def test_it_is_on_the_history_of_each(
    workspace: Workspace, tmp_path: Path, found: list[Finding]
) -> None:
    (path,) = written(workspace, tmp_path, LedgerFilter(site_id=found[0].site_id))
    for finding in found[:3]:
        last = workspace.findings.history(finding.id)[-1].event
        assert isinstance(last, Exported)
        assert (last.workbook, last.file_name) == ("整改通知单", path.name)
        assert workspace.findings.get(finding.id).notice == last.notice == "〔2026〕1号"
    assert workspace.findings.get(found[3].id).notice == ""


def test_the_same_set_keeps_its_number_and_another_does_not(
    workspace: Workspace, tmp_path: Path, clock: Clock, found: list[Finding]
) -> None:
    asked = LedgerFilter(site_id=found[0].site_id)
    (first,) = written(workspace, tmp_path, asked)
    (draft,) = workspace.notices.drafts(asked)
    assert draft.number == "〔2026〕1号"
    (again,) = written(workspace, tmp_path, asked)
    assert (first.name, again.name) == (
        "城东厅_整改通知单_〔2026〕1号_2026-11-27.xlsx",
        "城东厅_整改通知单_〔2026〕1号_2026-11-27 (2).xlsx",
    )
    workspace.findings.correct([found[0].id])
    (fewer,) = written(workspace, tmp_path, asked)
    assert "〔2026〕2号" in fewer.name
    clock.set("2027-01-04")
    (kept,) = written(workspace, tmp_path, asked)
    assert "〔2026〕2号_2027-01-04" in kept.name
    west = LedgerFilter(site_id=found[-1].site_id)
    (next_year,) = written(workspace, tmp_path, west)
    assert "〔2027〕1号" in next_year.name


def test_a_deadline_that_is_past_is_told_and_not_demanded(
    workspace: Workspace, tmp_path: Path, clock: Clock, found: list[Finding]
) -> None:
    site = LedgerFilter(site_id=found[0].site_id)
    workspace.findings.assign([found[2].id], Assignment(deadline=date(2026, 12, 20)))
    clock.set("2026-12-10")
    (some,) = written(workspace, tmp_path, site)
    rows = texts(some)
    assert rows[3] == ["　　经检查，你单位存在下列3个问题，其中2个已逾期，请立即整改。"]
    late = [f"{day}\n（已逾期）" for day in ("2026年11月27日", "2026年12月1日")]
    assert [row[-1] for row in rows[5:7]] == late
    assert rows[7][-1].date() == date(2026, 12, 20)
    assert "已逾期的立即完成，其余于各项“整改时限”前完成，最迟不晚于2026年12月20日" in rows[9][0]
    clock.set("2027-01-04")
    (every,) = written(workspace, tmp_path, site)
    rows = texts(every)
    assert "存在下列3个问题，均已逾期，请立即整改" in rows[3][0]
    assert rows[7][-1] == "2026年12月20日\n（已逾期）"
    assert not any("时限”前" in row[0] or "最迟" in row[0] for row in rows[8:] if row)
    slip = texts(every, 1)
    assert slip[4][4].date() == date(2026, 11, 27)  # as it is read back


def test_without_photos_their_column_is_narrow(
    workspace: Workspace, tmp_path: Path, found: list[Finding]
) -> None:
    def width(path: Path) -> float:
        sheet: Any = openpyxl.load_workbook(path).worksheets[0]
        return float(sheet.column_dimensions["E"].width)

    site = LedgerFilter(site_id=found[0].site_id)
    (shown,) = written(workspace, tmp_path, site)
    (pictured,) = (id_ for id_, each in workspace.notices.drafts(site)[0].photos.items() if each)
    workspace.findings.correct([pictured])
    (bare,) = written(workspace, tmp_path, site)
    assert (width(shown), width(bare)) == (25, 9.4)


def test_what_waits_for_us_is_on_none(
    workspace: Workspace, tmp_path: Path, found: list[Finding]
) -> None:
    site = LedgerFilter(site_id=found[0].site_id)
    workspace.findings.report_done(found[0].id, "已改", date(2026, 11, 27))
    workspace.findings.assign([found[1].id], Assignment(owner="李四"))
    (draft,) = workspace.notices.drafts(site)
    assert [finding.id for finding in draft.findings] == [found[1].id, found[2].id]
    workspace.findings.correct([found[1].id])
    path, _ = workspace.notices.write(draft, tmp_path)  # closed since: it is left out
    assert [row[1] for row in texts(path, 1)[4:5]] == [found[2].number]
    workspace.findings.correct([found[2].id])
    with pytest.raises(NothingToNotifyError):
        workspace.notices.drafts(site)
    with pytest.raises(NothingToNotifyError):
        workspace.notices.write(draft, tmp_path)


def test_what_cannot_be_written_uses_up_no_number(
    workspace: Workspace, tmp_path: Path, found: list[Finding]
) -> None:
    (draft, _) = workspace.notices.drafts(ALL)
    (tmp_path / "file").write_bytes(b"")
    before = dump(workspace.folder)
    with pytest.raises(CannotWriteError):
        workspace.notices.write(draft, tmp_path / "file")
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    try:
        (locked / "x").write_bytes(b"")
    except PermissionError:
        with pytest.raises(CannotWriteError):
            workspace.notices.write(draft, locked)
    finally:
        locked.chmod(0o700)
    assert dump(workspace.folder) == before
    assert "〔2026〕1号" in workspace.notices.write(draft, tmp_path)[0].name


def test_a_lost_photo_is_a_crossed_box_and_the_notice_is_written(
    workspace: Workspace, tmp_path: Path, found: list[Finding]
) -> None:
    drafts = workspace.notices.drafts(ALL)
    for path in (workspace.folder / "evidence").rglob("*.jpg"):
        path.unlink()
    drafts[0].make_pictures()
    path, _ = workspace.notices.write(drafts[0], tmp_path)
    assert len(openpyxl.load_workbook(path).worksheets[0]._images) == 1  # type: ignore[attr-defined]


def test_nothing_found_is_told(workspace: Workspace) -> None:
    visit(workspace, add_site(workspace))
    with pytest.raises(NothingToNotifyError):
        workspace.notices.drafts(ALL)
