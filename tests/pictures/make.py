"""Make pictures of every page from the running program, on sample data, at 1366×768.

    ./run python -m tests.pictures.make --all [--scale 1.75] [--touch] [--text large] FOLDER

In both languages and themes, full and empty, for looking at before a change counts as done; the
main pages in Chinese and light without `--all`, those of one with `--language` and `--theme`.
`--scale` is what the desktop is set to: the same screen has less room then.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.cli.speaking import speak
from inspector.domain.visit.inspection import InspectionKind
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.window_place import FIRST_SIZE
from inspector.gui.papers.form_words_page import FormWordsPage
from inspector.gui.papers.printing.preview_page import PreviewPage
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.photos.photo_strip import REST
from inspector.gui.program.application import make_application, open_window
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.summary.summary_page import SummaryPage
from inspector.gui.survey.survey_page import SurveyPage
from inspector.gui.touch.touch_mode import OFF, ON, choose_touch
from inspector.gui.visits.scoring.scoring_page import ScoringPage
from inspector.gui.visits.visits_page import InspectPage
from inspector.workspace.preferences import TEXT_SIZE, THEME
from inspector.workspace.sample.demo import write_half_a_year
from inspector.workspace.workspace import Workspace
from tests.gui.visits.photos import until
from tests.gui.waiting import pass_time
from tests.offscreen import do_at_once, go_offscreen
from tests.pictures.complaints import keep_complaints

go_offscreen()
do_at_once()

MAIN = ("scoring", "start", "result", "checklists", "ledger")


def main() -> int:
    """Make the pictures; return 0."""
    asked = _asked()
    os.environ["QT_SCALE_FACTOR"] = f"{asked.scale}"
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HOME"] = scratch  # the pictures show no path of this machine
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, scratch)
        folder = Path(scratch) / "data"
        write_half_a_year(folder, date.today())
        if not asked.all:
            _make(folder, "zh_CN", "light", asked, _chosen(asked.folder))
            return 0
        for language in asked.language or ("zh_CN", "en"):
            for theme in asked.theme or ("light", "dark"):
                end = f"-{language}-{theme}"
                empty = Path(scratch) / f"empty{end}"
                _make(folder, language, theme, asked, _named(asked.folder, "", end))
                _make(empty, language, theme, asked, _named(asked.folder, "empty-", end))
    return 0


def _asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", type=Path)
    words.add_argument("--all", action="store_true")
    words.add_argument("--scale", type=float, default=1.0)
    words.add_argument("--touch", action="store_true")
    words.add_argument("--text", choices=TEXT_SIZE.choices, default=TEXT_SIZE.default)
    words.add_argument("--language", action="append", choices=("zh_CN", "en"))
    words.add_argument("--theme", action="append", choices=("light", "dark"))
    return words.parse_args()


def _chosen(target: Path) -> Callable[[str], Path | None]:
    return lambda name: target / name if name in MAIN else None


def _named(target: Path, begin: str, end: str) -> Callable[[str], Path | None]:
    return lambda name: target / f"{begin}{name}{end}"


def _make(
    folder: Path,
    language: str,
    theme: str,
    asked: argparse.Namespace,
    file_of: Callable[[str], Path | None],
) -> None:
    speak(language)
    app = make_application(language)
    workspace = Workspace(folder)
    workspace.preferences.set(THEME, theme)
    workspace.preferences.set(TEXT_SIZE, asked.text)
    choose_touch(ON if asked.touch else OFF)
    window = open_window(app, workspace)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(FIRST_SIZE / asked.scale)  # not as the last one was left

    def keep(name: str) -> None:
        pass_time(30)  # on a low screen a page finds its room in some turns
        path = file_of(name)
        if path is not None:
            window.grab().save(f"{path}.png")

    try:
        _inspect_pages(window, keep)
        _round_pages(window, keep)
        _survey_pages(window, keep)
        window.show_page("meeting")
        keep("meeting")
        _rectify_pages(window, keep)
        keep_complaints(window, keep)
        _summary_page(window, keep)
        _data_pages(window, keep)
    finally:
        window.close()
        window.deleteLater()
        workspace.close()


def _inspect_pages(window: MainWindow, keep: Callable[[str], None]) -> None:
    page = window.page
    assert isinstance(page, InspectPage)
    rows = page.start.unfinished_model  # their progress comes behind the lists
    until(lambda: not rows.rowCount() or bool(rows.index(0, 3).data()))
    keep("start")
    if not page.start.unfinished_model.rowCount():
        return
    QTest.keyClick(page.start.unfinished, Qt.Key.Key_Return)
    items, panel = page.scoring.items, page.scoring.panel
    QTest.keyClicks(items, "112")
    QTest.keyClicks(panel.note, "1")
    QTest.keyClicks(panel.note, "+")
    keep("scoring")
    QTest.keyClick(panel.note, Qt.Key.Key_Escape)
    QTest.keyClicks(items, "c")
    keep("correction")
    QTest.keyClick(panel.correction, Qt.Key.Key_Escape)
    QTest.keyClick(panel.note, Qt.Key.Key_Return)
    QTest.keyClicks(items, "4")
    keep("highlight")
    QTest.keyClick(panel.note, Qt.Key.Key_Return)
    _go_about(page.scoring, keep)
    QTest.keyClicks(items, "a")
    keep("rest")
    QTest.keyClick(items, Qt.Key.Key_Escape)
    QTest.keyClicks(items, "=")
    keep("arithmetic")
    _close_overlay()
    QTest.keyClicks(items, "?")
    keep("keys")
    _close_overlay()
    QTest.keyClick(items, Qt.Key.Key_Escape)
    page.show_new()
    keep("new")
    page.show_start()
    page.start.export.period.setCurrentIndex(2)  # this year
    page.start.export.words.click()
    words = window.page
    assert isinstance(words, FormWordsPage)
    until(lambda: words.table.model().rowCount() > 0)
    keep("form-words")
    words.left.emit()
    done = page.start.completed_model
    scored = next(
        line.inspection
        for line in map(done.row_at, range(done.rowCount()))
        if line.inspection.kind.scores
    )
    page.start.opened.emit(scored.id)
    keep("result")
    page.show_start()


def _survey_pages(window: MainWindow, keep: Callable[[str], None]) -> None:
    """Sheets of a site, one that waits for its reason, one that is corrected, slips."""
    window.session.survey_wanted.emit()
    page = window.page
    assert isinstance(page, SurveyPage)
    page.enter()
    pass_time(30)
    if page.site is not None:
        QTest.keyClicks(page.table, "11213")
        QTest.keyClicks(page.table, "4")
        keep("survey-reason")
        QTest.keyClicks(page.table, "3")
        QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(page.table, "51f")
        QTest.keyClicks(page.table, "e")
        keep("survey-correction")
        QTest.keyClick(page.table, Qt.Key.Key_Escape)
        QTest.keyClicks(page.table, "s2")
    keep("survey")
    page.left.emit()


def _go_about(scoring: ScoringPage, keep: Callable[[str], None]) -> None:
    """Look for an item, then for what is missing."""
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(scoring.items, Qt.Key.Key_F, ctrl)
    QTest.keyClicks(scoring.finder.field, "wx")
    keep("find")
    QTest.keyClick(scoring.finder.field, Qt.Key.Key_Escape)
    QTest.keyClick(scoring.items, Qt.Key.Key_Return, ctrl)
    keep("missing")
    QTest.keyClick(scoring.obstacles.found_items, Qt.Key.Key_Escape)


def _rectify_pages(window: MainWindow, keep: Callable[[str], None]) -> None:
    page = window.show_page("rectify")
    assert isinstance(page, RectifyPage)

    def keep_settled(name: str) -> None:
        page.show_now()
        pass_time(2 * REST)
        PhotoCache.of(window.session).finish()
        keep(name)

    keep_settled("ledger")
    if not page.model.ids:
        return
    QTest.keyClicks(page.table, "  t")
    keep_settled("ledger-assign")
    page.steps.closed.emit()
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    for letter in "edkrn":
        QTest.keyClicks(page.table, letter)
        keep_settled(f"ledger-{letter}")
        page.steps.closed.emit()
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    page.search.setText("查不到")
    keep_settled("ledger-none")
    page.search.clear()
    page.show_now()
    QTest.keyClick(page.table, Qt.Key.Key_Left)
    page.show_now()


def _round_pages(window: MainWindow, keep: Callable[[str], None]) -> None:
    """A patrol with one finding, and the recheck that was begun."""
    page = window.page
    assert isinstance(page, InspectPage)
    if not page.start.today.model.rowCount():
        return
    page.show_new()
    for digit, name in (("3", "new-patrol"), ("4", "new-recheck")):
        QTest.keyClicks(page.new, digit, Qt.KeyboardModifier.AltModifier)
        keep(name)
    page.show_start()
    page.start.today.table.selectRow(0)
    QTest.keyClick(page.start.today.table, Qt.Key.Key_Return)
    patrol = page.patrol
    QTest.keyClicks(patrol.stops, "112")
    QTest.keyClicks(patrol.editor.text, "wpdgp")
    keep("patrol-writing")
    QTest.keyClick(patrol.editor.text, Qt.Key.Key_Return)
    QTest.keyClicks(patrol.stops, "c")
    QTest.keyClicks(patrol.handling.text, "1")
    keep("patrol")
    QTest.keyClicks(patrol.stops, "aa")
    for _ in range(2):
        QTest.keyClick(patrol.stops, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    keep("patrol-result")
    page.show_start()
    rows = [page.start.unfinished_model.row_at(row).inspection
            for row in range(page.start.unfinished_model.rowCount())]  # fmt: skip
    for inspection in rows:
        if inspection.kind is InspectionKind.RECHECK:
            page.resume(inspection.id)
            keep("recheck")
            page.show_start()


def _close_overlay() -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)


def _summary_page(window: MainWindow, keep: Callable[[str], None]) -> None:
    page = window.show_page("summary")
    assert isinstance(page, SummaryPage)
    page.board.show_now()
    keep("summary")
    if not page.board.commands["circular"].can:
        return
    page.board.show_circular()
    page.board.show_now()
    keep("circular")
    page.board.circular.leave()
    page.board.out.print_summary()
    until(lambda: isinstance(window.page, PreviewPage) and window.page.shown.has_image)
    keep("preview")
    window.come_out()


def _data_pages(window: MainWindow, keep: Callable[[str], None]) -> None:
    window.show_page("data")
    names = (
        "roster", "checklists", "preferences", "bin", "holidays", "backups", "exports",
        "inspectors",
    )  # fmt: skip
    for index, name in enumerate(names):
        QTest.keyClick(window, getattr(Qt.Key, f"Key_{index + 1}"), Qt.KeyboardModifier.AltModifier)
        keep(name)


if __name__ == "__main__":
    sys.exit(main())
