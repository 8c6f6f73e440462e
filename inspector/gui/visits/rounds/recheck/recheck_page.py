"""A recheck: finding after finding, as found beside as it is now, passed or failed by a key."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.recheck import RecheckOutcome
from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.domain.visit.inspection import Inspection
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.commands.key_line import Keys
from inspector.gui.editor_draft import DraftKeeper, Dropped, drafts_of, not_handed_in
from inspector.gui.frame.page_head import PageHead
from inspector.gui.session import Session
from inspector.gui.theme import NARROW
from inspector.gui.visits.parts.names_bar import NamesBar
from inspector.gui.visits.parts.recheck_states import problem_text
from inspector.gui.visits.parts.round_rows import RoundDelegate, RoundModel, RoundRow
from inspector.gui.visits.parts.visits_part import VisitPart
from inspector.gui.visits.rounds.recheck.recheck_keys import all_keys, next_keys
from inspector.gui.visits.rounds.recheck.recheck_panel import RecheckPanel
from inspector.gui.visits.rounds.recheck.recheck_round import RecheckRound
from inspector.gui.visits.rounds.recheck.recheck_words import (
    outcome_role,
    outcome_shape,
    outcome_word,
)
from inspector.gui.visits.rounds.round_layout import add_round_shortcuts, attend_line, lay_out_round
from inspector.gui.visits.rounds.round_photos import RoundPhotos, RoundTarget
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.labels import button, label
from inspector.gui.widgets.lists.command_list import CommandList
from inspector.gui.words import kind_word, moment_text, unsaved_word
from inspector.translation import tr, tr_count
from inspector.workspace.evidence.evidence_bytes import Prepared

FINDINGS_WIDTH = 264
_EDITOR = "recheck"


class RecheckPage(VisitPart):
    """The findings on the left (where there is room), the one in front on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._round: RecheckRound | None = None
        self.head = PageHead()
        self._figures = label("", "secondary")
        self._figures.setObjectName("figures")
        self._complete_button = button(
            tr("Complete the recheck  Ctrl+↵"), "completeRecheck", "primary"
        )
        self.head.add(self._figures)
        self.head.add(self._complete_button)
        self.model = RoundModel()
        title = tr("Findings to recheck")
        self.findings = CommandList("recheckFindings", title, self.model, RoundDelegate())
        self.findings.setFixedWidth(FINDINGS_WIDTH)
        self.panel = RecheckPanel(session)
        self.draft = DraftKeeper(session, _EDITOR, {"note": self.panel.note}, self)
        self._unkept: frozenset[str] = frozenset()  # the findings whose reason is not kept yet
        self.line = AskLine()
        self.line.setObjectName("roundLine")
        self.photos = RoundPhotos(session, self, self.line, self._target, self._on_photo)
        self.names = NamesBar(session, self.line, self.findings)
        lay_out_round(self, self.head, self.names, self.findings, self.panel, self.line)
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        # The photos need the room; ↑ and ↓ go on working in a list of no width.
        self.findings.setFixedWidth(0 if is_narrow else FINDINGS_WIDTH)
        self.panel.give_way(is_narrow)

    def _connect(self) -> None:
        self.findings.set_commands(
            {
                "1": self._passed,
                "2": self._failed,
                "3": self._not_looked_at,
                "p": self.photos.choose,
                int(Qt.Key.Key_Backspace): self._not_looked_at,
                int(Qt.Key.Key_Delete): self._remove_photo,
                int(Qt.Key.Key_Left): lambda: self._step(-1),
                int(Qt.Key.Key_Right): lambda: self._step(1),
                int(Qt.Key.Key_Return): self._confirm_or_next,
                int(Qt.Key.Key_Escape): self._escape,
            }
        )
        self.findings.selectionModel().currentChanged.connect(self._on_finding)
        self.panel.failed.connect(self._on_failed)
        self.panel.left.connect(self._give_up)
        attend_line(self.line, self.findings)
        self.names.named.connect(self._on_named)
        self._complete_button.clicked.connect(self._ask_completion)
        add_round_shortcuts(
            self,
            self.findings,
            self._ask_completion,
            lambda: self._travel(self.round.undo),
            lambda: self._travel(self.round.redo),
            self.photos.paste,
        )
        self._session.unsaved.changed.connect(self._on_unsaved)

    def keys(self) -> Keys:
        """Return the few keys worth a place in the line at the bottom."""
        return next_keys()

    def all_keys(self) -> Keys:
        """Return every key of the page."""
        return all_keys()

    # Opening and closing

    def open(self, sheet: InspectionSheet) -> None:
        """Show a recheck at the first finding that was not looked at."""
        self.close_visit()
        round_ = self._round = RecheckRound(self._session, sheet, self)
        round_.changed.connect(self._show)
        inspection = sheet.inspection
        said = [kind_word(inspection.kind), moment_text(inspection.started_at)]
        self.head.set_texts(inspection.site_name, " · ".join(said))
        self.line.stop()
        self.panel.close_note()
        unkept = self._read_unkept()
        self.model.show(self._rows())
        first = (round_.left or round_.findings)[0].id
        self.findings.go_to(self.model.position(unkept[0] if unkept else first))
        self._show()
        self.take_focus()
        if unkept:
            self._failed()

    def close_visit(self) -> None:
        """Let go of the recheck; everything of it is on disk, or waits in the session to be."""
        if self._round is not None:
            self.photos.finish()
            self.names.hide()
            self.draft.leave()
            self._round.deleteLater()
            self._round = None

    def take_focus(self) -> None:
        """Put the keyboard back where work goes on."""
        self.findings.setFocus()

    @property
    def round(self) -> RecheckRound:
        """The recheck in front."""
        assert self._round is not None
        return self._round

    @property
    def finding(self) -> Finding:
        """The finding in front."""
        return self.round.findings[max(self.findings.currentIndex().row(), 0)]

    # Deciding

    def _passed(self) -> None:
        self.line.stop()
        if self.round.decide(self.finding.id, RecheckOutcome.PASSED):
            self._next()

    def _failed(self) -> None:
        self.line.stop()
        self.draft.leave()
        self.panel.begin_note(self.round.entries[self.finding.id].note)
        self.draft.begin(self.round.id, self.finding.id)

    def _on_failed(self, note: str) -> None:
        if not note:
            self.line.ask(tr("Say what is still wrong; the site has to know."))
        elif self.round.decide(self.finding.id, RecheckOutcome.FAILED, note):
            self.line.stop()
            self.draft.drop()
            self._back()
            self._next()

    def _not_looked_at(self) -> None:
        self.line.stop()
        self.round.decide(self.finding.id, None)

    # Photos

    def _target(self) -> RoundTarget | None:
        if self._round is None:
            return None
        finding, visit = self.finding, self.round.id
        book = self._session.workspace.evidence

        def make(prepared: Prepared, origin: EvidenceOrigin) -> Evidence:
            role = EvidenceRole.RECHECKED
            return book.made(prepared, origin, role, inspection_id=visit, finding_id=finding.id)

        return RoundTarget(make, finding.number)

    def _on_photo(self, evidence: Evidence) -> None:
        if self._round is not None:
            self._round.attached(evidence)

    def _remove_photo(self) -> None:
        """Take the last photo of this visit off."""
        self.line.stop()
        taken = self.round.now(self.finding.id)
        if taken and self.round.remove_photo(taken[-1]):
            self.line.tell(tr("Taken away. Ctrl+Z puts it back."))

    # Moving

    def _next(self) -> None:
        """Go to the next finding that was not looked at; say so when there is none."""
        following = self.round.next_left(self.finding.id)
        if following is not None:
            self._go_to(following.id)
        elif not self.round.left:
            self.line.tell(tr("Every finding was looked at. Ctrl+↵ completes the recheck."))

    def _go_to(self, finding_id: str) -> None:
        self.findings.go_to(self.model.position(finding_id))

    def _step(self, step: int) -> None:
        self.line.stop()
        row = self.findings.currentIndex().row() + step
        self.findings.go_to(max(0, min(row, self.model.rowCount() - 1)))

    def _confirm_or_next(self) -> None:
        if self.line.waiting:
            self.line.confirm()
        else:
            self.line.stop()
            self._next()

    def _on_finding(self, current: QModelIndex, before: QModelIndex) -> None:
        if self._round is not None and current.isValid():
            self.draft.leave()
            if self.panel.is_writing:
                self._read_unkept()
            self.panel.close_note()
            self._show()

    def _back(self) -> None:
        self.findings.setFocus()
        self.draft.leave()
        self.panel.close_note()
        self._read_unkept()
        self.model.show(self._rows())

    # Written and not kept

    def _read_unkept(self) -> list[str]:
        """Return the findings whose reason is written and not kept, in the order of the round."""
        self.draft.keep()
        keys = drafts_of(self._session, self.round.id)
        written = {key.place for key in keys if key.editor == _EDITOR}
        unkept = [each.id for each in self.round.findings if each.id in written]
        self._unkept = frozenset(unkept)
        return unkept

    def _give_up(self) -> None:
        """Esc in the reason: it goes, and Ctrl+Z brings it back."""
        if dropped := self.draft.let_go():
            self.round.add_step(
                lambda: self._bring_back(dropped), self._put_away, dropped.key.place
            )
            self.line.tell(tr("What was written is put away. Ctrl+Z brings it back."))
        self._back()

    def _bring_back(self, dropped: Dropped) -> bool:
        self._go_to(dropped.key.place)
        self._failed()
        self.draft.bring_back(dropped)
        return True

    def _put_away(self) -> bool:
        self.draft.drop()
        self._back()
        return True

    def _stops_at_unkept(self) -> bool:
        """Keep the reason in front as it was meant, and stop at any other; False when none is."""
        note = self.panel.note.text().strip()
        if self.draft.is_written and note:
            if not self.round.decide(self.finding.id, RecheckOutcome.FAILED, note):
                return True
            self.draft.drop()
        unkept = self._read_unkept()
        if unkept:
            self._go_to(unkept[0])
            self._failed()
            self.line.ask(not_handed_in(len(unkept)))
        return bool(unkept)

    def _escape(self) -> None:
        if self.line.isVisible():
            self.line.stop()
        else:
            self.left.emit()

    def _travel(self, through: Callable[[], str | None]) -> None:
        self.line.stop()
        if finding_id := through():
            self._go_to(finding_id)

    # Completing

    def _ask_completion(self) -> None:
        if self._round is None:
            return
        if self.line.waits_for(self._complete):
            self.line.confirm()
            return
        if self._stops_at_unkept():
            return
        if self.panel.is_writing:
            self._back()
        if left := self.round.left:
            self._go_to(left[0].id)
            self.line.ask(
                tr_count(
                    len(left),
                    "Only this finding was not looked at yet.",
                    "{count} findings were not looked at yet; this is the first.",
                )
            )
            return
        if self.names.stops(self.round.inspection):
            return
        question = tr(
            "{passed} passed and are closed, {failed} failed and go back. Ctrl+↵ again completes,"
            " Esc goes back.",
            passed=self.round.count(RecheckOutcome.PASSED),
            failed=self.round.count(RecheckOutcome.FAILED),
        )
        self.line.wait(self._complete, question, tr("Complete the recheck"))
        self.findings.setFocus()

    def _on_named(self, inspection: Inspection) -> None:
        if self._round is not None:
            self._round.inspection = inspection
            self._ask_completion()

    def _complete(self) -> None:
        self.photos.finish()  # one may have been pasted since the question
        recheck, rechecks = self.round.id, self._session.workspace.rechecks
        if self._stops_at_unkept() or not self._session.settle():
            return
        if self._session.attempt(lambda: rechecks.complete(recheck)) is not None:
            self.close_visit()
            self.completed.emit(recheck)

    # Showing

    def _rows(self) -> list[RoundRow]:
        return [self._row(finding) for finding in self.round.findings]

    def _row(self, finding: Finding) -> RoundRow:
        outcome = self.round.outcome(finding.id)
        standing, role = outcome_word(outcome), outcome_role(outcome)
        if finding.id in self._unkept:
            standing, role = tr("Not kept yet"), "unsaved"
        if finding.id in self.round.unsaved:
            standing = f"{unsaved_word()} · {standing}"
        return RoundRow(
            finding.id,
            outcome_shape(outcome),
            problem_text(finding),
            f"{finding.number} · {finding.window_number}",
            standing,
            role,
        )

    def _on_unsaved(self) -> None:
        if self._round is not None:
            self._show()

    def _show(self) -> None:
        self.model.show(self._rows())
        total = len(self.round.findings)
        self._figures.setText(
            tr(
                "Finding {at} / {total}   Looked at {done}",
                at=max(self.findings.currentIndex().row(), 0) + 1,
                total=total,
                done=total - len(self.round.left),
            )
        )
        self.panel.show_finding(self.round, self.finding, self._session.workspace.now().date())
