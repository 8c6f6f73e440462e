"""A month's papers: their names, what is in them, equal to what the raw rows come to."""

import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from PIL import Image

from inspector.domain.days.span import Span
from inspector.domain.days.workdays import Calendar
from inspector.domain.errors import (
    CannotWriteError,
    NothingToExportError,
    UnknownSiteError,
)
from inspector.domain.figures.figure_facts import FigureScope
from inspector.domain.figures.summary import FindingCount
from inspector.domain.finding.ledger import UNFINISHED, LedgerFilter
from inspector.domain.papers.circular_problems import problems_by_category
from inspector.domain.visit.answer_changes import passed, praised
from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.workspace.extent import Extent, Period, month_of
from inspector.workspace.papers.column_choices import LEDGER_COLUMNS, SUMMARY_COLUMNS
from inspector.workspace.papers.paper_set import KINDS, write_all
from inspector.workspace.papers.superior_forms import write_sample_forms
from inspector.workspace.preferences import (
    ATTACHMENTS,
    LEDGER_ATTACHMENT,
    MINUTES_ATTACHMENT,
    SHOW_NAMES,
    SUMMARY_ATTACHMENT,
    UNIT_NAME,
)
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.workspace.evidence_steps import attach
from tests.workspace.recomputed import rows
from tests.workspace.visiting import (
    Clock,
    add_site,
    answer_all,
    cards,
    dump,
    items,
    start,
    visit,
)
from tests.written_once import Written

