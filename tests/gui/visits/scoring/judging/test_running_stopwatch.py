"""The stopwatch: it disturbs nobody, and outlives whatever happens to the program."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.visits.scoring.judging import stopwatch
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard, RunMain
from tests.gui.visits.visit import ENTER, ESC, PAGE_DOWN, PAGE_UP, Person, in_a_visit


def runs(person: Person) -> bool:
    """Tell whether a stopwatch is shown."""
    return person.find(QPushButton, "stopwatch").isVisible()


def remembered(person: Person) -> int:
    """Return how many stopwatches run on disk."""
    ((count,),) = person.disk.rows("SELECT count(*) FROM setting WHERE key LIKE 'stopwatch:%'")
    return int(count)


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return a clock for the stopwatch; its one number can be set."""
    clock = [1000.0]
    monkeypatch.setattr(stopwatch, "monotonic", lambda: clock[0])
    return clock


@in_a_visit
def test_stopping_it_from_another_window_leaves_the_inspector_there(
    person: Person, seconds: list[float]
) -> None:
    person.go("wait")
    person.press("t")
    assert person.find(QPushButton, "stopwatch").text().endswith("1号窗口  Stop the watch  T")
    person.press(PAGE_DOWN, "1")
    place = person.place
    assert place == ("2号窗口", "uniform")
    seconds[0] += 150
    person.press("t")
    assert person.place == place
    assert person.focus == "items"
    wait = person.scoring.scoring.sheet.pack.item_by_id["wait"]
    assert person.line == f"2.5 分钟 taken: 1号窗口, {wait.text}"
    assert not runs(person)
    assert person.disk.verdicts("2号窗口") == {"greet": "pass"}
    answer = person.disk.answers()["wait"]
    assert (answer.verdict, answer.measured) == ("pass", 250)
    person.press(PAGE_UP)
    assert person.scoring.model.index_of("wait").data().endswith("Pass 4 / 4")


@in_a_visit
def test_stopping_it_at_another_item_of_its_window_leaves_the_inspector_there(
    person: Person, seconds: list[float]
) -> None:
    person.go("wait")
    person.press("t")
    person.go("greet")
    seconds[0] += 60
    person.click("stopwatch")  # in the head
    assert person.place == ("1号窗口", "greet")
    assert person.focus == "items"
    assert "1 分钟 taken" in person.line
    assert person.scoring.model.index_of("wait").data().endswith("4 / 4")


@in_a_visit
def test_undo_leads_back_to_what_the_stopwatch_took(person: Person) -> None:
    person.go("wait")
    person.press("t", PAGE_DOWN, "t")
    assert remembered(person) == 0
    person.press("z", ctrl=True)
    assert person.place == ("1号窗口", "wait")
    assert person.disk.answers() == {}


@in_a_visit
def test_undo_takes_a_start_back_when_nothing_was_done_since(person: Person) -> None:
    person.press("1")
    person.go("wait")
    person.press("t")
    assert remembered(person) == 1
    person.press("z", ctrl=True)
    assert not runs(person)
    assert remembered(person) == 0
    assert "no time was taken" in person.line
    assert person.disk.verdicts() == {"greet": "pass"}


@in_a_visit
def test_undo_takes_an_answer_back_that_came_after_the_start(person: Person) -> None:
    person.go("wait")
    person.press("t")
    person.go("greet")
    person.press("1")
    person.press("z", ctrl=True)
    assert runs(person)
    assert person.disk.answers() == {}


@in_a_visit
def test_it_runs_on_while_one_is_at_the_lists(person: Person) -> None:
    person.go("wait")
    person.press("t", ESC)
    assert not person.scoring.isVisible()
    person.press(ENTER)
    assert runs(person)
    assert person.line.startswith("The stopwatch is still running: 1号窗口, ")


@in_a_visit
@pytest.mark.ci
def test_completing_forgets_it(person: Person) -> None:
    person.go("wait")
    person.press("t")
    inspections = person.scoring.scoring.session.workspace.inspections
    sheet = person.scoring.scoring.sheet
    for card in sheet.scorecards:
        inspections.leave_out(sheet.inspection.id, card.id, card.window_number != "1号窗口")
    assert remembered(person) == 1
    person.scoring.open(inspections.sheet(sheet.inspection.id))
    person.press("a", "a")
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed"]
    assert remembered(person) == 0


@in_a_visit
def test_an_item_that_measures_no_time_is_not_timed(person: Person) -> None:
    person.press("t")
    assert "not timed" in person.line
    assert not runs(person)


@pytest.mark.ci
def test_the_next_start_of_the_program_goes_on_with_it(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def start(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        person.go("wait")
        person.press("t", PAGE_DOWN)

    def go_on(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        assert person.scoring.timing.watch is not None
        assert 600 <= person.scoring.timing.watch.seconds < 700
        person.press("t")
        measured = person.disk.answers()["wait"].measured
        assert measured is not None
        assert 1000 <= measured < 1170

    words = ("--data", str(folder), "--lang", "en")
    assert run_main(start, *words) == 0
    with closing(Workspace(folder)) as workspace:
        (line,) = workspace.inspections.unfinished()
        watch = workspace.stopwatches.running(line.inspection.id)
    assert watch is not None
    earlier = watch.started_at - timedelta(minutes=10)
    with closing(Workspace(folder, now=lambda: earlier)) as workspace:  # as if it had been then
        workspace.stopwatches.start(line.inspection.id, watch.scorecard_id, watch.item_id)
    assert run_main(go_on, *words) == 0
