"""The place in front of a patrol: what was wrong there, its photos, and the lines to write in."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.patrol import PatrolEntry
from inspector.gui.photos.photo_strip import PhotoStrip
from inspector.gui.theme import GRID
from inspector.gui.visits.rounds.patrol.entry_cards import EntryCards
from inspector.gui.visits.rounds.patrol.entry_editor import EntryEditor
from inspector.gui.visits.rounds.patrol.handling_editor import HandlingEditor
from inspector.gui.visits.rounds.patrol.patrol_round import PatrolRound
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import wrapped
from inspector.gui.words import scorecard_title
from inspector.translation import tr


class PatrolPanel(QScrollArea):
    """At most one line to write in is open at a time."""

    left = Signal()
    """The keyboard goes back to the places."""

    given_up = Signal()
    """Esc in the line that is open: what is in it is not wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = ElidedLabel("section")
        self._title.setObjectName("placeTitle")
        self._hint = wrapped("", "secondary")
        self._hint.setObjectName("placeHint")
        self.editor = EntryEditor()
        self.handling = HandlingEditor()
        self.cards = EntryCards()
        self.photos = PhotoStrip()
        self._inner = QWidget()
        self._inner.setObjectName("surface")
        self._inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        for widget in (
            self._title, self._hint, self.editor, self.handling, self.cards, self.photos,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(self._inner)
        self.close_editors()
        self.editor.left.connect(self.given_up)
        self.handling.left.connect(self.given_up)
        self.photos.left.connect(self.left)
        self.verticalScrollBar().rangeChanged.connect(self._show_focused)

    @property
    def is_writing(self) -> bool:
        """A line to write in is open."""
        return not (self.editor.isHidden() and self.handling.isHidden())

    def take_keyboard(self) -> None:
        """Put the keyboard into the line that is open."""
        (self.handling if self.editor.isHidden() else self.editor).text.setFocus()

    def close_editors(self) -> None:
        """Close the lines to write in; the keyboard is elsewhere by now."""
        self.editor.hide()
        self.handling.hide()

    def show_place(
        self,
        round_: PatrolRound,
        card: Scorecard,
        current: PatrolEntry | None,
        unkept: bool = False,
    ) -> None:
        """Show a place; `current` is the entry that keys act on.

        `unkept`: something is written there and waits to be gone on with.
        """
        who = " · ".join(part for part in (card.staff_number, card.department) if part)
        title = scorecard_title(card)
        self._title.setText(f"{title}  {who}" if who else title)
        seen = round_.entries_at(card.id)
        wrong = [entry for entry in seen if not entry.clean]
        self._hint.setText(self._next_keys(seen, unkept))
        at = next((i for i, entry in enumerate(wrong) if current and entry.id == current.id), -1)
        self.cards.show_entries(wrong, at, lambda entry_id: len(round_.evidence_of(entry_id)))
        self.photos.show_evidence(self._evidence(round_, current))

    def _next_keys(self, seen: list[PatrolEntry], unkept: bool) -> str:
        if not self.editor.isHidden():
            return tr("↑ ↓ chooses a suggestion, ↵ keeps it, Esc goes back")
        if not self.handling.isHidden():
            return tr("A digit or a few words, ↵ keeps them, Esc goes back")
        if unkept:
            return tr("Written and not kept yet: ↵ goes on with it")
        if any(not entry.clean for entry in seen):
            return tr("2 one more · E other words · ← → another one")
        if seen:
            return tr("Nothing wrong, {time}.", time=f"{seen[0].at:%H:%M}")
        return tr("1 nothing wrong · 2 something is wrong")

    def _evidence(self, round_: PatrolRound, current: PatrolEntry | None) -> tuple[Evidence, ...]:
        return round_.evidence_of(current.id) if current is not None else ()

    def _show_focused(self) -> None:
        """Keep what is typed into in sight."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            place = focused.mapTo(self._inner, QPoint(0, 0))
            self.ensureVisible(0, place.y() + focused.height(), 0, GRID)
