"""Nothing on a slide is smaller than a 28th of the screen, one size holds for the whole meeting."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.meeting.presenter import Presenter
from inspector.gui.meeting.slide.slide_content import Size
from inspector.gui.meeting.slide.slide_layout import slide_places
from inspector.workspace.meeting.slides import FindingSlide, OpeningSlide
from tests.conftest import Keyboard, RunMain
from tests.gui.meeting.hall_photos import LONG_SITE, write_photo_hall
from tests.gui.meeting.in_front import meeting_page
from tests.gui.visits.visit import ENTER, Person
from tests.written_once import Written

SCREENS = ((1024, 768), (1280, 720), (1366, 768), (1920, 1080))


def fill(window: MainWindow, width: int, height: int) -> None:
    """Have the meeting on a whole screen of a size."""
    for each in (window.rail, window.key_line):
        each.hide()
    window.page.set_full_screen(window.commands)
    window.resize(width, height)
    QApplication.processEvents()


def look(presenter: Presenter, height: int) -> dict[Size, int]:
    """Check the screen in front; return how large its words are."""
    stage, view = presenter.stage, presenter.stage.view
    room = view.words.rect()
    lines, whole = view.words.lines, not view.content.may_scroll
    for line in lines:
        assert line.pixels * 28 >= height, line.text
        assert line.room.right() <= room.right() or line.block.framed, line.text
    assert not whole or view.words.words_height <= room.height()
    for each in (stage.foot.position, stage.foot.clock):
        assert each.font().pixelSize() * 28 >= height
        assert each.width() >= each.fontMetrics().horizontalAdvance(each.text())
    sizes = {line.block.size: line.pixels for line in lines}
    assert sizes.get(Size.PLACE, height) * 24 >= height
    assert sizes[Size.PROBLEM] * 20 >= height
    return sizes


@pytest.mark.parametrize(
    "screens",
    [SCREENS[:1], pytest.param(SCREENS[1:], marks=pytest.mark.ci)],
    ids=["one screen", "three screens"],
)
def test_the_words_are_read_from_the_last_row(
    run_main: RunMain, keyboard: Keyboard, copied: Written, screens: Sequence[tuple[int, int]]
) -> None:
    folder: Path = copied(write_photo_hall, True)

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.turn_to("meeting")
        person.press(ENTER)
        presenter = meeting_page(person).presenter
        for width, height in screens:
            fill(window, width, height)
            seen: dict[Size, set[int]] = {}
            for at in range(len(presenter.course.slides)):
                presenter.course.go_to(at)
                QApplication.processEvents()
                for size, pixels in look(presenter, height).items():
                    seen.setdefault(size, set()).add(pixels)
                _look_at_photos(presenter)
                if isinstance(presenter.slide, OpeningSlide):
                    said = "".join(line.text for line in presenter.stage.view.words.lines)
                    for words in ("主持 刘班长", "到会 4 / 4", LONG_SITE):
                        assert words in said, words
            assert {size: len(all_of) for size, all_of in seen.items()} == dict.fromkeys(seen, 1)
            assert seen[Size.PROBLEM] == {-(-height // 15)}  # what is said here is not long

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0


def _look_at_photos(presenter: Presenter) -> None:
    """Photos have two thirds of the width and the full height; without any, words have it all."""
    view = presenter.stage.view
    if not isinstance(presenter.slide, FindingSlide):
        return
    if not view.evidence:
        assert view.words.width() > view.width() * 4 // 5
        return
    assert (view.pane.width(), view.pane.height()) == (view.width() * 2 // 3, view.height())
    cells = view.pane.cells()
    assert len({(cell.width(), cell.height()) for cell in cells}) == 1
    assert sum(cell.width() * cell.height() for cell in cells) > 0.98 * (
        view.pane.width() * view.pane.height()
    )
    assert not slide_places(view.size(), 768, has_photos=True).words.intersects(
        view.pane.geometry()
    )
