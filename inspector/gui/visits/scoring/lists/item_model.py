"""The items of one scorecard under their category headings: one list model."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    CasesRule,
    ChoiceRule,
    DeductRule,
    Item,
    MeasureRule,
    RangeRule,
    Totalling,
)
from inspector.domain.checklist.method import Form
from inspector.domain.checklist.points import ONE, format_points, format_score, round_half_up
from inspector.domain.visit.category_scoring import CategoryScore
from inspector.domain.visit.inspection import Answer, Scorecard, Verdict
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.item_scoring import ItemScore
from inspector.domain.visit.scoring import ScorecardScore
from inspector.gui.photos.photo_words import MARK
from inspector.gui.visits.scoring.item_words import (
    gravity_mark,
    gravity_word,
    method_signs,
    must_word,
)
from inspector.gui.widgets.lists.drawn_list import RowModel
from inspector.gui.words import correction_word, praise_word, unsaved_word, verdict_word
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import category_word, items_text
from inspector.workspace.write_target import WriteTarget


@dataclass(frozen=True, slots=True)
class Heading:
    """The row of a category; without one, of the red lines."""

    category: Category | None
    items: int
    answered: int = 0  # of them
    end: str = ""  # what it gives of what it could, or what it lost
    tip = ""

    @property
    def said(self) -> str:
        """The category."""
        return tr("★ Red lines") if self.category is None else category_word(self.category)

    @property
    def note(self) -> str:
        """What is said beside it: how many items are answered, or how red lines are asked."""
        if self.category is not None:
            return tr("answered {done} of {items}", done=self.answered, items=self.items)
        words = (Verdict.PASS, Verdict.DEDUCT, Verdict.UNSEEN)
        return " / ".join(verdict_word(each, red_line=True) for each in words)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """The row of an item with its answer."""

    item: Item
    score: ItemScore
    photos: int = 0  # and files
    unsaved: bool = False  # shown as given, not on the disk yet
    direct: bool = False  # points are taken off directly
    full_form: bool = False  # of which only some items are 必查

    @property
    def answer(self) -> Answer | None:
        """The answer, or None while it is 未查."""
        return self.score.answer

    @property
    def how(self) -> str:
        """How it is found out, in signs, and whether it is 必查, where not everything is."""
        must = must_word() if self.item.must and self.full_form else ""
        return " ".join(part for part in (method_signs(self.item), must) if part)

    @property
    def red_line(self) -> bool:
        """It is asked as 未发现 or 发现."""
        return self.direct and self.item.veto

    @property
    def said(self) -> str:
        """Everything that the row shows, in words."""
        verdict = verdict_word(self.answer.verdict if self.answer else None, self.red_line)
        photos = (f"{MARK}{self.photos}",) if self.photos else ()
        unsaved = (unsaved_word(),) if self.unsaved else ()
        gravity = (gravity_word(self.item),) if gravity_mark(self.item) else ()
        said = (
            *gravity,
            self.item.text,
            *marks_of(self),
            verdict,
            points_text(self),
            *photos,
            *unsaved,
        )
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
        direct = sheet.pack.policy.total is Totalling.DEDUCT
        full_form = sheet.inspection.form is Form.FULL

        def item_row(score: ItemScore) -> ItemRow:
            photos = sheet.evidence_count(card, score.item.id)
            unsaved = (card.id, score.item.id) in self.unsaved
            return ItemRow(score.item, score, photos, unsaved, direct, full_form)

        rows: list[Heading | ItemRow] = []
        # Where points are taken off directly, red lines are asked together at the end.
        red_lines = [score for score in self.score.items if direct and score.item.veto]
        others = [score for score in self.score.items if not (direct and score.item.veto)]
        for category in self.score.categories:
            own = [score for score in others if score.item.category is category.category]
            if own:
                answered = sum(score.answer is not None for score in own)
                end = _lost(category, answered > 0) if direct else _got(category, complete)
                rows.append(Heading(category.category, len(own), answered, end))
                rows.extend(map(item_row, own))
        if red_lines:
            rows.append(Heading(None, len(red_lines), end=items_text(len(red_lines))))
            rows.extend(map(item_row, red_lines))
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


def _got(score: CategoryScore, complete: bool) -> str:
    """Return what a category gives of what it could.

    While a scorecard is incomplete a category stands for its own weight; once it is complete, for
    its share after the weights of categories without an applicable item went to the others.
    """
    if score.rate is None:
        return tr("full marks {full}", full=score.weight)
    if not complete:
        got = format_score(round_half_up(score.rate * score.weight))
        return tr("{got} of {full}", got=got, full=score.weight)
    share = format_score(round_half_up(score.share * ONE)).removesuffix(".00")
    return tr("{got} of {full}", got=format_score(score.contribution), full=share)


def _lost(score: CategoryScore, judged: bool) -> str:
    """Return what was taken off a category, and its points.

    Red lines belong to a category, but stand apart: they alone do not make it `judged`.
    """
    full = tr("full marks {full}", full=format_points(score.full))
    if score.rate is None or not judged:
        return full
    lost = score.full - score.got
    off = tr("{points} off", points=format_points(lost)) if lost else tr("nothing off")
    return f"{off} · {full}"


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
    if row.direct:
        return _lost_text(row)
    if row.answer is None:
        return f"— / {format_points(row.item.full)}"
    if row.score.full == 0:
        return "—"
    return f"{format_points(row.score.got)} / {format_points(row.score.full)}"


def _lost_text(row: ItemRow) -> str:
    judged = row.answer is not None and row.answer.verdict in (Verdict.PASS, Verdict.DEDUCT)
    if row.red_line or not judged:
        return "★" if row.score.vetoed else "—"
    lost = row.score.deduction
    return f"−{format_points(lost)}" if lost else "0"


def answer_text(row: ItemRow) -> str:
    """Return an answer in a word or two: 合格, 扣 1 × 2, 23 分钟, 从总分扣 5 × 1."""
    found = _found_text(row)
    if row.item.penalty and row.answer is not None and row.answer.verdict is Verdict.DEDUCT:
        return tr("Off the total: {found}", found=found)
    return found


def _found_text(row: ItemRow) -> str:
    answer = row.answer
    if answer is None:
        return tr("Optional") if row.item.is_bonus else verdict_word(None)
    if row.item.is_bonus:
        if answer.verdict is Verdict.NOT_APPLICABLE or not answer.count:
            return tr("None")
        return tr("Bonus × {count}", count=answer.count)
    if row.red_line:
        return verdict_word(answer.verdict, red_line=True)
    match row.item.rule:
        case CasesRule(cases=cases) if any(answer.cases):
            counts = [(c.title, n) for c, n in zip(cases, answer.cases, strict=False) if n]
            return tr(", ").join(t if n == 1 else f"{t} × {n}" for t, n in counts)
        case RangeRule() if answer.measured is not None and answer.verdict is Verdict.DEDUCT:
            return f"−{format_points(answer.measured)}"
        case MeasureRule(unit=unit) if answer.measured is not None:
            return f"{format_points(answer.measured)} {unit}"
        case DeductRule(each=each) if answer.verdict is Verdict.DEDUCT:
            return tr("−{each} × {count}", each=format_points(each), count=answer.count)
        case ChoiceRule(options=options) if answer.option is not None:
            return options[answer.option].title
    return verdict_word(answer.verdict)
