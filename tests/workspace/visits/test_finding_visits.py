"""Completed visits are found by site, day and inspectors, and narrowed by what they are."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.visit_search import Standing, VisitSearch
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.visits.inspections import InspectionLine
from inspector.workspace.workspace import Workspace
from tests.workspace.test_cost import Statements
from tests.written_once import Written

LAST = date(2026, 11, 27)


@pytest.fixture(scope="module")
def folder(written: Written, tmp_path_factory: pytest.TempPathFactory) -> Path:
    sample = written(write_demo, 90, 5, LAST, rounds=True)
    return Path(shutil.copytree(sample, tmp_path_factory.mktemp("found") / "data"))


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    with closing(Workspace(folder)) as opened:
        yield opened


@pytest.mark.ci
def test_words_are_of_site_day_or_inspector_and_all_of_them_count(workspace: Workspace) -> None:
    every = workspace.inspections.completed(1000)

    def found(words: str) -> list[InspectionLine]:
        return workspace.inspections.find(VisitSearch(words), 1000)

    assert found("  ") == every
    for words in ("城东", "cdyyt"):
        assert found(words) == [each for each in every if "城东" in each.inspection.site_name]
    who = every[0].inspection.inspectors[0]
    of_one = [each for each in every if who in each.inspection.inspectors]
    assert found(who) == of_one
    day = of_one[-1].inspection.started_at
    for said in (f"{day:%Y-%m-%d}", f"{day.month}月{day.day}日"):
        both = [each for each in of_one if each.inspection.started_at.date() == day.date()]
        assert found(f"{said} {who}") == both
    assert found("没有这样的单位") == []
    assert workspace.inspections.find(VisitSearch(who), 2) == of_one[:2]


@pytest.mark.ci
def test_each_filter_narrows(workspace: Workspace) -> None:
    every = workspace.inspections.completed(1000)
    site = workspace.rosters.site_named("城东营业厅")

    def found(**asked: object) -> list[InspectionLine]:
        return workspace.inspections.find(VisitSearch(**asked), 1000)  # type: ignore[arg-type]

    first, last = date(2026, 11, 1), date(2026, 11, 20)
    assert found(first=first, last=last) == [
        each for each in every if first <= each.inspection.started_at.date() <= last
    ]
    assert found(site_id=site.id, kind=InspectionKind.COVERT) == [
        each for each in every
        if each.inspection.site_id == site.id and each.inspection.kind is InspectionKind.COVERT
    ]  # fmt: skip
    assert found(standing=Standing.VETOED) == [each for each in every if "★" in each.grade]
    assert found(standing=Standing.REVIEWED) == [each for each in every if each.found]
    records = workspace.records
    unsigned = found(standing=Standing.UNSIGNED)
    assert unsigned
    assert all(records.signature(each.inspection.id) is None for each in unsigned)
    before = found(standing=Standing.AMENDED)
    records.amend(unsigned[0].inspection.id, text="一人，不是两人", reason="看错", author="张三")
    after = found(standing=Standing.AMENDED)
    assert [each for each in after if each not in before] == unsigned[:1]


@pytest.mark.ci
def test_no_search_reads_a_whole_table(workspace: Workspace) -> None:
    statements = Statements(workspace)
    for standing in Standing:
        workspace.inspections.find(VisitSearch("城东", standing=standing))
    workspace.inspections.find(VisitSearch(site_id="x", kind=InspectionKind.OPEN))
    assert statements.whole_tables_read() == set()
