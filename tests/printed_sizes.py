"""How large the words of a paper are printed: read from the PDF that LibreOffice makes of it.

    for page in printed_pages(libreoffice.convert(path, "pdf")):
        assert page.smallest >= 9

Sizes are points on paper, after whatever scaling made the sheet fit its page.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader

_POINTS_PER_MM = 72 / 25.4
_Matrix = Sequence[float]


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page: its sides in mm, its text, how many characters stand in each size, its pictures."""

    width: float
    height: float
    text: str
    sizes: Mapping[float, int]  # characters by size, in points to a tenth
    pictures: Sequence[tuple[float, float]]  # width and height in mm

    @property
    def smallest(self) -> float:
        """The size of the smallest character; of a page without any, that of a headline."""
        return min(self.sizes, default=99.0)

    @property
    def usual(self) -> float:
        """The size that most characters have."""
        return max(self.sizes, key=lambda size: self.sizes[size], default=99.0)

    @property
    def is_landscape(self) -> bool:
        """It lies on its side."""
        return self.width > self.height


def printed_pages(path: Path) -> list[PrintedPage]:
    """Return the pages of a PDF, as they are printed."""
    return [_page(page) for page in PdfReader(path).pages]


def smallest_printed(path: Path) -> float:
    """Return the size in points of the smallest character in a PDF."""
    return min(page.smallest for page in printed_pages(path))


def _page(page: PageObject) -> PrintedPage:
    sizes = Counter[float]()
    pictures: list[tuple[float, float]] = []

    def text(said: str, cm: _Matrix, tm: _Matrix, _font: Any, size: float) -> None:  # noqa: ANN401
        count = len(said.split() and "".join(said.split()))
        if count:
            sizes[round(size * hypot(tm[2], tm[3]) * hypot(cm[2], cm[3]), 1)] += count

    def operand(operator: bytes, operands: Sequence[Any], cm: _Matrix, _tm: _Matrix) -> None:
        if operator == b"Do" and _is_image(page, operands[0]):
            wide, high = hypot(cm[0], cm[1]), hypot(cm[2], cm[3])
            pictures.append((wide / _POINTS_PER_MM, high / _POINTS_PER_MM))

    said = page.extract_text(visitor_text=text, visitor_operand_before=operand)
    box = page.mediabox
    return PrintedPage(
        width=float(box.width) / _POINTS_PER_MM,
        height=float(box.height) / _POINTS_PER_MM,
        text=said,
        sizes=dict(sizes),
        pictures=pictures,
    )


def _is_image(page: PageObject, name: str) -> bool:
    objects: Any = page["/Resources"]["/XObject"]  # type: ignore[index]
    return bool(objects[name]["/Subtype"] == "/Image")
