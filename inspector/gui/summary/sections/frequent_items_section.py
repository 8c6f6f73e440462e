"""Which items are found wrong most often, with the last finding of each."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.category import Category
from inspector.gui.summary.sections.figure_model import FigureColumn, FigureLine
from inspector.gui.summary.sections.figure_target import Opened
from inspector.gui.summary.sections.figure_words import DOT, percent_text
from inspector.gui.summary.sections.summary_section import FigureSection
from inspector.gui.theme import GRID, TEXT_SIZE, exact_font
from inspector.gui.words import short_day_text
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import category_word
from inspector.workspace.papers.period_figures import MOST_ITEMS, ItemLine, SummaryFigures

_GIVING_WAY = (2, 5)
"""The category and the checklist, which the wording and the example need the room of."""


class ItemSection(FigureSection):
    """The most frequent first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "items", tr("Frequent"), self._columns())

    def _columns(self) -> list[FigureColumn[tuple[int, ItemLine]]]:
        return [
            FigureColumn(tr("No."), lambda row: str(row[0]), 40, number=True),
            FigureColumn(tr("Item"), lambda row: row[1].example.short),
            FigureColumn(tr("Category"), _category, _category_width()),
            FigureColumn(
                tr("Findings"), lambda row: str(row[1].item.findings), 72, number=True,
                opens=self._findings, bold=True,
            ),
            FigureColumn(
                tr("Of visits"), lambda row: percent_text(row[1].item.share), 88, number=True
            ),
            FigureColumn(tr("Checklist"), lambda row: row[1].item.pack.short_name, 104),
            FigureColumn(tr("Last example"), _example),
        ]  # fmt: skip

    def make_small(self, narrow: bool, low: bool) -> None:
        super().make_small(narrow, low)
        for place in _GIVING_WAY:
            self.table.setColumnHidden(place, narrow)
        self.table.fit_names()

    def lines(self, figures: SummaryFigures) -> list[FigureLine[tuple[int, ItemLine]]]:
        return [FigureLine((number, item)) for number, item in enumerate(figures.items, 1)]

    def remark(self, figures: SummaryFigures) -> str:
        if not figures.items:
            return tr("No finding in this period.")
        if len(figures.items) == MOST_ITEMS:
            return tr("The {count} most frequent items.", count=MOST_ITEMS)
        return ""

    def _findings(self, row: tuple[int, ItemLine]) -> Opened:
        item = row[1].item
        return self.at.findings(row[1].example.short, pack=item.pack, item_id=item.item_id)


def _category(row: tuple[int, ItemLine]) -> str:
    return category_word(row[1].example.category)


def _category_width() -> int:
    """Return the pixels that the longest word takes: English ones are longer than Chinese."""
    measured = QFontMetrics(exact_font(TEXT_SIZE)).horizontalAdvance
    return max(measured(category_word(each)) for each in Category) + 2 * GRID + GRID // 2


def _example(row: tuple[int, ItemLine]) -> str:
    example = row[1].example
    place = f"{short_day_text(example.day)} {example.site_name} {example.window_number}"
    return f"{place}{DOT}{example.text}"
