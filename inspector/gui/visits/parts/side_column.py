"""The column beside the list of a visit: what is in front, part under part, scrolled if need be."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from inspector.gui.theme import GRID
from inspector.gui.widgets.stacked import stack, surface


class SideColumn(QScrollArea):
    """What is typed into stays in sight when there is more or less above it."""

    def __init__(
        self,
        name: str,
        spacing: int,
        parts: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`name` is that of its colour, `spacing` in pixels."""
        super().__init__(parent)
        self._kept: QWidget | None = None
        self._inner = surface(name)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        # Now: Qt would ask at once how large the parts are, and dress them anew in their page.
        self._column = stack(self._inner, parts, margin=2 * GRID, spacing=spacing)
        self._column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._show_focused)

    def put_below(self, other: QWidget, widget: QWidget) -> None:
        """Put a widget below another one."""
        self._column.insertWidget(self._column.indexOf(other) + 1, widget)

    def keep_above(self, widget: QWidget) -> None:
        """Let something stand above the column, whatever of it is in sight."""
        area = surface(self._inner.objectName())
        stack(area, (widget,), margin=(GRID, GRID + GRID // 2, GRID, GRID // 2))
        area.setParent(self)
        area.installEventFilter(self)
        self._kept = area
        self._column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)

    def _place_kept(self, area: QWidget) -> None:
        """Let it be as high as it is in this width; the column begins below it."""
        height = area.heightForWidth(self.width())
        area.setGeometry(0, 0, self.width(), height)
        if self.viewportMargins().top() != height:
            self.setViewportMargins(0, height, 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What stands above is another, which takes more rows, or less.
        if event.type() is QEvent.Type.LayoutRequest and watched is self._kept:
            self._place_kept(self._kept)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._kept is not None:
            self._place_kept(self._kept)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_in_page = self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
        if event.type() is QEvent.Type.StyleChange and is_in_page and self._kept is not None:
            self._place_kept(self._kept)  # another hand

    def _show_focused(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            # Qt's own looks at the line with the cursor only.
            top = focused.mapTo(self._inner, QPoint(0, 0)).y()
            for edge in (*self._above(focused), top + focused.height(), top):
                self.ensureVisible(0, edge, 0, GRID)

    def _above(self, focused: QWidget) -> Sequence[int]:
        """Return what is seen as well, if there is room: pixels from the top of the column."""
        return ()
