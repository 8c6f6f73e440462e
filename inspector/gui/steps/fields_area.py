"""The fields of a form, scrolled where there is no room for all: its buttons stay below them."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy

from inspector.gui.measures import sized
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.stacked import surface

_LEAST = 96
"""Pixels of the fields that are seen at least: one with its name, and a part of the next."""


class FieldsArea(QScrollArea):
    """As high as its fields, or less; `edge` is a line below, there while some are out of sight."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = surface()
        self.edge = hairline()
        policy = self.edge.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what stands below it is not to jump
        self.edge.setSizePolicy(policy)
        self.edge.hide()
        self.setWidget(self.inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.verticalScrollBar().rangeChanged.connect(lambda _, end: self.edge.setVisible(end > 0))

    def sizeHint(self) -> QSize:
        layout, hint = self.inside.layout(), self.inside.sizeHint()
        if layout is not None and layout.hasHeightForWidth():
            hint.setHeight(layout.totalHeightForWidth(self.width()))
        return hint

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), sized(_LEAST)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and watched is self.inside:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.inside.minimumWidth() != self.width():
            self.inside.setFixedWidth(self.width())  # the bar stands in its margin
            self.updateGeometry()
