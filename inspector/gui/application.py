"""The Qt application: language, theme, icon, pages. No business of its own."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from inspector.gui.data.page import DataPage
from inspector.gui.icons import application_icon
from inspector.gui.inspect.page import InspectPage
from inspector.gui.main_window import MainWindow
from inspector.gui.meeting.page import MeetingPage
from inspector.gui.qt_words import QtWords
from inspector.gui.rectify.page import RectifyPage
from inspector.gui.session import Session
from inspector.gui.theme import apply_theme
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.preferences import THEME
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


def open_window(app: QApplication, workspace: Workspace) -> MainWindow:
    """Show the window on an opened data folder; the caller keeps it alive."""
    session = Session(workspace)

    def dress() -> None:
        apply_theme(app, workspace.preferences.get(THEME))

    def on_changed(changes: Changes) -> None:
        if changes.preferences:
            dress()

    dress()
    inspect, meeting = InspectPage(session), MeetingPage(session)
    rectify, data = RectifyPage(session), DataPage(session)
    window = MainWindow(
        session,
        [
            ("inspect", "inspect", tr("Inspect"), inspect),
            ("meeting", "meeting", tr("Meeting"), meeting),
            ("rectify", "rectify", tr("Rectify"), rectify),
            ("data", "data", tr("Data"), data),
        ],
    )
    session.setParent(window)
    session.changed.connect(on_changed)
    app.styleHints().colorSchemeChanged.connect(dress)
    for page in (inspect, meeting):
        page.roster_wanted.connect(lambda: _show_roster(window, data))
    window.show()
    return window


def _show_roster(window: MainWindow, data: DataPage) -> None:
    window.show_page(data)
    data.show_roster()


def refuse_to_start(sentence: str) -> None:
    """Say why the window cannot open; returns when the user has read it."""
    box = QMessageBox(QMessageBox.Icon.Critical, tr("Service window inspection"), sentence)
    box.setObjectName("refusal")
    box.exec()
