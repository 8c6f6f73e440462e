"""检查: what is in front on it — the lists, a new visit, scoring, a result."""

from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.errors import InspectorError
from inspector.domain.visit.inspection import Inspection, InspectionKind, InspectionState
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_room import PageStack
from inspector.gui.jobs.background import Background
from inspector.gui.jobs.in_turns import InTurns
from inspector.gui.jobs.late_painting import do_later
from inspector.gui.jobs.loading import load
from inspector.gui.session import Session
from inspector.gui.visits.parts.visits_part import Part, VisitPart
from inspector.gui.visits.starting.start_page import StartPage
from inspector.workspace.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from inspector.domain.plan.plan_draw import Draw
    from inspector.excel.forms.form_mapping import FormMapping
    from inspector.gui.visits.record.result_page import ResultPage
    from inspector.gui.visits.scoring.scoring_page import ScoringPage
    from inspector.gui.visits.starting.form_columns import FormColumns
    from inspector.gui.visits.starting.new_page import NewPage
    from inspector.gui.visits.walks.patrol.patrol_page import PatrolPage
    from inspector.gui.visits.walks.patrol.patrol_result import PatrolResult
    from inspector.gui.visits.walks.recheck.recheck_page import RecheckPage
    from inspector.gui.visits.walks.recheck.recheck_result import RecheckResult

P = TypeVar("P", bound=Part)

_HERE = __name__.rpartition(".")[0]

_CODE = {
    "new": f"{_HERE}.starting.new_page",
    "scoring": f"{_HERE}.scoring.scoring_page",
    "patrol": f"{_HERE}.walks.patrol.patrol_page",
    "recheck": f"{_HERE}.walks.recheck.recheck_page",
    "result": f"{_HERE}.record.result_page",
    "patrol_result": f"{_HERE}.walks.patrol.patrol_result",
    "recheck_result": f"{_HERE}.walks.recheck.recheck_result",
}
"""Where the parts are that are built when they are wanted."""

_TO_READ = (
    "typing_extensions",
    "msgspec",
    "inspector.workspace.sheet_reading",
    "inspector.storage.stores.pack_store",
    "inspector.storage.stores.evidence_store",
)
"""What is loaded to read a visit, beside the part that shows it."""

_OF_WALK = "inspector.workspace.drafts", "inspector.storage.stores.finding_store"
_READ_BY = {
    "scoring": ("inspector.workspace.visits.stopwatches",),
    "patrol": _OF_WALK,
    "recheck": (*_OF_WALK, "inspector.workspace.visits.rechecks"),
}
"""And what that part reads itself."""


