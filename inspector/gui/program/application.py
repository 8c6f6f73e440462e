"""The Qt application: language, theme, icon, pages. No business of its own."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QSettings, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.window_lock import WindowLock
from inspector.gui.jobs.priority import let_window_through
from inspector.gui.measures import FACTORS, use_text
from inspector.gui.program.ahead import Ahead, checklists
from inspector.gui.program.built_ahead import BuiltAhead
from inspector.gui.program.leaving import Leaving
from inspector.gui.program.new_day import NewDay
from inspector.gui.program.pages import places
from inspector.gui.program.photos_ahead import PhotosAhead
from inspector.gui.program.qt_words import QtWords
from inspector.gui.session import Session
from inspector.gui.theme import apply_theme
from inspector.gui.touch.first_touch import FirstTouch
from inspector.gui.touch.touch_mode import begin_touch_mode
from inspector.gui.widgets.dropped_file import FileDrop
from inspector.gui.widgets.icons import application_icon
from inspector.paths import portable_folder
from inspector.storage.files.folder_lock import FolderLock
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.preferences import TEXT_SIZE, THEME
from inspector.workspace.workspace import Workspace


def make_application(language: str) -> QApplication:
    """Return the application, made when there is none yet, speaking `language`."""
    existing = QApplication.instance()
    # The style as an argument: what `setStyle` returns takes longer to load than a page.
    arguments = ["inspector", "-style", "Fusion"]
    app = existing if isinstance(existing, QApplication) else QApplication(arguments)
    let_window_through()
    app.setApplicationName("inspector")
    app.setOrganizationName("inspector")
    _keep_settings_beside()
    QGuiApplication.setDesktopFileName("inspector")
    app.setApplicationDisplayName("")
    app.setWindowIcon(application_icon())
    QLocale.setDefault(QLocale(language))
    words = QtWords(app)
    if words.speak(language):
        app.installTranslator(words)
    return app


def _keep_settings_beside() -> None:
    """Let a portable program keep the window's place and touch mode with itself."""
    if folder := portable_folder():
        settings = QSettings.Format.IniFormat
        QSettings.setDefaultFormat(settings)
        QSettings.setPath(settings, QSettings.Scope.UserScope, str(folder / "settings"))


def open_window(
    app: QApplication, workspace: Workspace, lock: FolderLock | None = None
) -> MainWindow:
    """Show the window on an opened data folder; the caller keeps it alive.

    With the folder's `lock` the window keeps backups and listens for other starts.
    """
    session = Session(workspace)
    left = session.unsaved.recover()
    begin_touch_mode()
    dresser = _Dresser(app, session)
    dresser.dress()
    rail = places(session, lambda name: window.show_page(name), lambda: window)
    window = MainWindow(session, rail)
    session.setParent(window)
    FileDrop(window, partial(_take_dropped, window, session))
    window.show()
    if left.saved:
        from inspector.workspace.unsaved_words import recovered_sentence

        window.tell_at_start(recovered_sentence(left.saved))
    if left.lost or left.unreadable:
        from inspector.workspace.unsaved_words import left_sentence

        session.warned.emit(left_sentence(left.saved, left.lost, left.unreadable))
    if workspace.preferences.policy.fault is not None:
        from inspector.workspace.policy.ruling_words import faulty_sentence

        session.warned.emit(faulty_sentence(workspace.preferences.policy))
    FirstTouch(window)
    WindowLock(window, session)
    Leaving(window)
    Ahead(window, checklists(session))
    NewDay(window)
    BuiltAhead(window)
    PhotosAhead(window)
    if lock is not None:
        window.attend(lock, partial(hand_over, window))
    return window


def hand_over(window: MainWindow, path: Path) -> None:
    """Let the window take a file that a start was given, this one or another beside it."""
    from inspector.gui.program.opened_files import take_handed

    take_handed(window, path)


def _take_dropped(window: MainWindow, session: Session, paths: list[Path]) -> None:
    from inspector.gui.program.dropped import take_dropped

    take_dropped(window, session, paths)


class _Dresser(QObject):
    """Dresses the application as the user prefers, and anew when that or the desktop changes."""

    def __init__(self, app: QApplication, session: Session) -> None:
        super().__init__(session)
        self._app = app
        self._session = session
        session.changed.connect(self._on_changed)
        # A method of an object, so that the connection goes with the window.
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.dress)
        if hasattr(hints, "accessibility"):  # from Qt 6.10 on
            self._contrast = hints.accessibility()
            self._contrast.contrastPreferenceChanged.connect(self.dress)

    @Slot()
    def dress(self) -> None:
        preferences = self._session.workspace.preferences
        use_text(FACTORS[preferences.get(TEXT_SIZE)])
        apply_theme(self._app, preferences.get(THEME))

    def _on_changed(self, changes: Changes) -> None:
        if changes.preferences:
            self.dress()


def refuse_to_start(sentence: str, details: str = "") -> None:
    """Say why the window cannot open; returns when the user has read it."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Critical, tr("Service window inspection"), sentence)
    box.setObjectName("refusal")
    box.setDetailedText(details)
    box.exec()
