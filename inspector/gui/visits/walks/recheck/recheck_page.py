"""A recheck: finding after finding, as found beside as it is now, passed or failed by a key."""

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.recheck import RecheckOutcome
from inspector.domain.visit.draft import DraftKey
from inspector.domain.visit.evidence import EvidenceRole
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_visit import Target
from inspector.gui.session import Session
from inspector.gui.visits.parts.recheck_states import problem_text
from inspector.gui.visits.parts.visit_drafts import stop_of
from inspector.gui.visits.parts.walk_rows import WalkRow
from inspector.gui.visits.walks.recheck.recheck_panel import RecheckPanel
from inspector.gui.visits.walks.recheck.recheck_walk import RecheckWalk
from inspector.gui.visits.walks.recheck.recheck_words import (
    outcome_role,
    outcome_shape,
    outcome_word,
)
from inspector.gui.visits.walks.walk_page import WalkPage
from inspector.translation import tr, tr_count

FINDINGS_WIDTH = 264
_NOTE = "recheck"


class RecheckPage(WalkPage[RecheckWalk, Finding]):
    """The findings on the left (where there is room), the one in front on the right."""

    # On a narrow window the photos need the room; ↑ and ↓ go on working in a list of no width.
    widths = (FINDINGS_WIDTH, 0)
    panel: RecheckPanel

    def __init__(self, session: Session) -> None:
        panel = RecheckPanel(session)
        title = tr("Findings to recheck")
        lines = {_NOTE: {"note": panel.note}}
        super().__init__(session, ("recheckFindings", title), panel, lines)
        panel.failed.connect(self._on_failed)

    def _add_commands(self, table: CommandTable) -> None:
        passed = tr("Passed: it is closed when the recheck is completed; on to the next")
        table.add("passed", passed, "1", self._passed, short=tr("Passed, closed"))
        failed = tr("Failed: say what is still wrong; it goes back to be put right")
        table.add("failed", failed, "2", self._failed, short=tr("Failed"))
        not_yet, short = tr("Not looked at yet"), tr("Not looked at")
        table.add("not-looked-at", not_yet, ("Backspace", "3"), self._not_looked_at, short=short)
        self._add_photo_commands(table, tr("See the photos large, as found beside after"))
        drop = tr("Take the last photo of now away")
        table.add("remove-photo", drop, "Del", self._remove_photo)
        other, arrows = tr("Another finding"), ("Up", "Down", "Left", "Right")
        table.add(
            "other", other, arrows, self._step, at=self.stops, short=other, repeats=True,
            numbered=True,
        )  # fmt: skip
        self._add_next(table, tr("Next finding not looked at yet"))
        self._add_last(table, tr("Complete the recheck"))

    def _made(self, sheet: InspectionSheet) -> RecheckWalk:
        return RecheckWalk(self._session, sheet, self)

    def _first_stop(self, unkept: list[DraftKey]) -> str:
        return stop_of(unkept[0]) if unkept else (self.walk.left or self.walk.stops)[0].id

    @property
    def finding(self) -> Finding:
        """The finding in front."""
        return self._stop

    # Deciding

    def _passed(self) -> None:
        self.line.stop()
        if self.walk.decide(self.finding.id, RecheckOutcome.PASSED):
            self._next()

    def _failed(self) -> None:
        self.line.stop()
        self._write_in(DraftKey(_NOTE, self.walk.id, self.finding.id))

    def _open_line(self, key: DraftKey) -> None:
        self.panel.begin_note(self.walk.entries[self.finding.id].note)

    def _on_failed(self, note: str) -> None:
        if not note:
            self.line.ask(tr("Say what is still wrong; the site has to know."))
        elif self.walk.decide(self.finding.id, RecheckOutcome.FAILED, note):
            self._kept()
            self._next()

    def _not_looked_at(self) -> None:
        self.line.stop()
        self.walk.decide(self.finding.id, None)

    # Photos

    def _target(self) -> Target | None:
        if not self.is_open:
            return None
        role, finding = EvidenceRole.RECHECKED, self.finding
        return Target(finding.number, role, self.walk.id, finding_id=finding.id)

    def _view(self) -> None:
        self.line.stop()
        walk, finding = self.walk, self.finding
        words = f"{finding.number} · {problem_text(finding)}"
        subject = Subject(words, lambda: walk.evidence.get(finding.id, ()))
        nothing = tr("There is no photo here yet: Ctrl+V pastes one, P chooses files.")
        self.photos.view(subject, nothing)

    def _remove_photo(self) -> None:
        """Take the last photo of this visit off."""
        self.line.stop()
        taken = self.walk.now(self.finding.id)
        if taken and self.walk.change_photo(taken[-1], None):
            self.line.tell(tr("Taken away. Ctrl+Z puts it back."))

    # Moving

    def _step(self, arrow: int) -> None:
        self.line.stop()
        row = self.stops.currentIndex().row() + (-1, 1)[arrow % 2]
        self.stops.go_to(max(0, min(row, self.model.rowCount() - 1)))

    # Completing

    def _stops_at_unkept(self) -> bool:
        """Keep the reason in front as it was meant, and stop at any other; False when none is."""
        note = self.panel.note.text().strip()
        if self.drafts.is_written and note:
            if not self.walk.decide(self.finding.id, RecheckOutcome.FAILED, note):
                return True
            self.drafts.drop()
        return super()._stops_at_unkept()

    def _why_not_complete(self) -> str:
        left = self.walk.left
        if not left:
            return ""
        self._go_to(left[0].id)
        return tr_count(
            len(left),
            "Only this finding was not looked at yet.",
            "{count} findings were not looked at yet; this is the first.",
        )

    def _completion(self) -> tuple[str, str]:
        question = tr(
            "{passed} passed and are closed, {failed} failed and go back. Ctrl+↵ again completes,"
            " Esc goes back.",
            passed=self.walk.count(RecheckOutcome.PASSED),
            failed=self.walk.count(RecheckOutcome.FAILED),
        )
        return question, tr("Complete the recheck")

    def _complete_visit(self, visit: str) -> object:
        return self._session.workspace.rechecks.complete(visit)

    # Showing

    def _all_done(self) -> str:
        return tr("Every finding was looked at. Ctrl+↵ completes the recheck.")

    def _row(self, stop: Finding) -> WalkRow:
        outcome = self.walk.outcome(stop.id)
        return WalkRow(
            stop.id,
            outcome_shape(outcome),
            problem_text(stop),
            f"{stop.number} · {stop.window_number}",
            outcome_word(outcome),
            outcome_role(outcome),
        )

    def _show_stop(self) -> None:
        total = len(self.walk.stops)
        self._figures.setText(
            tr(
                "Finding {at} / {total}   Looked at {done}",
                at=max(self.stops.currentIndex().row(), 0) + 1,
                total=total,
                done=total - len(self.walk.left),
            )
        )
        self.panel.show_finding(self.walk, self.finding, self._session.workspace.now().date())
