"""The minutes (晨会纪要) of the meetings of an extent, or of one meeting."""

from pathlib import Path

from inspector.domain.errors import NoMeetingError
from inspector.domain.minutes import Minutes
from inspector.excel.minutes_workbook import write_minutes
from inspector.excel.progress import Progress, unheard
from inspector.workspace.extent import Extent, Period
from inspector.workspace.papers import Papers
from inspector.workspace.preferences import MINUTES_ATTACHMENT


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
        heading = self._heading(extent, MINUTES_ATTACHMENT)
        write_minutes(path, self.minutes(extent), heading, progress)
        return path

    def minutes(self, extent: Extent) -> list[Minutes]:
        """Return the minutes of an extent; raises UnknownSiteError, NoMeetingError."""
        period = extent.period
        ended = self._workspace.minutes.between(period.first, period.last, extent.site)
        held = [each for each in ended if extent.covers(each.meeting.site_name)]
        if not held:
            raise NoMeetingError
        return held

    def write_minutes_of(self, path: Path, meeting_id: str, progress: Progress = unheard) -> Path:
        """Write the minutes of one meeting. Raises FileInUseError or CannotWriteError."""
        self._refuse_own(path)
        minutes = self._workspace.minutes.of(meeting_id)
        extent = _extent_of(minutes)
        write_minutes(path, [minutes], self._heading(extent, MINUTES_ATTACHMENT), progress)
        return path

    def minutes_name_of(self, meeting_id: str) -> str:
        """Return the file name that the minutes of one meeting are offered under."""
        return self.minutes_name(_extent_of(self._workspace.minutes.of(meeting_id)))


def _extent_of(minutes: Minutes) -> Extent:
    day = minutes.meeting.started_at.date()
    return Extent(Period(day, day), minutes.meeting.site_name)
