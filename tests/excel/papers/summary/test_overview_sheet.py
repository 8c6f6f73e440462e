"""The first page of a summary of several families, read back from the file."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.summary import FindingCount, Outside, SiteSummary
from inspector.domain.survey.survey_rate import SurveyRate
from inspector.domain.visit.coverage import Coverage
from inspector.excel.papers.summary_workbook import write_summary
from tests.excel.libreoffice import LibreOffice, pages
from tests.excel.reports import HEADING, pack, summary

HOSPITAL = PackFamily("hospital", ("2026.1",), "医院窗口")
SEEN = Coverage(90, 100)
LINES = (
    summary(coverage=SEEN),
    summary(rank=2, site_name="城西营业厅", total=6500, grade="合格", vetoes=1, coverage=SEEN),
    summary(pack=HOSPITAL, site_name="市一院", findings=FindingCount(3, 1, 2), patrol_findings=4),
)


def written(folder: Path, lines: tuple[SiteSummary, ...] = LINES, **options: Any) -> Any:  # noqa: ANN401
    path = folder / "汇总.xlsx"
    write_summary(path, lines, [pack()], replace(HEADING, attachment=""), **options)
    return openpyxl.load_workbook(path)


def values(sheet: Worksheet) -> list[list[Any]]:
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    (at,) = (number for number, row in enumerate(rows) if row[0] == "名次")
    return rows[at:]


def test_every_site_stands_below_its_family_with_sums(tmp_path: Path) -> None:
    sheet = written(tmp_path)["各单位总表"]
    assert values(sheet)[:7] == [
        ["名次", "单位", "检查次数", "窗口数", "实查率", "总分", "等级", "较上期", "问题数",
         "已整改数", "整改率", "逾期数", "巡视发现", "备注"],
        [None, "通信营业厅（2个单位）", 6, 48, 0.9, 80.45, None, None, 282, 236, 0.8369, 8, 0,
         None],
        ["1/2", "城东营业厅", 3, 24, 0.9, 95.9, "优秀", 0.7, 141, 118, 0.8369, 4, 0, None],
        ["2/2", "城西营业厅", 3, 24, 0.9, 65, "合格", 0.7, 141, 118, 0.8369, 4, 0,
         "★一票否决1次"],
        [None, "医院窗口（1个单位）", 3, 24, "—", 95.9, None, None, 3, 1, 0.3333, 2, 4, None],
        ["1/1", "市一院", 3, 24, "—", 95.9, "优秀", 0.7, 3, 1, 0.3333, 2, 4, None],
        [None, "合计", 9, 72, 0.9, "—", None, None, 285, 237, 0.8316, 10, 4, None],
    ]  # fmt: skip
    low, high = sheet["G6"], sheet["G5"]
    assert (low.value, high.value) == ("合格", "优秀")
    assert (low.font.name, high.font.name) == ("黑体", "仿宋")  # only the low one stands out


def test_windows_of_a_site_in_two_families_are_told_to_count_in_each(tmp_path: Path) -> None:
    both = (*LINES, summary(pack=HOSPITAL, site_name=LINES[0].site_name))
    said = [
        "".join(str(row[0]) for row in values(written(tmp_path, lines)["各单位总表"]))
        for lines in (LINES, both)
    ]
    assert ["窗口在各类中分别计" in notes for notes in said] == [False, True]


def test_all_findings_of_the_period_add_up_below_it(tmp_path: Path) -> None:
    sheet = written(tmp_path, withdrawn={HOSPITAL: 5}, outside=Outside(2))["各单位总表"]
    notes = "".join(str(row[0]) for row in values(sheet))
    assert (
        "本期共有问题296个：计分检查发现285个（列入“问题数”），日常巡视发现6个（其中2个由未列入本表的"
        "单位发现），经申诉撤销5个（不列入本表）。"
    ) in notes


def test_what_the_public_said_and_answered_has_columns_that_add_up(tmp_path: Path) -> None:
    """Beside findings and rates; of too few sheets the rate is not told, and counted all the same.

    A site on two lines was asked once.
    """
    both = (
        replace(LINES[0], site_id="a", voiced=FindingCount(2, 1, 0)),
        replace(LINES[1], site_id="b"),
        replace(LINES[2], site_id="a"),
    )
    rates = {"a": SurveyRate((20, 10, 5, 3, 2), 30), "b": SurveyRate((5, 0, 0, 0, 0), 30)}
    sheet = written(tmp_path, both, outside=Outside(0, 1), satisfaction=rates)["各单位总表"]
    rows = values(sheet)
    at = [rows[0].index(header) for header in ("群众反映", "满意率", "测评份数", "问题数")]
    assert [[row[place] for place in at] for row in rows[1:7]] == [
        [2, 0.8889, 45, 282], [2, 0.875, 40, 141], [0, "—", 5, 141],
        [0, 0.875, 40, 3], [0, 0.875, 40, 3], [2, 0.8889, 45, 285],
    ]  # fmt: skip
    notes = "".join(str(row[0]) for row in rows)
    assert "本期共有问题292个" in notes
    assert "群众反映3个（其中1个属于未列入本表的单位）" in notes
    assert "群众反映（满意度测评、投诉举报转整改）2个，已整改1个，整改率50.00%；不计分" in notes
    assert "不足30份的不列满意率（—）" in notes


def test_who_only_looked_at_itself_is_in_no_sum_of_visits(tmp_path: Path) -> None:
    alone = summary(rank=None, site_name="市二院", pack=HOSPITAL, by_itself=True)
    rows = values(written(tmp_path, (*LINES, alone))["各单位总表"])
    assert [row[2] for row in rows if row[1] in ("医院窗口（2个单位）", "合计")] == [3, 9]
    (own,) = (row for row in rows if row[1] == "市二院")
    assert (own[0], own[-1]) == ("—", "自查，不排名")


def test_of_one_family_its_own_page_tells_all(tmp_path: Path) -> None:
    assert written(tmp_path, LINES[:2]).sheetnames == ["通信营业厅", "图表 通信营业厅"]


def test_families_alike_in_name_are_told_apart_by_version(tmp_path: Path) -> None:
    other = replace(HOSPITAL, versions=("2025.2",), weighing="rate 10/20/30/40")
    book = written(tmp_path, (*LINES, summary(pack=other)))
    titles = [str(row[1]) for row in values(book["各单位总表"]) if row[0] is None and row[1]]
    assert titles == [
        "通信营业厅（2个单位）", "医院窗口 2026.1（1个单位）", "医院窗口 2025.2（1个单位）", "合计",
    ]  # fmt: skip


@pytest.mark.ci
@pytest.mark.parametrize("name", ["营业厅", "城" * 42])
def test_seven_halls_in_five_sectors_are_one_page(
    libreoffice: LibreOffice, tmp_path: Path, name: str
) -> None:
    lines = tuple(
        summary(pack=replace(HOSPITAL, id=f"{n % 5}", title=f"行业{n % 5}"), site_name=f"{name}{n}")
        for n in (0, 1, 2, 3, 4, 5, 10)
    )
    in_order = tuple(sorted(lines, key=lambda line: line.pack.id))
    book = written(tmp_path, in_order)
    for sheet in book.sheetnames[1:]:
        del book[sheet]
    book.save(tmp_path / "总表.xlsx")
    assert pages(libreoffice.convert(tmp_path / "总表.xlsx", "pdf")) == 1
