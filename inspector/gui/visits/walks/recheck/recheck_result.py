"""A completed recheck: what was closed, and what went back to be put right."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.recheck import RecheckEntry, RecheckOutcome
from inspector.gui.papers.paper_saving import RECTIFICATION
from inspector.gui.session import Session
from inspector.gui.visits.parts.inspection_columns import room_for
from inspector.gui.visits.parts.recheck_states import problem_text
from inspector.gui.visits.walks.recheck.recheck_words import outcome_shape, outcome_word
from inspector.gui.visits.walks.walk_result import WalkResult
from inspector.gui.widgets.lists.table import Column
from inspector.translation import tr
from inspector.workspace.finding_state_words import state_word


@dataclass(frozen=True, slots=True)
class FindingResult:
    """A finding as it stands now, and what the recheck made of it."""

    finding: Finding
    entry: RecheckEntry


class RecheckResult(WalkResult[FindingResult]):
    """What a recheck came to."""

    text_column, give_way = 3, (5, 1)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        table = ("recheckResult", tr("Findings"))
        # The ledger of the days on which the findings were found.
        paper = (RECTIFICATION, tr("Rectification list"), "Ctrl+E")
        super().__init__(session, _columns(), table, paper, parent)

    def read(self, inspection_id: str) -> None:
        workspace = self._session.workspace
        inspection = workspace.inspection_store.get(inspection_id)
        findings = workspace.rechecks.findings(inspection_id)
        entries = workspace.rechecks.entries(inspection_id)
        rows = [FindingResult(f, entry) for f, entry in zip(findings, entries, strict=True)]
        passed = sum(entry.outcome is RecheckOutcome.PASSED for entry in entries)
        summary = tr(
            "{passed} passed and closed · {failed} failed and sent back",
            passed=passed,
            failed=len(entries) - passed,
        )
        days = [finding.raised_at.date() for finding in findings]
        unchanged = workspace.records.unchanged(inspection_id)
        self.show_visit(inspection, summary, rows, unchanged, days)

    def number_of(self, row: FindingResult) -> str:
        return row.finding.number


def _columns() -> list[Column[FindingResult]]:
    outcomes = [f"✓ {outcome_word(outcome)}" for outcome in RecheckOutcome]
    return [
        Column(tr("Result"), _result, room_for(*outcomes)),
        Column(tr("Number"), lambda row: row.finding.number, 140),
        Column(tr("Window"), lambda row: row.finding.window_number, 112),
        Column(tr("Finding"), lambda row: problem_text(row.finding)),
        Column(tr("What is still wrong"), lambda row: row.entry.note or "—", 168),
        Column(tr("State now"), lambda row: state_word(row.finding.state), 112),
    ]


def _result(row: FindingResult) -> str:
    return f"{outcome_shape(row.entry.outcome)} {outcome_word(row.entry.outcome)}"
