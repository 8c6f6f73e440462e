"""The editor comes in turns of the event loop: the packs stand until it has the pack."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector.gui.data.checklists.pack_panel import PackPanel
from inspector.gui.data.data_page import DataPage
from inspector.gui.jobs import in_turns
from tests.gui.conftest import Visit
from tests.gui.visits.visit import ESC, Person


def is_open(panel: PackPanel) -> bool:
    return panel.editor.is_open


@pytest.mark.ci
def test_the_packs_stand_until_the_editor_has_the_pack(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(person: Person) -> None:
        page = person.window.show_page("data")
        assert isinstance(page, DataPage)
        page.show_tab("packs")
        panel = page.panel("packs")
        assert isinstance(panel, PackPanel)
        monkeypatch.setattr(in_turns, "AT_ONCE", False)

        person.press(Qt.Key.Key_F2)
        assert panel.browser.isVisible()
        while panel.browser.isVisible():
            QApplication.processEvents()
        assert is_open(panel)
        assert panel.editor.isVisible()
        person.press(ESC)
        assert panel.browser.isVisible()

        person.press(Qt.Key.Key_F2)
        assert panel.browser.isVisible()
        person.press(Qt.Key.Key_Down)  # a key is for the editor that comes
        assert panel.editor.isVisible()
        assert panel.editor.items.hasFocus()
        person.press(ESC)

        person.press(Qt.Key.Key_F2)
        page.show_tab("bin")  # who goes elsewhere meanwhile edits nothing
        page.show_tab("packs")
        for _ in range(100):
            QApplication.processEvents()
        assert panel.browser.isVisible()
        assert not is_open(panel)

        pack = panel.browser.chosen
        assert pack is not None
        for _ in panel._opening(pack, ""):  # and not when it was all but there
            if is_open(panel):
                break
        panel.show_costs()
        assert not is_open(panel)
        person.press(ESC)
        assert panel.browser.isVisible()

    visit(work)
