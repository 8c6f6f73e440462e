"""Which windows of a site are inspected, and who is on duty at each."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.checklist.checklist import Pack, WindowKind
from inspector.domain.checklist.kind_recognition import TakenBy, TakenKind, taken_kind
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.gui.session import Session
from inspector.gui.visits.starting.window_kind import WindowKindChoice
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import button, plain_tip, wrapped
from inspector.gui.widgets.lists.text_list import VALUE, TextList
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr, tr_count
from inspector.workspace.roster.kind_words import taken_short, taken_text
from inspector.workspace.visits.inspections import Duty


class WindowTicks(QWidget):
    """The public area and every window, ticked to begin with."""

    counted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pack: Pack | None = None
        self._windows: list[Window] = []
        self.site: Site | None = None
        """Whose windows are shown."""
        self.kind = WindowKindChoice()
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
        column.addWidget(self.kind)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_kind())
        self.kind.wanted.connect(self._take_kind)
        self.kind.choice.clicked_one.connect(self.list.setFocus)
        self._model.itemChanged.connect(lambda item: self._count())

    @property
    def ticked(self) -> list[Duty | None]:
        """What is ticked; None is the public area."""
        return [row.data(VALUE) for row in self._ticked()]

    def show_site(self, site: Site | None) -> None:
        """Show the windows of today's roster of a site."""
        self._model.clear()
        self.site, self._windows = site, []
        if site is None:
            self._hint.setText(tr("No site has this in its name."))
            self._hint.show()
            self._show_kind()
            self._count()
            return
        self._windows = self._session.workspace.rosters.windows(site.id)
        public = _row_text(tr("Public area"), tr("entrance, toilets, waiting area"))
        self.list.add(public, None, ticked=True)
        for window in self._windows:
            people: tuple[Staff | None, ...] = window.staff or (None,)
            for position, staff in enumerate(people):
                # Of several people at one window, one is on duty when the inspector walks in.
                duty = Duty(window, staff)
                said = _row_text(window.number, self._details(duty))
                self.list.add(said, duty, ticked=position == 0)
        self._say_hints()
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._show_kind()
        self._count()

    def show_pack(self, pack: Pack | None) -> None:
        """Show what a checklist takes the windows for."""
        if pack is self._pack:
            return
        self._pack = pack
        self._draw_again()

    def taken(self, window: Window) -> TakenKind:
        """Return what a window is taken for by the checklist."""
        return taken_kind(window.kind, window.number, self._pack.window_kinds if self._pack else ())

    def choose_kind(self) -> None:
        """Open the choice of a kind for the window in front."""
        self.kind.choice.setFocus()
        self.kind.choice.showPopup()

    def why_no_kind(self) -> str:
        """Return why the row in front can be given no kind."""
        return "" if self.kind.isVisibleTo(self) else tr("No window is in front.")

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

    def tick_windows(self, window_ids: Collection[str]) -> None:
        """Tick the public area and, of the windows, only those of some ids: who comes first."""
        ticked: set[str] = set()
        for row in self._rows():
            duty = row.data(VALUE)
            drawn = duty is None or (duty.window.id in window_ids and duty.window.id not in ticked)
            row.setCheckState(Qt.CheckState.Checked if drawn else Qt.CheckState.Unchecked)
            if duty is not None:
                ticked.add(duty.window.id)

    def _tick(self, state: Qt.CheckState) -> None:
        for row in self._rows():
            row.setCheckState(state)

    def _say_hints(self) -> None:
        windows = self._windows
        untold = [w for w in windows if self.taken(w).by in (TakenBy.USUAL, TakenBy.NOTHING)]
        hints = []
        if any(len(window.staff) > 1 for window in windows):
            hints.append(tr("Where several people share a window, tick who is on duty."))
        if untold and self._pack is not None and self._pack.window_kinds:
            hints.append(
                tr_count(
                    len(untold),
                    "Neither roster nor name tells what kind 1 window is: choose it below.",
                    "Neither roster nor name tells what kind {count} windows are: choose it below.",
                )
            )
        self._hint.setText("\n".join(hints))
        self._hint.setVisible(bool(hints))

    def _details(self, duty: Duty) -> str:
        kind = taken_short(self.taken(duty.window), self._kind_title)
        who = _who(duty.staff) if duty.staff else ""
        return " · ".join(part for part in (kind, who) if part)

    def _kind_title(self, kind: str) -> str:
        return self._session.workspace.packs.kind_title(kind)

    def _draw_again(self) -> None:
        """Say anew what the windows are taken for; what is ticked stays so."""
        before = self._model.blockSignals(True)
        for row in self._rows():
            duty = row.data(VALUE)
            if duty is not None:
                row.setText(_row_text(duty.window.number, self._details(duty)))
                row.setToolTip(plain_tip(row.text()))
        self._model.blockSignals(before)
        self.list.viewport().update()
        self._say_hints()
        self._show_kind()

    def _show_kind(self) -> None:
        """Show the kind of the window in front."""
        duty = self.list.value
        window, by_name = duty.window if duty else None, ""
        kinds: Sequence[WindowKind] = ()
        if window is not None and self._pack is not None:
            kinds = self._pack.window_kinds
            by_name = taken_short(taken_kind("", window.number, kinds), self._kind_title)
            by_name = by_name or tr("not told")
        self.kind.show_window(window, by_name, [(each.title, each.id) for each in kinds])

    def _take_kind(self, kind: str) -> None:
        """Keep another kind of the window in front on the roster."""
        duty = self.list.value
        if duty is None or duty.window.kind == kind:
            return
        steps, old = self._session.workspace.roster_steps, duty.window
        done = self._session.attempt(
            lambda: steps.change_window(old.id, old.number, kind, old.department, old.leader)
        )
        if done is not None:
            new = replace(old, kind=kind)
            self._windows = [new if each.id == old.id else each for each in self._windows]
            for row in self._rows():
                own = row.data(VALUE)
                if own is not None and own.window.id == old.id:
                    row.setData(Duty(new, own.staff), VALUE)
            words = taken_text(self.taken(new), self._kind_title)
            said = tr("On the roster now: {window}, {kind}.", window=new.number, kind=words)
            self._session.told.emit(said, "")
            self.counted.emit()
        self._draw_again()

    def _rows(self) -> list[QStandardItem]:
        return [self._model.item(row) for row in range(self._model.rowCount())]

    def _ticked(self) -> list[QStandardItem]:
        return [row for row in self._rows() if row.checkState() is Qt.CheckState.Checked]

    def _count(self) -> None:
        windows = sum(duty is not None for duty in self.ticked)
        self._title.setText(
            tr("Windows  {count} chosen, and the public area", count=windows)
            if None in self.ticked
            else tr("Windows  {count} chosen", count=windows)
        )
        self.counted.emit()


def _row_text(title: str, details: str) -> str:
    return f"{title}    {details}" if details else title


def _who(staff: Staff) -> str:
    return " ".join(part for part in (staff.number, staff.name, staff.team) if part)
