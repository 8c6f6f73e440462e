"""Make the pictures of the handbook and the README from the running program, in both languages.

    ./run python -m tests.pictures.handbook [FOLDER]

Without FOLDER they go where the handbook looks for them, and the README, which shows four of them.
They are as small as a page may be, so that one can read what stands in them, and have few colours,
so that they weigh little. The printed paper is LibreOffice's, as an office would print it.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.cli.speaking import speak
from inspector.domain.visit.inspection import InspectionKind
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.meeting.meeting_page import MeetingPage
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.program.application import make_application, open_window
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.summary.summary_page import SummaryPage
from inspector.gui.visits.scoring.scoring_page import ScoringPage
from inspector.gui.visits.visits_page import InspectPage
from inspector.paths import handbook_folder
from inspector.translation import LANGUAGES
from inspector.workspace.meeting.slides import FindingSlide
from inspector.workspace.preferences import HOST, INSPECTORS, THEME, UNIT_NAME
from inspector.workspace.sample.demo import write_half_a_year
from inspector.workspace.sample.scenes.at_windows import without_sign
from inspector.workspace.workspace import Workspace
from tests.excel.libreoffice import find_libreoffice
from tests.gui.waiting import pass_time
from tests.offscreen import do_at_once, go_offscreen

go_offscreen()
do_at_once()

SIZE, IN_README = QSize(1093, 640), QSize(1366, 768)
COLOURS, OF_PHOTOS = 48, 112
PAPER_DOTS = 110
"""Dots to an inch of a printed page: it can be read, and is no wider than a window."""

REST = 600
"""Milliseconds, twice of which lists and figures take to be there."""

ENTER, ESC, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Right
CTRL = Qt.KeyboardModifier.ControlModifier

Keep = Callable[..., None]


def main() -> int:
    """Make the pictures; return 0."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else handbook_folder() / "pictures"
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HOME"] = scratch  # the pictures show no path of this machine
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, scratch)
        for language in LANGUAGES:
            into = target / language
            into.mkdir(parents=True, exist_ok=True)
            sample = Path(scratch) / f"data-{language}"
            write_half_a_year(sample, date.today())
            _printed(sample, into, Path(scratch))
            with _window(sample, language) as window:
                keep = partial(_keep, window, into)
                _visit(window, keep)
                _walks(window, keep)
                _meeting(window, keep)
                _desk(window, keep)
    return 0


@contextmanager
def _window(folder: Path, language: str) -> Iterator[MainWindow]:
    speak(language)
    app = make_application(language)
    workspace = Workspace(folder)
    workspace.preferences.set(THEME, "light")
    workspace.preferences.set(INSPECTORS, "检查一组")
    workspace.preferences.set(HOST, "值班经理")
    window = open_window(app, workspace)
    window.resize(SIZE)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        workspace.close()


def _keep(
    window: MainWindow, into: Path, name: str, colours: int = COLOURS, size: QSize = SIZE
) -> None:
    window.resize(size)
    _settle(window)
    QApplication.processEvents()
    file = str(into / f"{name}.png")
    window.grab().save(file)
    _make_small(file, colours)


def _settle(window: MainWindow) -> None:
    """Wait until lists and figures are there, and every photo that they want."""
    for _ in range(2):
        pass_time(REST)
        PhotoCache.of(window._session).finish()


