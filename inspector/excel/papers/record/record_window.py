"""The sheet of one scorecard on a record: every item, subtotals, the weighted score."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.checklist import Item, Pack, Totalling
from inspector.domain.checklist.points import to_decimal
from inspector.domain.record.record import Record
from inspector.domain.visit.asking import is_found_or_not
from inspector.domain.visit.inspection import Scorecard, Verdict
from inspector.domain.visit.item_scoring import ItemScore
from inspector.excel.papers.party_words import signed_for
from inspector.excel.papers.ranking_words import (
    coverage_words,
    tells_coverage,
    too_little_words,
)
from inspector.excel.papers.record.record_remarks import PhotoNumbers, remark_words
from inspector.excel.papers.record.record_sums import (
    result_row,
    results,
    reviewed_row,
    subtotal,
    whole_sum,
)
from inspector.excel.papers.record.record_words import (
    card_title,
    found_words,
    item_words,
    rule_words,
    visit_lines,
)
from inspector.excel.papers.seal_words import record_alarm
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, begin_sheet
from inspector.excel.sheet.terms import CATEGORIES, NOTHING

if TYPE_CHECKING:
    from openpyxl import Workbook

COLUMNS = (
    Column("序号", 5.2, Kind.NUMBER),
    Column("检查类别", 9.4),
    Column("检查项目", 26, Kind.TEXT),
    Column("检查标准", 15, Kind.TEXT),
    Column("分值", 7, Kind.NUMBER),
    Column("检查情况", 20.5, Kind.TEXT),
    Column("扣分", 7, Kind.NUMBER),
    Column("得分", 8, Kind.NUMBER),
    Column("备注", 20.4, Kind.TEXT),
)
_OWN_AT = 4  # a checklist's own columns (考核办法) stand behind 检查标准
_BODY_SIZE = 10.5  # 五号
_SCORED = {7: Kind.SCORE}  # 得分 of the rows below the items
BONUS = "加分"
PENALTY = "总分扣分"
RED_LINE = "红线"


def add_window_sheet(
    book: "Workbook",
    record: Record,
    card: Scorecard,
    title: str,
    photos: PhotoNumbers,
    styles: Styles,
) -> None:
    """Write the sheet of a scorecard."""
    who = " ".join(part for part in (card.staff_number, card.staff_name) if part)
    plan = SheetPlan(
        name=" ".join(part for part in (card_title(card), card.staff_number) if part),
        title=title,
        columns=_columns(record.sheet.pack),
        alarm=record_alarm(record),
        head=visit_lines(record.sheet),
        report_line=(f"窗口号：{card_title(card)}", f"工号：{who or NOTHING}", "单位：分"),
        foot=window_foot(record),
        landscape=bool(record.sheet.pack.columns),
        frozen_columns=3,
        body_size=_BODY_SIZE,
        filtered=False,
    )
    writer = begin_sheet(book, plan, styles)
    _Rows(record, card, photos, writer.write_row).write()
    writer.write_end()


def _columns(pack: Pack) -> list[Column]:
    """Return the columns of a window's sheet, with those that the checklist has of its own."""
    own = [Column(title, 18, Kind.TEXT) for title in pack.columns]
    return [*COLUMNS[:_OWN_AT], *own, *COLUMNS[_OWN_AT:]]


def window_foot(record: Record) -> tuple[str, str, str]:
    signature = record.signature
    head = "被检查单位负责人签字："
    if signature is not None:
        head += "拒签，见首页" if signature.refused else f"{signature.signer}（见首页）"
    return (signed_for(record.sheet.inspection), head, "日期：")


