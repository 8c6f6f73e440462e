"""Pictures of 投诉举报: the register, a form of each kind, the way there and the meeting's line."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector.domain.complaint.complaint_filter import Among
from inspector.gui.complaints.complaints_page import ComplaintsPage
from inspector.gui.frame.main_window import MainWindow


def keep_complaints(window: MainWindow, keep: Callable[[str], None]) -> None:
    """Keep a picture of each view of the page."""
    window.show_page("inspect")
    window.session.complaints_wanted.emit()
    page = window.page
    assert isinstance(page, ComplaintsPage)
    page.show_now()
    keep("complaints")
    if page.model.rowCount():
        QTest.keyClick(page.table, Qt.Key.Key_Left)  # all of them
        page.show_now()
        keep(f"complaints-{Among.ALL}")
        QTest.keyClick(page.table, Qt.Key.Key_Right)
        page.show_now()
        for letter in ("a", "e", "n"):
            QTest.keyClicks(page.table, letter)
            keep(f"complaints-{letter}")
            page.steps.closed.emit()
        page.begin_new()
        keep("complaints-new")
        page.steps.closed.emit()
        page.search.setText("查不到")
        page.show_now()
        keep("complaints-none")
        page.search.clear()
        page.show_now()
    page.left.emit()
