"""Who goes is named before, what stays is said afterwards, and what is in the way is named."""

from datetime import date

from inspector.domain.personal.erasure import Hindrance, Obstacle
from inspector.storage.registers.erasure_store import PersonKept
from inspector.workspace.personal.held import Due, HeldPhoto
from inspector.workspace.personal.personal_words import MOST_NAMED, due_lines, photos_stay
from inspector.workspace.stories.erasure_words import obstacle_word

DAY = date(2026, 11, 27)


def people(count: int) -> Due:
    return Due(
        people=tuple(
            PersonKept("staff", f"W{number}", "East Hall", frozenset({f"10{number:02}"}))
            for number in range(count)
        )
    )


def test_the_first_are_named_and_the_others_counted() -> None:
    assert due_lines(Due()) == []
    assert due_lines(people(1)) == ["W0 staff of East Hall 1000"]
    assert len(due_lines(people(MOST_NAMED))) == MOST_NAMED
    assert due_lines(people(MOST_NAMED + 1))[-1] == "and 1 more person"
    assert due_lines(people(MOST_NAMED + 3))[-1] == "and 3 more people"


def test_a_photo_of_two_people_stays_once_and_an_erased_one_not_at_all() -> None:
    kept = HeldPhoto("a.jpg", "2026-11-27T09:00", "East Hall 1", None)
    assert photos_stay([]) == photos_stay([HeldPhoto("b.jpg", "", "", DAY)]) == ""
    assert photos_stay([kept, kept]) == "1 photo taken at their window is not erased."


def test_what_is_open_is_named() -> None:
    assert obstacle_word(Hindrance(Obstacle.VISIT)) == "a visit is not completed"
    some = Hindrance(Obstacle.VISIT, ("2026-11-27 East Hall",))
    assert obstacle_word(some) == "a visit is not completed: 2026-11-27 East Hall"
    many = Hindrance(Obstacle.PLAN, ("a", "b", "c", "d", "e"))
    assert obstacle_word(many) == "a plan of visits is not over: a, b, c and 2 more"
