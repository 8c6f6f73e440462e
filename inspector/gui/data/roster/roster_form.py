"""One line of fields below the roster: what is added, or what is changed of one row."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.domain.errors import RefusedInputError
from inspector.domain.visit.roster import Window
from inspector.domain.visit.roster_event import RosterSubject
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.roster.roster_models import (
    DepartmentRow,
    RosterLine,
    SiteRow,
    StaffRow,
    WindowRow,
)
from inspector.gui.editor_draft import Field
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.fields.name_field import NameField
from inspector.gui.widgets.fields.text_limit import NAME
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import hairline, label, wrapped
from inspector.gui.widgets.note_edit import LineEdit
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr

_LONGEST_NUMBER = 30  # characters; a paper's column takes no more


class RosterForm(QWidget):
    """Enter keeps it, Esc leaves it. A window that is added may come with its first person."""

    confirmed = Signal()
    left = Signal()
    pasted = Signal(list)
    """The numbers of several windows to add: a column of a workbook."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        surface(area=self)
        self.subject = RosterSubject.SITE
        self.row: RosterLine | None = None
        """What is changed; None: something is added."""

        self._by_name: Callable[[str], str] = str
        self.moving: list[str] = []
        """Who goes to another site, by name; nobody while something is added or changed."""

        self._sites: Sequence[SiteRow] = ()
        self._team_kept = ""  # from the window before: nobody stands there for that alone
        self._heading = ElidedLabel("section", Qt.TextElideMode.ElideMiddle)
        self._heading.setObjectName("rosterFormHeading")
        self._fault = wrapped("", "wrong")
        self._fault.setObjectName("rosterFormFault")
        self._name = _line("rosterName", tr("Name"), 280, NAME)
        self._unit = _line("rosterUnit", tr("Unit it reports to"), 240, NAME)
        self._number = _line("rosterNumber", tr("Window"), 128, _LONGEST_NUMBER)
        self._kind = Choice("rosterKind", tr("Window kind"))
        self._department = NameField("rosterDepartment", tr("Department"))
        self._leader = _line("rosterLeader", tr("Leader"), 88, _LONGEST_NUMBER)
        self._staff_number = _line("rosterStaffNumber", tr("Staff no."), 88, _LONGEST_NUMBER)
        self._staff_name = _line("rosterStaffName", tr("Person's name"), 96, _LONGEST_NUMBER)
        self._team = _line("rosterTeam", tr("Team"), 88, _LONGEST_NUMBER)
        self._site = Choice("rosterSite", tr("Site"))
        self._window = Choice("rosterWindow", tr("Window"))
        fix_width(self._kind, 120)
        fix_width(self._department, 136)
        fix_width(self._site, 240)
        fix_width(self._window, 160)
        self._parts: dict[QWidget, QWidget] = {
            field: _titled(field)
            for field in (
                self._name, self._unit, self._number, self._kind, self._department, self._leader,
                self._staff_number, self._staff_name, self._team, self._site, self._window,
            )
        }  # fmt: skip
        for line in (self._number, self._staff_number):
            line.textEdited.connect(partial(self._take_column, line))
        self._number.textChanged.connect(self._say_by_name)
        self._site.currentIndexChanged.connect(self._offer_windows)
        self.commands = CommandTable(self)
        keep, leave = self.commands.add_answers(
            (tr("Save"), self.confirmed.emit), (tr("Cancel"), self.left.emit)
        )
        self._flow = FlowRow(list(self._parts.values()))
        buttons = stack(None, (), spacing=GRID, across=True)
        buttons.addStretch(1)
        cancel = command_button(leave, "cancelRoster")
        save = command_button(keep, "saveRoster", "primary")
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        head = stack(None, (self._heading, (self._fault, 1), buttons), spacing=GRID, across=True)
        inside = stack(
            None, (head, self._flow), margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=GRID
        )
        stack(self, (hairline(), inside))
        self._in_turn = (*self._parts, cancel, save)
        self.hide()

    @property
    def drafted(self) -> dict[str, Field]:
        """What is filled in, by name."""
        return {each.objectName(): each for each in self._parts}

    # Opening

    def open_for(
        self,
        subject: RosterSubject,
        row: RosterLine | None,
        site: SiteRow | None,
        kinds: Sequence[tuple[str, str]],
        by_name: Callable[[str], str],
        window: Window | None = None,
    ) -> None:
        """Show the fields of a row, or empty ones to add something of a kind.

        `kinds` are titles and ids of window kinds, one without an id for a window that is given
        none: `by_name` says what it is taken for by its name. `window` is where a new person would
        stand.
        """
        self.subject, self.row, self.moving, self._by_name = subject, row, [], by_name
        self._heading.setText(_heading(subject, row, site))
        self._kind.clear()
        self._kind.offer(list(kinds))
        self._window.clear()
        windows = [w for w in site.every_window if w.ended_on is None] if site else []
        self._window.offer([(each.number, each.id) for each in windows])
        names = [each.name for each in site.departments if not each.ended_on] if site else []
        self._show_row(names, window)
        self._say_by_name()
        self._show_fields()

    def open_to_move(self, names: Sequence[str], sites: Sequence[SiteRow]) -> None:
        """Ask to which window of which of some sites people go."""
        self.subject, self.row, self.moving = RosterSubject.STAFF, None, list(names)
        self._heading.setText(tr("Move “{name}” to another site", name="、".join(names)))
        self._sites = sites
        self._site.clear()
        self._site.offer([(each.name, each.id) for each in sites])
        self._offer_windows()
        self._show_fields()

    def _offer_windows(self) -> None:
        site = next((each for each in self._sites if each.id == self._site.currentData()), None)
        if self.moving and site is not None:
            self._window.clear()
            self._window.offer([(each.number, each.id) for each in site.windows])

    def _show_fields(self) -> None:
        self.refuse(None)
        self.commands["leave"].set_words(tr("Cancel"))
        shown = self._fields()
        for field, part in self._parts.items():
            part.setVisible(field in shown)
        # The buttons were there before the fields; in its window only, which it is in by now.
        for before, after in pairwise(self._in_turn):
            QWidget.setTabOrder(before, after)
        self.show()
        self._flow.arrange()
        self.focus_first()

    def open_next(self) -> None:
        """After something was added: empty for the next one, what repeats still filled in."""
        for field in (self._name, self._number, self._staff_number, self._staff_name):
            field.clear()
        self._team_kept = self._team.text()
        self.commands["leave"].set_words(tr("Finish adding"))  # what was added stays
        self.refuse(None)
        self.focus_first()

    def focus_first(self) -> None:
        """Take the keyboard where one begins to type."""
        field = self._fields()[0]
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()

    def _say_by_name(self) -> None:
        """Say in the choice of kinds what the name that is typed tells."""
        place = self._kind.findData("")
        if place >= 0:
            self._kind.setItemText(place, self._by_name(self._number.text()))

    def _take_column(self, field: QLineEdit, text: str) -> None:
        """Take what was pasted in several lines for a column; Qt would make one line of it."""
        is_person = self.subject is RosterSubject.STAFF
        if ("\n" not in text and "\r" not in text) or (
            field is self._staff_number and not is_person
        ):
            return
        lines = [line.strip(" ") for line in QGuiApplication.clipboard().text().splitlines()]
        lines = [line for line in lines if line.strip()]
        field.clear()
        field.insert(lines[0].split("\t")[0] if len(lines) == 1 or self.row else "")
        columns = max(line.strip("\t").count("\t") for line in lines) + 1
        if is_person and columns > 2:
            self._fault.setText(
                tr("Numbers, with names beside them, can be pasted here; a table is imported.")
            )
        elif columns > 1 and not is_person:
            self._fault.setText(
                tr("One column of window names can be pasted here; a whole table is imported.")
            )
        elif len(lines) > 1 and self.row is None:
            self.pasted.emit([line.strip() for line in lines])

    def refuse(self, error: RefusedInputError | None) -> None:
        """Say beside the fields what cannot be kept, and go to the field."""
        from inspector.workspace.fault_sentences import problem_text

        problem = error.problems[0] if error is not None else None
        self._fault.setText(problem_text(problem) if problem else "")
        if problem is None:
            return
        person = self.subject is RosterSubject.STAFF or problem.place == "person"
        by_place: dict[str, QWidget] = {
            "name": self._name,
            "number": self._staff_number if person else self._number,
            "person": self._staff_number,
        }
        if self.moving:
            by_place = {}
        by_place.get(problem.place, self._fields()[0]).setFocus()

    # What is in it

    @property
    def name(self) -> str:
        """The name of a site or department."""
        return self._name.text()

    @property
    def unit(self) -> str:
        """The unit that a site reports to."""
        return self._unit.text()

    @property
    def own_window(self) -> tuple[str, str, str, str]:
        """Number, kind, department and leader of a window."""
        kind = self._kind.currentData() or ""
        return self._number.text(), kind, self._department.text, self._leader.text()

    @property
    def person(self) -> tuple[str, str, str]:
        """Number, name and team of a person; all blank: nobody."""
        number, name, team = (
            field.text() for field in (self._staff_number, self._staff_name, self._team)
        )
        if self.subject is RosterSubject.WINDOW and not number.strip() and not name.strip():
            team = "" if team == self._team_kept else team
        return number, name, team

    @property
    def place(self) -> str:
        """The site and window that people are moved to."""
        return f"{self._site.currentText()} {self._window.currentText()}"

    @property
    def window_id(self) -> str:
        """Where the person stands."""
        return self._window.currentData() or ""

    def _fields(self) -> list[QWidget]:
        match self.subject:
            case RosterSubject.WINDOW:
                own: list[QWidget] = [self._number]
                own += [self._kind] if self._kind.count() else []
                own += [self._department, self._leader]
                people = [self._staff_number, self._staff_name, self._team]
                return own if self.row else [*own, *people]
            case RosterSubject.STAFF if self.moving:
                return [self._site, self._window]
            case RosterSubject.STAFF:
                return [self._staff_number, self._staff_name, self._team, self._window]
            case RosterSubject.SITE:
                return [self._name, self._unit]
            case _:
                return [self._name]

    def _show_row(self, departments: Sequence[str], window: Window | None) -> None:
        lines = (
            self._name, self._unit, self._number, self._leader, self._staff_number,
            self._staff_name, self._team,
        )  # fmt: skip
        for line in lines:
            line.clear()
        self._team_kept = ""
        self._department.propose("", departments)
        match self.row:
            case WindowRow(window=own):
                self._number.setText(own.number)
                self._kind.choose(own.kind, own.kind)
                self._department.propose(own.department, departments)
                self._leader.setText(own.leader)
            case StaffRow(staff=person, window=own):
                self._staff_number.setText(person.number)
                self._staff_name.setText(person.name)
                self._team.setText(person.team)
                self._window.choose(own.id, own.number)
            case SiteRow(site=site):
                self._name.setText(site.name)
                self._unit.setText(site.unit)
            case DepartmentRow() as named:
                self._name.setText(named.name)
            case None:
                if window is not None:
                    self._window.choose(window.id, window.number)


def _heading(subject: RosterSubject, row: RosterLine | None, site: SiteRow | None) -> str:
    if row is not None:
        return tr("Change “{name}”", name=row.name)
    if subject is RosterSubject.SITE:
        return tr("Add a site")
    at = site.name if site else ""
    words = {
        RosterSubject.WINDOW: lambda: tr("Add a window to {site}", site=at),
        RosterSubject.STAFF: lambda: tr("Add a person to {site}", site=at),
        RosterSubject.DEPARTMENT: lambda: tr("Add a department to {site}", site=at),
    }
    return words[subject]()


def _line(name: str, title: str, width: int, most: int) -> QLineEdit:
    made = LineEdit(name, title, most)
    fix_width(made, width)
    return made


def _titled(field: QWidget) -> QWidget:
    part = QWidget()
    stack(part, (label(field.accessibleName(), "secondary"), field), spacing=GRID // 2)
    return part
