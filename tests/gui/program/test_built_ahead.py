"""The other pages are built while nobody does anything, and not while somebody works."""

from pathlib import Path

import pytest

from inspector.gui.data.backups.backup_panel import BackupPanel
from inspector.gui.data.checklists.pack_panel import PackPanel
from inspector.gui.data.data_page import DataPage
from inspector.gui.data.inspectors.inspectors_panel import InspectorsPanel
from inspector.gui.data.preferences.preference_panel import PreferencePanel
from inspector.gui.data.roster.roster_panel import RosterPanel
from inspector.gui.data.sharing.sharing_panel import SharingPanel
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.panel import Panel
from inspector.gui.program import built_ahead
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.summary.summary_page import SummaryPage
from tests.conftest import RunMain
from tests.gui.program.ahead_of_window import ahead_of, wait_until_built

BUILT = (RectifyPage, DataPage)
TABS = (RosterPanel, PackPanel, InspectorsPanel, SharingPanel, BackupPanel, PreferencePanel)


def kinds(window: MainWindow) -> set[type]:
    return {type(page) for page in window.built()}


@pytest.mark.ci
def test_every_page_is_built_and_none_comes_to_the_front(
    run_main: RunMain, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(built_ahead, "REST", 0)
    monkeypatch.setattr(built_ahead, "BETWEEN", 0)

    def drive(window: MainWindow) -> None:
        front = window.page
        wait_until_built(window)
        assert window.page is front
        assert front.isVisible()
        assert kinds(window) > set(BUILT)
        (data,) = (page for page in window.built() if isinstance(page, DataPage))
        assert set(TABS) <= {type(panel) for panel in data.findChildren(Panel)}
        seen = [page for page in window.built() if page.isVisible()]
        assert seen == [front]
        assert {page.size() for page in window.built()} == {front.size()}  # laid out as well
        (summary,) = (page for page in window.built() if isinstance(page, SummaryPage))
        assert summary.board.size() == front.size()
        assert summary.board.head.width() == front.width()
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


def test_none_is_built_while_somebody_works(run_main: RunMain, folder: Path) -> None:
    def drive(window: MainWindow) -> None:
        ahead = ahead_of(window)
        assert ahead._timer.isActive()
        ahead._timer.start(0)  # it has rested
        window.page.setFocus()
        window.rail.setFocus()
        window.page.enter()  # and somebody does something
        assert ahead._timer.interval() == built_ahead.REST
        assert not kinds(window) & set(BUILT)
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
