"""What the office weighs, as a form: weights that sum to 100, lines, costs, bars, cards."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from inspector.domain.errors import RefusedInputError
from inspector.domain.evaluation.scheme import (
    Missing,
    Part,
    RedLine,
    Scheme,
    SchemeVersion,
    weight_field,
)
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import UP_DOWN
from inspector.gui.editor_draft import Field
from inspector.gui.evaluation.scheme_words import field_word, missing_word, red_line_word
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.fields.number_field import NumberField
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.words import moment_text
from inspector.translation import tr
from inspector.workspace.evaluation.reason_words import part_word

_NUMBER, _CHOICE = 72, 280

LINES = ("excellent", "good", "passing")
COSTS = ("late_cost", "upheld_cost", "waiting_cost", "patrols_a_week")
RANKING = ("least_visits", "bar_overdue", "bar_upheld")
AWARDS = ("flags", "flag_from", "best", "best_from")
CARDS = ("yellow_below", "yellow_overdue", "yellow_upheld")


class SchemeForm(QWidget):
    """Ctrl+Enter keeps it as one more version, Esc leaves it."""

    confirmed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        surface(area=self)
        self._told = wrapped("", "secondary")
        self._told.setObjectName("schemeTold")
        self._sum = label("", "section")
        self._sum.setObjectName("weightSum")
        self.weights = {part: NumberField(weight_field(part), part_word(part)) for part in Part}
        self.numbers = {
            name: NumberField(f"scheme-{name}", field_word(name))
            for name in (*LINES, *COSTS, *RANKING, *AWARDS, *CARDS)
        }
        self._missing = Choice("schemeMissing", tr("Without a figure"))
        self._missing.offer([(missing_word(each), each) for each in Missing])
        self._red_line = Choice("schemeRedLine", tr("A red line"))
        self._red_line.offer([(red_line_word(each), each) for each in RedLine])
        for number in (*self.weights.values(), *self.numbers.values()):
            fix_width(number, _NUMBER)
        for choice in (self._missing, self._red_line):
            fix_width(choice, _CHOICE)
        self.commands = CommandTable(self)
        keep, leave = self.commands.add_answers(
            (tr("Save"), self.confirmed.emit), (tr("Cancel"), self.left.emit)
        )
        self.commands.add("choose", tr("Choose"), UP_DOWN, short=tr("Choose"))
        self._buttons = (command_button(leave, "cancelScheme"),
                         command_button(keep, "saveScheme", "primary"))  # fmt: skip
        stack(self, (self._head(), (self._scroll(), 1)))
        for weight in self.weights.values():
            weight.textChanged.connect(lambda _: self._add_up())

    def _head(self) -> QWidget:
        head = QWidget()
        head.setObjectName("surface")
        stack(head, ((self._told, 1), *self._buttons), spacing=GRID, across=True,
              margin=(2 * GRID, GRID, 2 * GRID, GRID))  # fmt: skip
        return head

    def _scroll(self) -> QScrollArea:
        content = surface()
        parts: list[QWidget] = []
        weights = [_titled(field, part_word(part)) for part, field in self.weights.items()]
        for title, fields in (
            (tr("Weights in percent"), [*weights, _titled(self._missing, tr("Without a figure"))]),
            (tr("What costs points, and how often is wanted"), self._titled(COSTS)),
            (tr("Levels, from so many points on"), self._titled(LINES)),
            (
                tr("Who is ranked, and who gets no award (0: never)"),
                [*self._titled(RANKING), _titled(self._red_line, tr("A red line"))],
            ),
            (tr("Red flags, best windows, model staff"), self._titled(AWARDS)),
            (tr("Yellow cards (0: never)"), self._titled(CARDS)),
        ):
            parts.append(self._heading(title, len(parts) == 0))
            parts.append(FlowRow(fields))
        stack(content, parts, margin=2 * GRID, spacing=GRID).addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        return area

    def _heading(self, title: str, is_first: bool) -> QWidget:
        area = QWidget()
        shown = [label(title, "section")]
        stack(area, [*shown, self._sum] if is_first else shown, spacing=2 * GRID,
              across=True).addStretch(1)  # fmt: skip
        return area

    def _titled(self, names: Sequence[str]) -> list[QWidget]:
        return [_titled(self.numbers[name], field_word(name)) for name in names]

    @property
    def drafted(self) -> dict[str, Field]:
        """What is filled in, by name."""
        weights = {weight_field(part): field for part, field in self.weights.items()}
        return {**weights, **self.numbers, "missing": self._missing, "red_line": self._red_line}

    def open_for(self, version: SchemeVersion) -> None:
        """Show a version of the table."""
        scheme = version.scheme
        if version.made_at is None:
            said = tr("Nothing was set yet: these are proposals of the program, not a rule of"
                      " anybody. Write what your office weighs.")  # fmt: skip
        else:
            said = tr("Version {number} of {moment}. What is saved is one more version; what was"
                      " published keeps its own.", number=version.number,
                      moment=moment_text(version.made_at))  # fmt: skip
        self._told.setText(said)
        for part, field in self.weights.items():
            field.setText(str(scheme.weight(part)))
        for name, number in self.numbers.items():
            number.setText(str(getattr(scheme, name)))
        self._missing.choose(scheme.missing)
        self._red_line.choose(scheme.red_line)
        self._add_up()

    def take_focus(self) -> None:
        """Give the keyboard to the first weight."""
        self.weights[Part.SCORE].setFocus(Qt.FocusReason.TabFocusReason)

    def said(self) -> Scheme:
        """Return what is filled in; raises RefusedInputError for what is no number."""
        return Scheme(
            weights={part: field.number() for part, field in self.weights.items()},
            missing=Missing(self._missing.currentData()),
            red_line=RedLine(self._red_line.currentData()),
            **{name: field.number() for name, field in self.numbers.items()},
        )

    def field_at(self, place: str) -> QWidget | None:
        """Return the field that a problem is at."""
        by_weight = {weight_field(part): field for part, field in self.weights.items()}
        return (
            by_weight.get(place) or self.numbers.get(place) or by_weight[weight_field(Part.SCORE)]
        )

    def _add_up(self) -> None:
        try:
            total = sum(field.number() for field in self.weights.values())
        except RefusedInputError:
            self._sum.setText(tr("The weights are not all whole numbers."))
            return
        right = total == 100
        self._sum.setText(
            tr("Sum: 100 %") if right else tr("Sum: {total} %, and it has to be 100", total=total)
        )


def _titled(field: QWidget, title: str) -> QWidget:
    area = QWidget()
    name = label(title, "secondary")
    name.setBuddy(field)
    stack(area, (name, field), spacing=GRID // 2).addStretch(1)
    return area
