"""The database refuses what cannot wait: one sentence, nothing changed, and it works again after.

Answers can wait: see test_faults.
"""

import pytest

from inspector.gui import unsaved
from tests.faults import locked
from tests.gui.visits.folder import REQUIRED
from tests.gui.visits.visit import (
    DELETE,
    ENTER,
    ESC,
    PAGE_DOWN,
    PAGE_UP,
    TAB,
    Person,
    at_the_window,
    in_a_visit,
)

REFUSED = "cannot be written: another program holds it. Nothing was changed."


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked database is refused at once instead of after five seconds."""
    monkeypatch.setattr(unsaved, "PATIENCE", 1)


@pytest.mark.ci
@in_a_visit
def test_a_visit_completed_in_vain_stays_open(person: Person) -> None:
    person.press(PAGE_UP)
    for _ in range(4):
        person.press("a", "a", PAGE_DOWN)
    with locked(person.folder):
        person.press(ENTER, ctrl=True)
        person.press(ENTER, ctrl=True)
        assert REFUSED in person.banner
    assert person.disk.states() == ["open"]
    assert person.disk.rows("SELECT * FROM finding") == []
    assert person.scoring.isVisible()
    person.press("z", ctrl=True)  # the history is still there
    assert person.disk.verdicts("3号窗口") == {}
    person.press("y", ctrl=True)
    assert set(person.disk.answers("3号窗口")) == set(REQUIRED)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed"]


@in_a_visit
def test_leaving_is_possible_all_the_same(person: Person) -> None:
    person.press("1")
    with locked(person.folder):
        person.press(ESC)
        assert person.page.start.isVisible()
        person.press(ENTER)
        assert person.place == ("1号窗口", "uniform")


@at_the_window
def test_a_visit_started_or_discarded_in_vain(person: Person) -> None:
    with locked(person.folder):
        person.press(DELETE)
        assert REFUSED in person.banner
        person.press("n", ctrl=True)
        person.press(TAB)
        person.press(ENTER, ctrl=True)
        assert REFUSED in person.banner
        assert person.page.new.isVisible()
    assert person.disk.states() == ["open"]
    person.press(ENTER, ctrl=True)
    assert person.scoring.isVisible()
    assert person.disk.states() == ["open", "open"]
    assert person.banner == ""
