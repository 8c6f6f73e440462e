"""Which windows of a site are inspected, and who is on duty at each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.visit.roster import Site, Staff
from inspector.gui.session import Session
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import button, wrapped
from inspector.gui.widgets.lists.text_list import VALUE, TextList
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.visits.inspections import Duty


class WindowTicks(QWidget):
    """The public area and every window, ticked to begin with."""

    counted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.list = TextList[Duty | None]("windows", tr("Windows to inspect"), spacing=2)
        self._model = self.list.texts
        self._title = ElidedLabel("section")
        self._title.setText(tr("Windows"))
        self._title.setObjectName("windowsTitle")
        self._hint = wrapped("", "small")
        self._hint.setObjectName("newHint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        every = button(tr("Tick all"), "tickAll", "quiet")
        nothing = button(tr("Tick none"), "tickNone", "quiet")
        every.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        nothing.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        for each in (every, nothing):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard alone
        column.addLayout(stack(None, ((self._title, 1), every, nothing), across=True))
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        self._model.itemChanged.connect(lambda item: self._count())

    @property
    def ticked(self) -> list[Duty | None]:
        """What is ticked; None is the public area."""
        return [row.data(VALUE) for row in self._ticked()]

    def show_site(self, site: Site | None) -> None:
        """Show the windows of today's roster of a site."""
        self._model.clear()
        if site is None:
            self._say(tr("No site has this in its name."))
            self._count()
            return
        workspace = self._session.workspace
        windows = workspace.rosters.windows(site.id)
        self._add_row(tr("Public area"), tr("entrance, toilets, waiting area"), None, True)
        for window in windows:
            people: tuple[Staff | None, ...] = window.staff or (None,)
            for position, staff in enumerate(people):
                who = _who(staff) if staff else ""
                kind = workspace.packs.kind_title(window.kind) if window.kind else ""
                details = " · ".join(part for part in (kind, who) if part)
                # Of several people at one window, one is on duty when the inspector walks in.
                self._add_row(window.number, details, Duty(window, staff), position == 0)
        shared = any(len(window.staff) > 1 for window in windows)
        self._say(tr("Where several people share a window, tick who is on duty.") if shared else "")
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._count()

    def toggle(self) -> None:
        """Tick the window in front, or take its tick off."""
        row = self._model.itemFromIndex(self.list.currentIndex())
        if row is not None:
            is_ticked = row.checkState() is Qt.CheckState.Checked
            row.setCheckState(Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked)

    def toggle_all(self) -> None:
        """Tick everything, or nothing when everything is."""
        every = len(self._ticked()) == len(self._rows())
        self._tick(Qt.CheckState.Unchecked if every else Qt.CheckState.Checked)

    def _tick(self, state: Qt.CheckState) -> None:
        for row in self._rows():
            row.setCheckState(state)

    def _say(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _add_row(self, title: str, details: str, duty: Duty | None, ticked: bool) -> None:
        item = self.list.add(f"{title}    {details}" if details else title, duty)
        item.setCheckable(True)
        item.setEditable(False)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _rows(self) -> list[QStandardItem]:
        return [self._model.item(row) for row in range(self._model.rowCount())]

    def _ticked(self) -> list[QStandardItem]:
        return [row for row in self._rows() if row.checkState() is Qt.CheckState.Checked]

    def _count(self) -> None:
        windows = sum(duty is not None for duty in self.ticked)
        self._title.setText(tr("Windows  {count} chosen", count=windows))
        self.counted.emit()


def _who(staff: Staff) -> str:
    return " ".join(part for part in (staff.number, staff.name, staff.team) if part)
