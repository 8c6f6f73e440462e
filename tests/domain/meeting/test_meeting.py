"""What a morning meeting goes through, and what it practises."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.category import Category
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.meeting.meeting import Agenda, Meeting, Part, agenda_items
from inspector.domain.meeting.meeting_drill import SET_SIZE, drill_of_the_day, drills_of
from tests.domain.finding.lives import FOUND
from tests.domain.packs import bonus, deduct, pack

TODAY = date(2026, 11, 27)
NEW = {"n1", "n2", "r"}


def at(finding_id: str, deadline: int, **more: Any) -> Finding:  # noqa: ANN401 -- any field
    """A finding due on a day of November."""
    return replace(
        FOUND, id=finding_id, number=finding_id, deadline=date(2026, 11, deadline), **more
    )


def test_each_finding_stands_in_one_part_and_in_its_order() -> None:
    findings = [
        at("late2", 26),
        at("n2", 30),
        at("today", 27),
        at("later", 30),
        at("r", 20, times_at_window=2),
        at("late1", 25),
        at("n1", 27),
        at("closed", 20, state=FindingState.CLOSED),
    ]
    assert [(item.finding.id, item.part) for item in agenda_items(findings, NEW, TODAY)] == [
        ("n1", Part.NEW),
        ("n2", Part.NEW),
        ("today", Part.DUE_TODAY),
        ("late1", Part.OVERDUE),
        ("late2", Part.OVERDUE),
        ("r", Part.REPEATS),
    ]


def test_overdue_is_counted_in_whatever_part_it_stands() -> None:
    found = [at("n1", 26), at("n2", 30), at("late", 25), at("r", 20, times_at_window=2)]
    agenda = Agenda("s", "厅", datetime(2026, 11, 26), (), tuple(agenda_items(found, NEW, TODAY)))
    assert [each.id for each in agenda.of(Part.OVERDUE)] == ["late"]
    assert {each.id for each in agenda.overdue_on(TODAY)} == {"n1", "late", "r"}


@given(st.lists(st.tuples(st.integers(20, 30), st.booleans(), st.integers(1, 3)), max_size=12))
def test_nothing_twice_and_nothing_new_or_due_left_out(
    drawn: list[tuple[int, bool, int]],
) -> None:
    findings = [
        at(str(number), deadline, times_at_window=times)
        for number, (deadline, _, times) in enumerate(drawn)
    ]
    new = {str(number) for number, (_, is_new, _) in enumerate(drawn) if is_new}
    shown = [item.finding.id for item in agenda_items(findings, new, TODAY)]
    assert len(shown) == len(set(shown))
    assert set(shown) == new | {f.id for f in findings if f.deadline <= TODAY}


def test_begun_minutes_count() -> None:
    start = datetime.fromisoformat("2026-11-27T08:30:00+08:00")
    meeting = Meeting("m", "s", "城东厅", start, start)
    assert meeting.minutes_taken is None
    for text, minutes in (("08:30:00", 0), ("08:30:01", 1), ("08:44:00", 14), ("08:45:10", 16)):
        ended = datetime.fromisoformat(f"2026-11-27T{text}+08:00")
        assert replace(meeting, ended_at=ended).minutes_taken == minutes


def steps(count: int) -> list[str]:
    return [f"第{'一二三四五六七八'[number]}步说明" for number in range(count)]


def test_steps_every_other_day_and_phrases_in_turn() -> None:
    items = [replace(deduct(f"s{n}"), text=text) for n, text in enumerate(steps(8))]
    items = [replace(item, category=Category.OPERATING_NORMS) for item in items]
    items += [
        replace(deduct(f"p{n}"), text=f"用语{n}", category=Category.CIVIL_LANGUAGE)
        for n in range(SET_SIZE + 1)
    ]
    items.append(replace(bonus("b"), category=Category.CIVIL_LANGUAGE))
    made = pack(*items)
    assert [drill.title for drill in drills_of(made)] == [
        "业务受理八步曲",
        "文明用语（1/2）",
        "文明用语（2/2）",
    ]
    assert drills_of(made)[0].steps == tuple(steps(8))
    days = [drill_of_the_day(made, date(2026, 11, day)) for day in range(2, 8)]
    titles = [drill.title for drill in days if drill]
    assert len(titles) == 6
    assert titles.count("业务受理八步曲") == 3
    assert {*titles} == {"业务受理八步曲", "文明用语（1/2）", "文明用语（2/2）"}


def test_a_pack_with_nothing_to_practise() -> None:
    item = replace(deduct("a"), category=Category.CLEANLINESS)
    assert drill_of_the_day(pack(item), TODAY) is None
