"""The record of a visit that a group shared (分头检查): one paper, all names, every seal."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from inspector.domain.checklist.points import format_score
from inspector.domain.record.edition import Edition
from inspector.domain.record.record_seal import short_seal
from inspector.workspace.sharing.conflicts import Conflicts
from tests.excel.libreoffice import find_libreoffice
from tests.printed_sizes import printed_pages
from tests.workspace.visits.shared_hall import EXTENT, Hall

pytestmark = pytest.mark.ci


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    made = Hall(tmp_path / "shared")
    with closing(made.workspace):
        yield made


def texts(path: Path) -> list[str]:
    """Every text of the first sheet."""
    book = load_workbook(path)
    try:
        return [
            str(cell)
            for row in book.worksheets[0].iter_rows(values_only=True)
            for cell in row
            if cell is not None
        ]
    finally:
        book.close()


def sheets(path: Path) -> list[str]:
    book = load_workbook(path)
    try:
        return list(book.sheetnames)
    finally:
        book.close()


def test_it_is_one_paper_with_all_names_seals_and_places_to_sign(
    hall: Hall, tmp_path: Path
) -> None:
    first = hall.part([1, 2], inspectors=["甲"])
    second = hall.part([3, 4, 5], public=True, inspectors=["乙", "丙"])
    hall.workspace.records.refuse(second, "王主任", "需核实")
    reports = hall.workspace.reports
    papers = [reports.write_record(tmp_path / f"{each[:8]}.xlsx", each) for each in (first, second)]
    assert texts(papers[0]) == texts(papers[1])  # whichever part it was asked for
    said = "\n".join(texts(papers[0]))
    assert "检查人员：甲、乙、丙" in said
    assert "分头检查：第二组" in said
    assert "分2个部分进行" in said
    assert "甲：1号窗口、2号窗口；乙、丙：公共区域、3号窗口、4号窗口、5号窗口" in said
    assert "检查人员（甲）签字：" in said
    assert "检查人员（乙、丙）签字：" in said
    assert "王主任拒绝签字" in said
    for part in (first, second):
        assert short_seal(hall.workspace.inspections.sheet(part).inspection.seal) in said
    assert len([name for name in sheets(papers[0]) if "号窗口" in name]) == 5


def test_its_scores_are_those_of_one_visit_to_all_windows(hall: Hall, tmp_path: Path) -> None:
    whole = Hall(tmp_path / "whole")
    with closing(whole.workspace):
        visit = whole.part([1, 2, 3, 4, 5], group="", public=True)
        expected = texts(whole.workspace.reports.write_record(tmp_path / "whole.xlsx", visit))
    hall.part([1], public=True)
    part = hall.part([2, 3, 4, 5])
    for edition in Edition:
        path = hall.workspace.reports.write_record(tmp_path / "shared.xlsx", part, edition)
        (reckoned,) = [each for each in texts(path) if each.startswith("单位得分：")]
        assert reckoned in expected
    site = expected.index("单位得分")
    own = texts(path)
    at = own.index("单位得分")
    assert own[at : at + 12] == expected[site : site + 12]


def test_a_window_scored_twice_is_said(hall: Hall, tmp_path: Path) -> None:
    hall.part([1, 2])
    part = hall.part([2, 3], shift=2)
    path = hall.workspace.reports.write_record(tmp_path / "twice.xlsx", part)
    said = "\n".join(texts(path))
    assert "有两个以上部分分别评分的：2号窗口" in said
    assert "尚未选定，单位得分按平均分计一次" in said
    assert len([name for name in sheets(path) if "2号窗口" in name]) == 2


@pytest.mark.parametrize("way", [0, 1, 2])
def test_whose_score_was_chosen_is_said_and_counts(hall: Hall, tmp_path: Path, way: int) -> None:
    hall.part([1, 2], inspectors=["甲"])
    part = hall.part([2, 3], shift=2, inspectors=["乙"])
    conflicts = hall.workspace.of(Conflicts)
    (waiting,) = conflicts.waiting()
    conflicts.settle(waiting, way)
    (line,) = hall.workspace.reports.summary(EXTENT)
    for edition in Edition:
        own = texts(hall.workspace.reports.write_record(tmp_path / "it.xlsx", part, edition))
        said = "\n".join(own)
        whose = ("只计甲的评分", "只计乙的评分", "按平均分计一次")[way]
        assert f"2号窗口，上表逐次列出；经选定，单位得分{whose}。" in said
        assert own.count("不计入") == (way < 2)
        (reckoned,) = [each for each in own if each.startswith("单位得分：")]
        assert format_score(line.total) in reckoned


def test_a_part_whose_others_are_not_here_says_so(hall: Hall, tmp_path: Path) -> None:
    path = hall.workspace.reports.write_record(tmp_path / "part.xlsx", hall.part([1, 2]))
    assert "其余部分尚未收到，本表只含其中一部分" in "\n".join(texts(path))


def test_of_a_month_it_is_written_once(hall: Hall, tmp_path: Path) -> None:
    hall.part([1, 2])
    hall.part([3, 4])
    hall.part([5], group="")
    assert len(hall.workspace.reports.write_records(tmp_path / "records", EXTENT)) == 2


def test_all_who_took_part_sign_on_one_page(hall: Hall, tmp_path: Path) -> None:
    for number in range(1, 6):
        part = hall.part([number], inspectors=[f"检查员{number}"])
    path = hall.workspace.reports.write_record(tmp_path / "five.xlsx", part)
    pages = printed_pages(find_libreoffice(tmp_path).convert(path, "pdf"))
    (page,) = [each for each in pages if "检查员1）签字" in each.text]
    for number in range(1, 6):
        assert f"检查员{number}的部分：记录已于" in page.text
        assert f"检查员{number}）签字" in page.text
