"""The rows and tables of the roster: sites, windows, people on duty, departments."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication

from inspector.domain.checklist.kind_recognition import TakenBy, TakenKind
from inspector.domain.visit.roster import Department, Site, Staff, Window
from inspector.gui.data.roster.roster_words import NOTHING, people_text
from inspector.gui.theme import colours_for
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.gui.words import day_text
from inspector.translation import tr
from inspector.workspace.roster.kind_words import taken_short


class SiteParts(NamedTuple):
    """What belongs to a site, also what ended."""

    windows: tuple[Window, ...] = ()
    departments: tuple[Department, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A site; what belongs to it is read when it is asked for: there may be twenty thousand."""

    site: Site
    count: int
    """How many of its windows can be visited."""
    parts: Callable[[], SiteParts]

    @property
    def every_window(self) -> tuple[Window, ...]:
        """Its windows, also those that ended."""
        return self.parts().windows

    @property
    def departments(self) -> tuple[Department, ...]:
        """Its departments, also those that ended."""
        return self.parts().departments

    @property
    def windows(self) -> tuple[Window, ...]:
        """The windows that can be visited."""
        return tuple(window for window in self.every_window if window.ended_on is None)

    @property
    def id(self) -> str:
        """That of the site."""
        return self.site.id

    @property
    def ended_on(self) -> date | None:
        """Since when it is in no list for new visits."""
        return self.site.ended_on

    @property
    def name(self) -> str:
        """What it is called."""
        return self.site.name


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A person at a window."""

    staff: Staff
    window: Window

    @property
    def id(self) -> str:
        """That of the person."""
        return self.staff.id

    @property
    def ended_on(self) -> date | None:
        """Since when the person, or the window, is in no list for new visits."""
        return self.staff.ended_on or self.window.ended_on

    @property
    def name(self) -> str:
        """Number and name, as far as they are known."""
        return " ".join(word for word in (self.staff.number, self.staff.name) if word)


_UNTOLD = TakenKind("", TakenBy.NOTHING)


@dataclass(frozen=True, slots=True)
class WindowRow:
    """A window with the people who are there, and what it is taken for."""

    window: Window
    taken: TakenKind = _UNTOLD

    @property
    def id(self) -> str:
        """That of the window."""
        return self.window.id

    @property
    def ended_on(self) -> date | None:
        """Since when it is in no list for new visits."""
        return self.window.ended_on

    @property
    def name(self) -> str:
        """What stands on its sign."""
        return self.window.number

    @property
    def staff(self) -> tuple[Staff, ...]:
        """Who is there."""
        return tuple(each for each in self.window.staff if each.ended_on is None)


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department and the windows that it answers for."""

    department: Department
    windows: tuple[str, ...]

    @property
    def id(self) -> str:
        """That of the department."""
        return self.department.id

    @property
    def ended_on(self) -> date | None:
        """Since when no window can name it."""
        return self.department.ended_on

    @property
    def name(self) -> str:
        """What it is called."""
        return self.department.name


RosterLine: TypeAlias = SiteRow | WindowRow | StaffRow | DepartmentRow
_Line = TypeVar("_Line", bound=RosterLine)


class RosterModel(TableModel[_Line]):
    """Rows of which those that ended are quieter; a last column says so in words."""

    def __init__(
        self, columns: Sequence[Column[_Line]], state: Callable[[_Line], str] | None = None
    ) -> None:
        """`state` says what has become of a row: of people in other words than of windows."""
        super().__init__(columns)
        self._own = tuple(columns)
        text = state or (lambda row: state_text(row.ended_on))
        self._state: Column[_Line] = Column(tr("State"), text, 176)

    def show_state(self, shown: bool) -> bool:
        """Have the column of states, or not; tell whether that is otherwise than before."""
        if shown == self.shows_state:
            return False
        self.set_columns((*self._own, self._state) if shown else self._own)
        return True

    @property
    def shows_state(self) -> bool:
        """The column of states is there."""
        return len(self.columns) > len(self._own)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.ForegroundRole and self.row_at(index.row()).ended_on:
            return colours_for(QApplication.palette()).colour("secondary")
        return super().data(index, role)


def state_text(ended_on: date | None) -> str:
    """Return since when something is over, or that it is in use."""
    return tr("Ended {day}", day=day_text(ended_on)) if ended_on else tr("In use")


def _site_text(row: SiteRow) -> str:
    """Return a site's name, and that it ended: there is no room for another column."""
    return tr("{name} (ended)", name=row.name) if row.ended_on else row.name


def site_model() -> RosterModel[SiteRow]:
    """Return a model of sites."""
    return RosterModel(
        [
            Column(tr("Site"), _site_text),
            Column(tr("Windows"), lambda row: str(row.count), 80, number=True),
        ]
    )


def window_model(kind_title: Callable[[str], str]) -> RosterModel[WindowRow]:
    """Return a model of the windows of a site."""
    return RosterModel(
        [
            Column(tr("Window"), lambda row: row.window.number, 144),
            Column(tr("Window kind"), lambda row: taken_short(row.taken, kind_title), 168),
            Column(tr("People on duty"), lambda row: people_text(row.staff)),
            Column(tr("Department"), lambda row: row.window.department, 160),
            Column(tr("Leader"), lambda row: row.window.leader, 128),
        ]
    )


def staff_model() -> RosterModel[StaffRow]:
    """Return a model of the people of a site."""
    return RosterModel(
        [
            Column(tr("Staff no."), lambda row: row.staff.number or NOTHING, 112),
            Column(tr("Person's name"), lambda row: row.staff.name),
            Column(tr("Team"), lambda row: row.staff.team, 96),
            Column(tr("Window"), lambda row: row.window.number, 144),
        ],
        _person_state,
    )


def _person_state(row: StaffRow) -> str:
    """Return since when a person has left, or the window has ended."""
    left = row.staff.ended_on
    return tr("Left {day}", day=day_text(left)) if left else state_text(row.window.ended_on)


def department_model() -> RosterModel[DepartmentRow]:
    """Return a model of the departments of a site."""
    return RosterModel(
        [
            Column(tr("Department"), lambda row: row.department.name, 240),
            Column(tr("Windows"), lambda row: "、".join(row.windows) or NOTHING),
        ]
    )
