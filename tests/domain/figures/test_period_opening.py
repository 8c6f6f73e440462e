"""What a summary opens with: what is said, of whom, and against what."""

from dataclasses import replace
from datetime import date

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.figure_facts import FindingFact, FoundExample, VisitFact
from inspector.domain.figures.figures import (
    KeyFigures,
    findings_by_site,
    key_figures,
    site_tallies,
)
from inspector.domain.figures.period_opening import MeanChange, PeriodOpening, period_opening
from inspector.domain.figures.standing import Standing
from inspector.domain.figures.summary import SiteSummary, site_lines
from inspector.domain.visit.coverage import Coverage
from tests.domain.packs import GRADES

HALL, CLINIC = PackFamily("hall", ("1",), "厅"), PackFamily("clinic", ("1",), "院")
DIRECT = PackFamily("direct", ("1",), "直", "deduct")
FRIDAY = date(2026, 11, 27)


def visit(
    site: str,
    total: int,
    pack: PackFamily = HALL,
    *,
    name: str = "",
    vetoes: int = 0,
    found: Standing | None = None,
    ranked: bool = True,
) -> VisitFact:
    return VisitFact(
        name or site, site, f"{site}厅", pack, "", FRIDAY, True, 0, vetoes, total, found, ranked,
        Coverage(9, 10),
    )  # fmt: skip


def opening(
    visits: list[VisitFact],
    before: list[VisitFact] | None = None,
    overdue: dict[str, int] | None = None,
    vetoes: tuple[FoundExample, ...] = (),
    own: tuple[SiteSummary, ...] = (),
) -> PeriodOpening:
    found = {
        name: FindingFact(name, 5, 2, late, 0, 0, ()) for name, late in (overdue or {}).items()
    }
    earlier = site_tallies(before or [])
    grades = dict.fromkeys((HALL, CLINIC, DIRECT), GRADES)
    lines = site_lines(site_tallies(visits), earlier, {}, grades)
    known: KeyFigures | None = None if before is None else key_figures(before, [], {})
    return period_opening(
        key_figures(visits, [], found, 12), known, lines, own, findings_by_site(visits, found),
        vetoes,
    )  # fmt: skip


def test_with_one_checklist_the_change_is_that_of_the_mean() -> None:
    said = opening([visit("东", 9000), visit("西", 9100)], [visit("东", 9500)])
    assert (said.mean, said.change) == (9050, MeanChange(-450))
    assert (said.visits, said.roster, said.coverage) == (2, 12, Coverage(18, 20))
    assert opening([visit("东", 9000)]).change is None  # nothing is known of before
    assert opening([visit("东", 9000)], [visit("东", 9000, CLINIC)]).change is None


def test_with_several_it_is_that_of_the_sites_that_compare() -> None:
    """Half as many visits to the better hall are no change: each is compared with itself."""
    before = [visit("东", 9800), visit("东", 9800, name="again"), visit("院", 8000, CLINIC)]
    now = [visit("东", 9800), visit("院", 8000, CLINIC), visit("新", 9000, CLINIC)]
    said = opening(now, before)
    assert said.mean == 8933
    assert said.change == MeanChange(0, like_for_like=True)


def test_what_is_totalled_in_different_ways_has_no_mean() -> None:
    said = opening([visit("东", 9800), visit("直", 7000, DIRECT)], [visit("东", 9000)])
    assert said.is_mixed
    assert (said.mean, said.change) == (None, None)


def test_the_score_after_appeals_is_the_one_that_is_told() -> None:
    appealed = visit("东", 9800, found=Standing(9000, 0, "良好"))
    assert opening([appealed]).mean == 9800


def test_what_was_hardly_observed_is_counted_and_in_no_mean() -> None:
    said = opening([visit("东", 9000), visit("西", 100_00, ranked=False)])
    assert (said.mean, said.unranked, said.visits) == (9000, 1, 2)


def test_the_sites_with_most_overdue_are_named_all_of_them() -> None:
    now = [visit("东", 9000), visit("西", 9000), visit("南", 9000)]
    said = opening(now, overdue={"东": 2, "西": 3, "南": 3})
    assert (said.overdue, set(said.latest), said.most_overdue) == (8, {"西厅", "南厅"}, 3)
    assert (said.raised, said.rate) == (15, 4000)
    assert opening(now, overdue={"东": 0}).latest == ()


def test_red_lines_are_those_that_stand() -> None:
    example = FoundExample("隐瞒事故", "瞒报", "东厅", "1号", FRIDAY, Category.ETIQUETTE)
    said = opening([visit("东", 9000, vetoes=1)], vetoes=(example,))
    assert (said.veto_count, said.vetoes) == (1, (example,))
    withdrawn = visit("东", 9000, vetoes=0, found=Standing(9000, 1, "不合格"))
    assert opening([withdrawn]).veto_count == 0


def test_halls_that_only_inspected_themselves_are_told_apart() -> None:
    (line,) = site_lines(site_tallies([visit("东", 9000)]), {}, {}, {HALL: GRADES})
    said = opening([], own=(replace(line, by_itself=True, visits=3),))
    assert (said.visits, said.self_checks, said.mean) == (0, 3, None)
