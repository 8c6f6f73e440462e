"""The form of a step for one complaint."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.complaint.complaint import Complaint
from inspector.gui.session import Session
from inspector.gui.steps.step_pane import StepPane, StepSubjects
from inspector.translation import tr_count


@dataclass(frozen=True, slots=True)
class ComplaintSubject(StepSubjects):
    """The complaints that a step is for; none: one that is only being taken down."""

    complaints: Sequence[Complaint] = ()

    @property
    def words(self) -> str:
        """A number, or how many."""
        if not self.complaints:
            return ""
        return self.own.number if len(self.complaints) == 1 else complaints_text(len(self.ids))

    @property
    def about(self) -> str:
        """What a single one says."""
        return self.own.content if len(self.complaints) == 1 else ""

    @property
    def own(self) -> Complaint:
        """The complaint, or the first of several."""
        return self.complaints[0]


def complaints_text(count: int) -> str:
    """Write a number of complaints."""
    return tr_count(count, "1 complaint", "{count} complaints")


class ComplaintForm(StepPane[ComplaintSubject]):
    """Add fields in `__init__`; say what `begin` fills in and what `operation` does."""

    def __init__(self, session: Session, name: str, confirm: str) -> None:
        super().__init__(session, name, confirm, ComplaintSubject((), date.min))
