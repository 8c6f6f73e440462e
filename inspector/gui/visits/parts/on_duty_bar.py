"""A line that asks who is on duty at a window: chosen among the site's people, or typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.roster import Staff, person_meant, person_words
from inspector.gui.commands.command_button import command_button
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.field_bar import Bar
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.fields.name_field import NameField
from inspector.gui.widgets.labels import button, plain_tip
from inspector.gui.widgets.stacked import Part, stack
from inspector.gui.words import scorecard_title
from inspector.translation import tr
from inspector.workspace.finding_state_words import staff_word

_AT_HAND = 3
"""People of the window that are one click away."""

_WIDEST = 160
"""Pixels of a person among them; the rest is in the tool tip."""

LONGEST = 40


def on_duty_words(card: Scorecard) -> str:
    """Return who is on duty at a window, by number as everywhere on the page."""
    return staff_word(card.staff_number) or card.staff_name or tr("Nobody named")


class OnDutyBar(Bar):
    """Enter keeps who was chosen or typed, Esc leaves it as it was."""

    written = Signal(str, str)
    """Number and name, either of which may be blank."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[Staff] = ()
        self._own: Sequence[Staff] = ()
        self._title = ElidedLabel()
        self.field = NameField("onDutyPerson", tr("Who is on duty"), LONGEST)
        self.field.setMinimumWidth(200)
        self._near: list[QPushButton] = []
        for place in range(_AT_HAND):
            made = button("", f"onDuty-{place + 1}", "choice")
            made.clicked.connect(lambda _, place=place: self._choose(place))
            self._near.append(made)
        keep, leave = self.commands.add_answers((tr("Keep"), self._keep), (tr("Back"), self._back))
        parts: tuple[Part, ...] = (
            self._title, *self._near, (self.field, 1), command_button(leave, "leaveOnDuty"),
            command_button(keep, "keepOnDuty", steady=True),
        )  # fmt: skip
        margin = (2 * GRID, GRID, 2 * GRID, GRID)
        stack(self, parts, margin=margin, spacing=GRID, across=True)

    def open(self, card: Scorecard, own: Sequence[Staff], others: Sequence[Staff]) -> None:
        """Take the keyboard; `own` are the people of the window, `others` those of the site."""
        self._own, self._people = own, (*own, *others)
        self._title.setText(tr("On duty at {window}", window=scorecard_title(card)))
        for place, made in enumerate(self._near):
            made.setVisible(place < len(own))
            if place < len(own):
                words = person_words(own[place])
                metrics = made.fontMetrics()
                made.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, _WIDEST))
                made.setAccessibleName(words)
                made.setToolTip(plain_tip(words))
        now = " ".join(word for word in (card.staff_number, card.staff_name) if word)
        self.field.propose(now, [person_words(each) for each in self._people], tr("Nobody named"))
        self.show()
        self.field.setFocus()
        line = self.field.lineEdit()
        assert line is not None
        line.selectAll()

    def _choose(self, place: int) -> None:
        person = self._own[place]
        self._close(person.number, person.name)

    def _keep(self) -> None:
        self._close(*person_meant(self.field.text, self._people))

    def _close(self, number: str, name: str) -> None:
        self.hide()
        self.written.emit(number, name)

    def _back(self) -> None:
        self.hide()
        self.left.emit()
