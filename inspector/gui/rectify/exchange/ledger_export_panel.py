"""The ledger as a workbook: with photos or without, to be filled in or as a report.

Standalone: `offer` shows the line for a filter and an order, Enter asks where to.
"""

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from inspector.domain.errors import InspectorError
from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import UNFINISHED, LedgerCounts, LedgerFilter, LedgerOrder
from inspector.excel.sheet.printed_width import Paper
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.jobs.newest_answer import NewestAnswer
from inspector.gui.jobs.task import Outcome
from inspector.gui.papers.file_writer import write_workbook
from inspector.gui.papers.paper_preview import preview_workbook
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import button, hairline, label
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr, tr_count
from inspector.workspace.apart.ledger_apart import (
    LedgerAsked,
    SentLedger,
    offered_ledger,
    write_wanted,
)
from inspector.workspace.preferences import LEDGER_PARTS, LEDGER_TICKS


class _Counting(NewestAnswer):
    """Counts the findings of a filter beside the window."""

    counted = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session.refused.emit, parent)
        self._session = session

    def ask(self, asked: LedgerFilter) -> None:
        """Count those of another filter."""
        self._begin()
        workspace = self._session.workspace
        reader, today = workspace.ledger_reader, workspace.now().date()
        self._ask(lambda: reader.counts_of(asked, today), self.counted.emit)


