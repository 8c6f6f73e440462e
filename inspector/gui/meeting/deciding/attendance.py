"""Who is there: the staff of a site, ticked."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from inspector.domain.meeting.people_names import People, key_of
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import EVERY, TICK, key_name
from inspector.gui.measures import measures, sized
from inspector.gui.meeting.deciding.tray import Tray
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import plain_tip
from inspector.gui.widgets.lists.table import EdgeDelegate
from inspector.translation import tr

_KEY = Qt.ItemDataRole.UserRole
_ROW, _BESIDE = 36, 72  # pixels; the latter for the tick and what is around


class AttendanceList(QListView):
    """A row for each person; Space ticks, Ctrl+A all or none."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(tr("Attendance"))
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(EdgeDelegate(self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._model.itemChanged.connect(lambda item: self.changed.emit())
        self.commands = CommandTable(self)
        self.commands.add("everybody", tr("Everybody, or nobody"), EVERY, self.toggle_all)

    def show_people(self, people: People, absent: Collection[str] = ()) -> None:
        """Show the people of a site, all of them present but those in `absent`."""
        self._model.blockSignals(True)
        self._model.clear()
        for person in people.staff:
            self._add(key_of(person), people.words(key_of(person)), absent)
        known = {key_of(person) for person in people.staff}
        for gone in absent:  # from the roster since
            if gone not in known:
                self._add(gone, people.words(gone), absent)
        self._model.blockSignals(False)
        self._model.layoutChanged.emit()
        self.setCurrentIndex(self._model.index(0, 0))
        self.changed.emit()

    def fit_columns(self) -> None:
        """Give each person as much room as the longest name takes."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        texts = [item.text() for item in self._items()]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        room = QSize(widest + _BESIDE, max(sized(_ROW), metrics.height() + 2 * GRID))
        self._model.blockSignals(True)
        for item in self._items():
            item.setSizeHint(room)
        self._model.blockSignals(False)
        self.doItemsLayout()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 2 * sized(_ROW))

    @property
    def present(self) -> tuple[str, ...]:
        """The keys of whoever is there."""
        return self._keys(Qt.CheckState.Checked)

    @property
    def absent(self) -> tuple[str, ...]:
        """The keys of whoever is not."""
        return self._keys(Qt.CheckState.Unchecked)

    def draft_text(self) -> str:
        """Return who is not there, as a draft keeps it."""
        return "\n".join(self.absent)

    def show_draft(self, text: str) -> None:
        """Tick everybody but who was not there when a draft was kept."""
        absent = text.split("\n")
        for item in self._items():
            here = item.data(_KEY) not in absent
            item.setCheckState(Qt.CheckState.Checked if here else Qt.CheckState.Unchecked)

    def toggle_all(self) -> None:
        """Tick everybody, or nobody when everybody is ticked."""
        state = Qt.CheckState.Checked if self.absent else Qt.CheckState.Unchecked
        for item in self._items():
            item.setCheckState(state)

    def _add(self, key: str, text: str, absent: Collection[str]) -> None:
        item = QStandardItem(text)
        item.setData(key, _KEY)
        item.setToolTip(plain_tip(text))
        item.setCheckable(True)
        here = key not in absent
        item.setCheckState(Qt.CheckState.Checked if here else Qt.CheckState.Unchecked)
        self._model.appendRow(item)

    def _items(self) -> Sequence[QStandardItem]:
        return [self._model.item(row) for row in range(self._model.rowCount())]

    def _keys(self, state: Qt.CheckState) -> tuple[str, ...]:
        return tuple(item.data(_KEY) for item in self._items() if item.checkState() is state)


class AttendanceTray(Tray):
    """A: who came late, who left."""

    def __init__(self) -> None:
        super().__init__("attendance", tr("Keep"))
        self.list = AttendanceList("attendanceList")
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setFixedHeight(2 * measures().row_of(_ROW) + 2 * GRID)
        self.fields.addWidget(self.list, 0, 0)

    def begin(self) -> None:
        self.ask(
            tr(
                "Who is here? A click or {tick} ticks, {everybody} all or none",
                tick=key_name(TICK),
                everybody=key_name(EVERY),
            )
            if measures().shows_keys
            else tr("Who is here? A tap ticks")
        )
        self.list.fit_columns()
        self.list.setFocus()