def _make_small(file: str, colours: int) -> None:
    few = Image.open(file).convert("RGB").quantize(colours, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def _press(*keys: str | Qt.Key, ctrl: bool = False) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        modifier = CTRL if ctrl else Qt.KeyboardModifier.NoModifier
        if isinstance(key, str):
            QTest.keyClicks(focus, key, modifier)
        else:
            QTest.keyClick(focus, key, modifier)


def _inspect_page(window: MainWindow) -> InspectPage:
    page = window.show_page("inspect")
    assert isinstance(page, InspectPage)
    page.show_start()
    return page


def _begun(page: InspectPage, kind: InspectionKind | None = None) -> str:
    """Return the visit that is not completed: of a kind, or one that scores."""
    model = page.start.unfinished_model
    begun = [model.row_at(row).inspection for row in range(model.rowCount())]
    return next(each.id for each in begun if (each.kind is kind if kind else each.kind.scores))


def _photographed(workspace: Workspace) -> str:
    """Return the visit of the last day of visits that has the most photos."""
    newest = [line.inspection for line in workspace.inspections.completed(40)]
    scored = [each for each in newest if each.kind.scores]
    last = max(each.started_at.date() for each in scored)
    return max(
        (each for each in scored if each.started_at.date() == last),
        key=lambda each: len(workspace.evidence.of_inspection(each.id)),
    ).id


def _visit(window: MainWindow, keep: Keep) -> None:
    """A visit from its form to the signature."""
    page = _inspect_page(window)
    page.show_new()
    keep("new")
    page.show_start()
    page.resume(_begun(page))
    scoring = page.scoring
    _press("11")
    _stand_at(scoring, "pause-sign")
    _press("2", "1")
    copied = QImage.fromData(without_sign(False).jpeg())
    QApplication.clipboard().setImage(copied)
    _press("v", ctrl=True)
    keep("scoring-photo", OF_PHOTOS, IN_README)
    _press(ENTER)
    _stand_at(scoring, "pause-sign")
    _press("v")
    _settle(window)
    _press("b")
    keep("photo-viewer", OF_PHOTOS)
    _press(ESC, ESC)
    page.show_start()
    page.show_result(_photographed(window._session.workspace))
    keep("result")
    page.show_start()


def _stand_at(scoring: ScoringPage, item_id: str) -> None:
    model = scoring.model
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        found = model.item_row(index)
        if found is not None and found.item.id == item_id:
            scoring.items.setCurrentIndex(index)
            scoring.items.setFocus()
            return
    raise KeyError(item_id)


def _walks(window: MainWindow, keep: Keep) -> None:
    page = _inspect_page(window)
    begun = _begun(page, InspectionKind.RECHECK)
    page.resume(begun)
    workspace = window._session.workspace
    entries = workspace.rechecks.entries(begun)
    shown = [len(workspace.evidence.of_finding(entry.finding_id)) for entry in entries]
    _press(*[Qt.Key.Key_Up] * len(shown), *[Qt.Key.Key_Down] * shown.index(max(shown)))
    keep("recheck", OF_PHOTOS)
    page.show_start()
    page.start.today.table.selectRow(0)
    QTest.keyClick(page.start.today.table, ENTER)
    _press("112", "wpdgp", ENTER)
    keep("patrol")
    page.show_start()


def _meeting(window: MainWindow, keep: Keep) -> None:
    """The hall with the most photos of yesterday: what is gone through, and one of them."""
    page = window.show_page("meeting")
    assert isinstance(page, MeetingPage)
    workspace = window._session.workspace
    site = workspace.inspection_store.get(_photographed(window._session.workspace)).site_name
    chosen = page.opening.site.findText(site)
    page.opening.site.setCurrentIndex(chosen)
    page.opening.site.activated.emit(chosen)
    keep("meeting")
    page.opening.start()
    presenter = page.presenter
    for _ in range(60):
        pass_time(20)
        if isinstance(presenter.slide, FindingSlide) and not presenter.why_no_photo():
            break
        _press(RIGHT)
    keep("meeting-photo", OF_PHOTOS, IN_README)
    _press(ESC)


def _desk(window: MainWindow, keep: Keep) -> None:
    """What is done at the desk: ledger, figures, roster, checklists."""
    ledger = window.show_page("rectify")
    assert isinstance(ledger, RectifyPage)
    ledger.show_now()
    keep("ledger")
    QTest.keyClicks(ledger.table, "  t")
    keep("ledger-assign")
    summary = window.show_page("summary")
    assert isinstance(summary, SummaryPage)
    summary.board.show_now()
    _press("y")
    summary.board.show_now()
    keep("summary", COLOURS, IN_README)
    data = window.show_page("data")
    keep("roster")
    QTest.keyClick(data, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    keep("checklists")


def _printed(sample: Path, into: Path, scratch: Path) -> None:
    """The first page of a notice, as far as there is something on it, printed by LibreOffice."""
    folder = scratch / f"notices-{into.name}"
    with closing(Workspace(sample)) as workspace:
        workspace.preferences.set(UNIT_NAME, "市文明办")
        site = workspace.inspection_store.get(_photographed(workspace)).site_name
    words = ["export", "notice", "--data", str(sample), "-o", str(folder), "--site", site]
    subprocess.run([sys.executable, "-m", "inspector", *words], check=True, capture_output=True)
    (notice,) = folder.glob("*.xlsx")
    printed = find_libreoffice(scratch).convert(notice, "pdf")
    name = into / "notice-paper"
    subprocess.run(
        ["pdftoppm", "-r", str(PAPER_DOTS), "-png", "-singlefile", "-l", "1", printed, name],
        check=True,
    )
    page = Image.open(f"{name}.png")
    page.crop((0, 0, page.width, page.width * 3 // 4)).save(f"{name}.png")
    _make_small(f"{name}.png", OF_PHOTOS)


if __name__ == "__main__":
    sys.exit(main())
