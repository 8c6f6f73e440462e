"""What another laptop made, taken in beside one's own: nothing that is sealed changes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from inspector.domain.finding.finding import FindingState
from inspector.domain.sharing.fates import Fate
from inspector.domain.sharing.travelling import Kind
from inspector.workspace.visits.record_check import RecordCheck
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.group_life import HALL, hall, inspects
from tests.workspace.sharing.laptops import LaptopFolder, digests
from tests.workspace.sharing.test_sharing import write_sample
from tests.workspace.visiting import Clock, add_site, dump, visit
from tests.written_once import Written


@pytest.fixture
def pair(laptop: Bought) -> tuple[LaptopFolder, LaptopFolder]:
    """Two laptops with the same hall on rosters of their own."""
    first, second = laptop("A"), laptop("B")
    for each in (first, second):
        add_site(each.workspace, HALL)
    return first, second


def test_a_visit_of_the_same_hall_is_placed_at_ones_own_windows(
    pair: tuple[LaptopFolder, LaptopFolder],
) -> None:
    first, second = pair
    inspects(first)
    taking = second.take(first.objects())
    assert taking.questions == []
    assert taking.counts[Kind.VISIT, Fate.NEW] == 1
    assert len(second.workspace.rosters.sites()) == 1
    (visit,) = second.workspace.inspections.completed()
    assert visit.inspection.site_id == hall(second).id
    windows = {window.id for window in second.workspace.rosters.windows(hall(second).id)}
    cards = second.workspace.inspections.sheet(visit.inspection.id).scorecards
    assert {card.window_id for card in cards} <= windows
    assert {
        finding.site_id for finding in second.workspace.inspections.findings(visit.inspection.id)
    } == {hall(second).id}
    assert second.workspace.of(RecordCheck).is_as_sealed(visit.inspection.id)
    assert second.troubles() == []


def test_it_travels_on_exactly_as_its_maker_has_it(
    pair: tuple[LaptopFolder, LaptopFolder], laptop: Bought
) -> None:
    first, second = pair
    inspects(first)
    made = digests(first.objects())
    second.take(first.objects())
    assert digests(second.objects()) == made
    third = laptop("C")
    third.take(second.objects())  # whose roster says nothing of the first one's ids
    assert digests(third.objects()) == made
    assert third.troubles() == []
    assert len(third.workspace.rosters.sites()) == 1


def test_twice_changes_nothing_and_back_home_changes_nothing(
    pair: tuple[LaptopFolder, LaptopFolder],
) -> None:
    first, second = pair
    inspects(first)
    second.take(first.objects())
    taken = dump(second.workspace.folder)
    second.take(first.objects())
    assert dump(second.workspace.folder) == taken
    before = [line for line in dump(first.workspace.folder) if '"alias"' not in line]
    first.take(second.objects())
    assert [line for line in dump(first.workspace.folder) if '"alias"' not in line] == before


def test_steps_of_both_count_on_both(pair: tuple[LaptopFolder, LaptopFolder], clock: Clock) -> None:
    first, second = pair
    finding, _ = inspects(first)
    second.take(first.objects())
    clock.moment += timedelta(hours=1)
    second.workspace.findings.report_done(finding.id, "已改", date(2026, 11, 27))
    clock.moment += timedelta(hours=1)
    first.take(second.objects())
    first.workspace.findings.recheck([finding.id], True)
    second.take(first.objects())
    for each in pair:
        assert each.workspace.finding_store.get(finding.id).state is FindingState.CLOSED
        assert each.troubles() == []
    assert first.said() == second.said()


def test_a_step_that_comes_before_its_visit_waits_for_it(
    pair: tuple[LaptopFolder, LaptopFolder], clock: Clock
) -> None:
    first, second = pair
    finding, _ = inspects(first)
    base = first.objects()
    reached = first.reached
    clock.moment += timedelta(hours=1)
    first.workspace.findings.note([finding.id], "看过")
    taking = second.take(first.objects(since=reached))
    assert taking.counts[Kind.EVENT, Fate.WAITS] == 1
    assert second.troubles() == []
    taking = second.take(base)
    assert taking.counts[Kind.EVENT, Fate.NEW] == 1
    assert first.said() == second.said()
    assert second.troubles() == []


def test_a_name_that_is_nearly_the_same_is_asked_about(laptop: Bought) -> None:
    first, second = laptop("A"), laptop("B")
    add_site(first.workspace, "城东 政务厅")
    own = add_site(second.workspace, "城东政务厅")
    visit_of(first)
    taking = second.take(first.objects())
    (question,) = taking.questions
    assert (question.title, question.candidates) == ("城东 政务厅", ((own.id, "城东政务厅"),))
    assert taking.counts[Kind.VISIT, Fate.ASKED] == 1
    taking = second.take(first.objects(), {(question.kind, question.foreign_id): own.id})
    assert taking.questions == []
    assert taking.roster.differing == 0
    assert [site.name for site in second.workspace.rosters.sites()] == ["城东政务厅"]
    assert taking.counts[Kind.VISIT, Fate.NEW] == 1
    assert second.troubles() == []


def test_the_answer_that_it_is_another_one_adds_it(laptop: Bought) -> None:
    first, second = laptop("A"), laptop("B")
    add_site(first.workspace, "城东 政务厅")
    add_site(second.workspace, "城东政务厅")
    (question,) = second.take(first.objects()).questions
    second.take(first.objects(), {(question.kind, question.foreign_id): ""})
    assert [each.name for each in second.workspace.rosters.sites()] == ["城东政务厅", "城东 政务厅"]
    assert second.take(first.objects()).questions == []


def test_what_both_changed_of_a_window_stays_mine_and_is_kept_for_a_choice(
    pair: tuple[LaptopFolder, LaptopFolder],
) -> None:
    first, second = pair
    second.take(first.objects())
    mine, theirs = (each.workspace.rosters.windows(hall(each).id)[0] for each in (second, first))
    steps = first.workspace.roster_steps
    steps.change_window(
        theirs.id, theirs.number, kind=theirs.kind, department="综合部", leader="李芳"
    )
    taking = second.take(first.objects())
    assert (taking.roster.changed, taking.roster.differing) == (1, 0)
    steps.change_window(
        theirs.id, theirs.number, kind=theirs.kind, department="综合部", leader="钱二"
    )
    second.workspace.roster_steps.change_window(
        mine.id, mine.number, kind=mine.kind, department="综合部", leader="孙三"
    )
    taking = second.take(first.objects())
    assert (taking.roster.changed, taking.roster.differing) == (0, 1)
    (row,) = second.workspace.database.rows("SELECT * FROM difference")
    assert (row["own_id"], row["mine"], row["theirs"]) == (
        mine.id, '{"leader": "孙三"}', '{"leader": "钱二"}',
    )  # fmt: skip
    assert second.take(first.objects()).roster.differing == 0
    assert second.workspace.rosters.windows(hall(second).id)[0].leader == "孙三"


def test_one_id_with_another_digest_is_set_aside_and_never_overwritten(
    pair: tuple[LaptopFolder, LaptopFolder],
) -> None:
    first, second = pair
    inspects(first)
    came = first.objects()
    second.take(came)
    other = [replace(each, digest="0" * 64) if each.kind is Kind.VISIT else each for each in came]
    before = second.said()
    assert second.take(other).counts[Kind.VISIT, Fate.SET_ASIDE] == 1
    assert second.take(other).counts[Kind.VISIT, Fate.SET_ASIDE] == 1
    assert len(second.workspace.database.rows("SELECT * FROM set_aside")) == 1
    assert {**second.said(), "set aside": []} == before
    assert second.troubles() == []


def visit_of(laptop: LaptopFolder) -> None:
    """A visit of the one site of a laptop."""
    visit(laptop.workspace, laptop.workspace.rosters.sites()[0])


@pytest.mark.ci
def test_everything_that_travels_of_half_a_year(
    laptop: Bought, copied: Written, clock: Clock
) -> None:
    first, second = LaptopFolder("A", copied(write_sample, 6), clock), laptop("B")
    try:
        came = first.objects()
        kinds = {each.kind for each in came}
        assert kinds >= {Kind.COMPLAINT, Kind.MEETING, Kind.SURVEY, Kind.PLAN, Kind.DRAW}
        second.take(came)
        assert digests(second.objects()) == digests(came)
        assert first.said() == second.said()
        assert second.troubles() == []
        reached = first.reached
        first.take(second.objects())
        assert first.reached == reached
    finally:
        first.workspace.close()
