"""The items of one scorecard under their category headings: one list model."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import ChoiceRule, DeductRule, Item, MeasureRule
from inspector.domain.checklist.points import ONE, format_points, format_score, round_half_up
from inspector.domain.visit.category_scoring import CategoryScore
from inspector.domain.visit.inspection import Answer, Scorecard, Verdict
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.item_scoring import ItemScore
from inspector.domain.visit.scoring import ScorecardScore
from inspector.gui.photos.photo_words import MARK
from inspector.gui.widgets.lists.drawn_list import RowModel
from inspector.gui.words import correction_word, praise_word, unsaved_word, verdict_word
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import category_word
from inspector.workspace.write_target import WriteTarget


@dataclass(frozen=True, slots=True)
class Heading:
    """The row of a category."""

    category: Category
    items: int
    got: str  # its part of the score so far
    whole: str  # what it could give
    tip = ""

    @property
    def said(self) -> str:
        """The category."""
        return category_word(self.category)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """The row of an item with its answer."""

    item: Item
    score: ItemScore
    photos: int = 0  # and files
    unsaved: bool = False  # shown as given, not on the disk yet

    @property
    def answer(self) -> Answer | None:
        """The answer, or None while it is 未查."""
        return self.score.answer

    @property
    def said(self) -> str:
        """Everything that the row shows, in words."""
        verdict = verdict_word(self.answer.verdict if self.answer else None)
        photos = (f"{MARK}{self.photos}",) if self.photos else ()
        unsaved = (unsaved_word(),) if self.unsaved else ()
        said = (self.item.text, *marks_of(self), verdict, points_text(self), *photos, *unsaved)
        return " ".join(said)

    @property
    def tip(self) -> str:
        """The text of the item in full."""
        return self.item.text


class ItemModel(RowModel[Heading | ItemRow]):
    """Rows of a scorecard; after an answer only the rows that changed are drawn again."""

    def __init__(self) -> None:
        super().__init__()
        self._row_of: dict[str, int] = {}
        self.score: ScorecardScore | None = None
        self.unsaved: Collection[WriteTarget] = ()
        """The answers that are not on the disk, by scorecard and item."""

    def show(self, sheet: InspectionSheet, card: Scorecard) -> None:
        """Show a scorecard from its first row."""
        rows = self._rows_of(sheet, card)
        self._row_of = {
            row.item.id: index for index, row in enumerate(rows) if isinstance(row, ItemRow)
        }
        self.lay(rows)

    def refresh(self, sheet: InspectionSheet, card: Scorecard) -> None:
        """Show the same scorecard with other answers."""
        self.redraw(self._rows_of(sheet, card))

    def _rows_of(self, sheet: InspectionSheet, card: Scorecard) -> list[Heading | ItemRow]:
        self.score = sheet.score(card)
        complete = sheet.progress(card).complete
        rows: list[Heading | ItemRow] = []
        for category in self.score.categories:
            own = [s for s in self.score.items if s.item.category is category.category]
            if own:
                rows.append(_heading(category, len(own), complete))
                rows.extend(
                    ItemRow(
                        score.item,
                        score,
                        sheet.evidence_count(card, score.item.id),
                        (card.id, score.item.id) in self.unsaved,
                    )
                    for score in own
                )
        return rows

    def row(self, index: int) -> Heading | ItemRow:
        """Return what stands in a row."""
        return self.rows[index]

    def item_row(self, index: QModelIndex) -> ItemRow | None:
        """Return the item at an index; None for a heading or nowhere."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        return row if isinstance(row, ItemRow) else None

    def index_of(self, item_id: str | None) -> QModelIndex:
        """Return where an item stands, or the first item when it is not here."""
        if item_id is not None and item_id in self._row_of:
            return self.index(self._row_of[item_id])
        return self.first(lambda row: True)

    def first(self, wanted: Callable[[ItemRow], bool]) -> QModelIndex:
        """Return the first item that is wanted; an invalid index when there is none."""
        for index, row in enumerate(self.rows):
            if isinstance(row, ItemRow) and wanted(row):
                return self.index(index)
        return QModelIndex()

    def next_item(self, index: QModelIndex) -> QModelIndex:
        """Return the item below, or the same one at the end."""
        for row in range(index.row() + 1, len(self.rows)):
            if isinstance(self.rows[row], ItemRow):
                return self.index(row)
        return index

    def last_item(self) -> QModelIndex:
        """Return the last item; an invalid index when there is none."""
        return self.index(len(self.rows) - 1)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], ItemRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags  # the arrow keys pass over headings


def _heading(score: CategoryScore, items: int, complete: bool) -> Heading:
    """Return the row of a category.

    While a scorecard is incomplete a category stands for its own weight; once it is complete, for
    its share after the weights of categories without an applicable item went to the others.
    """
    if score.rate is None:
        return Heading(score.category, items, "—", str(score.weight))
    if not complete:
        got = format_score(round_half_up(score.rate * score.weight))
        return Heading(score.category, items, got, str(score.weight))
    share = format_score(round_half_up(score.share * ONE)).removesuffix(".00")
    return Heading(score.category, items, format_score(score.contribution), share)


def marks_of(row: ItemRow) -> tuple[str, ...]:
    """Return what is particular about an answer, in words: praised, corrected on the spot."""
    answer = row.answer
    if answer is None:
        return ()
    said = [f"☆ {praise_word()}"] if answer.praised else []
    if answer.correction is not None:
        said.append(correction_word())
    return tuple(said)


def points_text(row: ItemRow) -> str:
    """Return what an item gives of its full marks: 2 / 4, +1 for a bonus, — where none counts."""
    if row.item.is_bonus:
        return f"+{format_points(row.score.bonus)}" if row.score.bonus else "—"
    if row.answer is None:
        return f"— / {format_points(row.item.full)}"
    if row.score.full == 0:
        return "—"
    return f"{format_points(row.score.got)} / {format_points(row.score.full)}"


def answer_text(row: ItemRow) -> str:
    """Return an answer in a word or two: 合格, 扣 1 × 2, 23 分钟."""
    answer = row.answer
    if answer is None:
        return tr("Optional") if row.item.is_bonus else verdict_word(None)
    if row.item.is_bonus:
        if answer.verdict is Verdict.NOT_APPLICABLE or not answer.count:
            return tr("None")
        return tr("Bonus × {count}", count=answer.count)
    match row.item.rule:
        case MeasureRule(unit=unit) if answer.measured is not None:
            return f"{format_points(answer.measured)} {unit}"
        case DeductRule(each=each) if answer.verdict is Verdict.DEDUCT:
            return tr("−{each} × {count}", each=format_points(each), count=answer.count)
        case ChoiceRule(options=options) if answer.option is not None:
            return options[answer.option].title
    return verdict_word(answer.verdict)
