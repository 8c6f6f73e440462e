"""The scorecards of a visit on the left of the scoring page: one model, one delegate."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.points import format_score
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.measures import measures, sized
from inspector.gui.photos.photo_words import MARK
from inspector.gui.theme import (
    EDGE,
    GRID,
    SMALL_SIZE,
    Colours,
    colours_of,
    fix_height,
    text_font,
)
from inspector.gui.visits.scoring.lists.card_grid import (
    CELL_HEIGHT,
    cell_width,
    draw_cell,
    draw_tile,
    short_names,
)
from inspector.gui.visits.scoring.lists.card_row import CardRow
from inspector.gui.widgets.lists.drawn_list import DrawnList, RowDelegate, RowModel, draw_pair
from inspector.gui.widgets.stacked import surface
from inspector.gui.words import coverage_text, scorecard_title, unranked_text, unsaved_word
from inspector.translation import tr
from inspector.workspace.finding_state_words import staff_word
from inspector.workspace.write_target import WriteTarget

LIST_WIDTH, NARROW_LIST_WIDTH = 208, 152

MOST_ROWS = 20
"""Windows that stand in rows; more of them stand in a grid."""

_ANY = (1 << 24) - 1

_BAR = 10
"""Pixels of a scroll bar, which the cells leave free."""


class CardModel(RowModel[CardRow]):
    """A row for each scorecard."""

    def __init__(self) -> None:
        super().__init__()
        self.unsaved: Collection[WriteTarget] = ()
        """What is not on the disk, by scorecard and item."""

        self._short: dict[str, str] = {}

    def show(self, sheet: InspectionSheet) -> None:
        """Show the scorecards of a visit."""
        cards = sheet.scorecards
        names = short_names([scorecard_title(card) for card in cards])
        self._short = {card.id: name for card, name in zip(cards, names, strict=True)}
        self.lay([self._row(sheet, card) for card in sheet.scorecards])

    def refresh(self, sheet: InspectionSheet, scorecard_id: str) -> None:
        """Draw one scorecard again."""
        rows = [*self.rows]
        rows[self.position(scorecard_id)] = self._row(sheet, sheet.scorecard(scorecard_id))
        self.redraw(rows)

    def mark_unsaved(self, sheet: InspectionSheet, targets: Collection[WriteTarget]) -> None:
        """Draw again the scorecards of which something else is on the disk than before."""
        touched = {card_id for card_id, _ in {*targets} ^ {*self.unsaved}}
        self.unsaved = targets
        for card in sheet.scorecards:
            if card.id in touched:
                self.refresh(sheet, card.id)

    def position(self, scorecard_id: str) -> int:
        """Return the row of a scorecard."""
        return next(i for i, row in enumerate(self.rows) if row.card.id == scorecard_id)

    def card(self, position: int) -> Scorecard:
        """Return the scorecard of a row."""
        return self.rows[position].card

    def _row(self, sheet: InspectionSheet, card: Scorecard) -> CardRow:
        score, progress = sheet.score(card), sheet.progress(card)
        coverage = sheet.coverage(card)
        parts = [_kind(sheet, card), staff_word(card.staff_number)]
        is_public = card.scope is Scope.PUBLIC
        if card.left_out:
            standing = tr("Left out")
        elif progress.complete and score.total is not None:
            standing = score.grade.title if score.grade else "—"
            if coverage.observed < coverage.asked:
                standing += f" {coverage.observed}/{coverage.asked}"
        elif progress.done:
            standing = f"{progress.done} / {progress.total}"
        else:
            standing = tr("Unanswered")
        if score.vetoed and not card.left_out:
            standing = f"★ {standing}"
        if count := sheet.evidence_count(card):
            standing = f"{MARK}{count}  {standing}"
        unsaved = any(card_id == card.id for card_id, _ in self.unsaved)
        if unsaved:
            standing = f"{unsaved_word()} · {standing}"
        return CardRow(
            card=card,
            title=scorecard_title(card),
            subtitle=tr("The whole site") if is_public else " · ".join(filter(None, parts)),
            score="" if card.left_out else format_score(score.total),
            standing=standing,
            progress=progress,
            vetoed=score.vetoed and not card.left_out,
            unsaved=unsaved,
            observed="" if card.left_out else _observed(sheet, card),
            short=self._short[card.id],
        )


def _observed(sheet: InspectionSheet, card: Scorecard) -> str:
    """Return how much of a window was observed; once it is done, whether that is too little."""
    coverage = sheet.coverage(card)
    said = coverage_text(coverage)
    if not sheet.progress(card).complete:
        return said
    below = unranked_text(coverage, sheet.pack.policy, sheet.inspection.kind.ranked)
    return tr("; ").join(part for part in (said, below) if part)


class CardDelegate(RowDelegate[CardRow]):
    """Two lines and a bar of progress; a cell where there are many."""

    height = 56
    is_grid = is_row = False

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = self.parent()
        if self.is_row:
            return QSize(measures().cell + GRID, measures().cell)
        if not self.is_grid or not isinstance(view, QWidget):
            return super().sizeHint(option, index)
        return QSize(cell_width(view.width() - _BAR), measures().row_of(CELL_HEIGHT))

    def draw(
        self, painter: QPainter, rect: QRect, row: CardRow, colours: Colours, selected: bool
    ) -> None:
        if self.is_row:
            draw_tile(painter, rect, row, colours, selected)
        elif self.is_grid:
            draw_cell(painter, rect, row, colours, selected)
        else:
            self.draw_row(painter, rect, row, colours, selected)

    def draw_row(
        self, painter: QPainter, rect: QRect, row: CardRow, colours: Colours, selected: bool
    ) -> None:
        """Draw a scorecard in two lines."""
        inner = rect.adjusted(2 * GRID, 6, -2 * GRID, -GRID)
        upper = QRect(inner.left(), inner.top(), inner.width(), sized(20))
        lower = QRect(inner.left(), inner.top() + sized(20), inner.width(), sized(16))
        painter.setFont(text_font(bold=selected))
        painter.setPen(colours.colour("disabled" if row.card.left_out else "text"))
        width_of = painter.fontMetrics().horizontalAdvance
        # A long name has the line for itself: its end tells it from the others.
        has_room = width_of(row.title) + GRID + width_of(row.score) <= upper.width()
        score = row.score if has_room else ""
        draw_pair(painter, upper, row.title, score, cut=Qt.TextElideMode.ElideMiddle)
        painter.setFont(text_font(SMALL_SIZE))
        painter.setPen(colours.colour("secondary"))
        width_of, standing = painter.fontMetrics().horizontalAdvance, row.standing
        who = staff_word(row.card.staff_number)
        if row.unsaved and width_of(f"{who} {standing}") + GRID > lower.width():
            standing = unsaved_word()
        room = lower.width() - width_of(standing) - GRID
        # Who is on duty says more than the kind of window; of a number all is seen, or nothing.
        said = (row.subtitle, who, row.card.staff_number)
        subtitle = next((each for each in said if width_of(each) <= room), "")
        subtitle = subtitle if has_room else row.score
        role = "vetoed" if row.vetoed else "unsaved" if row.unsaved else None
        draw_pair(painter, lower, subtitle, standing, colours.colour(role) if role else None)
        bar = QRect(inner.left(), rect.bottom() - 5, inner.width(), 3)
        painter.fillRect(bar, colours.colour("hairline"))
        if row.progress.total and not row.card.left_out:
            bar.setWidth(bar.width() * row.progress.done // row.progress.total)
            painter.fillRect(bar, colours.colour("accent"))


class CardList(DrawnList):
    """The scorecards; the mouse may choose one, the keyboard stays with the items.

    Many of them stand in a grid, and the one in front above it in full (`head`). For a finger they
    lie in a row.
    """

    def __init__(self, model: CardModel) -> None:
        self._delegate = CardDelegate()
        super().__init__("cards", tr("Windows"), model, self._delegate)
        self._rows = model
        self.head = _CardHead(self, self._delegate)
        self.setFixedWidth(sized(LIST_WIDTH))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        model.modelReset.connect(self._fit)
        for changed in (model.dataChanged, self.selectionModel().currentChanged):
            changed.connect(self.head.update)

    @property
    def current(self) -> CardRow | None:
        """The scorecard in front."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._delegate.is_row and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def stand_in_row(self, in_row: bool) -> None:
        """Lie in one row, as high as a cell, or stand in a column; what is current stays."""
        self._delegate.is_row = in_row
        self.setFixedHeight(measures().cell) if in_row else self.setMaximumHeight(_ANY)
        if not in_row:
            self.setMinimumHeight(0)
        never, needed = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
            Qt.ScrollBarPolicy.ScrollBarAsNeeded,
        )
        self.setVerticalScrollBarPolicy(never if in_row else needed)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._fit()

    def _fit(self) -> None:
        in_row = self._delegate.is_row
        is_grid = self._delegate.is_grid = not in_row and len(self._rows.rows) > MOST_ROWS
        flow = QListView.Flow
        self.setFlow(flow.LeftToRight if is_grid or in_row else flow.TopToBottom)
        self.setWrapping(is_grid)
        self.head.setVisible(is_grid)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())


def _kind(sheet: InspectionSheet, card: Scorecard) -> str:
    """Return what kind of window it is; one that the checklist does not know has no name here."""
    return next((k.title for k in sheet.pack.window_kinds if k.id == card.window_kind), "")


class _CardHead(QWidget):
    """The scorecard in front in full, above the grid."""

    def __init__(self, cards: CardList, delegate: CardDelegate) -> None:
        super().__init__()
        self._cards, self._delegate = cards, delegate
        surface("surface", self)
        fix_height(self, delegate.height + GRID // 2)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        if (row := self._cards.current) is None:
            return
        painter, colours = QPainter(self), colours_of(self)
        painter.fillRect(self.rect(), colours.colour("selection"))
        painter.fillRect(0, 0, EDGE, self.height(), colours.colour("accent"))
        self._delegate.draw_row(painter, self.rect(), row, colours, True)
        painter.end()
