"""The form of a step for findings: which they are, and what is known of a single one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.finding.assignment import Suggestion
from inspector.domain.finding.finding import Finding
from inspector.domain.visit.evidence import Evidence
from inspector.gui.rectify.ledger.ledger_words import findings_text
from inspector.gui.session import Session
from inspector.gui.steps.step_pane import Operation, StepPane, StepSubjects

__all__ = ["Operation", "StepForm", "Subjects"]


@dataclass(frozen=True, slots=True)
class Subjects(StepSubjects):
    """What a step is for. `findings` is empty when there are too many to look at each."""

    findings: Sequence[Finding]
    suggestion: Suggestion | None = None  # of a single finding
    evidence: Sequence[Evidence] = ()  # of a single finding

    @property
    def only(self) -> Finding | None:
        """The single finding, if it is one."""
        return self.findings[0] if len(self.ids) == 1 and self.findings else None

    @property
    def words(self) -> str:
        """A number, or how many."""
        return self.only.number if self.only else findings_text(len(self.ids))

    @property
    def about(self) -> str:
        """What is wrong, of a single finding."""
        return self.only.text or self.only.item_text if self.only else ""


class StepForm(StepPane[Subjects]):
    """Add fields in `__init__`; say what `begin` fills in and what `operation` does."""

    def __init__(self, session: Session, name: str, confirm: str) -> None:
        super().__init__(session, name, confirm, Subjects((), date.min, ()))