JOURNAL_CODE = re.compile(rb"[0-9]+(-[0-9A-Z]{4}){3}")
NOVEMBER = month_of(date(2026, 11, 5))
TODAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def demo(written: Written, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Visits with all that follows."""
    sample = written(write_demo, 12, 3, TODAY, rounds=True)
    folder = shutil.copytree(sample, tmp_path_factory.mktemp("papers") / "data")
    clock = Clock(datetime(2026, 11, 27, 12).astimezone())
    with closing(Workspace(folder, clock)) as workspace:
        workspace.preferences.set(UNIT_NAME, "市文明办")
        yield workspace


def texts(path: Path, sheet: int = 0) -> str:
    found = load_workbook(path).worksheets[sheet]
    return "\n".join(str(c.value) for row in found.iter_rows() for c in row if c.value is not None)


def found_rows(workspace: Workspace, period: Period = NOVEMBER) -> list[dict[str, Any]]:
    return rows(
        workspace.database.path,
        "SELECT finding.*, kind IN ('patrol', 'recheck') AS by_patrol FROM finding"
        " JOIN inspection ON inspection.id = inspection_id"
        " WHERE finding.day BETWEEN ? AND ? AND finding.state <> 'withdrawn'"
        " AND kind <> 'voice'",
        str(period.first),
        str(period.last),
    )


# All of them


@pytest.mark.ci
def test_every_kind_is_written_under_its_name(demo: Workspace, tmp_path: Path) -> None:
    (form, _) = write_sample_forms(tmp_path / "forms")
    done = write_all(demo.reports, tmp_path / "out", Extent(NOVEMBER), form)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [
        "市文明办_培训建议_2026-11.xlsx",
        "市文明办_巡视记录表_2026-11.xlsx",
        "市文明办_投诉举报台账_2026-11.xlsx",
        "市文明办_整改台账_2026-11.xlsx",
        "市文明办_整改情况报告表_2026-11.xlsx",
        "市文明办_晨会纪要_2026-11.xlsx",
        "市文明办_检查汇总表_2026-11.xlsx",
        "市文明办_检查计划完成情况表_2026-11.xlsx",
        "市文明办_满意度测评情况表_2026-11.xlsx",
        "市文明办_通报_2026-11.docx",
        "市文明办_通报附件_2026-11.xlsx",
        "检查记录表",
    ]
    records = list((tmp_path / "out" / "检查记录表").iterdir())
    visits = demo.inspection_store.completed_between(NOVEMBER.first, NOVEMBER.last)
    assert len(records) == len(visits)
    assert set(done.paths) == {*records, *(tmp_path / "out").glob("*.*x")}
    assert [kind for kind, _ in done.left_out] == ["evaluation"]  # it was not published


@pytest.mark.ci
def test_the_same_line_gives_the_same_papers(demo: Workspace, tmp_path: Path) -> None:
    day = Extent(Period(date(2026, 11, 24), date(2026, 11, 24)))
    first = {path: parts(path) for path in write_all(demo.reports, tmp_path, day).paths}
    again = {path: parts(path) for path in write_all(demo.reports, tmp_path, day).paths}
    assert again == first


def parts(path: Path) -> dict[str, bytes]:
    """What a workbook or document consists of, without the journal's code at its foot.

    That a ledger went out is on the history of its findings, and so in the journal.
    """
    with zipfile.ZipFile(path) as book:
        return {name: JOURNAL_CODE.sub(b"", book.read(name)) for name in book.namelist()}


@pytest.mark.ci
def test_where_nothing_happened_nothing_is_written(demo: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NothingToExportError):
        write_all(demo.reports, tmp_path, Extent(month_of(date(2020, 1, 1))))
    with pytest.raises(UnknownSiteError):
        write_all(demo.reports, tmp_path, Extent(NOVEMBER, "没有的厅"))
    assert list(tmp_path.iterdir()) == []


def test_the_kinds_are_those_of_the_command_line() -> None:
    from inspector.arguments import PAPERS

    assert PAPERS == KINDS


# They agree with each other, and with the raw rows


@pytest.mark.ci
def test_circular_form_and_ledger_count_the_same(demo: Workspace, tmp_path: Path) -> None:
    both = found_rows(demo)
    raw = [row for row in both if not row["by_patrol"]]
    patrols = len(both) - len(raw)
    assert patrols
    closed = sum(row["state"] == "closed" for row in raw)
    late = sum(row["state"] != "closed" and row["deadline"] < str(TODAY) for row in raw)
    extent = Extent(NOVEMBER)
    circular = demo.reports.circular(extent)
    count = circular.count
    assert (count.raised, count.closed, count.overdue) == (len(raw), closed, late)
    demo.reports.write_circular(tmp_path / "通报.xlsx", extent)
    told = texts(tmp_path / "通报.xlsx")
    assert f"共发现问题{len(raw)}个，其中" in told
    assert f"另有日常巡视发现的问题{patrols}个，不计分，不计入本通报各数。" in told
    lines = demo.reports.summary(extent)
    assert sum((line.findings for line in lines), FindingCount()) == count
    book = load_workbook(tmp_path / "通报.xlsx")
    listed = [row[1] for row in book["附件2 问题清单"].iter_rows(min_row=5, values_only=True)
              if isinstance(row[0], int)]  # fmt: skip
    assert sorted(map(str, listed)) == sorted(row["number"] for row in raw)
    form, _ = write_sample_forms(tmp_path)
    demo.reports.write_form(tmp_path / "填好.xlsx", extent, form)
    assert f"问题{len(raw)}个，已整改{closed}个" in texts(tmp_path / "填好.xlsx")


def test_the_most_frequent_are_those_of_the_page(demo: Workspace) -> None:
    circular = demo.reports.circular(Extent(NOVEMBER))
    mine = Counter((circular.packs[each.inspection_id], each.item_id) for each in circular.findings)
    scope = FigureScope(Span(NOVEMBER.first, NOVEMBER.last))
    figures = demo.figures.read(scope, TODAY, Calendar())
    assert figures.items
    for line in figures.items:
        assert mine[line.item.pack, line.item.item_id] == line.item.findings
    named = Counter[str]()
    for (pack, item_id), count in mine.items():
        item = demo.packs.get(pack.id).item_by_id[item_id]
        named[item.short] += 0 if item.veto else count
    told = [each for problems in problems_by_category(circular) for each in problems.items]
    assert {each.name: each.count for each in told} == +named


@pytest.mark.ci
def test_withdrawn_findings_are_said_not_to_count(workspace: Workspace, tmp_path: Path) -> None:
    visit(workspace, add_site(workspace), {0: ["desk-tidy"], 1: ["desk-tidy"]})
    with workspace.database.transaction():
        workspace.database.write(
            "UPDATE finding SET state = 'withdrawn' WHERE window_number = '1号窗口'"
        )
    extent, path = Extent(NOVEMBER), tmp_path / "a.xlsx"
    workspace.reports.write_summary(path, extent)
    assert "已撤销的问题不计入，共1个。" in texts(path)
    workspace.reports.write_circular(path, extent)
    assert "已撤销的问题不计入，共1个。" in texts(path, 1)
    assert "共发现问题1个，" in texts(path)
    workspace.reports.write_rectification(path, extent)
    said = "共2项 = 汇总表1项 + 已撤销1项；已撤销的不计入汇总表、通报。"
    assert said in texts(path)
    exports = workspace.ledger_exports
    exports.draft(LedgerFilter(), fill_in=False).write(path)  # no period of a summary
    assert "共2项 = 检查1项 + 已撤销1项。" in texts(path)
    assert "汇总表" not in "".join(texts(path))
    exports.draft(LedgerFilter(states=UNFINISHED), fill_in=False).write(path)
    assert "（未销号，截至2026年" in "".join(texts(path))
    days = LedgerFilter(first=NOVEMBER.first, last=NOVEMBER.last)
    exports.draft(days, fill_in=False).write(path)
    assert said in texts(path)


def test_the_charts_add_up_to_the_table(demo: Workspace) -> None:
    lines = demo.reports.summary(Extent(NOVEMBER))
    assert lines
    for line in lines:
        assert sum(c.raised for c in line.by_category.values()) == line.findings.raised
        assert sum(c.closed for c in line.by_category.values()) == line.findings.closed
        assert sum(c.overdue for c in line.by_category.values()) == line.findings.overdue
        raw = rows(
            demo.database.path,
            "SELECT category, count(*) AS n FROM finding JOIN inspection"
            " ON inspection.id = inspection_id JOIN pack ON hash = pack_hash"
            " WHERE finding.site_name = ? AND finding.day BETWEEN ? AND ?"
            " AND pack.pack_id = ? AND finding.state <> 'withdrawn'"
            " AND kind NOT IN ('patrol', 'recheck', 'voice') GROUP BY category",
            line.site_name,
            str(NOVEMBER.first),
            str(NOVEMBER.last),
            line.pack.id,
        )
        assert {c.value: count.raised for c, count in line.by_category.items()} == {
            row["category"]: row["n"] for row in raw
        }


# Praise, names, photos


@pytest.mark.ci
def test_praise_by_name_as_the_preference_has_it(workspace: Workspace, tmp_path: Path) -> None:
    site = add_site(workspace)
    inspection_id = start(workspace, site)
    first, second = cards(workspace, inspection_id)
    answer_all(workspace, inspection_id, {1: ["desk-tidy"]})
    item = items(workspace, inspection_id)[0]
    answer = praised(item, passed(item))
    workspace.inspections.record(inspection_id, first.id, [answer])
    buffer = BytesIO()
    Image.new("RGB", (40, 30)).save(buffer, "JPEG")
    kept = workspace.evidence.prepare(buffer.getvalue(), "a.jpg")
    attach(workspace.evidence, kept, inspection_id, first.id, item.id, EvidenceOrigin.PASTED)
    wrong, _ = attach(
        workspace.evidence, kept, inspection_id, second.id, "desk-tidy", EvidenceOrigin.PASTED
    )
    workspace.inspections.complete(inspection_id)
    circular = workspace.reports.circular(Extent(NOVEMBER))
    (highlight,) = circular.highlights
    assert (highlight.site_name, highlight.window_number, highlight.who, highlight.text) == (
        "城东厅", "1号窗口", "工号1001", item.text,
    )  # fmt: skip
    assert [(full.window_number, full.who) for full in circular.full_marks] == [
        ("1号窗口", ("工号1001",))
    ]
    path = tmp_path / "通报.xlsx"
    workspace.reports.write_circular(path, Extent(NOVEMBER))
    sheet: Any = load_workbook(path)["附件3 照片"]
    assert len(sheet._images) == 2
    assert "亮点：" in sheet["A3"].value
    assert "问题2611-K7M-0001" in sheet["B3"].value
    workspace.evidence.shown_path(wrong).unlink()  # both are the same bytes
    workspace.reports.write_circular(path, Extent(NOVEMBER))
    assert texts(path, 3).count("照片文件缺失") == 2
    with workspace.database.transaction():
        workspace.database.write("UPDATE scorecard SET staff_name = '李雷'")
    workspace.preferences.set(SHOW_NAMES, "yes")
    (highlight,) = workspace.reports.circular(Extent(NOVEMBER)).highlights
    assert highlight.who == "工号1001李雷"
    workspace.preferences.set(SHOW_NAMES, "no")
    (highlight,) = workspace.reports.circular(Extent(NOVEMBER)).highlights
    assert "李雷" not in highlight.who


def test_a_window_that_lost_a_point_once_is_not_full(workspace: Workspace, clock: Clock) -> None:
    site = add_site(workspace)
    visit(workspace, site)
    clock.set("2026-11-28")
    visit(workspace, site, {0: ["desk-tidy"]})
    circular = workspace.reports.circular(Extent(NOVEMBER))
    assert [full.window_number for full in circular.full_marks] == ["2号窗口"]
    other = Period(date(2026, 11, 27), date(2026, 11, 27))
    assert len(workspace.reports.circular(Extent(other)).full_marks) == 2


# What the user chose


def test_attachment_numbers_are_printed_and_begin_the_name(
    workspace: Workspace, tmp_path: Path
) -> None:
    visit(workspace, add_site(workspace))
    extent = Extent(NOVEMBER)
    for number, preference in enumerate(ATTACHMENTS, 1):
        workspace.preferences.set(preference, f" 0{number} ")
    assert workspace.preferences.get(LEDGER_ATTACHMENT) == "1"
    reports = workspace.reports
    assert reports.rectification_name(extent) == "附件1_整改台账_2026-11.xlsx"
    assert reports.summary_name(extent) == "附件2_检查汇总表_2026-11.xlsx"
    assert reports.minutes_name(extent) == "附件4_晨会纪要_2026-11.xlsx"
    reports.write_summary(tmp_path / "a.xlsx", extent)
    assert load_workbook(tmp_path / "a.xlsx").worksheets[0]["A1"].value == "附件2"
    for preference in (SUMMARY_ATTACHMENT, MINUTES_ATTACHMENT):
        workspace.preferences.set(preference, "")
    assert reports.summary_name(extent) == "检查汇总表_2026-11.xlsx"


@pytest.mark.ci
def test_chosen_columns_are_in_the_workbook_and_there_the_next_time(
    workspace: Workspace, tmp_path: Path
) -> None:
    visit(workspace, add_site(workspace), {0: ["desk-tidy"]})
    choices = workspace.column_choices
    choice = choices.of(SUMMARY_COLUMNS).moved(10, -10).toggled(4)
    assert choices.put(SUMMARY_COLUMNS, choice).preferences
    ledger = choices.of(LEDGER_COLUMNS)
    at = [column.header for column in ledger.columns].index("工号")
    choices.put(LEDGER_COLUMNS, ledger.toggled(at))
    with closing(Workspace(workspace.folder, workspace.now)) as again:
        again.reports.write_summary(tmp_path / "a.xlsx", Extent(NOVEMBER))
        again.reports.write_rectification(tmp_path / "b.xlsx", Extent(NOVEMBER))
    header = [cell.value for cell in load_workbook(tmp_path / "a.xlsx").worksheets[0][3]]
    assert header[:5] == ["总分", "名次", "单位", "检查次数", "服务礼仪"]
    assert "1001" in texts(tmp_path / "b.xlsx")
    before = dump(workspace.folder)
    assert not choices.put(SUMMARY_COLUMNS, choice).preferences
    assert dump(workspace.folder) == before
    choices.put(SUMMARY_COLUMNS, choices.usual(SUMMARY_COLUMNS))
    assert choices.of(SUMMARY_COLUMNS) == choices.usual(SUMMARY_COLUMNS)


@pytest.mark.parametrize("kept", ['"not json', '"[1, [2]]"', '"{}"', '"[[\\"单位\\", 3]]"'])
def test_nonsense_that_was_kept_is_the_usual_choice(workspace: Workspace, kept: str) -> None:
    with workspace.database.transaction():
        workspace.database.write(
            "INSERT INTO setting (key, value) VALUES ('columns:summary', ?)", (kept,)
        )
    choices = workspace.column_choices
    assert set(choices.of(SUMMARY_COLUMNS).headers) == set(choices.usual(SUMMARY_COLUMNS).headers)


# Apart, and refusals


@pytest.mark.ci
def test_reading_apart_writes_the_same_and_changes_nothing(demo: Workspace, tmp_path: Path) -> None:
    extent = Extent(NOVEMBER)
    demo.reports.write_circular(tmp_path / "a.xlsx", extent)
    before = dump(demo.folder)
    with demo.reading_apart() as apart:
        apart.reports.write_circular(tmp_path / "b.xlsx", extent)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert dump(demo.folder) == before


def test_a_form_is_not_written_over_itself(demo: Workspace, tmp_path: Path) -> None:
    form, _ = write_sample_forms(tmp_path)
    before = form.read_bytes()
    with pytest.raises(CannotWriteError):
        demo.reports.write_form(form, Extent(NOVEMBER), form)
    assert form.read_bytes() == before


@pytest.mark.ci
@pytest.mark.parametrize("name", ['A/B\\C:*?"<>|', "CON", "../../x", "长" * 200, "两\n行"])
def test_sites_with_illegal_names_have_papers(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    visit(workspace, add_site(workspace, name), {0: ["desk-tidy"]})
    form, _ = write_sample_forms(tmp_path / "forms")
    done = write_all(workspace.reports, tmp_path / "out", Extent(NOVEMBER, name), form)
    assert all(path.exists() and path.is_relative_to(tmp_path / "out") for path in done.paths)
    for path in done.paths:
        Document(str(path)) if path.suffix == ".docx" else load_workbook(path)
    shutil.rmtree(tmp_path / "out")
