"""What a key costs in a visit with thousands of photos: work is counted, not timed."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector.domain.visit.evidence import Evidence
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.photos.photo_strip import REST
from inspector.gui.visits.visits_page import InspectPage
from tests.conftest import Keyboard, RunMain
from tests.gui.visits.full_hall import ITEMS, WINDOWS, write_full_folder
from tests.gui.visits.photos import until
from tests.gui.visits.visit import DOWN, ENTER, PAGE_DOWN
from tests.gui.waiting import rest

EACH = 2
"""Photos an item here; how many there are makes no difference to what is counted."""


class Counted(tuple[Evidence, ...]):
    """The evidence of a visit; counts how often somebody went through all of it."""

    walks = 0

    def __iter__(self) -> Iterator[Evidence]:
        type(self).walks += 1
        return super().__iter__()


def counted(evidence: Iterable[Evidence]) -> Counted:
    Counted.walks = 0
    return Counted(tuple(evidence))


@pytest.mark.ci
def test_keys_never_go_through_all_photos(
    run_main: RunMain, keyboard: Keyboard, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    write_full_folder(folder, tmp_path / "camera", EACH)

    def drive(window: MainWindow) -> None:
        page = window.page
        assert isinstance(page, InspectPage)
        keyboard.press(ENTER)
        scoring = page.scoring.scoring
        assert len(scoring.sheet.evidence) == WINDOWS * ITEMS * EACH
        scoring.sheet = scoring.sheet.with_evidence(counted(scoring.sheet.evidence))
        keyboard.press("1", "3", "1", DOWN, DOWN, PAGE_DOWN, "1", "2", "1", "+", ENTER, PAGE_DOWN)
        keyboard.press("z", ctrl=True)
        assert Counted.walks == 1

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
def test_only_the_item_one_rests_on_has_its_thumbnails_read(
    run_main: RunMain, keyboard: Keyboard, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    write_full_folder(folder, tmp_path / "camera", EACH)

    def drive(window: MainWindow) -> None:
        page = window.page
        assert isinstance(page, InspectPage)
        keyboard.press(ENTER)
        thumbnails = PhotoCache.of(window._session)
        until(lambda: thumbnails.jobs == EACH)
        for _ in range(30):  # the arrow key held down
            QTest.keyClick(keyboard.focus, Qt.Key.Key_Down)
        assert thumbnails.jobs == EACH
        until(lambda: thumbnails.jobs == 2 * EACH)
        rest(3 * REST)
        assert thumbnails.jobs == 2 * EACH
        for _ in range(30):
            QTest.keyClick(keyboard.focus, Qt.Key.Key_Up)
        rest(3 * REST)
        assert thumbnails.jobs == 2 * EACH  # those are kept

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
