"""What stands in the place of the figures where nothing was inspected: when something was."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.domain.days.span import SpanKind, span_of
from inspector.gui.commands.shared_keys import page_key, pressed
from inspector.gui.summary.sections.figure_words import scope_text
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.labels import button, label, wrapped
from inspector.gui.widgets.stacked import surface
from inspector.gui.words import day_text, span_text
from inspector.translation import join_sentences, tr
from inspector.workspace.papers.period_figures import SummaryFigures

_WIDTH = 480


class EmptyPeriod(QWidget):
    """Leads to the nearest period with a visit."""

    day_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        surface(area=self)
        self._title = label("", "title")
        self._title.setObjectName("emptyPeriod")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = wrapped("", "secondary")
        self._text.setObjectName("emptyPeriodText")
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        fix_width(self._text, _WIDTH)
        self._days: dict[int, date] = {}
        self.buttons = [button("", "nearestBefore", "primary"), button("", "nearestAfter")]
        column = QVBoxLayout(self)
        column.setSpacing(2 * GRID)
        column.addStretch(2)
        column.addWidget(self._title)
        for widgets in ([self._text], self.buttons):
            row = QHBoxLayout()
            row.addStretch(1)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(3)
        for place, made in enumerate(self.buttons):
            made.clicked.connect(lambda _, place=place: self.day_wanted.emit(self._days[place]))

    def explain(self, figures: SummaryFigures, kind: SpanKind, narrowed: bool) -> None:
        """Say that nothing was completed in the period, and when something was."""
        self._title.setText(
            tr("No completed inspection in {period}", period=scope_text(figures.scope))
        )
        before, after = figures.nearest
        self._days = {}
        near = kind if kind is not SpanKind.FREE else SpanKind.MONTH
        for place, (day, words) in enumerate(
            ((before, tr("← To {period}")), (after, tr("To {period} →")))
        ):
            self.buttons[place].setVisible(day is not None)
            if day is not None:
                self._days[place] = day
                said = words.format(period=span_text(span_of(near, day)))
                self.buttons[place].setText(said)
                self.buttons[place].setAccessibleName(said)
        self._text.setText(_nearest_text(before, after, narrowed))

    def take_focus(self) -> None:
        """Give the keyboard to the first button there is."""
        shown = [made for made in self.buttons if not made.isHidden()]
        (shown[0] if shown else self).setFocus()


def _nearest_text(before: date | None, after: date | None, narrowed: bool) -> str:
    said = [tr("Of the chosen site and checklist.")] if narrowed else []
    if before is not None:
        said.append(tr("The last inspection before it was on {day}.", day=day_text(before)))
    if after is not None:
        said.append(tr("The first inspection after it was on {day}.", day=day_text(after)))
    if before is None and after is None:
        said.append(
            tr(
                "Figures appear when the first inspection is completed: {inspections} leads to it.",
                inspections=pressed(tr("Inspect"), page_key(0)),
            )
        )
    return join_sentences(said)
