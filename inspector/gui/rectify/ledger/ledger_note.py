"""What stands in the place of the rows where there are none: what to do next, or how to widen."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QVBoxLayout, QWidget

from inspector.domain.finding.ledger_view import LedgerView, Quick
from inspector.gui.commands.keyed_button import KeyedButton
from inspector.gui.commands.shared_keys import (
    LEAVE,
    SIDEWAYS,
    by_hand,
    key_name,
    page_key,
    press,
    pressed,
)
from inspector.gui.measures import sized
from inspector.gui.rectify.ledger.ledger_words import findings_text, quick_word
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label, wrapped
from inspector.translation import tr

_WIDTH = 400


class LedgerNote(QWidget):
    """Lies over the rows of a table, which keeps the keyboard."""

    widened = Signal()

    def __init__(self, table: QAbstractScrollArea) -> None:
        super().__init__(table.viewport())
        self.setObjectName("ledgerNote")
        self._table = table
        self._title = label("", "title")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = wrapped("", "secondary")
        self._text.setObjectName("ledgerNoteText")
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._widen = KeyedButton(tr("Clear conditions"), key_name(LEAVE), "widenFilter")
        self._widen.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addStretch(2)
        column.addWidget(self._title)
        for widget in (self._text, self._widen):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(3)
        self._widen.clicked.connect(self.widened)
        table.viewport().installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._title.text()}\n{self._text.text()}"

    def say_empty(self) -> None:
        """There is no finding at all yet."""
        self._say(
            tr("No findings yet"),
            tr(
                "Every deduction of a completed inspection becomes a finding here: who puts it"
                " right, by when, and whether it was rechecked. {inspections} leads"
                " to the inspections.",
                inspections=pressed(tr("Inspect"), page_key(0)),
            ),
            False,
        )

    def say_none(self, view: LedgerView, anywhere: int) -> None:
        """A view shows nothing; `anywhere` is how many there are whatever their state."""
        of_figure = view.source is not None and not view.text
        asked = not of_figure and (bool(view.text) or view.narrowing > 0)
        if of_figure:
            text = tr(
                "The figure of the summary counts nothing here. {esc} leads back to it;"
                " another quick filter{sideways} shows others.",
                esc=press(LEAVE, tr("Back")),
                sideways=_arrows(),
            )
        elif asked and anywhere:
            text = tr(
                "{findings} match in another state: choose another quick filter"
                "{sideways}, “{all}” for every state. {esc} takes text and filters off.",
                findings=findings_text(anywhere),
                all=quick_word(Quick.ALL),
                esc=press(LEAVE, tr("Clear conditions")),
                sideways=_arrows(),
            )
        elif asked:
            text = tr(
                "Try other words, or look without the text and the filters.",
            )
        else:
            text = tr(
                "Nothing is “{quick}” now. Choose another quick filter{sideways}, “{all}” for"
                " every finding.",
                quick=quick_word(view.quick),
                all=quick_word(Quick.ALL),
                sideways=_arrows(),
            )
        self._say(tr("No finding matches"), text, asked)

    def _say(self, title: str, text: str, can_widen: bool) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._widen.setVisible(can_widen)
        self._fit()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room = self._table.viewport().rect()
        self.setGeometry(room)
        self._text.setFixedWidth(max(1, min(sized(_WIDTH), room.width() - 4 * GRID)))


def _arrows() -> str:
    """Return the arrows behind what they choose, where there are any keys."""
    keys = key_name(SIDEWAYS)
    return by_hand(tr(" ({sideways})", sideways=keys), "")