class _Rows:
    """Writes the rows of a scorecard, numbering its items through."""

    def __init__(
        self,
        record: Record,
        card: Scorecard,
        photos: PhotoNumbers,
        write: Callable[..., None],
    ) -> None:
        self._record, self._card, self._photos, self._write = record, card, photos, write
        self._sheet = record.sheet
        self._direct = record.sheet.pack.policy.total is Totalling.DEDUCT
        self._number = 0

    def write(self) -> None:
        """Write the items by category with their subtotals, the bonus, the sums."""
        score = self._sheet.score(self._card)
        pack = self._sheet.pack
        asked = [each for each in score.items if not each.item.is_bonus]
        apart = [each for each in asked if each.item.penalty or is_found_or_not(pack, each.item)]
        for category in score.categories:
            own = [
                each
                for each in asked
                if each.item.category is category.category and each not in apart
            ]
            for each in own:
                self._write_item(each, CATEGORIES[category.category])
            if own:
                self._put(subtotal(category, own, pack), total=True)
        for each in apart:
            if each.item.veto:
                self._write_item(each, RED_LINE)
        self._put(whole_sum(score, asked, pack), total=True)
        for each in apart:
            if not each.item.veto:
                self._write_item(each, PENALTY)
        for each in score.items:
            if each.item.is_bonus:
                self._write_item(each, BONUS)
        for row in results(pack, score):
            self._put(row, total=True, kinds=_SCORED)
        reviewed = self._record.reviewed and self._record.reviewed.scorecards[self._card.id]
        if reviewed and (reviewed.total, reviewed.grade) != (score.total, score.grade):
            self._put(reviewed_row(reviewed), total=True, kinds=_SCORED)
        if tells_coverage(self._sheet):
            self._put(self._coverage_row(), total=True)

    def _coverage_row(self) -> list[Value]:
        found = self._sheet.coverage(self._card)
        ranked = self._sheet.inspection.kind.ranked and self._card.scope is Scope.WINDOW
        said = [coverage_words(found), too_little_words(found, self._sheet.pack.policy, ranked)]
        return result_row("检查覆盖", None, "；".join(filter(None, said)))

    def _put(
        self,
        row: list[Value],
        cells: Sequence[str] = (),
        *,
        total: bool = False,
        kinds: Mapping[int, Kind] | None = None,
    ) -> None:
        """Write a row, with what stands in the checklist's own columns."""
        own = len(self._sheet.pack.columns)
        more: list[Value] = list(cells[:own])
        more += [None] * (own - len(more))
        at = {index + own: kind for index, kind in (kinds or {}).items()}
        self._write([*row[:_OWN_AT], *more, *row[_OWN_AT:]], total=total, kinds=at)

    def _write_item(self, score: ItemScore, category: str) -> None:
        item, answer = score.item, score.answer
        self._number += 1
        red_line = is_found_or_not(self._sheet.pack, item)
        # Of what was not seen there are no points, nor of what has none.
        counts = (
            answer is not None
            and answer.verdict is not Verdict.UNSEEN
            and (score.full or answer.verdict is not Verdict.NOT_APPLICABLE)
        )
        deducted = answer is not None and answer.verdict is Verdict.DEDUCT
        points: tuple[Value, Value, Value]
        if item.is_bonus:
            points = (NOTHING, NOTHING, to_decimal(score.bonus))
        elif counts and self._direct and not score.full:
            points = (NOTHING, to_decimal(score.deduction) if score.deduction else NOTHING, NOTHING)
        elif counts:
            lost = to_decimal(score.deduction) if deducted else NOTHING
            points = (to_decimal(score.full), lost, to_decimal(score.got))
        else:
            points = (NOTHING, NOTHING, NOTHING)
        full, lost, got = points
        self._put(
            [
                self._number,
                category_words(item, category),
                item_words(item),
                rule_words(item),
                full,
                found_words(item, answer, red_line=red_line),
                lost,
                got,
                remark_words(self._record, self._card, score, self._photos) or None,
            ],
            item.cells,
        )


def category_words(item: Item, category: str) -> str:
    """Return the sheet's own heading with its category, where that is another."""
    own = item.heading if item.heading != category else ""
    return f"{own}（{category}）" if own else category
