"""检查: what is in front on it — the lists, a new visit, scoring, a result."""

from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.inspection import InspectionKind, InspectionState
from inspector.gui.inspect.new_page import NewPage
from inspector.gui.inspect.patrol_page import PatrolPage
from inspector.gui.inspect.patrol_result import PatrolResult
from inspector.gui.inspect.recheck_page import RecheckPage
from inspector.gui.inspect.recheck_result import RecheckResult
from inspector.gui.inspect.result_page import ResultPage
from inspector.gui.inspect.scoring_keys import all_keys, next_keys, panel_keys
from inspector.gui.inspect.scoring_page import ScoringPage
from inspector.gui.inspect.start_page import StartPage
from inspector.gui.key_line import Keys
from inspector.gui.page import Page
from inspector.gui.session import Session
from inspector.workspace.changes import Changes
from inspector.workspace.pending import sheet_upon

_Part: TypeAlias = (
    StartPage
    | NewPage
    | ScoringPage
    | ResultPage
    | PatrolPage
    | RecheckPage
    | PatrolResult
    | RecheckResult
)


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
        self.patrol = PatrolPage(session)
        self.recheck = RecheckPage(session)
        self.patrol_result = PatrolResult(session)
        self.recheck_result = RecheckResult(session)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        for page in (
            self.start, self.new, self.scoring, self.result,
            self.patrol, self.recheck, self.patrol_result, self.recheck_result,
        ):  # fmt: skip
            self._stack.addWidget(page)
        self.start.new_wanted.connect(self.show_new)
        self.start.roster_wanted.connect(self.roster_wanted)
        self.start.resumed.connect(self.resume)
        self.start.opened.connect(self.show_result)
        self.new.left.connect(self.show_start)
        self.new.keys_changed.connect(self.keys_changed)
        self.new.started.connect(self.resume)
        for visit in (self.scoring, self.patrol, self.recheck):
            visit.left.connect(self.show_start)
            visit.completed.connect(self.show_result)
        for result in (self.result, self.patrol_result, self.recheck_result):
            result.left.connect(self.show_start)
        self.result.keys_changed.connect(self.keys_changed)
        self.scoring.photos.keys_changed.connect(self.keys_changed)
        self.scoring.writing_changed.connect(self.keys_changed)
        self.patrol.keys_changed.connect(self.keys_changed)
        session.changed.connect(self._on_changed)
        session.unsaved.emptied.connect(lambda: self._on_changed(Changes(inspections=True)))
        self.start.refresh()

    def keys(self) -> Keys:
        front = self._front
        if isinstance(front, ScoringPage):
            return front.photos.keys() or (panel_keys() if front.is_writing else next_keys())
        return front.keys()

    def all_keys(self) -> Keys:
        front = self._front
        if isinstance(front, ScoringPage):
            return front.photos.keys() or all_keys()
        return front.all_keys() if isinstance(front, PatrolPage | RecheckPage) else front.keys()

    @property
    def _front(self) -> _Part:
        front = self._stack.currentWidget()
        assert isinstance(front, _Part)
        return front

    @property
    def visit(self) -> str:
        return self.scoring.scoring.sheet.inspection.id if self._front is self.scoring else ""

    def go_to(self, visit: str) -> None:
        self.resume(visit)

    def enter(self) -> None:
        front = self._front
        if isinstance(front, ScoringPage):
            front.photos.take_focus()
            return
        if isinstance(front, StartPage):
            front.refresh()
        front.take_focus()

    def show_start(self) -> None:
        """Show the lists; a visit that was in front is on disk."""
        for visit in (self.scoring, self.patrol, self.recheck):
            visit.close_visit()
        self.start.refresh()
        self._bring_forward(self.start)
        self.start.take_focus()

    def show_new(self) -> None:
        """Show the form of a new visit."""
        self._bring_forward(self.new)
        self.new.open()

    def resume(self, inspection_id: str) -> None:
        """Go on with a visit where its inspector stood."""
        sheet = self._session.attempt(
            lambda: self._session.workspace.inspections.sheet(inspection_id)
        )
        if sheet is not None and sheet.inspection.state is InspectionState.OPEN:
            sheet = sheet_upon(sheet, self._session.unsaved.waiting)
            match sheet.inspection.kind:
                case InspectionKind.PATROL:
                    visit: PatrolPage | RecheckPage | ScoringPage = self.patrol
                case InspectionKind.RECHECK:
                    visit = self.recheck
                case _:
                    visit = self.scoring
            self._bring_forward(visit)
            visit.open(sheet)

    def show_result(self, inspection_id: str) -> None:
        """Show what a completed visit came to."""
        workspace = self._session.workspace
        inspections = workspace.inspections
        inspection = workspace.inspection_store.get(inspection_id)
        if inspection.kind is InspectionKind.PATROL:
            self._bring_forward(self.patrol_result)
            self.patrol_result.open(workspace.patrol_records.of(inspection_id))
            return
        if inspection.kind is InspectionKind.RECHECK:
            rechecks = workspace.rechecks
            self._bring_forward(self.recheck_result)
            self.recheck_result.open(
                inspection, rechecks.findings(inspection_id), rechecks.entries(inspection_id)
            )
            return
        sheet = self._session.attempt(lambda: inspections.sheet(inspection_id))
        findings = self._session.attempt(lambda: inspections.findings(inspection_id))
        if sheet is not None and findings is not None:
            self._bring_forward(self.result)
            self.result.open(sheet, findings)

    def _bring_forward(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.turned.emit()
        self.keys_changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if (changes.roster or changes.inspections) and self._front is self.start:
            self.start.refresh()
            self.keys_changed.emit()
