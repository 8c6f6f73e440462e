"""The scale of a summary: chosen by the grades, the same for every month."""

import pytest

from inspector.domain.checklist.checklist import Grade
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.score_scale import grade_bounds, needs_attention, score_scale

PACK = PackFamily("hall", ("1",), "厅")
THOUSAND = PackFamily("toll", ("1",), "站", "deduct of 1000")
GRADES = (Grade("优秀", 9500), Grade("良好", 8500), Grade("合格", 7000), Grade("不合格", 0))


def test_it_begins_below_the_lowest_grade_that_has_a_bound() -> None:
    assert grade_bounds(PACK, GRADES) == (9500, 8500, 7000)
    scale = score_scale([grade_bounds(PACK, GRADES)])
    assert scale.floor == 6000
    assert (scale.place(6000), scale.place(8000), scale.place(100_00)) == (0, 0.5, 1)
    assert scale.place(5999) is None
    assert scale.place(102_00) == 1  # with a bonus


def test_checklists_of_another_scale_stand_on_it_by_percent() -> None:
    grades = tuple(Grade(grade.title, grade.lower * 10) for grade in GRADES)
    assert grade_bounds(THOUSAND, grades) == (9500, 8500, 7000)


def test_it_has_room_for_the_lowest_of_several_checklists() -> None:
    assert score_scale([(9500, 7000), (9000, 6000)]).floor == 5000
    assert score_scale([(300,)]).floor == 0
    assert score_scale([]).floor == 90_00  # no grade at all


@pytest.mark.parametrize(
    ("place", "count", "told"),
    [(0, 4, False), (1, 4, False), (2, 4, True), (3, 4, True), (1, 2, True), (1, 3, False),
     (0, 1, False)],
)  # fmt: skip
def test_neither_the_best_grade_nor_the_next_catches_the_eye(
    place: int, count: int, told: bool
) -> None:
    assert needs_attention(place, count) is told
