"""The history of a visit without a window: merging typing, refusals, the place in it."""

from inspector.domain.visit.inspection import Answer, Verdict
from inspector.gui.visits.parts.undo_history import History, Step


def answer(note: str = "", count: int = 1) -> Answer:
    return Answer("greet", Verdict.DEDUCT, count=count, note=note)


class Disk:
    """Takes what is written, or refuses it."""

    def __init__(self) -> None:
        self.answer: Answer | None = None
        self.refuses = False

    def write(self, answer: Answer | None) -> bool:
        if not self.refuses:
            self.answer = answer
        return not self.refuses

    def step(
        self, before: Answer | None, after: Answer | None, typing: str = "", card: str = "a"
    ) -> Step[Answer | None]:
        where = (typing, "greet") if typing else ()
        return Step(card, before, after, self.write, where)


def test_typing_at_one_place_is_one_step() -> None:
    history, disk = History(), Disk()
    history.add(disk.step(None, answer()))
    for end in range(1, 4):
        history.add(disk.step(answer("abc"[: end - 1]), answer("abc"[:end]), "note"))
    history.undo()
    assert disk.answer == answer()
    history.undo()
    assert [disk.answer] == [None]
    history.redo()
    history.redo()
    assert disk.answer == answer("abc")


def test_typing_into_another_field_or_window_is_another_step() -> None:
    history, disk = History(), Disk()
    history.add(disk.step(answer(), answer("a"), "note"))
    history.add(disk.step(answer("a"), answer("a", 2), "value"))
    history.add(disk.step(answer("a", 2), answer("b", 2), "note", card="b"))
    for expected in (answer("a", 2), answer("a"), answer()):
        history.undo()
        assert disk.answer == expected


def test_typing_at_two_items_is_two_steps() -> None:
    """In the same field, one behind the other: Ctrl+Z takes back the second only."""
    history, written = History(), []

    for item in ("greet", "uniform"):

        def write(note: str, item: str = item) -> bool:
            written.append((item, note))
            return True

        for before, after in (("", "a"), ("a", "ab")):
            history.add(Step("card", before, after, write, ("note", item)))
    history.undo()
    assert written == [("uniform", "")]
    history.undo()
    assert written == [("uniform", ""), ("greet", "")]


def test_what_was_typed_and_deleted_again_is_no_step() -> None:
    history, disk = History(), Disk()
    history.add(disk.step(None, answer()))
    history.add(disk.step(answer(), answer("a"), "note"))
    history.add(disk.step(answer("a"), answer(), "note"))
    history.undo()
    assert disk.answer is None


def test_a_refusal_leaves_the_history_as_it_is() -> None:
    history, disk = History(), Disk()
    history.add(disk.step(None, answer()))
    history.add(disk.step(answer(), answer(count=2)))
    disk.refuses = True
    for _ in range(3):
        history.undo()
    disk.refuses = False
    history.undo()
    assert disk.answer == answer()
    disk.refuses = True
    history.redo()
    disk.refuses = False
    history.redo()
    assert disk.answer == answer(count=2)


def test_nothing_is_left_at_either_end() -> None:
    history, disk = History(), Disk()
    history.undo()
    history.redo()
    history.add(disk.step(None, answer()))
    history.redo()
    assert disk.answer is None
