"""The history of a visit without a window: merging typing, refusals, the place in it."""

from inspector.domain.visit.inspection import Answer, Verdict
from inspector.gui.visits.parts.undo_history import History, State, Step


def answer(note: str = "", count: int = 1) -> Answer:
    return Answer("greet", Verdict.DEDUCT, count=count, note=note)


def step(before: Answer | None, after: Answer | None, typing: str = "", card: str = "a") -> Step:
    return Step(card, State({"greet": before}), State({"greet": after}), typing)


class Disk:
    """Takes what is written, or refuses it."""

    def __init__(self) -> None:
        self.answer: Answer | None = None
        self.refuses = False

    def write(self, scorecard_id: str, state: State) -> bool:
        if not self.refuses:
            self.answer = state.answers["greet"]
        return not self.refuses


def test_typing_at_one_place_is_one_step() -> None:
    history, disk = History(), Disk()
    history.add(step(None, answer()))
    for end in range(1, 4):
        history.add(step(answer("abc"[: end - 1]), answer("abc"[:end]), "note"))
    history.undo(disk.write)
    assert disk.answer == answer()
    history.undo(disk.write)
    assert [disk.answer] == [None]
    history.redo(disk.write)
    history.redo(disk.write)
    assert disk.answer == answer("abc")


def test_typing_into_another_field_or_window_is_another_step() -> None:
    history, disk = History(), Disk()
    history.add(step(answer(), answer("a"), "note"))
    history.add(step(answer("a"), answer("a", 2), "value"))
    history.add(step(answer("a", 2), answer("b", 2), "note", card="b"))
    for expected in (answer("a", 2), answer("a"), answer()):
        history.undo(disk.write)
        assert disk.answer == expected


def test_typing_at_two_items_is_two_steps() -> None:
    """In the same field, one behind the other: Ctrl+Z takes back the second only."""
    history, written = History(), []

    def write(scorecard_id: str, state: State) -> bool:
        written.append(dict(state.answers))
        return True

    for item in ("greet", "uniform"):
        for before, after in ((None, "a"), ("a", "ab")):
            states = [
                State({item: Answer(item, Verdict.DEDUCT, note=note) if note else None})
                for note in (before, after)
            ]
            history.add(Step("card", states[0], states[1], "note"))
    history.undo(write)
    assert written == [{"uniform": None}]
    history.undo(write)
    assert written == [{"uniform": None}, {"greet": None}]


def test_what_was_typed_and_deleted_again_is_no_step() -> None:
    history, disk = History(), Disk()
    history.add(step(None, answer()))
    history.add(step(answer(), answer("a"), "note"))
    history.add(step(answer("a"), answer(), "note"))
    history.undo(disk.write)
    assert disk.answer is None


def test_a_refusal_leaves_the_history_as_it_is() -> None:
    history, disk = History(), Disk()
    history.add(step(None, answer()))
    history.add(step(answer(), answer(count=2)))
    disk.refuses = True
    for _ in range(3):
        history.undo(disk.write)
    disk.refuses = False
    history.undo(disk.write)
    assert disk.answer == answer()
    disk.refuses = True
    history.redo(disk.write)
    disk.refuses = False
    history.redo(disk.write)
    assert disk.answer == answer(count=2)


def test_nothing_is_left_at_either_end() -> None:
    history, disk = History(), Disk()
    history.undo(disk.write)
    history.redo(disk.write)
    history.add(step(None, answer()))
    history.redo(disk.write)
    assert disk.answer is None