class InspectPage(Page):
    """The first page of the rail. It opens on the lists; the other parts are built when wanted."""

    back_wanted = Signal()
    """A result that another page led to is left."""

    finding_wanted = Signal(str)
    """The number of a finding that is to be seen in the ledger."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._visits: list[VisitPart] = []  # those that were built
        self._from_elsewhere = False  # another page led to the result in front
        self._is_stale = False  # something changed since the lists were read
        self._was_in = ""  # the visit that was gone on with, while one is not back from it
        self._stack = PageStack(self)
        self._coming = InTurns(self._stack)
        self._reading = Background(self)
        session.closing.connect(self._coming.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.start = StartPage(session, self._stack)
        self._stack.addWidget(self.start)
        self.start.new_wanted.connect(self.show_new)
        self.start.patrol_form_wanted.connect(self.show_new_patrol)
        self.start.export.columns_wanted.connect(self.show_form_columns)
        self.start.resumed.connect(self.resume)
        self.start.opened.connect(self.show_result)
        session.changed.connect(self._on_changed)
        session.unsaved.emptied.connect(lambda: self._on_changed(Changes(inspections=True)))

    # The parts

    @cached_property
    def new(self) -> "NewPage":
        """The form of a new visit."""
        from inspector.gui.visits.starting.new_page import NewPage

        part = self._added(NewPage(self._session, self._stack))
        part.started.connect(self.resume)
        return part

    @cached_property
    def form_columns(self) -> "FormColumns":
        """What the columns of a superior's form are taken for."""
        from inspector.gui.visits.starting.form_columns import FormColumns

        return self._added(FormColumns(self._session, self._stack))

    @property
    def scoring(self) -> "ScoringPage":
        """A visit whose windows are scored."""
        self._scoring.be_whole()
        return self._scoring

    @cached_property
    def _scoring(self) -> "ScoringPage":
        from inspector.gui.visits.scoring.scoring_page import ScoringPage

        return self._added(ScoringPage(self._session, self._stack))

    @cached_property
    def patrol(self) -> "PatrolPage":
        """A patrol."""
        from inspector.gui.visits.walks.patrol.patrol_page import PatrolPage

        return self._added(PatrolPage(self._session, self._stack))

    @cached_property
    def recheck(self) -> "RecheckPage":
        """A recheck."""
        from inspector.gui.visits.walks.recheck.recheck_page import RecheckPage

        return self._added(RecheckPage(self._session, self._stack))

    @cached_property
    def result(self) -> "ResultPage":
        """What a scored visit came to."""
        from inspector.gui.visits.record.result_page import ResultPage

        part = self._added(ResultPage(self._session, self._stack))
        part.finding_wanted.connect(self.finding_wanted)
        return part

    @cached_property
    def patrol_result(self) -> "PatrolResult":
        """What a patrol came to."""
        from inspector.gui.visits.walks.patrol.patrol_result import PatrolResult

        part = self._added(PatrolResult(self._session, self._stack))
        part.finding_wanted.connect(self.finding_wanted)
        return part

    @cached_property
    def recheck_result(self) -> "RecheckResult":
        """What a recheck came to."""
        from inspector.gui.visits.walks.recheck.recheck_result import RecheckResult

        part = self._added(RecheckResult(self._session, self._stack))
        part.finding_wanted.connect(self.finding_wanted)
        return part

    def _added(self, part: P) -> P:
        self._stack.addWidget(part)
        part.left.connect(self._leave)
        part.keys_changed.connect(self.keys_changed)
        if isinstance(part, VisitPart):
            self._visits.append(part)
            part.completed.connect(self.show_result)
        return part

    @property
    def _front(self) -> Part:
        front = self._stack.currentWidget()
        assert isinstance(front, Part)
        return front

    # What the window asks

    def tables(self) -> Sequence[CommandTable]:
        return self._front.tables()

    @property
    def chapter(self) -> str:
        return self._front.chapter

    @property
    def visit(self) -> str:
        scored = "_scoring" in self.__dict__ and self._front is self._scoring  # and in front
        return self.scoring.scoring.sheet.inspection.id if scored else ""

    def go_to(self, visit: str) -> None:
        self.resume(visit)

    def enter(self) -> None:
        self._from_elsewhere = False
        if self._front is self.start:
            self._is_stale = False
            self.start.refresh()
        self._front.take_focus()

    def show_start(self) -> None:
        """Show the lists; a visit that was in front is on disk."""
        self._coming.drop()
        for visit in self._visits:
            visit.close_visit()
        self._is_stale = False
        self.start.refresh()
        self.start.choose(self._was_in)
        self._was_in = ""
        self._bring_forward(self.start)

    def _leave(self) -> None:
        back = self._from_elsewhere
        self.show_start()
        if back:
            self.back_wanted.emit()

    def _come_to(
        self, name: str, then: "Callable[[], object]", visit: Inspection | None = None
    ) -> None:
        """Load the code of a part and make it, a piece each time, and `then` go on with it.

        `visit` is the one it shows.
        """
        self._coming.do(self._pieces(name, visit), then)

    def _pieces(self, name: str, visit: Inspection | None) -> "Iterator[None]":
        yield from load(*_TO_READ, *_READ_BY.get(name, ()), _CODE[name])
        if name == "new":
            yield from self._session.workspace.packs.read_ahead()
        if visit is not None:
            yield from self._thawed(visit)
            yield from self._reading.read_first(partial(self._read, visit))
        yield from self._part(name).pieces

    def _part(self, name: str) -> Part:
        """Return a part, of which not all may be built."""
        part = self._scoring if name == "scoring" else getattr(self, name)
        assert isinstance(part, Part)
        return part

    def parts_of(self, name: str) -> "Iterator[None]":
        """Make what is not there yet of a part, some of it each time."""
        yield from self._part(name).parts()

    def _thawed(self, visit: Inspection) -> "Iterator[None]":
        """Understand the checklists of a visit, one each time."""
        for digest in filter(None, (visit.pack_hash, visit.base_hash)):
            with suppress(InspectorError, KeyError):  # whoever reads the visit hears of it
                self._session.workspace.pack_store.thaw(digest)
            yield

    def _read(self, visit: Inspection) -> None:
        """Read what the page of a visit reads most of, on any thread."""
        with self._session.workspace.reading_apart() as apart:
            if visit.state is InspectionState.COMPLETED:
                apart.records.unchanged(visit.id)
            elif visit.kind is InspectionKind.PATROL:
                from inspector.gui.visits.walks.patrol.found_before import MOST

                apart.findings.lately_at_places(visit.site_id, MOST)

    def show_new(self) -> None:
        """Show the form of a new visit."""
        self._show_new(lambda: None)

    def _show_new(self, then: "Callable[[], object]") -> None:
        def show() -> None:
            self._bring_forward(self.new)
            self.new.open()
            then()

        self._come_to("new", show)

    def show_new_drawn(self, draw: "Draw") -> None:
        """Show the form of a new visit as it was drawn from a plan."""
        self._show_new(lambda: self.new.propose_drawn(draw))

    def show_form_columns(
        self, form: "Path", mapping: "FormMapping", fill: "Callable[[], object]"
    ) -> None:
        """Show what a superior's form is taken for; `fill` it when somebody says so."""
        self._bring_forward(self.form_columns)
        self.form_columns.open(form, mapping, fill)

    def show_new_patrol(self, site_id: str) -> None:
        """Show the form of a new patrol of a site."""
        self._show_new(lambda: self.new.propose_patrol(site_id))

    def resume(self, inspection_id: str) -> None:
        """Go on with a visit where its inspector stood."""
        store = self._session.workspace.inspection_store
        visit = self._session.attempt(lambda: store.get(inspection_id))
        if visit is not None and visit.state is InspectionState.OPEN:
            self._come_to(_walk(visit.kind) or "scoring", partial(self._open, inspection_id), visit)

    def _open(self, inspection_id: str) -> None:
        inspections = self._session.workspace.inspections
        sheet = self._session.attempt(lambda: inspections.sheet(inspection_id))
        if sheet is None:
            return
        from inspector.workspace.pending.pending_writes import sheet_upon

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
        self._was_in = inspection_id

    def show_result_from_elsewhere(self, inspection_id: str) -> None:
        """Show what a completed visit came to; leaving it leads back to the page before."""
        self._show_result(inspection_id, from_elsewhere=True)

    def show_result(self, inspection_id: str) -> None:
        """Show what a completed visit came to."""
        self._show_result(inspection_id, from_elsewhere=False)

    def _show_result(self, inspection_id: str, *, from_elsewhere: bool) -> None:
        visit = self._session.workspace.inspection_store.get(inspection_id)

        def show() -> None:
            self._open_result(inspection_id, visit.kind)
            self._was_in = ""
            self._from_elsewhere = from_elsewhere

        walk = _walk(visit.kind)
        self._come_to(f"{walk}_result" if walk else "result", show, visit)

    def _open_result(self, inspection_id: str, kind: InspectionKind) -> None:
        inspections = self._session.workspace.inspections
        if kind is InspectionKind.PATROL:
            self._bring_forward(self.patrol_result)
            self.patrol_result.open(inspection_id)
            return
        if kind is InspectionKind.RECHECK:
            self._bring_forward(self.recheck_result)
            self.recheck_result.open(inspection_id)
            return
        sheet = self._session.attempt(lambda: inspections.sheet(inspection_id))
        findings = self._session.attempt(lambda: inspections.findings(inspection_id))
        if sheet is not None and findings is not None:
            self._bring_forward(self.result)
            self.result.open(sheet, findings)

    def _bring_forward(self, page: Part) -> None:
        self._from_elsewhere = False
        self._stack.setFocus()  # of what is hidden Qt hands it on, from stop to stop of what comes
        self._stack.setCurrentWidget(page)
        page.take_focus()
        self.turned.emit()
        self.keys_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # one went elsewhere, and has not shut the lid
            self._coming.drop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        do_later(self, self._refresh)  # who enters it reads the lists before: not twice

    def _on_changed(self, changes: Changes) -> None:
        told = changes.plans or changes.complaints or changes.surveys  # by the ways, in few words
        if changes.roster or changes.inspections or told or changes.day:
            self._is_stale = True
            self._refresh()

    def _refresh(self) -> None:
        """Show in the lists what changed, also while one was in what they lead to."""
        if self._is_stale and self._front is self.start and self.isVisible():
            self._is_stale = False
            self.start.refresh()
            self.keys_changed.emit()


def _walk(kind: InspectionKind) -> str:
    """Return what a walk of this kind is called among the parts; '' for a visit that scores."""
    return {InspectionKind.PATROL: "patrol", InspectionKind.RECHECK: "recheck"}.get(kind, "")
