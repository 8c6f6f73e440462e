"""What builds the pages of a window while nobody does anything."""

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.program.built_ahead import BuiltAhead
from tests.gui.waiting import wait_for


def ahead_of(window: MainWindow) -> BuiltAhead:
    """Return what builds them."""
    ahead = window.findChild(BuiltAhead)
    assert isinstance(ahead, BuiltAhead)
    return ahead


def wait_until_built(window: MainWindow) -> None:
    """Wait until every page is there."""
    ahead = ahead_of(window)
    wait_for(lambda: ahead.is_done)
