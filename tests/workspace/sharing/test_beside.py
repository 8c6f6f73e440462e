"""The same row of a survey on two laptops, two signatures of one visit: alike on every laptop."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from inspector.domain.sharing.travelling import Kind
from inspector.domain.survey.survey_sheet import Channel, Satisfaction, SurveySheet
from inspector.storage.sharing.arriving.waiting_objects import WaitingObjects
from inspector.storage.sharing.travelling_rows import TravellingRows
from inspector.workspace.sharing.came_words import came_words
from inspector.workspace.sharing.conflict_list import ConflictList
from inspector.workspace.sharing.conflicts import Conflicts
from tests.workspace.sharing.group_life import hall, inspects
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.sharing.test_convergence import group
from tests.workspace.visiting import Clock
from tests.written_once import Written

STROKES = [((100, 100), (200, 150), (300, 100))]
GRADES = tuple(Satisfaction)


def takes_row_in(laptop: LaptopFolder, key: str, grade: Satisfaction) -> str:
    """Take a row of a workbook in, as every laptop that gets the file does."""
    workspace, site = laptop.workspace, hall(laptop)
    if workspace.surveys._store.known_keys([key]):
        return ""
    sheet = SurveySheet(
        workspace.new_id(), site.id, site.name, workspace.now().date(), workspace.now(),
        Channel.CODE, grade, source="扫码.xlsx", source_key=key,
    )  # fmt: skip
    workspace.surveys._store.add([sheet])
    return sheet.id


def corrects(laptop: LaptopFolder, which: int, grade: Satisfaction | None) -> None:
    """Correct one of the sheets that count, or take it back."""
    rows = laptop.workspace.database.rows("SELECT id FROM survey_answer ORDER BY id")
    if not rows:
        return
    sheet = rows[which % len(rows)]["id"]
    if grade is None:
        laptop.workspace.surveys.take_back(sheet)
    else:
        laptop.workspace.surveys.correct(sheet, grade)


def signs(laptop: LaptopFolder, which: int) -> None:
    """Let somebody sign a visit that nobody signed, as far as this laptop knows."""
    rows = laptop.workspace.database.rows(
        "SELECT id FROM inspection WHERE state = 'completed' AND id NOT IN"
        " (SELECT inspection_id FROM signature) ORDER BY id"
    )
    if rows:
        laptop.workspace.records.sign(rows[which % len(rows)]["id"], f"{laptop.name}主任", STROKES)


def goes_on(clock: Clock, laptop: LaptopFolder, step: int, which: int) -> None:
    clock.moment += timedelta(minutes=7)
    match step % 5:
        case 0:
            inspects(laptop, 1)
        case 1:
            takes_row_in(laptop, f"row {which % 2}", GRADES[which % 3])
        case 2:
            corrects(laptop, which, GRADES[which % 4])
        case 3:
            corrects(laptop, which, None)
        case _:
            signs(laptop, which)


happenings = st.tuples(st.integers(0, 2), st.integers(0, 4), st.integers(0, 5))
meetings = st.tuples(st.integers(0, 2), st.integers(0, 2)).filter(lambda two: two[0] != two[1])

CORRECTED_BEFORE_ALL_SAW: list[tuple[int, ...]] = [
    (0, 0, 0), (0, 1), (0, 1), *[(0, 0, 0)] * 4, (0, 1, 1), (1, 1, 5), (0, 1), (0, 4, 5),
    (1, 2, 3), (1, 2, 5), (2, 4, 1),
]  # fmt: skip
"""B met two sheets that contradict and corrected one; C only hears of it when they agree."""


@pytest.mark.ci
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(done=st.lists(st.one_of(happenings, meetings), min_size=3, max_size=14))
@example(done=CORRECTED_BEFORE_ALL_SAW)
def test_sheets_and_signatures_of_three_laptops_converge(
    written: Written, done: list[tuple[int, ...]]
) -> None:
    with group(written, 3) as (clock, laptops):
        reached: dict[tuple[int, int], int] = {}
        for what in done:
            if len(what) == 3:
                on, step, which = what
                goes_on(clock, laptops[on], step, which)
            else:
                giver, taker = what
                clock.moment += timedelta(minutes=1)
                laptops[taker].take(laptops[giver].objects(since=reached.get((giver, taker), 0)))
                reached[giver, taker] = laptops[giver].reached
        for _ in range(2):
            for giver, taker in ((0, 1), (1, 2), (2, 0)):
                clock.moment += timedelta(minutes=1)
                laptops[taker].take(laptops[giver].objects(since=reached.get((giver, taker), 0)))
                reached[giver, taker] = laptops[giver].reached
        first, second, third = laptops
        assert first.said() == second.said() == third.said()
        assert len({each.workspace.of(ConflictList).count() for each in laptops}) == 1
        for each in laptops:
            assert each.troubles() == []


def test_one_row_of_a_workbook_counts_once_and_one_that_contradicts_is_named_on_both(
    written: Written,
) -> None:
    with group(written, 2) as (clock, (first, second)):
        for each in (first, second):
            takes_row_in(each, "row 1", Satisfaction.SATISFIED)
        clock.moment += timedelta(minutes=5)
        first.take(second.objects())
        second.take(first.objects())
        counted = "SELECT id, grade FROM survey_answer"
        for each in (first, second):
            assert len(each.workspace.database.rows(counted)) == 1
            assert each.workspace.of(ConflictList).count() == 0
        takes_row_in(first, "row 2", Satisfaction.SATISFIED)
        clock.moment += timedelta(minutes=5)
        takes_row_in(second, "row 2", Satisfaction.DISSATISFIED)
        first.take(second.objects())
        second.take(first.objects())
        assert first.said() == second.said()
        for each in (first, second):
            grades = sorted(row["grade"] for row in each.workspace.database.rows(counted))
            assert grades == ["dissatisfied", "satisfied"]  # the one that was entered later
            (conflict,) = each.workspace.of(ConflictList).waiting()
            assert "城东厅" in conflict.title
            assert each.troubles() == []


def test_what_contradicts_is_read_of_the_sheets_as_they_stand(written: Written) -> None:
    with group(written, 3) as (clock, (first, second, third)):

        def exchange() -> None:
            for giver, taker in ((first, second), (second, first)):
                clock.moment += timedelta(minutes=5)
                taker.take(giver.objects())

        takes_row_in(first, "row", Satisfaction.SATISFIED)
        clock.moment += timedelta(minutes=5)
        later = takes_row_in(second, "row", Satisfaction.DISSATISFIED)
        exchange()
        waits = [each.workspace.of(Conflicts).waiting()[0] for each in (first, second)]
        assert [each.laptops for each in waits] == [("B",), ("A",)]
        assert waits[0].since == waits[1].since
        told = second.workspace.of(Conflicts).look_at(waits[1])
        assert told is not None
        assert [side.laptop for side in told.sides] == ["", "A"]  # mine counts, being later
        # Corrected, it says what the other one says: nothing is left to choose, at once
        first.workspace.surveys.correct(later, Satisfaction.SATISFIED)
        assert first.workspace.of(ConflictList).count() == 0
        exchange()
        third.take(second.objects())  # who gets all of it at once never saw it otherwise
        for each in (first, second, third):
            assert each.workspace.of(ConflictList).waiting() == []
        # and corrected once more it contradicts again, at once as well
        (counts,) = second.workspace.database.rows("SELECT id FROM survey_answer")
        second.workspace.surveys.correct(counts["id"], Satisfaction.VERY_SATISFIED)
        assert second.workspace.of(ConflictList).count() == 1
        exchange()
        third.take(first.objects())
        assert first.said() == second.said() == third.said()
        conflicts = first.workspace.of(Conflicts)
        conflicts.settle(conflicts.waiting()[0], 0)
        assert conflicts.count() == 0
        exchange()
        assert second.workspace.of(ConflictList).count() == 0


def test_a_sheet_that_an_older_version_noted_when_it_was_seen_waits_once_and_while_it_contradicts(
    written: Written,
) -> None:
    with group(written, 2) as (clock, (first, second)):
        takes_row_in(first, "row", Satisfaction.SATISFIED)
        clock.moment += timedelta(minutes=5)
        takes_row_in(second, "row", Satisfaction.DISSATISFIED)
        first.take(second.objects())
        workspace = first.workspace
        (waits,) = workspace.of(ConflictList).waiting()
        (sheet,) = TravellingRows(workspace.database, "A").objects(Kind.SURVEY, [waits.id])
        aside = WaitingObjects(workspace.database)
        with workspace.database.transaction():
            aside.set_aside(sheet, "A-1", workspace.now().isoformat(), workspace.new_id)
        assert workspace.of(ConflictList).waiting() == [waits]
        assert workspace.of(ConflictList).count() == 1
        (counts,) = workspace.database.rows("SELECT id FROM survey_answer")
        workspace.surveys.correct(counts["id"], Satisfaction.SATISFIED)
        assert workspace.of(ConflictList).count() == 0
        rows = {"survey_sheet": [{**sheet.rows["survey_sheet"][0], "grade": "satisfied?"}]}
        with workspace.database.transaction():  # another sheet under one id: of that it is told
            other = replace(sheet, rows=rows, digest="other")
            aside.set_aside(other, "A-2", workspace.now().isoformat(), workspace.new_id)
        assert workspace.of(ConflictList).count() == 1


def test_two_signatures_of_one_visit_are_both_named_on_both(written: Written) -> None:
    with group(written, 3) as (clock, (first, second, third)):
        visit = inspects(first, 1)[0].inspection_id
        second.take(first.objects())
        signs(first, 0)
        clock.moment += timedelta(minutes=5)
        signs(second, 0)
        first.take(second.objects())
        third.take(first.objects())
        second.take(third.objects())
        for each, other in ((first, "B主任"), (second, "A主任"), (third, "B主任")):
            assert [own.signer for own in each.workspace.records.record(visit).others] == [other]
            assert other in came_words(each.workspace, visit)
            assert each.troubles() == []
        assert first.said() == second.said() == third.said()
        (row,) = first.workspace.database.rows("SELECT body FROM set_aside")
        assert json.loads(row["body"])["laptop"] == "B"
