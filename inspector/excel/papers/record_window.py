"""The sheet of one scorecard on a record: every item, subtotals, the weighted score."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from inspector.domain.checklist.checklist import Item
from inspector.domain.checklist.points import (
    ONE,
    format_points,
    format_score,
    round_half_up,
    to_decimal,
)
from inspector.domain.record.record import Record, evidence_in_order
from inspector.domain.visit.category_scoring import CategoryScore
from inspector.domain.visit.inspection import Scorecard, Verdict
from inspector.domain.visit.item_scoring import ItemScore
from inspector.domain.visit.scoring import ScorecardScore
from inspector.excel.papers.cell_values import points_value
from inspector.excel.papers.record_words import (
    card_title,
    found_words,
    reckoning,
    review_words,
    rule_words,
    visit_lines,
)
from inspector.excel.papers.seal_words import record_alarm
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, begin_sheet
from inspector.excel.sheet.terms import CATEGORIES, NO_VALUE, NOTHING, VETO, VETO_MARK

if TYPE_CHECKING:
    from openpyxl import Workbook

COLUMNS = (
    Column("序号", 5.2, Kind.NUMBER),
    Column("检查类别", 9.4),
    Column("检查项目", 26, Kind.TEXT),
    Column("检查标准", 16, Kind.TEXT),
    Column("分值", 6, Kind.NUMBER),
    Column("检查情况", 21, Kind.TEXT),
    Column("扣分", 6, Kind.NUMBER),
    Column("得分", 7, Kind.NUMBER),
    Column("备注", 24, Kind.TEXT),
)
_BODY_SIZE = 10.5  # 五号
_SCORED = {7: Kind.SCORE}  # 得分 of the rows below the items
BONUS = "加分"

PhotoNumbers = Mapping[tuple[str, str], list[int]]
"""The numbers of the photos of an answer, by scorecard and item id."""


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
        columns=COLUMNS,
        alarm=record_alarm(record),
        head=visit_lines(record.sheet),
        report_line=(f"窗口号：{card_title(card)}", f"工号：{who or NOTHING}", "单位：分"),
        foot=_foot(record),
        landscape=False,
        frozen_columns=3,
        body_size=_BODY_SIZE,
        filtered=False,
    )
    writer = begin_sheet(book, plan, styles)
    _Rows(record, card, photos, writer.write_row).write()
    writer.write_end()


def _foot(record: Record) -> tuple[str, str, str]:
    signature = record.signature
    head = "被检查单位负责人签字："
    if signature is not None:
        head += "拒签，见首页" if signature.refused else f"{signature.signer}（见首页）"
    return ("检查人员签字：", head, "日期：")


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
        self._number = 0

    def write(self) -> None:
        """Write the items by category with their subtotals, the bonus, the sums."""
        score = self._sheet.score(self._card)
        asked = [each for each in score.items if not each.item.is_bonus]
        for category in score.categories:
            own = [each for each in asked if each.item.category is category.category]
            for each in own:
                self._write_item(each, CATEGORIES[category.category])
            if own:
                self._write(_subtotal(category), total=True)
        full, got = sum(each.full for each in asked), sum(each.got for each in asked)
        self._write(
            _sum_row("合计", "", full, full - got, got, "各项分值、扣分、得分之和"), total=True
        )
        for each in score.items:
            if each.item.is_bonus:
                self._write_item(each, BONUS)
        for row in _results(self._sheet.pack.failing_grade.title, score):
            self._write(row, total=True, kinds=_SCORED)
        reviewed = self._record.reviewed and self._record.reviewed.scorecards[self._card.id]
        if reviewed and (reviewed.total, reviewed.grade) != (score.total, score.grade):
            self._write(_reviewed_row(reviewed), total=True, kinds=_SCORED)

    def _write_item(self, score: ItemScore, category: str) -> None:
        item, answer = score.item, score.answer
        self._number += 1
        counts = answer is not None and (score.full or answer.verdict is not Verdict.NOT_APPLICABLE)
        deducted = answer is not None and answer.verdict is Verdict.DEDUCT
        points: tuple[Value, Value, Value]
        if item.is_bonus:
            points = (NOTHING, NOTHING, to_decimal(score.bonus))
        elif counts:
            lost = to_decimal(score.deduction) if deducted else NOTHING
            points = (to_decimal(score.full), lost, to_decimal(score.got))
        else:
            points = (NOTHING, NOTHING, NOTHING)
        full, lost, got = points
        self._write(
            [
                self._number,
                category,
                f"{VETO_MARK}{item.text}" if item.veto else item.text,
                rule_words(item),
                full,
                found_words(item, answer),
                lost,
                got,
                self._remark(score) or None,
            ]
        )

    def _remark(self, score: ItemScore) -> str:
        item, answer = score.item, score.answer
        said = [reckoning(score)]
        if answer is not None:
            said.append(VETO if score.vetoed else "")
            said.append("亮点" if answer.praised else "")
            said.append(f"当场纠正：{answer.correction}" if answer.correction is not None else "")
        said.append(review_words(self._record.reviews.get((self._card.id, item.id))))
        numbers = self._photos.get((self._card.id, item.id), [])
        said.append(f"照片{'、'.join(map(str, numbers))}" if numbers else "")
        said.append(self._files(item))
        about = (self._card.id, item.id)
        said += [
            f"更正{number}"
            for number, each in enumerate(self._record.amendments, 1)
            if (each.scorecard_id, each.item_id) == about
        ]
        return "；".join(part for part in said if part)

    def _files(self, item: Item) -> str:
        names = [
            each.name
            for each in evidence_in_order(self._sheet, self._card, item)
            if not each.is_photo
        ]
        return f"附件：{'、'.join(names)}" if names else ""


def _subtotal(score: CategoryScore) -> list[Value]:
    if score.rate is None:
        remark = "没有适用的项目，权重由其余类别分担" if score.weight else "没有适用的项目"
    else:
        share = format_points(round_half_up(score.share * ONE))
        rescaled = f"（折算为{share}%）" if score.share != score.weight else ""
        remark = (
            f"得分率{format_score(score.printed_rate)}%，权重{score.weight}%{rescaled}，"
            f"折合{format_score(score.contribution)}分"
        )
    return _sum_row(
        CATEGORIES[score.category], "小计", score.full, score.full - score.got, score.got, remark
    )


def _results(failing: str, score: ScorecardScore) -> list[list[Value]]:
    """Return the rows below everything else: the bonus, the score with its grade."""
    rows: list[list[Value]] = []
    if score.bonus_found:
        found, counted = format_points(score.bonus_found), format_points(score.bonus)
        capped = f"共{found}分，按上限{counted}分计" if found != counted else None
        rows.append(_result_row("加分小计", to_decimal(score.bonus), capped))
    if score.total != score.earned:
        rows.append(_result_row("折合得分", points_value(score.earned), _weighting(score)))
        remark = f"{VETO}，该记分表计0分"
    else:
        remark = _weighting(score)
        if score.vetoed:
            remark += f"；{VETO}，等级为{failing}"
    grade = score.grade.title if score.grade else NO_VALUE
    rows.append(_result_row("得分", points_value(score.total), remark, f"等级：{grade}"))
    return rows


def _reviewed_row(score: ScorecardScore) -> list[Value]:
    grade = score.grade.title if score.grade else NO_VALUE
    said = "申诉复核后的得分；以上为检查时所见"
    return _result_row("复核后得分", points_value(score.total), said, f"等级：{grade}")


def _weighting(score: ScorecardScore) -> str:
    parts = [format_score(each.contribution) for each in score.categories if each.rate is not None]
    if score.bonus:
        parts.append(f"加分{format_points(score.bonus)}")
    total = f"＝{format_score(score.earned)}" if len(parts) > 1 else ""
    return f"按权重折合：{'＋'.join(parts)}{total}" if parts else ""


def _sum_row(category: str, word: str, full: int, lost: int, got: int, remark: str) -> list[Value]:
    return [
        None,
        category,
        word or None,
        None,
        to_decimal(full),
        None,
        to_decimal(lost),
        to_decimal(got),
        remark,
    ]


def _result_row(
    word: str, value: Value, remark: str | None, said: str | None = None
) -> list[Value]:
    return [None, word, said, None, None, None, None, value, remark or None]
