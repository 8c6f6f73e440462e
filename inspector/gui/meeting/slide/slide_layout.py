"""Where photos and words stand on a screen of a meeting."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt

BETWEEN = 4
"""Pixels between two photos: they are one picture of before and after."""


class SlidePlaces(NamedTuple):
    """The rooms of a screen; that of the photos is empty where there are none."""

    photos: QRect
    words: QRect


def slide_places(room: QSize, height: int, *, has_photos: bool) -> SlidePlaces:
    """Return the places on a slide of the size `room`, on a screen of that height.

    Photos have two thirds of the width and the full height; without any the words have it all.
    """
    share = room.width() * 2 // 3 if has_photos else 0
    side = height // (32 if has_photos else 12)
    words = QRect(share, 0, room.width() - share, room.height())
    return SlidePlaces(
        QRect(0, 0, share, room.height()), words.adjusted(side, height // 24, -side, -height // 32)
    )


def photo_cells(room: QRect, shapes: Sequence[QSize]) -> list[QRect]:
    """Return the places of one photo or two: beside each other or stacked, whichever shows larger.

    Two have equal halves; `shapes` are their widths and heights, in any unit.
    """
    if len(shapes) != 2:
        return [QRect(room) for _ in shapes]
    width, height = (room.width() - BETWEEN) // 2, (room.height() - BETWEEN) // 2
    beside = [QRect(room.topLeft(), QSize(width, room.height())) for _ in shapes]
    beside[1].moveRight(room.right())
    stacked = [QRect(room.topLeft(), QSize(room.width(), height)) for _ in shapes]
    stacked[1].moveBottom(room.bottom())
    return max((beside, stacked), key=lambda cells: _seen(cells, shapes))


def _seen(cells: Sequence[QRect], shapes: Sequence[QSize]) -> int:
    """Return how much of the screen the photos cover."""
    keep = Qt.AspectRatioMode.KeepAspectRatio
    shown = [shape.scaled(cell.size(), keep) for cell, shape in zip(cells, shapes, strict=True)]
    return sum(each.width() * each.height() for each in shown)
