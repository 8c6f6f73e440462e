"""Taking in the holidays of a year: looked at first, with the deadlines that it moves.

A deadline is moved only where somebody says so, and each as an event with its reason.
"""

from dataclasses import dataclass
from datetime import date, datetime

from inspector.domain.days.holiday_arrangement import Arrangement
from inspector.domain.days.workdays import Calendar, DayKind
from inspector.domain.finding.counted_deadline import counted_deadline
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import Source, SourceKind
from inspector.storage.own.holiday_store import TakenIn
from inspector.workspace.changes import Changes
from inspector.workspace.findings.findings import Findings
from inspector.workspace.holidays import Holidays
from inspector.workspace.opened_folder import OpenedFolder


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """A finding that is still to be put right, and the day on which its workdays end now."""

    finding: Finding
    deadline: date


@dataclass(frozen=True, slots=True)
class ArrangementPreview:
    """What taking an arrangement in would do."""

    arrangement: Arrangement
    source: str
    is_new: bool  # not the one that counts already
    moved: tuple[MovedDeadline, ...]

    @property
    def off(self) -> int:
        """How many days are off."""
        return sum(special.kind is DayKind.OFF for special in self.arrangement.days)

    @property
    def worked(self) -> int:
        """How many weekend days are worked in exchange."""
        return len(self.arrangement.days) - self.off


class Arrangements:
    """The operations on arrangements."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._findings = opened.of(Findings)
        self._holidays = opened.of(Holidays)

    def preview(self, arrangement: Arrangement, source: str) -> ArrangementPreview:
        """Say what taking in an arrangement would do; changes nothing."""
        last = self._holidays.taken_in(arrangement.year)
        is_new = last is None or last.arrangement != arrangement
        taken = TakenIn(self._opened.now(), source, arrangement) if is_new or not last else last
        return ArrangementPreview(arrangement, source, is_new, self._moved(taken))

    def take_in(
        self, preview: ArrangementPreview, reason: str, *, recount: bool = False, by: str = ""
    ) -> Changes:
        """Let the arrangement of a preview count; with `recount`, move the deadlines it showed.

        Both or neither. Raises MissingWordError when deadlines would move without a reason.
        """
        with self._opened.database.transaction():
            changes = self._holidays.take_in(preview.arrangement, preview.source)
            deadlines = {moved.finding.id: moved.deadline for moved in preview.moved}
            if recount and deadlines:
                source = Source(SourceKind.IMPORT, preview.source)
                self._findings.recount(deadlines, reason, by=by, source=source)
        return Changes(holidays=changes.holidays, findings=recount and bool(deadlines))

    def _moved(self, taken: TakenIn) -> tuple[MovedDeadline, ...]:
        holidays, days = self._holidays, taken.arrangement.days
        if not days:
            return ()
        before = holidays.all_taken_in()
        now = holidays.calendar_with([*before, taken])
        known: dict[int, Calendar] = {}

        def then(moment: datetime) -> Calendar:
            counted_by = [each for each in before if each.at <= moment]
            if len(counted_by) not in known:
                known[len(counted_by)] = holidays.calendar_with(counted_by)
            return known[len(counted_by)]

        findings = self._opened.finding_store.unfinished_until(days[0].day)
        events = self._opened.finding_store.histories(finding.id for finding in findings)
        moved: list[MovedDeadline] = []
        for finding in findings:
            visit = self._opened.inspection_store.get(finding.inspection_id)
            counted = counted_deadline(events[finding.id], visit.completed_at or finding.raised_at)
            if counted.last >= taken.at:
                continue
            deadline = counted.recounted(then, now)
            if deadline is not None and deadline != finding.deadline:
                moved.append(MovedDeadline(finding, deadline))
        return tuple(moved)
