"""The Qt application: language, theme, icon, pages. No business of its own."""

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from inspector.domain.ledger_view import LedgerView
from inspector.gui.data.page import DataPage
from inspector.gui.icons import application_icon
from inspector.gui.inspect.page import InspectPage
from inspector.gui.main_window import MainWindow
from inspector.gui.meeting.page import MeetingPage
from inspector.gui.qt_words import QtWords
from inspector.gui.rectify.page import RectifyPage
from inspector.gui.session import Session
from inspector.gui.summary.page import SummaryPage
from inspector.gui.theme import apply_theme
from inspector.storage.folder_lock import FolderLock
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.preferences import THEME
from inspector.workspace.unsaved_words import recovered_sentence
from inspector.workspace.workspace import Workspace


def make_application(language: str) -> QApplication:
    """Return the application, made when there is none yet, speaking `language`."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["inspector"])
    app.setApplicationName("inspector")
    app.setOrganizationName("inspector")
    QGuiApplication.setDesktopFileName("inspector")
    app.setApplicationDisplayName("")
    app.setWindowIcon(application_icon())
    QLocale.setDefault(QLocale(language))
    words = QtWords(app)
    if words.speak(language):
        app.installTranslator(words)
    return app


def open_window(
    app: QApplication, workspace: Workspace, lock: FolderLock | None = None
) -> MainWindow:
    """Show the window on an opened data folder; the caller keeps it alive.

    With the folder's `lock` the window keeps backups and listens for other starts.
    """
    session = Session(workspace)
    recovered = session.unsaved.recover()
    dresser = _Dresser(app, session)
    dresser.dress()
    inspect, meeting = InspectPage(session), MeetingPage(session)
    rectify, summary, data = RectifyPage(session), SummaryPage(session), DataPage(session)
    window = MainWindow(
        session,
        [
            ("inspect", "inspect", tr("Inspect"), inspect),
            ("meeting", "meeting", tr("Meeting"), meeting),
            ("rectify", "rectify", tr("Rectify"), rectify),
            ("summary", "summary", tr("Figures"), summary),
            ("data", "data", tr("Data"), data),
        ],
    )
    session.setParent(window)
    for page in (inspect, meeting):
        page.roster_wanted.connect(lambda: _show_roster(window, data))
    summary.ledger_wanted.connect(lambda view: _show_ledger(window, rectify, view))
    summary.visit_wanted.connect(lambda visit: _show_visit(window, inspect, visit))
    window.show()
    if recovered:
        window.tell_at_start(recovered_sentence(recovered))
    if lock is not None:
        window.attend(lock)
    return window


class _Dresser(QObject):
    """Dresses the application as the user prefers, and anew when that or the desktop changes."""

    def __init__(self, app: QApplication, session: Session) -> None:
        super().__init__(session)
        self._app = app
        self._session = session
        session.changed.connect(self._on_changed)
        # A method of an object, so that the connection goes with the window.
        app.styleHints().colorSchemeChanged.connect(self.dress)

    @Slot()
    def dress(self) -> None:
        apply_theme(self._app, self._session.workspace.preferences.get(THEME))

    def _on_changed(self, changes: Changes) -> None:
        if changes.preferences:
            self.dress()


def _show_roster(window: MainWindow, data: DataPage) -> None:
    window.show_page(data)
    data.show_roster()


def _show_ledger(window: MainWindow, rectify: RectifyPage, view: LedgerView) -> None:
    window.show_page(rectify)
    rectify.look_at(view)


def _show_visit(window: MainWindow, inspect: InspectPage, visit: str) -> None:
    window.show_page(inspect)
    inspect.show_result(visit)


def refuse_to_start(sentence: str) -> None:
    """Say why the window cannot open; returns when the user has read it."""
    box = QMessageBox(QMessageBox.Icon.Critical, tr("Service window inspection"), sentence)
    box.setObjectName("refusal")
    box.exec()