class LedgerExportLine(QWidget):
    """Hidden until it is offered; Esc leaves it, wherever the keyboard is."""

    closed = Signal()

    asks = Signal(bool)
    """It waits for an answer, or does no more."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        surface(area=self)
        self._session = session
        self._asked, self._order = LedgerFilter(), LedgerOrder()
        self._counts: LedgerCounts | None = None  # not known yet
        self._counting = _Counting(session, self)
        self._counting.counted.connect(self._on_counted)
        self._busy = False
        self._count = label("", "secondary")
        self._fill_in = QCheckBox(tr("For units to fill in and send back"))
        self._fill_in.setObjectName("ledgerFillIn")
        self._fill_in.setChecked(True)
        self._photos = QCheckBox(tr("With photos"))
        self._photos.setObjectName("ledgerPhotos")
        self._open = QCheckBox(tr("Not closed only"))
        self._open.setObjectName("ledgerOpen")
        self._a3 = QCheckBox(tr("A3 paper"))
        self._a3.setObjectName("ledgerA3")
        self.commands = CommandTable(self)
        words = tr("With or without")
        self.commands.add("tick", words, "Space", short=words)
        words = tr("Print…")
        printed = self.commands.add(
            "print", words, "Ctrl+P", self.print_out, short=words, why_not=self._why_busy
        )
        save, cancel = self.commands.add_answers(
            (tr("Save…"), self._ask), (tr("Cancel"), self.cancel)
        )
        save.set_why_not(self._why_busy)
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(2 * GRID)
        recent = button(tr("Recent exports"), "recentLedgers", "quiet")
        recent.clicked.connect(session.papers_wanted)
        # Two lines where one has no room: who writes it stays in sight.
        options = (self._fill_in, self._open, self._photos, self._a3)
        self._ticks = dict(zip(LEDGER_PARTS, options, strict=True))
        self._flow = FlowRow([self._count, *options, recent])
        row.addWidget(self._flow, 1)
        row.addWidget(command_button(printed, "printLedger"))
        row.addWidget(command_button(cancel, "cancelLedger"))
        row.addWidget(command_button(save, "saveLedger", "primary"))
        stack(self, (hairline(), row))
        self._fill_in.toggled.connect(self._on_fill_in)
        self._open.toggled.connect(self._say_count)
        self.hide()
        self._on_fill_in(self._fill_in.isChecked())

    def offer(self, asked: LedgerFilter, order: LedgerOrder) -> None:
        """Offer the findings of a filter as a ledger in an order."""
        self._asked, self._order, self._counts = asked, order, None
        last = self._session.workspace.preferences.get(LEDGER_TICKS).split(",")
        for part, box in self._ticks.items():
            box.setChecked(part in last)
        self._counting.ask(asked)
        self._say_count()
        self.show()
        self._fill_in.setFocus()
        self.asks.emit(True)

    def _on_fill_in(self, fill_in: bool) -> None:
        """What is to be filled in has only what is not closed in any case."""
        self._open.setEnabled(not fill_in)
        self._say_count()

    def _on_counted(self, counts: LedgerCounts) -> None:
        self._counts = counts
        self._say_count()
        self._flow.arrange()  # what is counted is longer than that it is being counted

    def _say_count(self) -> None:
        """Say how many findings go out: to be filled in, those with something still to be done."""
        counts = self._counts
        if counts is None:
            self._count.setText(tr("Counting…"))
            return  # or nothing is offered yet
        unfinished = sum(counts.of(state) for state in UNFINISHED)
        count = (self._fill_in.isChecked() and unfinished) or counts.total
        if self._open.isChecked() and not self._fill_in.isChecked():
            count = unfinished
        said = tr_count(count, "1 finding", "{count} findings")
        left_out = _left_out(counts.total - count, counts.of(FindingState.CLOSED))
        self._count.setText(tr("; ").join(filter(None, (said, left_out))))

    def cancel(self) -> None:
        """Write none; stop what is being written, as when something is taken in."""
        if self._busy:
            self._session.runner.stop()
        else:
            self.put_away()

    def put_away(self) -> None:
        """Offer it no longer, unless it is being written."""
        if not self._busy and not self.isHidden():
            self.hide()
            self.asks.emit(False)
            self.closed.emit()

    def print_out(self) -> None:
        """Show it as it is printed. It did not go out, and no finding says so."""
        wanted = self._wanted()
        if offer := self._session.attempt(lambda: offered_ledger(self._session.workspace, wanted)):
            self._keep_ticks()
            preview_workbook(
                self._session,
                offer.name,
                partial(write_wanted, wanted),
                is_long=offer.is_long,
            )

    def _keep_ticks(self) -> None:
        """Tick the same next time; a disk that refuses loses no ledger."""
        kept = ",".join(part for part, box in self._ticks.items() if box.isChecked())
        with suppress(InspectorError):
            self._session.changed.emit(self._session.workspace.preferences.set(LEDGER_TICKS, kept))

    def _why_busy(self) -> str:
        return tr("It is being written.") if self._busy else ""

    def _wanted(self) -> LedgerAsked:
        return LedgerAsked(
            self._asked,
            self._order,
            photos=self._photos.isChecked(),
            fill_in=self._fill_in.isChecked(),
            open_only=self._open.isChecked(),
            paper=Paper.A3 if self._a3.isChecked() else Paper.A4,
        )

    def _ask(self) -> None:
        session, wanted, came = self._session, self._wanted(), list[SentLedger]()
        offer = session.attempt(lambda: offered_ledger(session.workspace, wanted))
        if offer is None:
            return
        exports, preferences = session.workspace.ledger_exports, session.workspace.preferences

        def written(path: Path) -> bool:
            record = partial(exports.record_sent, came[-1].findings, path)
            return session.attempt(record) is not None

        def said(path: Path) -> str:
            from inspector.workspace.papers.paper_words import blanks_sentence

            told = tr("Written: {path}", path=path)
            parts = (told, _left_out(came[-1].ended, came[-1].closed), came[-1].printed)
            done = tr("; ").join(filter(None, parts))
            of_one = bool(wanted.asked.site_id)
            blank = blanks_sentence(preferences, "rectification", of_one_site=of_one)
            return tr("{sentence} {next}", sentence=done, next=blank) if blank else done

        self._hold(
            write_workbook(
                session,
                self,
                offer.name,
                partial(write_wanted, wanted),
                written,
                self._end,
                said=said,
                is_long=offer.is_long,
                came=came.append,
            )
        )

    def _end(self, outcome: Outcome) -> None:
        """Leave when it was written; else it may be tried again."""
        self._hold(False)
        if outcome is Outcome.DONE:
            self._keep_ticks()
            self.put_away()

    def _hold(self, busy: bool) -> None:
        self._busy = busy
        self.commands.look_again()


def _left_out(count: int, closed: int) -> str:
    """Return which findings a ledger to be filled in is without: `closed` of them, or ''."""
    if not count:
        return ""
    if count == closed:
        return tr_count(count, "without 1 closed", "without {count} closed")
    return tr_count(count, "without 1 closed or withdrawn", "without {count} closed or withdrawn")
