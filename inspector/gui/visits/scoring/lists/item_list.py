"""The list of items: it has the keyboard while an inspector scores."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication

from inspector.gui.commands.command import Command
from inspector.gui.visits.scoring.lists.item_delegate import ItemDelegate, is_tight
from inspector.gui.visits.scoring.lists.item_model import ItemModel
from inspector.gui.visits.scoring.lists.row_segment import RowSegment
from inspector.gui.widgets.lists.command_list import CommandList
from inspector.translation import tr


class ItemList(CommandList):
    """Items under the headings of their categories; in the current row one gives verdicts."""

    tabbed = Signal()
    """Tab, to the fields beside the list; whether there are any, the page knows."""

    def __init__(self, model: ItemModel) -> None:
        self._delegate = ItemDelegate()
        super().__init__("items", tr("Items"), model, self._delegate)
        self._pressed: Command | None = None
        self._judged_at: int | None = None  # milliseconds, as events have them

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # a line below may ask about this very row
        if is_tight(event.size().width()) != is_tight(event.oldSize().width()):
            self.scheduleDelayedItemsLayout()  # its rows are of another height

    @property
    def segment(self) -> RowSegment:
        """The verdicts in the current row."""
        return self._delegate.segment

    def _verdict_at(self, where: QPoint) -> Command | None:
        current = self.currentIndex()
        if not current.isValid() or self.indexAt(where) != current:
            return None
        row = current.data(Qt.ItemDataRole.UserRole)
        area = self._delegate.segment_area(self.visualRect(current), row)
        return self.segment.at(area, where, row.red_line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self._verdict_at(event.position().toPoint()) if is_left else None
        self._judged_at = event.timestamp() if self._pressed is not None else None
        if self._pressed is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif self._verdict_at(event.position().toPoint()) is pressed:
            self.setFocus()
            pressed.trigger()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is written of the item; the second half of a verdict is nothing."""
        if (
            self._judged_at is not None
            and event.timestamp() - self._judged_at <= QApplication.doubleClickInterval()
        ):
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward:
            self.tabbed.emit()
            return True
        return super().focusNextPrevChild(forward)
