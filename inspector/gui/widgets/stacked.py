"""Areas with the colour of a surface, and what stands in one: under each other, or side by side."""

from collections.abc import Iterable
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

Part: TypeAlias = QWidget | QLayout | tuple[QWidget | QLayout, int]
"""What stands in an area; with a number it takes that share of the room that is left."""


def surface(name: str = "surface", area: QWidget | None = None) -> QWidget:
    """Return an area that is filled with the colour of its name in the theme."""
    made = QWidget() if area is None else area
    made.setObjectName(name)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def stack(
    area: QWidget | None,
    parts: Iterable[Part],
    *,
    margin: int | tuple[int, int, int, int] = 0,
    spacing: int = 0,
    across: bool = False,
) -> QBoxLayout:
    """Put parts under each other, or side by side (`across`), into an area; return the layout.

    `margin` is in pixels: all around, or left, top, right and bottom.
    """
    direction = QBoxLayout.Direction
    made = QBoxLayout(direction.LeftToRight if across else direction.TopToBottom)
    if area is not None:
        area.setLayout(made)
    made.setContentsMargins(*((margin,) * 4 if isinstance(margin, int) else margin))
    made.setSpacing(spacing)
    for each in parts:
        part, share = each if isinstance(each, tuple) else (each, 0)
        if isinstance(part, QLayout):
            made.addLayout(part, share)
        else:
            made.addWidget(part, share)
    return made
