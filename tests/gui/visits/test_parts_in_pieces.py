"""A form, a visit or a result of which only some parts are built yet hears of what happens."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector.gui.visits.visits_page import InspectPage
from tests.gui.conftest import Visit
from tests.gui.program.test_half_built import DRESSES, EVERYTHING
from tests.gui.visits.visit import Person


@pytest.mark.ci
@pytest.mark.parametrize("name", ["new", "scoring", "patrol", "recheck", "result"])
def test_whatever_happens_between_two_pieces(visit: Visit, name: str) -> None:
    def work(person: Person) -> None:
        page, window, app = person.window.page, person.window, QApplication.instance()
        assert isinstance(page, InspectPage)
        assert app is not None
        preferences = window.session.workspace.preferences
        done = 0
        for done, _ in enumerate(page._pieces(name, None), 1):
            window.resize(1000 + 20 * (done % 9), 620 + 10 * (done % 7))
            window.session.changed.emit(EVERYTHING)
            window.session.unsaved.changed.emit()
            key, value = DRESSES[done % len(DRESSES)]
            window.session.attempt(partial(preferences.set, key, value))
            person.press(Qt.Key.Key_Escape)
            app.processEvents()
        assert done > 2
        assert getattr(page, name).is_whole

    visit(work)
