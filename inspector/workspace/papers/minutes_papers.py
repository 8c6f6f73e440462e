"""The minutes (晨会纪要) of the meetings of an extent, or of one meeting."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from inspector.domain.errors import NoMeetingError
from inspector.domain.meeting.meeting import Meeting
from inspector.domain.meeting.minutes import Minutes
from inspector.domain.record.journal import Subject
from inspector.domain.record.record import ChangedRecord
from inspector.excel.papers.minutes_workbook import write_minutes
from inspector.excel.papers.seal_words import meetings_alarm
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.report_heading import Heading
from inspector.storage.stores.meeting_store import MeetingStore
from inspector.workspace.extent import Extent, Period
from inspector.workspace.meeting.minutes_book import MinutesBook
from inspector.workspace.papers.paper_family import Papers
from inspector.workspace.preferences import MINUTES_ATTACHMENT
from inspector.workspace.visits.record_check import Days


class MinutesPapers(Papers):
    """Writes minutes."""

    def minutes_name(self, extent: Extent) -> str:
        """Return the file name that the minutes of meetings are offered under."""
        return self._file_name("晨会纪要", extent, MINUTES_ATTACHMENT)

    def write_minutes(self, path: Path, extent: Extent, progress: Progress = unheard) -> Path:
        """Write the minutes (晨会纪要) of every meeting ended in an extent, newest first.

        Raises UnknownSiteError, NoMeetingError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        held, days = (
            self.minutes(extent),
            Days(extent.period.first, extent.period.last, extent.covers),
        )
        gone = self._records.changes.gone(days, Subject.MEETING)
        heading = self._marked(self._heading(extent, MINUTES_ATTACHMENT), held, gone)
        write_minutes(path, held, heading, progress)
        return path

    def minutes(self, extent: Extent) -> list[Minutes]:
        """Return the minutes of an extent; raises UnknownSiteError, NoMeetingError."""
        period = extent.period
        ended = self._opened.of(MinutesBook).between(period.first, period.last, extent.site)
        held = [each for each in ended if extent.covers(each.meeting.site_name)]
        if not held:
            raise NoMeetingError
        return held

    def write_minutes_of(self, path: Path, meeting_id: str, progress: Progress = unheard) -> Path:
        """Write the minutes of one meeting. Raises FileInUseError or CannotWriteError."""
        self._refuse_own(path)
        minutes = self._opened.of(MinutesBook).of(meeting_id)
        extent = _extent_of(minutes.meeting)
        heading = self._marked(self._heading(extent, MINUTES_ATTACHMENT), [minutes])
        write_minutes(path, [minutes], heading, progress)
        return path

    def _marked(
        self, heading: Heading, held: Sequence[Minutes], gone: Sequence[ChangedRecord] = ()
    ) -> Heading:
        """Return a heading that names the meetings, or what they tell, that was changed since."""
        changes = self._records.changes
        ended = [minutes for minutes in held if minutes.meeting.ended_at is not None]
        meetings = changes.meetings_changed(minutes.meeting.id for minutes in ended)
        told = [line.finding.id for minutes in ended for line in minutes.lines]
        findings = changes.findings_changed(told)
        changed = [
            ChangedRecord(minutes.meeting.id, minutes.meeting.site_name, minutes.meeting.started_at)
            for minutes in ended
            if minutes.meeting.id in meetings
            or any(line.finding.id in findings for line in minutes.lines)
        ]
        return replace(heading, alarm=meetings_alarm([*changed, *gone]))

    def minutes_name_of(self, meeting_id: str) -> str:
        """Return the file name that the minutes of one meeting are offered under."""
        return self.minutes_name(_extent_of(MeetingStore(self._opened.database).get(meeting_id)))


def _extent_of(meeting: Meeting) -> Extent:
    day = meeting.started_at.date()
    return Extent(Period(day, day), meeting.site_name)
