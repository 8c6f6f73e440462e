"""Evaluations of a data folder: recomputed from its rows, published, frozen, corrected."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from inspector.domain.days.span import Span
from inspector.domain.errors import (
    MissingWordError,
    NothingToExportError,
    RefusedInputError,
    UnknownSiteError,
)
from inspector.domain.evaluation.publication import Changed
from inspector.domain.evaluation.reasons import ReasonKind
from inspector.domain.evaluation.scheme import Part, Scheme
from inspector.domain.visit.roster import Site
from inspector.storage.comparing.journal_walk import discrepancies_of
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.extent import Extent, Period, month_of
from inspector.workspace.papers.paper_set import EVALUATION, write_all
from inspector.workspace.preferences import FILLED_BY
from inspector.workspace.sample.demo import write_demo, write_half_a_year
from inspector.workspace.workspace import Workspace
from tests.workspace.evaluation.recomputed_evaluation import recompute
from tests.workspace.visiting import Clock, add_site, answer_all, cards, items, start
from tests.written_once import Written

UNTIL = date(2026, 11, 27)
QUARTERS = (
    Period(date(2026, 4, 1), date(2026, 6, 30)),
    Period(date(2026, 7, 1), date(2026, 9, 30)),
    Period(date(2026, 10, 1), date(2026, 12, 31)),
)
NOVEMBER = Extent(month_of(UNTIL))


@pytest.fixture(params=["ninety visits", pytest.param("half a year", marks=pytest.mark.ci)])
def sample(written: Written, request: pytest.FixtureRequest) -> Iterator[Workspace]:
    """Samples to read: the one that other tests read as well, and the window's."""
    now = datetime.fromisoformat("2026-11-27T18:00:00+08:00")
    if request.param == "half a year":
        folder = written(write_half_a_year, UNTIL)
    else:
        folder = written(write_demo, 90, 5, UNTIL, rounds=True)
    with closing(Workspace(folder, lambda: now)) as workspace:
        yield workspace


def _visit(workspace: Workspace, site: Site, faulty: int = 0) -> None:
    """Make a visit that finds so many items wrong at the first window."""
    visit = start(workspace, site)
    wrong = [item.id for item in items(workspace, visit) if not item.veto][:faulty]
    answer_all(workspace, visit, {cards(workspace, visit)[0].position: wrong})
    workspace.inspections.complete(visit)


@pytest.mark.ci
@pytest.mark.parametrize("period", QUARTERS)
def test_totals_and_ranks_are_those_of_plain_arithmetic(sample: Workspace, period: Period) -> None:
    weights = {
        Part.SCORE: 40, Part.RECTIFIED: 20, Part.SATISFACTION: 15, Part.COMPLAINTS: 10,
        Part.PATROLS: 5, Part.PLAN: 10,
    }  # fmt: skip
    told = sample.evaluations.weighed(Extent(period), Scheme(weights=weights))
    plain = recompute(
        sample.folder / DATABASE_FILE, period.first, period.last, UNTIL,
        {str(part): weight for part, weight in weights.items()},
    )  # fmt: skip

    visited = {site.site_id: site for site in told.sites if site.facts.visits}
    assert visited.keys() == plain.keys()
    assert len(plain) > 3
    for site_id, own in plain.items():
        site = visited[site_id]
        parts = {p.part.value: Decimal(p.score) / 100 for p in site.parts if p.score is not None}
        assert parts == own.parts
        total = None if site.total is None else Decimal(site.total) / 100
        assert (site.facts.site_name, total, site.rank) == (own.name, own.total, own.rank)


@pytest.mark.ci
def test_what_is_published_stays_whatever_comes_later(workspace: Workspace) -> None:
    site, other = add_site(workspace, "城东厅"), add_site(workspace, "城西厅")
    for hall in (site, other, site, other):
        _visit(workspace, hall)
    evaluations = workspace.evaluations

    assert evaluations.publish(NOVEMBER, "王主任").evaluations
    frozen = evaluations.of(NOVEMBER)
    _visit(workspace, site, faulty=4)
    standing = evaluations.standing(NOVEMBER)

    assert evaluations.of(NOVEMBER) == frozen == standing.evaluation
    assert {each.site_name for each in standing.differing} == {"城东厅", "城西厅"}
    assert Changed.TOTAL in standing.differing[0].kinds
    november = Span(NOVEMBER.period.first, NOVEMBER.period.last)
    assert evaluations.periods() == [(november, "")]


@pytest.mark.ci
def test_a_correction_is_a_publication_of_its_own_with_its_reason(
    workspace: Workspace, clock: Clock
) -> None:
    site = add_site(workspace)
    _visit(workspace, site)
    evaluations = workspace.evaluations
    evaluations.publish(NOVEMBER, "王主任")

    assert not evaluations.publish(NOVEMBER, "王主任").evaluations  # nothing differs
    _visit(workspace, site, faulty=3)
    with pytest.raises(MissingWordError):
        evaluations.publish(NOVEMBER, "王主任")
    clock.set("2026-11-28")
    evaluations.publish(NOVEMBER, "王主任", "漏计一次检查")

    newest, first = evaluations.published(NOVEMBER)
    assert (newest.corrects, newest.note) == (first.id, "漏计一次检查")
    assert evaluations.standing(NOVEMBER).differing == ()
    assert evaluations.of(NOVEMBER) == newest.evaluation != first.evaluation


