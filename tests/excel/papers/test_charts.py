"""The charts of a summary, read back from the package: what they show and where they stand."""

import itertools
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.summary import FindingCount, SiteSummary
from inspector.excel.papers.chart_pages import MOST_BARS
from inspector.excel.papers.summary_workbook import write_summary
from tests.excel.reports import HEADING, pack, summary

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def lines(count: int, **changes: Any) -> list[SiteSummary]:  # noqa: ANN401 -- fields of a line
    """Lines of so many sites, each a little worse than the one before."""
    by = {c: FindingCount(4 + n, 3, 1) for n, c in enumerate(Category)}
    return [
        summary(
            rank=n + 1,
            site_name=f"第{n + 1}营业厅",
            total=9900 - 50 * n,
            by_category=by,
            findings=sum(by.values(), FindingCount()),
            **changes,
        )
        for n in range(count)
    ]


def charts(path: Path) -> list[ElementTree.Element]:
    """The charts of a workbook in the order of their parts."""
    with ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        names.sort(key=lambda name: int("".join(filter(str.isdigit, name))))
        return [ElementTree.fromstring(archive.read(name)) for name in names]


def texts(element: ElementTree.Element, path: str) -> list[str]:
    return [each.text or "" for each in element.findall(path)]


def written(folder: Path, *found: SiteSummary) -> Path:
    write_summary(folder / "汇总.xlsx", found, [pack()], HEADING)
    return folder / "汇总.xlsx"


def test_the_ranking_shows_what_the_table_holds(tmp_path: Path) -> None:
    path = written(tmp_path, *lines(3))
    ranking, *_ = charts(path)
    assert texts(ranking, f".//{C}cat//{C}v") == ["第1营业厅", "第2营业厅", "第3营业厅"]
    assert [float(v) for v in texts(ranking, f".//{C}val//{C}v")] == [99, 98.5, 98]
    names, totals = texts(ranking, f".//{C}f")
    book = openpyxl.load_workbook(path)
    for reference, expected in ((names, "第2营业厅"), (totals, 98.5)):
        sheet, _, cells = reference.rpartition("!")
        area = book[sheet.strip("'")][cells.replace("$", "")]
        assert area[1][0].value == expected


def test_categories_and_findings_refer_to_the_table_on_their_page(tmp_path: Path) -> None:
    path = written(tmp_path, *lines(2))
    sheet = openpyxl.load_workbook(path)["图表 通信营业厅"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=8)]
    assert rows == [
        ["服务礼仪", 96.5, 8, 6, 2, 2, 0.75],
        ["文明用语", 98, 10, 6, 4, 2, 0.6],
        ["操作规范", 94.2, 12, 6, 6, 2, 0.5],
        ["环境卫生", 97, 14, 6, 8, 2, 0.4286],
        ["合计", "—", 44, 24, 20, 8, 0.5455],
    ]
    _, averages, findings = charts(path)
    assert texts(averages, f".//{C}cat//{C}v") == [row[0] for row in rows[:4]]
    assert [float(v) for v in texts(averages, f".//{C}val//{C}v")] == [96.5, 98, 94.2, 97]
    assert [int(v) for v in texts(findings, f".//{C}val//{C}v")] == [6, 6, 6, 6, 2, 4, 6, 8]
    assert [f.rpartition("!")[2] for f in texts(findings, f".//{C}val//{C}f")] == [
        "$D$4:$D$7", "$E$4:$E$7",
    ]  # fmt: skip


def test_few_findings_are_counted_in_whole_numbers(tmp_path: Path) -> None:
    few = {each: FindingCount(n % 2, 0, 0) for n, each in enumerate(Category)}
    for by, steps in ((few, ["1"]), ({each: FindingCount(13, 2, 0) for each in Category}, [])):
        total = sum(by.values(), FindingCount())
        *_, findings = charts(written(tmp_path, summary(by_category=by, findings=total)))
        assert [each.get("val") for each in findings.iter(f"{C}majorUnit")] == steps


def test_no_chart_is_without_a_bar(tmp_path: Path) -> None:
    """Where too little was observed for a rank there is no average of a category either."""
    by = {Category.ETIQUETTE: FindingCount(1, 0, 0)}
    line = summary(rank=None, rates={}, by_category=by, findings=FindingCount(1, 0, 0))
    titles = ["".join(texts(each, f".//{A}t")) for each in charts(written(tmp_path, line))]
    assert titles == ["各类问题及整改情况"]


def test_they_are_told_apart_without_colour(tmp_path: Path) -> None:
    ranking, _, findings = charts(written(tmp_path, *lines(1), *lines(1, vetoes=1)))
    assert [e.get("prst") for e in ranking.iter(f"{A}pattFill")] == ["wdUpDiag"]
    assert [e.get("val") for e in ranking.findall(f".//{C}dPt/{C}idx")] == ["1"]
    assert "斜线为一票否决" in "".join(texts(ranking, f".//{A}t"))
    done, left = findings.findall(f".//{C}ser")
    assert not list(done.iter(f"{A}pattFill"))
    assert len(list(left.iter(f"{A}pattFill"))) == 1
    for chart in (ranking, findings):
        assert all(e.get("val") == "1" for e in chart.findall(f".//{C}dLbls/{C}showVal"))
        colours = {e.get("val") for e in chart.iter(f"{A}srgbClr")}
        assert all(c is not None and c[:2] == c[2:4] == c[4:] for c in colours)  # greys


