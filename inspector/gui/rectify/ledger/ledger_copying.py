"""Copying rows of the ledger as text for a spreadsheet: a few at once, many beside the window.

Of ten years only the ids are held. The rows are read a piece after the other, and what stays of
them is their text, once.
"""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear
from inspector.gui.rectify.ledger.ledger_model import LedgerModel
from inspector.gui.rectify.ledger.ledger_words import findings_text
from inspector.gui.session import Session
from inspector.translation import tr

AT_ONCE = 300
"""Rows that no key waits for."""

_PIECE = 200
"""Rows read at once beside the window, between two words of progress."""

_AMPLE = 130
"""Percent of what the first rows take that room is kept for."""


class LedgerCopying:
    """Puts rows of the ledger on the clipboard, under their header."""

    def __init__(self, session: Session, model: LedgerModel) -> None:
        self._session, self._model = session, model

    def copy(self, ids: Sequence[str]) -> None:
        """Copy the rows of these findings, in this order; many take a while, and can be stopped."""
        if len(ids) <= AT_ONCE:
            rows = self._session.workspace.findings.lines_of(ids)
            QGuiApplication.clipboard().setText(self._model.text_of(rows))
            return
        count = findings_text(len(ids))

        def done(text: QByteArray) -> None:
            _hand_over(text)
            self._session.told.emit(tr("Copied: {count}.", count=count), "")

        self._session.runner.run(
            Job(
                said=tr("Copying {count}…", count=count),
                work=lambda hear: self._text_of(ids, hear),
                done=done,
                stopped=tr("Stopped; nothing was copied."),
                failed=tr("Nothing was copied, by a fault of the program."),
            )
        )

    def _text_of(self, ids: Sequence[str], hear: Hear) -> QByteArray:
        """Return the text in UTF-8; runs on a thread."""
        text = QByteArray(self._model.copied_head().encode())
        with self._session.workspace.reading_apart() as apart:
            for begin in range(0, len(ids), _PIECE):
                hear(begin, len(ids))
                rows = apart.findings.lines_of(ids[begin : begin + _PIECE])
                lines = "".join(f"\n{line}" for line in self._model.copied_lines(rows))
                piece = lines.encode()
                if not begin:  # else it would be moved as it grows, and everything wait meanwhile
                    text.reserve(len(piece) * _AMPLE * len(ids) // (100 * _PIECE))
                text.append(piece)
        return text


def _hand_over(text: QByteArray) -> None:
    """Put a text on the clipboard as it is: as Qt's own it would be there twice for a while."""
    copied = QMimeData()
    copied.setData("text/plain", text)
    QGuiApplication.clipboard().setMimeData(copied)
