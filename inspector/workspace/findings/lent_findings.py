"""On a hall's own laptop: what it may not do about findings that those who inspect handed to it.

They look at what comes back once more and refuse it there; here it is refused before it is done.
"""

from collections.abc import Iterable, Mapping

from inspector.domain.errors import InspectorError
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import FindingEvent, Reverted
from inspector.domain.sharing.hall_rules import NotForHall, step_not_for_hall
from inspector.domain.sharing.sharing_errors import HallDeadlineError, HallStepError
from inspector.storage.sharing.received_bundles import ReceivedBundles
from inspector.workspace.opened_folder import OpenedFolder


class LentFindings:
    """Findings of others, of which this laptop says what was done."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._bundles = ReceivedBundles(opened.database)

    def of(self, ids: Iterable[str]) -> set[str]:
        """Return those of some findings that were handed to this laptop as a hall's."""
        return self._bundles.lent(ids)

    def require_allowed(self, findings: Mapping[str, Finding], events: list[FindingEvent]) -> None:
        """Raise HallStepError or HallDeadlineError for a step that is not for a hall.

        `findings` are those of the events, by id, as they stand.
        """
        lent = self.of(findings)
        if not lent:
            return
        taken_back = [each.event_id for each in events if isinstance(each, Reverted)]
        others = self._bundles.came_from_masters(taken_back) if taken_back else set[str]()
        for event in events:
            if event.finding_id in lent:
                refused = _refusal(event, findings[event.finding_id], others)
                if refused is not None:
                    raise refused


def _refusal(event: FindingEvent, finding: Finding, others: set[str]) -> InspectorError | None:
    match step_not_for_hall(event, finding.deadline):
        case NotForHall.DEADLINE:
            return HallDeadlineError(finding.number)
        case None if not (isinstance(event, Reverted) and event.event_id in others):
            return None
    return HallStepError(finding.number, event.kind.value)
