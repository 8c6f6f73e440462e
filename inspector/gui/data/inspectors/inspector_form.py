"""The line of fields below the list of inspectors: whoever is added, or what is changed of one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.errors import RefusedInputError
from inspector.domain.people.inspector import Inspector, Role
from inspector.domain.people.typed_names import names_in
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.editor_draft import Field
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.day_field import DayField
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.fields.name_field import NameField
from inspector.gui.widgets.fields.text_limit import NAME
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import hairline, label, wrapped
from inspector.gui.widgets.note_edit import LineEdit
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr
from inspector.workspace.inspectors.inspector_words import role_word

_LONGEST_PHONE = 30  # characters


class InspectorForm(QWidget):
    """Enter keeps it, Esc leaves it; several names that are added share what stands beside them."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(area=self)
        self.inspector: Inspector | None = None
        """Who is changed; None: somebody is added."""

        self._heading = ElidedLabel("section", Qt.TextElideMode.ElideMiddle)
        self._fault = wrapped("", "wrong")
        self._fault.setObjectName("inspectorFault")
        self._name = LineEdit("inspectorName", tr("Person's name"), NAME)
        self._unit = NameField("inspectorUnit", tr("Unit"))
        self._role = Choice("inspectorRole", tr("Role"))
        self._role.offer([(role_word(role), role.value) for role in (Role.MEMBER, Role.HEAD)])
        self._group = NameField("inspectorGroup", tr("Group"))
        self._phone = LineEdit("inspectorPhone", tr("Phone"), _LONGEST_PHONE)
        self._first = DayField("inspectorAwayFirst", tr("Away from"), today)
        self._last = DayField("inspectorAwayLast", tr("Away to"), today)
        widths = (
            (self._name, 192), (self._unit, 200), (self._role, 88), (self._group, 120),
            (self._phone, 128), (self._first, 112), (self._last, 112),
        )  # fmt: skip
        parts = []
        for field, width in widths:
            fix_width(field, width)
            part = QWidget()
            named = field.field if isinstance(field, DayField) else field
            title = label(named.accessibleName(), "secondary")
            stack(part, (title, field), spacing=GRID // 2)
            parts.append(part)
        self._flow = FlowRow(parts)
        self.commands = CommandTable(self)
        keep, leave = self.commands.add_answers(
            (tr("Save"), self.confirmed.emit), (tr("Cancel"), self.left.emit)
        )
        cancel = command_button(leave, "cancelInspector")
        save = command_button(keep, "saveInspector", "primary")
        parts_of_head = (self._heading, (self._fault, 1), cancel, save)
        head = stack(None, parts_of_head, spacing=GRID, across=True)
        inside = stack(
            None, (head, self._flow), margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=GRID
        )
        stack(self, (hairline(), inside))
        self._in_turn = (*(field for field, _ in widths), cancel, save)
        self.hide()

    @property
    def drafted(self) -> dict[str, Field]:
        """What is filled in, by name."""
        return {
            "name": self._name, "unit": self._unit, "role": self._role, "group": self._group,
            "phone": self._phone, "first": self._first, "last": self._last,
        }  # fmt: skip

    def open_for(
        self, inspector: Inspector | None, units: Sequence[str], groups: Sequence[str]
    ) -> None:
        """Show what is known of an inspector, or empty fields; units and groups are proposed."""
        self.inspector = inspector
        shown = inspector or Inspector("", "")
        self._heading.setText(
            tr("Change “{name}”", name=shown.name) if inspector else tr("Add inspectors")
        )
        self._name.setPlaceholderText("" if inspector else tr("One, or several: 李明、王芳"))
        self._name.setText(shown.name)
        self._unit.propose(shown.unit, units)
        self._role.choose(shown.role.value)
        self._group.propose(shown.group, groups)
        self._phone.setText(shown.phone)
        self._first.show_day(shown.away_first)
        self._last.show_day(shown.away_last)
        self.commands["leave"].set_words(tr("Cancel"))
        self.refuse(None)
        for before, after in pairwise(self._in_turn):
            QWidget.setTabOrder(before, after)
        self.show()
        self._flow.arrange()
        self.focus_first()

    def open_next(self) -> None:
        """After somebody was added: empty for the next one, unit and group still filled in."""
        self._name.clear()
        self._phone.clear()
        self._role.choose(Role.MEMBER.value)
        self.commands["leave"].set_words(tr("Finish adding"))  # what was added stays
        self.refuse(None)
        self.focus_first()

    def focus_first(self) -> None:
        """Take the keyboard where one begins to type."""
        self._name.setFocus()
        self._name.selectAll()

    def filled(self) -> list[Inspector]:
        """Return who is filled in: whoever is changed, or all whose names are typed.

        Raises RefusedInputError for what is no day.
        """
        known = self.inspector or Inspector("", "")
        own = replace(
            known,
            unit=self._unit.text,
            role=Role(self._role.currentData()),
            group=self._group.text,
            phone=self._phone.text(),
            away_first=self._first.day(),
            away_last=self._last.day(),
        )
        typed = self._name.text()
        names = [typed] if self.inspector else names_in(typed) or [typed]
        return [replace(own, name=name) for name in names]

    def refuse(self, error: RefusedInputError | None) -> None:
        """Say beside the fields what cannot be kept, and go to the field."""
        from inspector.workspace.fault_sentences import problem_text

        problem = error.problems[0] if error is not None else None
        self._fault.setText(problem_text(problem) if problem else "")
        if problem is not None:
            {"away": self._last, "phone": self._phone}.get(problem.place, self._name).setFocus()
