"""One line a site and pack over a period, worked out by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Grade
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.summary import FindingCount, SiteSummary, Visit, summarise
from tests.domain.packs import GRADES

PASSING = (Grade("达标", 7000), Grade("不达标", 0))


def version(pack: str) -> PackFamily:
    return PackFamily(pack, ("2026.1",), f"{pack}检查表")


def visit(
    site: str,
    total: int | None,
    *,
    pack: str = "hall",
    rates: Sequence[int | None] = (None, None, None, None),
    windows: str = "1",
    bonus: int = 0,
    vetoes: int = 0,
) -> Visit:
    return Visit(
        site_id=site,
        site_name=f"{site}厅",
        pack=version(pack),
        pack_hash="",
        day=date(2026, 11, 27),
        windows=frozenset(windows),
        rates=dict(zip(Category, rates, strict=True)),
        bonus=bonus,
        vetoes=vetoes,
        total=total,
    )


def lines(
    visits: Iterable[Visit],
    before: Iterable[Visit] = (),
    findings: Mapping[tuple[str, PackFamily], FindingCount] | None = None,
) -> list[SiteSummary]:
    return summarise(
        visits, before, findings or {}, {version("hall"): GRADES, version("clinic"): PASSING}
    )


def standing(summary: Iterable[SiteSummary]) -> list[tuple[int | None, str, int | None, str]]:
    return [(line.rank, line.site_name, line.total, line.grade) for line in summary]


def test_sites_are_ranked_by_the_rounded_mean_of_their_visits() -> None:
    visits = [
        visit("东", 9000), visit("西", 8751), visit("东", 8501),  # 东: 87.505, so 87.51
        visit("北", 6000), visit("南", 9000),
    ]  # fmt: skip
    assert [line.rank for line in lines(visits)] == [1, 2, 2, 4]
    assert set(standing(lines(visits))) == {
        (1, "南厅", 9000, "优秀"),
        (2, "东厅", 8751, "良好"),
        (2, "西厅", 8751, "良好"),
        (4, "北厅", 6000, "合格"),
    }


def test_the_grade_is_that_of_the_rounded_mean() -> None:
    assert lines([visit("东", 8999), visit("东", 9000)])[0].grade == "优秀"


def test_a_vetoed_visit_fails_its_site_below_all_others() -> None:
    visits = [visit("东", 9900), visit("东", 9900, vetoes=2), visit("西", 100)]
    assert standing(lines(visits)) == [(1, "西厅", 100, "不合格"), (2, "东厅", 9900, "不合格")]
    assert [line.vetoes for line in lines(visits)] == [0, 2]


def test_only_the_same_pack_compares() -> None:
    visits = [visit("东", 9000), visit("西", 9500, pack="clinic"), visit("东", 6500, pack="clinic")]
    result = lines(visits)
    assert [(line.pack.title, line.rank, line.site_name, line.grade) for line in result] == [
        ("clinic检查表", 1, "西厅", "达标"),
        ("clinic检查表", 2, "东厅", "不达标"),
        ("hall检查表", 1, "东厅", "优秀"),
    ]
    assert [line.visits for line in result] == [1, 1, 1]


def test_a_line_adds_up_its_visits() -> None:
    first = visit("东", 9000, rates=(8000, None, 9000, 9001), windows="1234", bonus=100)
    second = visit("东", 8000, rates=(9000, None, None, 9002), windows="345", bonus=201, vetoes=1)
    (line,) = lines([first, second])
    assert (line.visits, line.windows, line.vetoes) == (2, 5, 1)  # 3 and 4 were inspected twice
    assert line.rates == {
        Category.ETIQUETTE: 8500,
        Category.CIVIL_LANGUAGE: None,
        Category.OPERATING_NORMS: 9000,  # of the one visit that has it
        Category.CLEANLINESS: 9002,  # 90.015, an exact half
    }
    assert line.bonus == 151  # (1 + 2.01) ÷ 2 = 1.505


def test_a_visit_without_a_score_is_counted_but_not_in_the_mean() -> None:
    (line,) = lines([visit("东", 9000), visit("东", None)])
    assert (line.visits, line.total) == (2, 9000)


def test_a_site_without_any_score_is_last_and_unranked() -> None:
    assert standing(lines([visit("东", None), visit("西", 0)])) == [
        (1, "西厅", 0, "不合格"), (None, "东厅", None, ""),
    ]  # fmt: skip


def test_the_change_is_against_the_mean_of_the_period_before() -> None:
    before = [visit("东", 8800), visit("东", 8801), visit("西", 9000, pack="clinic")]
    result = lines([visit("东", 8751), visit("西", 9000)], before)
    # 87.51 − 88.01 (88.005 rounded first); 西 was visited with another pack
    assert {line.site_name: line.change for line in result} == {"东厅": -50, "西厅": None}


def test_without_both_scores_there_is_no_change() -> None:
    assert lines([visit("东", None)], [visit("东", 9000)])[0].change is None
    assert lines([visit("东", 9000)], [visit("东", None)])[0].change is None
    assert lines([visit("东", 9000)])[0].change is None
    assert lines([visit("东", 9000)], [visit("东", 9000)])[0].change == 0


def test_a_site_of_the_period_before_only_has_no_line() -> None:
    assert lines([], [visit("东", 9000)]) == []


def test_findings_are_those_of_the_site_and_the_pack() -> None:
    counts = {
        ("东", version("hall")): FindingCount(3, 2, 1),
        ("东", version("clinic")): FindingCount(9, 9, 0),
    }
    result = lines([visit("东", 9000), visit("西", 8000)], findings=counts)
    assert [line.findings for line in result] == [FindingCount(3, 2, 1), FindingCount()]


@pytest.mark.parametrize(
    ("raised", "closed", "rate"),
    [(0, 0, None), (3, 0, 0), (3, 2, 6667), (8, 1, 1250), (3, 3, 10_000)],
)
def test_the_rectification_rate_has_no_value_when_nothing_was_raised(
    raised: int, closed: int, rate: int | None
) -> None:
    counts = {("东", version("hall")): FindingCount(raised, closed, 0)}
    assert lines([visit("东", 9000)], findings=counts)[0].rectification_rate == rate


def test_versions_of_a_pack_follow_each_other_as_they_were_made() -> None:
    versions = [  # each weighs otherwise: a family of its own
        PackFamily("hall", (number,), "检查表", number)
        for number in ("2026.10", "2026.9", "2025.12")
    ]
    summary = summarise(
        [replace(visit("东", 9000), pack=pack) for pack in versions],
        [],
        {},
        dict.fromkeys(versions, GRADES),
    )
    assert [line.pack.versions for line in summary] == [("2025.12",), ("2026.9",), ("2026.10",)]
