"""A tab, or the editor, of which only some parts are there hears of everything meanwhile."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inspector.gui.data.checklists.pack_panel import PackPanel
from inspector.gui.data.data_page import PANELS, DataPage
from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.sample.demo import write_demo
from tests.gui.conftest import Visit
from tests.gui.program.test_half_built import DRESSES, EVERYTHING
from tests.gui.visits.visit import Person
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """Visits of the last weeks."""
    return copied(write_demo, 6, 1, date.today())


def disturb(window: MainWindow, pieces: Iterator[None]) -> None:
    """Do the pieces; between any two of them all that can happen happens."""
    app, preferences = QApplication.instance(), window.session.workspace.preferences
    assert app is not None
    for done, _ in enumerate(pieces):
        window.resize(1000 + 20 * (done % 9), 620 + 10 * (done % 7))
        window.session.changed.emit(EVERYTHING)
        key, value = DRESSES[done % len(DRESSES)]
        window.session.attempt(partial(preferences.set, key, value))
        app.processEvents()


@pytest.mark.ci
@pytest.mark.parametrize("name", PANELS)
def test_whatever_happens_between_two_pieces_of_a_tab(visit: Visit, name: str) -> None:
    def work(person: Person) -> None:
        window = person.window
        page = window.page_of("data")
        assert isinstance(page, DataPage)
        disturb(window, page._pieces(list(PANELS).index(name)))
        window.show_page("data")
        page.show_tab(name)
        assert page.panel(name).isVisible()

    visit(work)


@pytest.mark.ci
def test_whatever_happens_between_two_pieces_of_the_editor(visit: Visit) -> None:
    def work(person: Person) -> None:
        window = person.window
        window.show_page("data")
        page = window.page
        assert isinstance(page, DataPage)
        page.show_tab("packs")
        panel = page.panel("packs")
        assert isinstance(panel, PackPanel)
        pack = panel.browser.chosen
        assert pack is not None
        disturb(window, panel._opening(pack, ""))
        assert panel.browser.isVisible()
        panel._bring_forward(panel.editor)
        assert panel.editor.isVisible()
        assert panel.editor.form.isVisible()
        assert panel.editor.is_open

    visit(work)
