"""The form for a site's own numbers of an item, in the strip below the items."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from inspector.domain.checklist.checklist import Item, Override
from inspector.domain.checklist.override import OWN_NUMBERS
from inspector.domain.checklist.points import Hundredths, format_points
from inspector.domain.errors import InspectorError, RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.checklists.override_text import number_of, title_of
from inspector.gui.editor_draft import Field
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.fields.text_limit import LINE, NAME, TextLimit
from inspector.gui.widgets.labels import button, hairline, label, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import DOT, points_text
from inspector.workspace.packs.rule_words import rule_text


class OverrideForm(QWidget):
    """An empty number means: as in the pack."""

    confirmed = Signal()
    dropped = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(area=self)
        self.item: Item | None = None
        self._heading = ElidedLabel("section")
        self._heading.setObjectName("overrideHeading")
        self._own = wrapped("", "secondary")
        self._own.setObjectName("overrideOwn")
        self._off = QCheckBox(tr("Not asked here"))
        self._off.setObjectName("overrideOff")
        self._off.setAccessibleName(self._off.text())
        self._red = QCheckBox(
            tr("It is a red line: not asked here all the same, and not observed on every paper")
        )
        self._red.setObjectName("overrideRedLine")
        self._red.setAccessibleName(self._red.text())
        self._titles: dict[str, QLabel] = {}
        self._numbers: dict[str, QLineEdit] = {}
        self._reason = QLineEdit()
        TextLimit(self._reason, LINE)
        self._reason.setObjectName("overrideReason")
        self._reason.setAccessibleName(tr("Reason"))
        self._reason.setPlaceholderText(tr("Required: why it is otherwise here"))
        self.commands = CommandTable(self)
        save, cancel = self.commands.add_answers(
            (tr("Save"), self.confirmed.emit), (tr("Cancel"), self.left.emit)
        )
        self.commands.add("tick", tr("Tick"), "Space", short=tr("Tick"))
        self._save = command_button(save, "saveOverride")
        self._cancel = command_button(cancel, "cancelOverride")
        self._drop = button(tr("As in the pack again"), "dropOverride")
        self._build()
        self._off.toggled.connect(self._dress)
        self._drop.clicked.connect(self.dropped)
        self.hide()

    def _build(self) -> None:
        first = stack(None, (), spacing=GRID, across=True)
        first.addWidget(self._off)
        for number in OWN_NUMBERS:
            title, line = label("", "secondary"), QLineEdit()
            self._titles[number.key], self._numbers[number.key] = title, line
            line.setObjectName(f"override-{number.key}")
            TextLimit(line, NAME)
            fix_width(line, 80)
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            first.addSpacing(GRID)
            first.addWidget(title)
            first.addWidget(line)
        first.addStretch(1)
        row = (label(tr("Reason"), "secondary"), (self._reason, 1))
        second = stack(None, row, spacing=GRID, across=True)
        for made in (self._drop, self._cancel, self._save):
            second.addWidget(made)
        inside = QVBoxLayout()
        inside.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        inside.setSpacing(GRID)
        inside.addWidget(self._heading)
        inside.addWidget(self._own)
        inside.addLayout(first)
        inside.addWidget(self._red)
        inside.addLayout(second)
        stack(self, (hairline(), inside))

    @property
    def drafted(self) -> dict[str, Field]:
        """What is filled in, by name."""
        return {"off": self._off, "red": self._red, **self._numbers, "reason": self._reason}

    def open_for(self, item: Item, override: Override | None, site: str) -> None:
        """Show what a site changes of a pack's item, ready to be changed."""
        self.item = item
        self._heading.setText(tr("{site}: {item}", site=site, item=item.text))
        self._own.setText(tr("In the pack: {numbers}", numbers=_numbers(item)))
        self._off.setChecked(override is not None and override.off)
        self._red.setChecked(item.veto and self._off.isChecked())
        for each in OWN_NUMBERS:
            own, title = each.of(item), title_of(each, item)
            given: Hundredths | None = getattr(override, each.key, None)
            label, number = self._titles[each.key], self._numbers[each.key]
            label.setText(title)
            number.setAccessibleName(title)
            number.setText("" if given is None else format_points(given))
            number.setPlaceholderText("" if own is None else format_points(own))
            label.setVisible(own is not None)
            number.setVisible(own is not None)
        self._reason.setText(override.reason if override else "")
        self._reason.setCursorPosition(0)
        self._drop.setVisible(override is not None)
        self._dress()
        self.show()
        self.take_focus()

    def take_focus(self) -> None:
        """Begin with whether it is asked at all."""
        self._off.setFocus()

    def override(self) -> Override:
        """Return what is in the form; a number that is the pack's own changes nothing.

        Raises RefusedInputError with every number that cannot be read.
        """
        assert self.item is not None
        item, off = self.item, self._off.isChecked()
        read: dict[str, Hundredths | None] = {}
        problems: list[Problem] = []
        for each in OWN_NUMBERS:
            own, text = each.of(item), self._numbers[each.key].text()
            try:
                typed = None if off or own is None else number_of(each.key, text)
            except RefusedInputError as error:
                problems += error.problems
            else:
                read[each.key] = None if typed == own else typed
        if not problems and not off and not any(value is not None for value in read.values()):
            problems.append(Problem("", Fault.MISSING, expected=tr("a number, or the tick")))
        if problems:
            raise RefusedInputError(problems)
        red_line = off and self._red.isChecked()
        return Override(item.id, self._reason.text().strip(), off, red_line=red_line, **read)

    def go_to_fault(self, error: InspectorError) -> None:
        """Go to the field that has to be put right."""
        place = error.problems[0].place if isinstance(error, RefusedInputError) else ""
        others = {"reason": self._reason, "red_line": self._red}
        (self._numbers.get(place) or others.get(place, self._off)).setFocus()

    def _dress(self) -> None:
        for number in self._numbers.values():
            number.setEnabled(not self._off.isChecked())
        asked = self.item is not None and self.item.veto and self._off.isChecked()
        self._red.setVisible(asked)
        if not asked:
            self._red.setChecked(False)


def _numbers(item: Item) -> str:
    """Return the pack's own numbers of an item, which count where a field is empty."""
    rule = rule_text(item.rule)
    return rule if item.is_bonus else DOT.join((points_text(item.full), rule))
