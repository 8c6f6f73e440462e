"""The scorecards of a visit on the left of the scoring page: one model, one delegate."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from inspector.domain.checklist.points import format_score
from inspector.domain.visit.inspection import Progress, Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.photos.photo_words import MARK
from inspector.gui.theme import GRID, SMALL_SIZE, Colours, text_font
from inspector.gui.widgets.lists.drawn_list import DrawnList, RowDelegate, RowModel, draw_pair
from inspector.gui.words import scorecard_title, unsaved_word
from inspector.translation import tr
from inspector.workspace.write_target import WriteTarget

LIST_WIDTH, NARROW_LIST_WIDTH = 208, 152


@dataclass(frozen=True, slots=True)
class CardRow:
    """What the list says of a scorecard."""

    card: Scorecard
    title: str
    subtitle: str
    score: str
    standing: str
    progress: Progress
    vetoed: bool
    unsaved: bool = False  # something of it is not on the disk

    @property
    def said(self) -> str:
        """Title and standing."""
        return f"{self.title} {self.standing}"

    @property
    def tip(self) -> str:
        """Both titles in full."""
        return f"{self.title}\n{self.subtitle}"


class CardModel(RowModel[CardRow]):
    """A row for each scorecard."""

    def __init__(self) -> None:
        super().__init__()
        self.unsaved: Collection[WriteTarget] = ()
        """What is not on the disk, by scorecard and item."""

    def show(self, sheet: InspectionSheet) -> None:
        """Show the scorecards of a visit."""
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
        parts = [sheet.pack.kind_title(card.window_kind), card.staff_number]
        if card.left_out:
            standing = tr("Left out")
        elif progress.complete and score.grade is not None:
            standing = score.grade.title
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
            subtitle=" · ".join(part for part in parts if part) or tr("The whole site"),
            score="" if card.left_out else format_score(score.total),
            standing=standing,
            progress=progress,
            vetoed=score.vetoed and not card.left_out,
            unsaved=unsaved,
        )


class CardDelegate(RowDelegate[CardRow]):
    """Two lines and a bar of progress."""

    height = 56

    def draw(
        self, painter: QPainter, rect: QRect, row: CardRow, colours: Colours, selected: bool
    ) -> None:
        inner = rect.adjusted(2 * GRID, 6, -2 * GRID, -GRID)
        upper = QRect(inner.left(), inner.top(), inner.width(), 20)
        lower = QRect(inner.left(), inner.top() + 20, inner.width(), 16)
        painter.setFont(text_font(bold=selected))
        painter.setPen(colours.colour("disabled" if row.card.left_out else "text"))
        draw_pair(painter, upper, row.title, row.score)
        painter.setFont(text_font(SMALL_SIZE))
        painter.setPen(colours.colour("secondary"))
        width_of, standing = painter.fontMetrics().horizontalAdvance, row.standing
        if row.unsaved and width_of(f"{row.card.staff_number} {standing}") + GRID > lower.width():
            standing = unsaved_word()
        fits = width_of(row.subtitle) <= lower.width() - width_of(standing) - GRID
        # Who is on duty says more than the kind of window.
        subtitle = row.subtitle if fits else row.card.staff_number or row.subtitle
        role = "vetoed" if row.vetoed else "unsaved" if row.unsaved else None
        draw_pair(painter, lower, subtitle, standing, colours.colour(role) if role else None)
        bar = QRect(inner.left(), rect.bottom() - 5, inner.width(), 3)
        painter.fillRect(bar, colours.colour("hairline"))
        if row.progress.total and not row.card.left_out:
            bar.setWidth(bar.width() * row.progress.done // row.progress.total)
            painter.fillRect(bar, colours.colour("accent"))


class CardList(DrawnList):
    """The scorecards; the mouse may choose one, the keyboard stays with the items."""

    def __init__(self, model: CardModel) -> None:
        super().__init__("cards", tr("Windows"), model, CardDelegate())
        self.setFixedWidth(LIST_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
