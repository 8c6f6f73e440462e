"""No visit is completed by nobody: who inspects is asked for on the page, and typed there."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from inspector.domain.errors import NoInspectorError, NotOpenError
from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard, RunMain
from tests.gui.visits.folder import EAST
from tests.gui.visits.visit import ALT, ENTER, ESC, PAGE_DOWN, PAGE_UP, Person, in_a_visit
from tests.gui.visits.walks_hall import make_findings, write_hall


def inspectors(person: Person) -> list[str]:
    return [names for (names,) in person.disk.rows("SELECT inspectors FROM inspection")]


def nameless(person: Person) -> None:
    """Let the visit in front be one of an older version, which asked for no name."""
    session = person.window._session
    visit = person.scoring.scoring.sheet.inspection.id
    with session.workspace.database.transaction():
        session.workspace.database.write(
            "UPDATE inspection SET inspectors = '[]' WHERE id = ?", (visit,)
        )
    person.press(ESC, ENTER)


@pytest.mark.ci
@in_a_visit
def test_an_open_visit_without_a_name_asks_for_it_and_goes_on(person: Person) -> None:
    nameless(person)
    person.press(ENTER, ctrl=True)
    assert "are still unanswered" in person.line
    assert "Nobody is named who inspects either" in person.line
    person.press(ESC, *[PAGE_UP] * 4)
    for _ in range(4):
        person.press("a", "a", PAGE_DOWN)
    person.press(ENTER, ctrl=True)
    assert person.line.startswith("Nobody is named who inspects: write the names above")
    assert person.focus == "namesMissing"
    person.press(ENTER)  # nothing is typed yet
    assert person.focus == "namesMissing"
    person.press(ESC)
    assert person.focus == "items"
    assert not person.scoring.names.isVisible()
    person.press(ENTER, ctrl=True)
    person.find(QLineEdit, "namesMissing").setText("甲、乙")
    person.press(ENTER)
    assert inspectors(person) == ['["甲", "乙"]']
    assert person.scoring.line.waiting  # the question, as ever
    assert person.disk.states() == ["open"]
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed"]
    assert "甲、乙" in person.page.result.view.head.findChildren(QLabel)[1].text()
    person.press(ESC)
    person.press("n", ctrl=True)
    assert person.find(QLineEdit, "inspectors").text() == "甲、乙"


@pytest.mark.parametrize("kind", ["3", "4"], ids=["patrol", "recheck"])
def test_a_round_without_a_name_asks_for_it(
    run_main: RunMain, keyboard: Keyboard, tmp_path: Path, kind: str
) -> None:
    folder = tmp_path / "data"
    write_hall(folder)
    make_findings(folder)

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press("n", ctrl=True)
        person.press_with(ALT, kind)
        names = person.find(QLineEdit, "inspectors")
        names.clear()
        assert names.placeholderText().startswith("Needed to complete it")
        person.press(ENTER, ctrl=True)
        if kind == "3":
            person.press("a", "a")
        else:
            person.press("1", "1", "1")
        person.press(ENTER, ctrl=True)
        assert person.focus == "namesMissing"
        person.press("wang")
        person.press(ENTER, ctrl=True)  # keeps the name as well, and completes nothing yet
        assert person.disk.states() == ["completed", "open"]
        person.press(ENTER, ctrl=True)
        assert person.disk.states() == ["completed", "completed"]
        assert inspectors(person)[-1] == '["wang"]'

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


def test_the_operations_refuse_as_well(tmp_path: Path) -> None:
    write_hall(tmp_path / "hall")
    with closing(Workspace(tmp_path / "hall")) as workspace:
        patrol, _ = workspace.patrols.start(EAST, [])
        cards = workspace.inspection_store.scorecards(patrol)
        workspace.patrols.mark_clean(patrol, [card.id for card in cards])
        with pytest.raises(NoInspectorError):
            workspace.patrols.complete(patrol)
        with pytest.raises(NoInspectorError):
            workspace.inspections.name_inspectors(patrol, [" "])
        inspection, _ = workspace.inspections.name_inspectors(patrol, ["王值班 "])
        assert inspection.inspectors == ("王值班",)
        workspace.patrols.complete(patrol)
        with pytest.raises(NotOpenError):
            workspace.inspections.name_inspectors(patrol, ["别人"])
