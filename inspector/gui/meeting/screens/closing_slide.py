"""The last screen: what was decided, what is left, who was there, what there is to do today."""

from inspector.domain.meeting.minutes import Minutes, MinutesLine
from inspector.gui.meeting.screens.meeting_words import (
    attendance_text,
    decided_words,
    place_word,
    standing,
)
from inspector.gui.meeting.screens.slide_view import SlideView
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label, wrapped
from inspector.translation import tr


class ClosingSlideView(SlideView):
    """Counts first, then what is still open, attendance and tasks."""

    def __init__(self, cache: PhotoCache) -> None:
        super().__init__(cache, "closingSlide")
        self.title = label(tr("Closing"), "title")
        self.counts = wrapped()
        self.counts.setObjectName("closingCounts")
        self.attendance = wrapped()
        self.attendance.setObjectName("closingAttendance")
        self.tasks = wrapped()
        self.tasks.setObjectName("closingTasks")
        self._results = wrapped()
        self._results.setObjectName("closingResults")
        self.words.addWidget(self.title)
        for title, text in (
            ("", self.counts),
            (tr("Attendance"), self.attendance),
            (tr("Tasks of today"), self.tasks),
            (tr("What was decided"), self._results),
        ):
            self.words.addSpacing(GRID)
            if title:
                self.words.addWidget(label(title, "section"))
            self.words.addWidget(text)
        self.words.addStretch(1)
        self.setAccessibleName(self.title.text())

    def show_minutes(self, minutes: Minutes) -> None:
        """Show what the meeting came to so far."""
        lines = minutes.lines
        left = sum(line.is_waiting for line in lines)
        still_open = len(minutes.still_open)
        self.counts.setText(
            tr(
                "Findings: {all}, settled: {closed}, still open: {open}, not shown yet: {left}",
                all=len(lines),
                closed=len(lines) - still_open,
                open=still_open,
                left=left,
            )
        )
        self.attendance.setText(attendance_text(minutes))
        self.tasks.setText(minutes.meeting.tasks or tr("Nothing is written yet."))
        self._results.setText(
            "\n".join(f"{number}. {_result(line)}" for number, line in enumerate(lines, 1))
        )


def _result(line: MinutesLine) -> str:
    finding = line.finding
    place = place_word(finding.window_number, "")
    return tr(
        "{place} {text} — {state}: {decided}",
        place=place, text=finding.text, state=standing(finding), decided=decided_words(line),
    )  # fmt: skip
