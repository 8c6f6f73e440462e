"""The head of the scoring page: which visit, how far it is, the score so far, a running watch."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.points import format_score
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.commands.shared_keys import TIME, key_name, with_key
from inspector.gui.frame.page_head import PageHead
from inspector.gui.visits.scoring.judging.stopwatch import Stopwatch
from inspector.gui.widgets.labels import button
from inspector.gui.words import scorecard_title, visit_words
from inspector.translation import tr

LONGEST_VISIT = 240
"""Minutes; what was started longer ago is being resumed, and its duration says nothing."""


class VisitHead(PageHead):
    """Site and kind on the left, the stopwatch on the right."""

    stopped = Signal()
    """The stopwatch was clicked while it runs."""

    def __init__(self) -> None:
        super().__init__()
        self._watch = button("", "stopwatch", "quiet")
        self._watch.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watch.clicked.connect(self.stopped)
        self._watch.hide()
        self.add(self._watch)

    def hold_windows(self, who: QWidget, windows: QWidget) -> None:
        """Let the windows lie in this line, and the one in front be its title."""
        at = self._row.indexOf(self._subtitle)
        self._row.insertWidget(at, who)
        self._row.insertWidget(at + 1, windows, 1)
        self._subtitle.hide()

    def let_windows_go(self, who: QWidget, windows: QWidget) -> None:
        """Say which visit it is again."""
        for each in (who, windows):
            self._row.removeWidget(each)
        self._title.show()
        self._subtitle.show()

    def make_room(self, is_narrow: bool) -> None:
        """Leave the title out where the windows, one of which says the same, need the room."""
        self._title.setHidden(is_narrow)

    def show_visit(self, sheet: InspectionSheet, now: datetime, window: str = "") -> None:
        """Show which visit it is, and for how long it goes on; or which `window` is in front."""
        inspection = sheet.inspection
        minutes = (now - inspection.started_at).total_seconds() // 60
        is_new = 0 <= minutes < LONGEST_VISIT
        duration = (tr("{minutes} min", minutes=int(minutes)),) if is_new else ()
        words = visit_words(inspection, *duration)
        self.set_texts(window or inspection.site_name, words)
        self._title.setToolTip(f"{inspection.site_name} · {words}" if window else "")

    def show_watch(self, watch: Stopwatch | None, sheet: InspectionSheet | None) -> None:
        """Show the running stopwatch and its window, or none."""
        self._watch.setVisible(watch is not None)
        if watch is not None and sheet is not None:
            window = scorecard_title(sheet.scorecard(watch.scorecard_id))
            self._watch.setText(
                tr(
                    "{time}  {window}  {stop}",
                    time=watch.text,
                    window=window,
                    stop=with_key(tr("Stop the watch"), key_name(TIME)),
                )
            )


def visit_figures(sheet: InspectionSheet) -> str:
    """Return how far a visit is, and its score so far."""
    coverage = sheet.total_coverage()
    done = sum(sheet.progress(card).complete for card in sheet.inspected)
    said = tr(
        "Windows {done} / {cards}   Observed {observed} / {items}   Score {score}",
        done=done,
        cards=len(sheet.inspected),
        observed=coverage.observed,
        items=coverage.asked,
        score=format_score(sheet.site_score().total),
    )
    if done < len(sheet.inspected):
        return said  # it is too early to say
    least = sheet.pack.policy.ranked_from  # what that means is said where one completes
    if coverage.enough(least):
        return said
    below = tr("below {percent}%, {count} short", percent=least, count=coverage.lacking(least))
    return f"{said}   {below}"
