"""The form of a step for one complaint."""

from dataclasses import dataclass
from datetime import date

from inspector.domain.complaint.complaint import Complaint
from inspector.gui.session import Session
from inspector.gui.steps.step_pane import StepPane, StepSubjects


@dataclass(frozen=True, slots=True)
class ComplaintSubject(StepSubjects):
    """The complaint that a step is for; None: one that is only being taken down."""

    complaint: Complaint | None = None

    @property
    def words(self) -> str:
        """Its number."""
        return self.complaint.number if self.complaint else ""

    @property
    def about(self) -> str:
        """What it says."""
        return self.complaint.content if self.complaint else ""

    @property
    def own(self) -> Complaint:
        """The complaint, of a step that is for one."""
        assert self.complaint is not None
        return self.complaint


class ComplaintForm(StepPane[ComplaintSubject]):
    """Add fields in `__init__`; say what `begin` fills in and what `operation` does."""

    def __init__(self, session: Session, name: str, confirm: str) -> None:
        super().__init__(session, name, confirm, ComplaintSubject((), date.min))
