"""检查: what is in front on it — the lists, a new visit, scoring, a result."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.inspection import InspectionState
from inspector.gui.inspect.new_page import NewPage
from inspector.gui.inspect.result_page import ResultPage
from inspector.gui.inspect.scoring_keys import all_keys, next_keys
from inspector.gui.inspect.scoring_page import ScoringPage
from inspector.gui.inspect.start_page import StartPage
from inspector.gui.key_line import Keys
from inspector.gui.page import Page
from inspector.gui.session import Session
from inspector.workspace.changes import Changes


class InspectPage(Page):
    """The first page of the rail. It opens on the lists."""

    roster_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.start = StartPage(session)
        self.new = NewPage(session)
        self.scoring = ScoringPage(session)
        self.result = ResultPage(session)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        for page in (self.start, self.new, self.scoring, self.result):
            self._stack.addWidget(page)
        self.start.new_wanted.connect(self.show_new)
        self.start.roster_wanted.connect(self.roster_wanted)
        self.start.resumed.connect(self.resume)
        self.start.opened.connect(self.show_result)
        self.new.left.connect(self.show_start)
        self.new.started.connect(self.resume)
        self.scoring.left.connect(self.show_start)
        self.scoring.completed.connect(self.show_result)
        self.result.left.connect(self.show_start)
        self.result.keys_changed.connect(self.keys_changed)
        self.scoring.photos.keys_changed.connect(self.keys_changed)
        session.changed.connect(self._on_changed)
        self.start.refresh()

    def keys(self) -> Keys:
        front = self._front
        if isinstance(front, ScoringPage):
            return front.photos.keys() or next_keys()
        return front.keys()

    def all_keys(self) -> Keys:
        if self._front is self.scoring:
            return self.scoring.photos.keys() or all_keys()
        return self.keys()

    @property
    def _front(self) -> StartPage | NewPage | ScoringPage | ResultPage:
        front = self._stack.currentWidget()
        assert isinstance(front, StartPage | NewPage | ScoringPage | ResultPage)
        return front

    def enter(self) -> None:
        if self._front is self.start:
            self.start.refresh()
            self.start.take_focus()
        elif self._front is self.scoring:
            self.scoring.photos.take_focus()
        elif self._front is self.new:
            self.new.search.setFocus()
        else:
            self.result.take_focus()

    def show_start(self) -> None:
        """Show the lists; a visit that was in front is on disk."""
        self.scoring.close_visit()
        self.start.refresh()
        self._bring_forward(self.start)
        self.start.take_focus()

    def show_new(self) -> None:
        """Show the form of a new visit."""
        self._bring_forward(self.new)
        self.new.open()

    def resume(self, inspection_id: str) -> None:
        """Go on scoring a visit where its inspector stood."""
        sheet = self._session.attempt(
            lambda: self._session.workspace.inspections.sheet(inspection_id)
        )
        if sheet is not None and sheet.inspection.state is InspectionState.OPEN:
            self._bring_forward(self.scoring)
            self.scoring.open(sheet)

    def show_result(self, inspection_id: str) -> None:
        """Show what a completed visit came to."""
        inspections = self._session.workspace.inspections
        sheet = self._session.attempt(lambda: inspections.sheet(inspection_id))
        findings = self._session.attempt(lambda: inspections.findings(inspection_id))
        if sheet is not None and findings is not None:
            self._bring_forward(self.result)
            self.result.open(sheet, findings)

    def _bring_forward(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.keys_changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if (changes.roster or changes.inspections) and self._front is self.start:
            self.start.refresh()
            self.keys_changed.emit()
