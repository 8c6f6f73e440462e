"""复查: a visit to see whether what was found has been put right."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector.domain.finding.finding import FindingState


class RecheckOutcome(StrEnum):
    """What a recheck came to."""

    PASSED = "passed"  # 销号
    FAILED = "failed"  # back to 整改中


@dataclass(frozen=True, slots=True)
class RecheckEntry:
    """One finding on a recheck; without an outcome it was not looked at yet."""

    inspection_id: str
    finding_id: str
    outcome: RecheckOutcome | None = None
    note: str = ""
    at: datetime | None = None

    @property
    def lacks_reason(self) -> bool:
        """Failed without a word on what is still wrong."""
        return self.outcome is RecheckOutcome.FAILED and not self.note.strip()


def due_on(state: "FindingState", deadline: date, today: date) -> bool:
    """Tell whether a finding is to be rechecked: said to be done, or its deadline has come."""
    from inspector.domain.finding.finding import FindingState

    if state is FindingState.REPORTED:
        return True
    return not state.is_ended and deadline <= today
