"""Until the page that comes is painted the one before stays to be seen, and no empty room."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from inspector.gui.frame.main_window import MainWindow
from tests.conftest import RunMain
from tests.gui.commands.views import CTRL, press
from tests.gui.looks import settle


def on_screen(window: MainWindow) -> QImage:
    """What a person sees of the page's room, and not what it would look like if painted now."""
    room = window.stack
    place = room.mapTo(window, room.rect().topLeft())
    size = room.size()
    grabbed = window.screen().grabWindow(
        window.winId(), place.x(), place.y(), size.width(), size.height()
    )
    return grabbed.toImage()


@pytest.mark.parametrize("first_time", [True, False])
def test_no_empty_room_is_seen_while_one_turns(
    run_main: RunMain, folder: Path, first_time: bool
) -> None:
    def drive(window: MainWindow) -> None:
        if not first_time:
            press("4", CTRL)
            settle()
            press("1", CTRL)
        settle()
        before = on_screen(window)
        assert len({before.pixel(x, y) for x in range(0, 600, 7) for y in range(0, 400, 7)}) > 3
        press("4", CTRL)
        QCoreApplication.sendPostedEvents()  # all that comes before the loop looks for keys
        assert on_screen(window) == before
        settle()
        assert on_screen(window) != before
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
