"""A completed visit: what it came to, and in its place the pad for a signature or an amendment."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.finding.finding import Finding
from inspector.domain.record.edition import Edition
from inspector.domain.record.record import Record
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.jobs.background import Background
from inspector.gui.papers.paper_preview import preview_record
from inspector.gui.papers.paper_saving import save_record
from inspector.gui.session import Session
from inspector.gui.visits.parts.visit_result import ReadAgain
from inspector.gui.visits.parts.visits_part import Part
from inspector.gui.visits.record.amend_page import AmendPage
from inspector.gui.visits.record.result_view import ResultView
from inspector.gui.visits.record.sign_page import SignPage
from inspector.gui.widgets.stacked import stack
from inspector.workspace.changes import Changes
from inspector.workspace.pending.pending_records import record_upon
from inspector.workspace.preferences import RECORD_EDITION

P = TypeVar("P", SignPage, AmendPage)


class ResultPage(Part):
    """Nothing that was found can be changed on it; words can be added."""

    chapter = "record"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._record: Record | None = None
        self._findings: list[Finding] = []
        self._stack = QStackedWidget(self)
        self.view = ResultView(session, self._stack)
        self._stack.addWidget(self.view)
        stack(self, [(self._stack, 1)])
        self.view.left.connect(self.left)
        self.view.keys_changed.connect(self.keys_changed)
        self.finding_wanted = self.view.finding_wanted
        self.view.sign_wanted.connect(self._sign)
        self.view.amend_wanted.connect(self._amend)
        self.view.record_wanted.connect(self._write_record)
        self.view.print_wanted.connect(self._print_record)
        self.view.part_wanted.connect(self._show_part)
        self._again = ReadAgain(self, self._read_again)
        session.changed.connect(self._on_changed)
        session.unsaved.changed.connect(self._on_unsaved)
        self._work = Background(self)

    @cached_property
    def signing(self) -> SignPage:
        """The pad for a signature."""
        made = self._added(SignPage(self._session))
        made.keys_changed.connect(self.keys_changed)
        return made

    @cached_property
    def amending(self) -> AmendPage:
        """The form of an amendment."""
        return self._added(AmendPage(self._session))

    def _added(self, page: P) -> P:
        self._stack.addWidget(page)
        page.left.connect(self._show_view)
        return page

    def tables(self) -> Sequence[CommandTable]:
        front = self._stack.currentWidget()
        assert isinstance(front, Part)
        return front.tables()

    def open(self, sheet: InspectionSheet, findings: list[Finding]) -> None:
        """Show a completed visit with the findings raised from it."""
        records = self._session.workspace.records
        record = self._session.attempt(lambda: records.record(sheet.inspection.id))
        if record is not None:
            self._again.on_opened()
            self._record, self._findings = self._with_waiting(record), findings
            self.view.open(self._record, findings)
            self._show_view()
            self._read_photos_through(record)

    def _show_part(self, inspection_id: str) -> None:
        """Show another part of a shared visit; Esc leads to where this one was come from."""
        inspections = self._session.workspace.inspections
        read = self._session.attempt(
            lambda: (inspections.sheet(inspection_id), inspections.findings(inspection_id))
        )
        if read is not None:
            self.open(*read)

    def _read_photos_through(self, record: Record) -> None:
        """Look for photos that were changed, which takes longer than a page may wait."""
        if not (record.unchanged and record.sheet.inspection.seal and record.sheet.evidence):
            return
        records = self._session.workspace.records

        def told(altered: bool) -> None:
            if altered and self._record is not None and self._is_of(record):
                self._record = replace(self._record, unchanged=False)
                self.view.show_record(self._record, self._findings)

        self._work.do(lambda: records.photos_altered(record.sheet), told)

    def _is_of(self, record: Record) -> bool:
        shown = self._record
        return shown is not None and shown.sheet.inspection.id == record.sheet.inspection.id

    def take_focus(self) -> None:
        """Put the keyboard where work goes on."""
        front = self._stack.currentWidget()
        if isinstance(front, SignPage):
            front.pad.setFocus()
        elif isinstance(front, AmendPage):
            front.text.setFocus()
        else:
            self.view.take_focus()

    def _sign(self) -> None:
        if self._record is not None:
            self.signing.open(self._record)
            self._bring_forward(self.signing)

    def _amend(self) -> None:
        if self._record is not None:
            self.amending.open(self._record, self.view.subject)
            self._bring_forward(self.amending)

    def _write_record(self, edition: Edition) -> None:
        if self._record is not None:
            save_record(self, self._session, self._record.sheet.inspection.id, edition)

    def _print_record(self) -> None:
        """Show the edition of the record that was written last as it is printed."""
        if self._record is not None:
            edition = Edition(self._session.workspace.preferences.get(RECORD_EDITION))
            preview_record(self._session, self._record.sheet.inspection.id, edition)

    def _show_view(self) -> None:
        self._bring_forward(self.view)
        self.view.take_focus()

    def _bring_forward(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.keys_changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if changes.preferences:
            self.view.tell_editions()
        self._again.on_changed(changes)

    def showEvent(self, event: QShowEvent) -> None:
        self._again.on_show(event)
        super().showEvent(event)

    def _read_again(self) -> None:
        """Show the visit in front as it stands now."""
        shown = self._record
        if shown is None:
            return
        records, inspections = self._session.workspace.records, self._session.workspace.inspections
        visit = shown.sheet.inspection.id
        read = self._session.attempt(lambda: (records.record(visit), inspections.findings(visit)))
        if read is not None:
            record, self._findings = read
            unchanged = record.unchanged and shown.unchanged
            self._record = self._with_waiting(replace(record, unchanged=unchanged))
            self.view.show_record(self._record, self._findings)

    def _with_waiting(self, record: Record) -> Record:
        """Return a record with what the disk does not have of it yet."""
        return record_upon(record, self._session.unsaved.waiting)

    def _on_unsaved(self) -> None:
        if self._record is not None and self.isVisible():
            self._record = self._with_waiting(self._record)
            self.view.show_record(self._record, self._findings)
