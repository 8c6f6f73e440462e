"""What an amendment can be about: the whole record, or one item of one window; found by pinyin."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from inspector.domain.record.record import Record
from inspector.gui.widgets.labels import plain_tip
from inspector.gui.words import scorecard_title, verdict_shape
from inspector.translation import tr
from inspector.workspace.pinyin import matches

Subject = tuple[str | None, str | None]
"""A scorecard's and an item's id; of the whole record neither."""

_SUBJECT = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Filter(QSortFilterProxyModel):
    """Rows that contain what was typed, in Chinese or as pinyin."""

    query = ""

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override]
        return matches(self.sourceModel().index(row, 0, parent).data(), self.query)


class _Cut(QStyledItemDelegate):
    """Asks for no width: a long row is cut with …, and whole in its tool tip."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())


class SubjectList(QListView):
    """The list; Enter chooses."""

    chosen = Signal()

    changed = Signal()
    """Another one is current."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("amendSubjects")
        self.setAccessibleName(tr("What the amendment is about"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Cut(self))
        self._rows = QStandardItemModel()
        self._filter = _Filter()
        self._filter.setSourceModel(self._rows)
        self.setModel(self._filter)
        self.doubleClicked.connect(lambda _: self.chosen.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.changed.emit())

    def show_record(self, record: Record, subject: Subject) -> None:
        """List what a record has, standing on `subject`."""
        sheet = record.sheet
        self._rows.clear()
        self._add(tr("Whole record"), (None, None))
        for card in sheet.inspected:
            for item in sheet.items(card):
                answer = sheet.answers_of(card).get(item.id)
                shape = verdict_shape(answer.verdict if answer else None)
                text = f"{scorecard_title(card)}  {shape}  {item.text}"
                self._add(text, (card.id, item.id))
        self.narrow("")
        self._stand_on(subject)

    def draft_text(self) -> str:
        """Return what is chosen, as a draft keeps it."""
        return "/".join(each or "" for each in self.subject or ())

    def show_draft(self, text: str) -> None:
        """Stand on what was chosen when a draft was kept."""
        card, _, item = text.partition("/")
        self._stand_on((card or None, item or None))

    def _stand_on(self, subject: Subject) -> None:
        for row in range(self._filter.rowCount()):
            index = self._filter.index(row, 0)
            if index.data(_SUBJECT) == subject:
                self._stand_at(index)

    def narrow(self, query: str) -> None:
        """Show only what contains `query`, standing on the first of it."""
        self._filter.query = query
        self._filter.invalidate()
        self._stand_at(self._filter.index(0, 0))

    @property
    def subject(self) -> Subject | None:
        """What is chosen; nothing when nothing is found."""
        index = self.currentIndex()
        return index.data(_SUBJECT) if index.isValid() else None

    @property
    def subject_text(self) -> str:
        """What is chosen, in words."""
        index = self.currentIndex()
        return str(index.data()) if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, text: str, subject: Subject) -> None:
        item = QStandardItem(text)
        item.setData(subject, _SUBJECT)
        item.setToolTip(plain_tip(text))
        self._rows.appendRow(item)

    def _stand_at(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
