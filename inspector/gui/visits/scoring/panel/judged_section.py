"""In the panel: how many points the inspector takes off, and one more occurrence."""

from PySide6.QtCore import Signal

from inspector.domain.checklist.checklist import RangeRule
from inspector.domain.checklist.points import format_points
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.visits.scoring.panel.count_section import step_button
from inspector.gui.visits.scoring.panel.panel_section import PanelSection, row
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.note_edit import ValueEdit
from inspector.translation import tr


class JudgedSection(PanelSection):
    """The points of the last occurrence between − and +; what was judged before adds to them."""

    step = Signal(int)  # half a point more (1) or less (−1)
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = ValueEdit("judgedPoints", tr("Points off, as judged"))
        self.field.setFixedWidth(72)
        table = self.commands = CommandTable(self.field)
        half = tr("Half a point more, or less")
        table.add(
            "half", half, ("+", "-", "="), lambda at: self.step.emit((1, -1, 1)[at]),
            short=tr("Half a point"), numbered=True, repeats=True, left_over=True,
            choices=(tr("Half a point more"), tr("Half a point less")),
        )  # fmt: skip
        again = tr("It occurred once more")
        table.add("again", again, "Space", self.again.emit, short=tr("Once more"), left_over=True)
        fewer = step_button("−", "lessOff", tr("Half a point less"))
        more = step_button("+", "moreOff", tr("Half a point more"))
        fewer.clicked.connect(lambda: self.step.emit(-1))
        more.clicked.connect(lambda: self.step.emit(1))
        once_more = command_button(table["again"], "onceMore", "", tr("Once more"))
        self._limits = label("", "secondary")
        self._before = wrapped("", "small")
        self._before.setObjectName("judgedBefore")
        self._row = FlowRow((fewer, self.field, more, self._limits))
        self._more = row(once_more)
        for each in (self._row, self._before, self._more):
            self.column.addWidget(each)

    def wanted(self, shown: Shown) -> bool:
        return shown.judges

    def fill(self, shown: Shown, other: bool) -> None:
        rule, answer = shown.item.rule, shown.answer
        assert isinstance(rule, RangeRule)
        assert answer is not None
        judged = answer.samples or (answer.measured or 0,)
        for each in (self._row, self._more):
            each.setDisabled(shown.card.left_out)
        self._limits.setText(
            tr(
                "{least} to {most} each time",
                least=format_points(rule.least),
                most=format_points(rule.most),
            )
        )
        self._row.arrange()
        if other or not self.field.isModified():
            self.show_points(shown)
        self._before.setVisible(len(judged) > 1)
        said = "、".join(format_points(points) for points in judged[:-1])
        self._before.setText(tr("Judged before: {points}", points=said))

    def show_points(self, shown: Shown) -> None:
        """Show the points of the last occurrence as they are on disk."""
        assert shown.answer is not None
        last = (shown.answer.samples or (shown.answer.measured or 0,))[-1]
        self.field.setText(format_points(last))

    def empty(self) -> None:
        self.field.clear()