def test_a_table_is_kept_by_versions_and_changes_nothing_published(workspace: Workspace) -> None:
    site = add_site(workspace)
    _visit(workspace, site, faulty=4)
    evaluations = workspace.evaluations
    evaluations.publish(NOVEMBER, "王主任")
    workspace.preferences.set(FILLED_BY, "王主任")
    before = evaluations.of(NOVEMBER)
    changed = replace(Scheme(), weights={Part.SCORE: 90, Part.RECTIFIED: 10}, least_visits=1)

    with pytest.raises(RefusedInputError) as refused:
        evaluations.set_scheme(replace(changed, weights={Part.SCORE: 90}))
    assert [each.place for each in refused.value.problems] == ["weights"]
    assert evaluations.set_scheme(changed).evaluations
    assert not evaluations.set_scheme(changed).evaluations
    evaluations.set_scheme(replace(changed, flags=2))

    assert [each.number for each in evaluations.schemes()] == [2, 1]
    assert evaluations.scheme().scheme.flags == 2
    newest, first, proposal = evaluations.versions()
    assert (newest.version.number, newest.altered, newest.used) == (2, ("flags",), ())
    assert newest.version.made_by == "王主任"
    assert first.altered[:2] == ("weight-score", "weight-rectified")
    assert "least_visits" in first.altered
    november = Span(NOVEMBER.period.first, NOVEMBER.period.last)
    assert (proposal.version.number, proposal.used) == (0, ((november, ""),))
    standing = evaluations.standing(NOVEMBER)
    assert (standing.number, standing.scheme_number) == (0, 2)
    assert standing.evaluation == before
    assert Changed.TOTAL in standing.differing[0].kinds


def test_publishing_needs_a_name_and_something_to_tell(workspace: Workspace) -> None:
    site = add_site(workspace)
    with pytest.raises(NothingToExportError):
        workspace.evaluations.publish(NOVEMBER, "王主任")
    _visit(workspace, site)
    with pytest.raises(MissingWordError):
        workspace.evaluations.publish(NOVEMBER, " ")
    with pytest.raises(UnknownSiteError):
        workspace.evaluations.of(replace(NOVEMBER, site="没有这个厅"))


@pytest.mark.ci
def test_one_site_keeps_the_rank_it_has_among_all(workspace: Workspace) -> None:
    site, better = add_site(workspace, "城东厅"), add_site(workspace, "城西厅")
    for hall, faulty in ((site, 3), (better, 0), (site, 3), (better, 0)):
        _visit(workspace, hall, faulty=faulty)

    (alone,) = workspace.evaluations.of(replace(NOVEMBER, site="城东厅")).sites

    assert (alone.facts.site_name, alone.rank, alone.ranked_of) == ("城东厅", 2, 2)


def test_a_site_that_nobody_visited_stands_last_without_a_rank(workspace: Workspace) -> None:
    add_site(workspace, "城北厅")
    _visit(workspace, add_site(workspace, "城东厅"))

    *_, last = workspace.evaluations.today(NOVEMBER).sites

    assert (last.facts.site_name, last.total, last.rank) == ("城北厅", None, None)
    assert last.unranked is not None
    assert last.unranked.kind is ReasonKind.NOT_SCORED


@pytest.mark.ci
def test_all_papers_hold_an_evaluation_once_it_is_published(
    workspace: Workspace, tmp_path: Path
) -> None:
    _visit(workspace, add_site(workspace))
    reports = workspace.reports
    assert EVALUATION in dict(write_all(reports, tmp_path / "before", NOVEMBER).left_out)

    workspace.evaluations.publish(NOVEMBER, "王主任")
    assert EVALUATION in dict(write_all(reports, tmp_path / "after", NOVEMBER).written)


@pytest.mark.ci
def test_a_superiors_form_holds_what_was_published(workspace: Workspace) -> None:
    _visit(workspace, add_site(workspace))
    _visit(workspace, workspace.rosters.sites()[0])

    def words() -> list[str]:
        told = {word.word: word.value for word in workspace.reports.form_words(NOVEMBER)}
        return [told["综合得分"], told["排名.综合名次"], told["评价等次"], told["黄牌"]]

    assert words() == ["—"] * 4  # on trial it is for the office alone
    workspace.evaluations.publish(NOVEMBER, "王主任")
    assert words() == ["100.00", "1/1", "优秀", "否"]


@pytest.mark.ci
def test_the_journal_notices_when_something_published_is_changed(workspace: Workspace) -> None:
    _visit(workspace, add_site(workspace))
    workspace.evaluations.publish(NOVEMBER, "王主任")
    assert discrepancies_of(workspace.database) == []

    path = Path(workspace.database.path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE evaluation SET content = replace(content, '王', '李') || ' '")
        connection.commit()

    (found,) = discrepancies_of(workspace.database)
    assert found.kind == "evaluation"
