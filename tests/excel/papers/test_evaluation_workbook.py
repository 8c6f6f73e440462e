"""The evaluation, read back from the file: it can be followed with a pocket calculator."""

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.evaluation.evaluation import evaluate
from inspector.domain.evaluation.evaluation_facts import (
    CandidateFact,
    ComplaintFact,
    PatrolFact,
    SurveyFact,
)
from inspector.domain.evaluation.publication import Publication
from inspector.domain.evaluation.scheme import Scheme
from inspector.excel.papers.evaluation.evaluation_words import NOT_MEASURED
from inspector.excel.papers.evaluation_workbook import (
    ALL_SITES,
    ARITHMETIC,
    LISTS,
    EvaluationPaper,
    write_evaluation,
)
from tests.domain.evaluation.facts import period, site
from tests.excel.reports import HEADING

BEST = CandidateFact(
    "城东营业厅", "城东营业厅", "通信", "telecom-hall", "3号窗口", 4, 9812, 1, "1003"
)
TOLD = evaluate(
    period(
        site("城东营业厅", 9327, raised=8, closed=7, survey=SurveyFact(40, 9250),
             complaints=ComplaintFact(3, 0, 1), patrols=PatrolFact(33, 92)),
        site("城西营业厅", 8000, raised=4, closed=2, overdue=6),
        site("城南营业厅", 9000, visits=1),
        site("城北营业厅", None, visits=0, raised=0, closed=0, family="", family_key=""),
        windows=(BEST,),
        staff=(BEST,),
    ),
    Scheme(),
)  # fmt: skip
PAPER = EvaluationPaper(TOLD, 0, names={("城东营业厅", "1003"): "赵样例"})


def _book(folder: Path, paper: EvaluationPaper = PAPER) -> dict[str, Worksheet]:
    write_evaluation(folder / "评价.xlsx", paper, HEADING)
    book = openpyxl.load_workbook(folder / "评价.xlsx")
    return {sheet.title: sheet for sheet in book.worksheets}


def _rows(sheet: Worksheet) -> list[list[object]]:
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def test_all_sites_stand_on_the_first_sheet_by_family(tmp_path: Path) -> None:
    rows = _rows(_book(tmp_path)[ALL_SITES])

    assert [row[:2] for row in rows if row and str(row[0])[0] in "12—"] == [
        ["1/2", "城东营业厅"], ["2/2", "城西营业厅"], ["—", "城南营业厅"], ["—", "城北营业厅"],
    ]  # fmt: skip
    east = next(row for row in rows if "城东营业厅" in row)
    assert east[2:] == [
        93.27, 87.5, 92.5, 90, 50.22, 89.52, "良好", 0, 0, 0, 1,
        "红榜、流动红旗、最佳窗口1、标兵1",
    ]  # fmt: skip
    west = next(row for row in rows if "城西营业厅" in row)
    assert west[-2:] == ["黑榜、黄牌", "不得评优"]
    text = "\n".join(str(cell) for row in rows for cell in row)
    assert "试算稿，尚未发布（数据截至2026年10月8日）" in text
    assert "检查得分50%、整改20%、满意度15%、投诉10%、巡视5%" in text
    assert "本期未检查的单位（1个单位）" in text


def test_the_arithmetic_gives_back_the_total(tmp_path: Path) -> None:
    rows = _rows(_book(tmp_path)[ARITHMETIC])
    for told in (each for each in TOLD.sites if each.total is not None):
        own = [row for row in rows if row and row[0] == told.facts.site_name]
        counted = [row for row in own if row[3] not in ("—", NOT_MEASURED)]
        for _, _, _, score, weight, product in counted:
            assert Decimal(str(score)) * int(str(weight)) / 100 == Decimal(str(product))
        added = sum((Decimal(str(row[5])) for row in counted), Decimal())
        weights = sum(int(str(row[4])) for row in counted)
        total = (added * 100 / weights).quantize(Decimal("0.01"), ROUND_HALF_UP)
        assert total == Decimal(told.total or 0) / 100
        sentence = str(rows[rows.index(own[-1]) + 1][0])
        assert f"得{total}分" in sentence
        assert sum(map(Decimal, re.findall(r"\d+\.\d{4}", sentence)[:-1])) == added


def test_products_have_as_many_decimals_each(tmp_path: Path) -> None:
    sheet = _book(tmp_path)[ARITHMETIC]
    formats = {row[5].number_format for row in sheet.iter_rows() if isinstance(row[5].value, float)}
    assert formats == {"0.0000"}


def test_no_site_is_split_over_two_pages(tmp_path: Path) -> None:
    many = evaluate(period(*(site(f"第{n}营业厅", 9000) for n in range(12))), Scheme())
    sheet = _book(tmp_path, EvaluationPaper(many, 0))[ARITHMETIC]
    heights = [sheet.row_dimensions[row].height or 0 for row in range(1, sheet.max_row + 1)]
    gaps = [row for row in range(1, sheet.max_row) if sheet.cell(row, 1).value is None
            and sheet.cell(row + 1, 1).value is not None and heights[row - 1] < 10]  # fmt: skip
    # Room is left before a site, never within one, and only at the end of a page.
    assert len(gaps) >= 2
    for row in gaps[:-1]:
        assert sheet.cell(row + 1, 2).value == "检查得分"


def test_who_is_named_stands_with_the_reasons(tmp_path: Path) -> None:
    rows = _rows(_book(tmp_path)[LISTS])

    assert ["黄牌", "通信营业厅 2026.1", "城西营业厅", "整改逾期6件（5件起）"] in rows
    assert ["服务标兵", "通信", "城东营业厅3号窗口　工号1003赵样例", "检查4次，平均98.12分"] in rows
    assert ["流动红旗", "通信营业厅 2026.1", "城东营业厅",
            "同类2个单位中第1名；综合得分89.52分"] in rows  # fmt: skip
    assert ["不参加排名", "通信营业厅 2026.1", "城南营业厅", "有效检查1次，不足2次"] in rows


def test_what_was_published_says_by_whom_and_what_it_corrects(tmp_path: Path) -> None:
    at = datetime.fromisoformat("2026-10-09T10:00:00+08:00")
    own = Publication("2", TOLD, 3, at, "示例文明办", "漏计一次检查", "1")
    paper = EvaluationPaper(TOLD, 3, own, only=("城东营业厅",))

    text = "\n".join(str(c) for row in _rows(_book(tmp_path, paper)[ALL_SITES]) for c in row)

    assert "试算" not in text
    assert "按本单位评价办法第3版计算；2026年10月9日由示例文明办发布" in text
    assert "更正前次发布：漏计一次检查" in text
    assert "只列所选的1个单位，名次仍在全部单位中排列。" in text
    assert "赵样例" not in text
