"""On the hall floor: praise, corrections on the spot, patrols and rechecks, as pure rules."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.visit.answer_changes import (
    chosen,
    corrected,
    deducted,
    measured,
    passed,
    praised,
    unpraised,
    with_phrase,
)
from inspector.domain.visit.conflict_of_interest import conflicted
from inspector.domain.visit.inspection import InspectionKind, Slot, Verdict, lacks_reason
from inspector.domain.visit.patrol import (
    NOON,
    PatrolEntry,
    Standing,
    slot_of,
    standings,
    unexplained_entries,
)
from inspector.domain.visit.roster import Staff, Window
from tests.domain.packs import bonus, choice, deduct, measure

MORNING = datetime.fromisoformat("2026-11-27T09:30:00+08:00")


def test_praise_is_a_pass_worth_telling() -> None:
    item = deduct("a")
    answer = praised(item)
    assert (answer.verdict, answer.praised) == (Verdict.PASS, True)
    assert praised(item, replace(passed(item), note="主动搀扶")).note == "主动搀扶"
    assert not unpraised(answer).praised


def test_what_was_wrong_is_not_praised() -> None:
    item = deduct("a")
    wrong = replace(deducted(item), phrases=("未起身",), note="靠窗", correction="已提醒")
    assert praised(item, wrong) == praised(item)
    assert not deducted(item, praised(item)).praised


def test_a_praised_bonus_keeps_what_it_awards() -> None:
    item = bonus("b")
    award = deducted(item)
    assert praised(item, award) == replace(award, praised=True)
    assert deducted(item, praised(item, award)).praised


def test_a_correction_needs_a_word_and_takes_no_point_back() -> None:
    item = deduct("a")
    answer = corrected(deducted(item), "")
    assert lacks_reason(item, answer)
    said = corrected(answer, "已现场改正")
    assert not lacks_reason(item, said)
    assert (said.verdict, said.count) == (Verdict.DEDUCT, 1)
    assert corrected(said, None).correction is None


def test_what_turns_out_right_was_not_corrected() -> None:
    item = choice("c")
    wrong = corrected(deducted(item), "已补上")
    assert chosen(item, wrong, 0).correction is None
    timed = measure("m")
    late = corrected(measured(timed, deducted(timed), 100_000), "已增开窗口")
    assert late.correction == "已增开窗口"
    assert measured(timed, late, 0).correction is None


def test_own_phrases_stand_behind_those_of_the_item() -> None:
    item = replace(deduct("a"), phrases=("未起身", "未微笑"))
    answer = with_phrase(item, deducted(item), "看手机")
    answer = with_phrase(item, answer, "未微笑")
    answer = with_phrase(item, answer, "背对顾客")
    assert answer.phrases == ("未微笑", "看手机", "背对顾客")
    assert with_phrase(item, answer, "看手机").phrases == ("未微笑", "背对顾客")


@pytest.mark.parametrize(
    ("time", "made", "expected"),
    [
        ("09:30", {}, (Standing.DUE, Standing.LATER)),
        ("09:30", {Slot.MORNING: 1}, (Standing.DUE, Standing.LATER)),
        ("09:30", {Slot.MORNING: 2}, (Standing.DONE, Standing.LATER)),
        ("09:30", {Slot.MORNING: 3, Slot.AFTERNOON: 2}, (Standing.DONE, Standing.DONE)),
        ("14:00", {Slot.MORNING: 1, Slot.AFTERNOON: 1}, (Standing.MISSED, Standing.DUE)),
        ("14:00", {Slot.MORNING: 2}, (Standing.DONE, Standing.DUE)),
    ],
)
def test_two_patrols_in_each_shift(
    time: str, made: dict[Slot, int], expected: tuple[Standing, Standing]
) -> None:
    now = datetime.fromisoformat(f"2026-11-27T{time}:00+08:00")
    slots = standings(made, now)
    assert tuple(slot.standing for slot in slots) == expected
    assert [slot.made for slot in slots] == [made.get(slot, 0) for slot in Slot]


@given(st.times())
def test_a_patrol_is_of_one_shift(time: object) -> None:
    moment = datetime.combine(date(2026, 11, 27), time)  # type: ignore[arg-type]
    assert slot_of(moment) is (Slot.MORNING if moment.time() < NOON else Slot.AFTERNOON)


def test_what_was_handled_says_how() -> None:
    entries = [
        PatrolEntry("1", "i", "c", MORNING),
        PatrolEntry("2", "i", "c", MORNING, text="地面有水渍", handled="已拖干"),
        PatrolEntry("3", "i", "c", MORNING, text="指示牌歪斜", handled=" "),
    ]
    assert [entry.clean for entry in entries] == [True, False, False]
    assert unexplained_entries(entries) == [entries[2]]


def test_only_some_visits_are_scored() -> None:
    assert {kind for kind in InspectionKind if not kind.scores} == {
        InspectionKind.PATROL,
        InspectionKind.RECHECK,
        InspectionKind.VOICE,
    }


def test_who_belongs_to_the_site() -> None:
    windows = [
        Window("w", "s", "1", "", leader="王主任", staff=(Staff("x", "1001", "张三"),)),
        Window("v", "s", "2", "", staff=(Staff("y", "1002"),)),
    ]
    assert conflicted(["李四", "张三 ", "", "1002", "王主任"], windows) == (
        "张三 ",
        "1002",
        "王主任",
    )
    assert conflicted(["李四"], []) == ()


def test_praise_keeps_what_was_measured_and_a_finding_takes_no_praise_for_its_note() -> None:
    timed = measure("t")
    within = measured(timed, passed(timed), 300)
    assert praised(timed, within) == replace(within, praised=True)
    liked = replace(praised(timed, within), note="主动引导")
    assert deducted(timed, liked).note == ""
    assert deducted(timed, replace(within, note="排队")).note == "排队"