def test_a_nought_has_no_figure(tmp_path: Path) -> None:
    by = {c: FindingCount(2, 2 - n % 2, 0) for n, c in enumerate(Category)}
    whole = sum(by.values(), FindingCount())
    line = summary(by_category=by, findings=whole)
    *_, findings = charts(written(tmp_path, line))
    done, left = findings.findall(f".//{C}ser")
    assert done.findall(f"{C}dLbls/{C}dLbl") == []
    hidden = left.findall(f"{C}dLbls/{C}dLbl")
    assert [each.find(f"{C}idx").get("val") for each in hidden] == ["0", "2"]  # type: ignore[union-attr]
    assert {each.find(f"{C}showVal").get("val") for each in hidden} == {"0"}  # type: ignore[union-attr]


def test_figures_stand_within_their_bars(tmp_path: Path) -> None:
    ranking, averages, _ = charts(written(tmp_path, *lines(2)))
    for chart in (ranking, averages):
        assert [e.get("val") for e in chart.findall(f".//{C}dLblPos")] == ["inEnd"]


def test_figures_of_findings_say_what_they_count_at_the_end_of_their_bars(tmp_path: Path) -> None:
    """No legend has to be looked up, in grey or not; the scale leaves the words their room."""
    found = charts(written(tmp_path, *lines(2)))
    assert [e for chart in found for e in chart.iter(f"{C}legend")] == []
    findings = found[-1]
    own = findings.findall(f".//{C}ser/{C}dLbls")
    for name, expected in (("showSerName", "1"), ("dLblPos", "outEnd")):
        assert [e.find(f"{C}{name}").get("val") for e in own] == [expected] * 2  # type: ignore[union-attr]
    most = max(int(v) for v in texts(findings, f".//{C}val//{C}v"))
    (top,) = (float(e.get("val", "0")) for e in findings.iter(f"{C}max"))
    assert top >= most * 1.2
    for chart in found:  # bars, whose length is what is read: from 0
        assert [e.get("val") for e in chart.iter(f"{C}min")] == ["0"]


@pytest.mark.parametrize(
    ("sites", "names"),
    [
        (1, ["图表 通信营业厅"]),
        (8, ["图表 通信营业厅"]),
        (9, ["排名图 通信营业厅", "图表 通信营业厅"]),
        (
            MOST_BARS + 1,
            ["排名图 通信营业厅", "排名图 通信营业厅(2)", "图表 通信营业厅"],
        ),
    ],
)
def test_many_sites_have_pages_of_their_own(tmp_path: Path, sites: int, names: list[str]) -> None:
    book = openpyxl.load_workbook(written(tmp_path, *lines(sites)))
    assert book.sheetnames[1:] == names
    for sheet in book.worksheets[1:]:
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
        assert sheet.page_setup.orientation == "portrait"


def test_a_site_without_a_score_is_in_no_chart(tmp_path: Path) -> None:
    found = [*lines(1), summary(rank=None, total=None, site_name="没有得分")]
    ranking, *_ = charts(written(tmp_path, *found))
    assert texts(ranking, f".//{C}cat//{C}v") == ["第1营业厅"]
    nothing = charts(written(tmp_path, summary(rank=None, total=None)))
    assert len(nothing) == 2


def test_a_name_with_a_quote_is_referred_to(tmp_path: Path) -> None:
    odd = summary(
        site_name="=1+1\x01\ud800", pack=summary().pack.__class__("p", ("1",), "O'Brien!")
    )
    path = written(tmp_path, odd)
    ranking, *_ = charts(path)
    assert texts(ranking, f".//{C}f")[0] == "'O''Brien!'!$B$5:$B$5"
    assert texts(ranking, f".//{C}cat//{C}v") == ["=1+1\ufffd\ufffd"]


def test_each_spans_the_table(tmp_path: Path) -> None:
    sheet: Any = openpyxl.load_workbook(written(tmp_path, *lines(3))).worksheets[1]
    anchors = [chart.anchor for chart in sheet._charts]
    assert [(a._from.col, a.to.col) for a in anchors] == [(0, 7)] * 3
    assert all(a.to.row < b._from.row for a, b in itertools.pairwise(anchors))


@pytest.mark.ci
def test_charts_of_one_family_among_others_say_whose_they_are(tmp_path: Path) -> None:
    """Their sum is not that of the first page; alone, the sheet is what it was."""
    other = summary(pack=PackFamily("hospital", ("2026.1",), "医院"))
    for found, expected in (([*lines(3), other], True), (lines(3), False)):
        sheet = openpyxl.load_workbook(written(tmp_path, *found))["图表 通信营业厅"]
        said = [cell.value for row in sheet.iter_rows(max_row=4) for cell in row]
        assert ("统计范围：通信营业厅（3个单位），不含其他类别" in said) == expected
