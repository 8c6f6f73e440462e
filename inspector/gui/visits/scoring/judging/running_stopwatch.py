"""The running stopwatch of a visit: one at a time, its face shown every second."""

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.domain.checklist.checklist import Item, MeasureRule
from inspector.domain.checklist.points import format_points
from inspector.domain.visit.inspection import Scorecard
from inspector.gui.commands.shared_keys import TIME, press
from inspector.gui.visits.scoring.judging.answering import Entry
from inspector.gui.visits.scoring.judging.stopwatch import Stopwatch, can_be_timed
from inspector.gui.visits.scoring.judging.visit_scoring import Scoring
from inspector.gui.words import scorecard_title
from inspector.translation import tr
from inspector.workspace.pending.pending_writes import WatchPending


class Timing(QObject):
    """Starts on an item, runs while others are scored, stops from anywhere.

    What runs is on disk: it goes on when its visit is opened again.
    """

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.watch: Stopwatch | None = None
        self._scoring: Scoring | None = None
        self._just_started = False
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.ticked)

    def open(self, scoring: Scoring) -> str:
        """Go on with what runs in a visit; return a sentence that says so, or nothing."""
        self._scoring = scoring
        scoring.answered.connect(self._go_on)
        scoring.left_out.connect(self._go_on)
        workspace, sheet = scoring.session.workspace, scoring.sheet
        kept = workspace.stopwatches.running(sheet.inspection.id)
        if kept is None and workspace.stopwatches.is_lost(sheet.inspection.id):
            scoring.session.keep(WatchPending(sheet.inspection.id))
            return tr("The clock was set while the stopwatch ran: please take the time again.")
        item = sheet.pack.item_by_id.get(kept.item_id) if kept else None
        card = next((c for c in sheet.scorecards if kept and c.id == kept.scorecard_id), None)
        if kept is None or item is None or card is None or not can_be_timed(item):
            return ""
        seconds = (workspace.now() - kept.started_at).total_seconds()
        self._run(Stopwatch.resume(kept.scorecard_id, item, seconds))
        return tr(
            "The stopwatch is still running: {window}, {item}. {time} stops it.",
            window=scorecard_title(card),
            item=item.text,
            time=press(TIME, tr("Stop the watch")),
        )

    def close(self) -> None:
        """Let go of the visit; what runs in it runs on."""
        self._scoring = None
        self._run(None)

    def start(self, card: Scorecard, item: Item | None) -> bool:
        """Start on an item; False when it measures no time or its window is left out."""
        if item is None or card.left_out or not can_be_timed(item):
            return False
        session, visit = self._visit.session, self._visit.sheet.inspection.id
        write = WatchPending(visit, card.id, item.id, session.workspace.now())
        if session.keep(write, goes_on=True):
            self._run(Stopwatch.start(card.id, item))
            self._just_started = True
        return True

    def stop(self) -> str:
        """Take the time as a sample of its item; return which, or nothing when that was refused.

        A watch whose time could not be kept runs on.
        """
        scoring, watch = self._visit, self.watch
        assert watch is not None
        assert isinstance(watch.item.rule, MeasureRule)
        card, value = scoring.sheet.scorecard(watch.scorecard_id), watch.value()
        if not Entry(scoring, card, watch.item).add_sample(value):
            return ""
        self._forget()
        return tr(
            "{value} {unit} taken: {window}, {item}",
            value=format_points(value),
            unit=watch.item.rule.unit,
            window=scorecard_title(card),
            item=watch.item.text,
        )

    @property
    def just_started(self) -> bool:
        """The start is the last thing that was done."""
        return self.watch is not None and self._just_started

    def take_back(self) -> bool:
        """Take the start back, as the last thing that was done; False when it was not."""
        if not self.just_started:
            return False
        self._forget()
        return True

    def _go_on(self) -> None:
        self._just_started = False  # something else was done since

    def _forget(self) -> None:
        session, visit = self._visit.session, self._visit.sheet.inspection.id
        session.keep(WatchPending(visit), goes_on=True)
        self._run(None)

    def _run(self, watch: Stopwatch | None) -> None:
        self.watch = watch
        self._just_started = False
        if watch is not None:
            self._second.start()
        else:
            self._second.stop()
        self.ticked.emit()

    @property
    def _visit(self) -> Scoring:
        assert self._scoring is not None
        return self._scoring
