"""The sheet of a record that tells of every window only what was not simply right.

Each window has its score and its reckoning as on the whole record; what was 合格 is a number.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspector.domain.checklist.checklist import Totalling
from inspector.domain.checklist.points import format_points, format_score, to_decimal
from inspector.domain.record.exceptions import Exceptions, exceptions_of
from inspector.domain.record.record import Record
from inspector.domain.visit.asking import is_found_or_not
from inspector.domain.visit.inspection import Scorecard, Verdict
from inspector.domain.visit.item_scoring import ItemScore
from inspector.domain.visit.scoring import ScorecardScore
from inspector.excel.papers.ranking_words import coverage_words, tells_coverage
from inspector.excel.papers.record.record_remarks import PhotoNumbers, remark_words
from inspector.excel.papers.record.record_sums import results, subtotal
from inspector.excel.papers.record.record_window import (
    BONUS,
    PENALTY,
    RED_LINE,
    category_words,
    window_foot,
)
from inspector.excel.papers.record.record_words import (
    card_title,
    found_words,
    item_words,
    visit_lines,
)
from inspector.excel.papers.seal_words import record_alarm
from inspector.excel.sheet.legal_text import legal_text
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, begin_sheet
from inspector.excel.sheet.terms import CATEGORIES, NO_VALUE, NOTHING

if TYPE_CHECKING:
    from openpyxl import Workbook

COLUMNS = (
    Column("序号", 5.4, Kind.NUMBER),
    Column("窗口", 9.4),
    Column("检查类别", 9.6),
    Column("检查项目", 28, Kind.TEXT),
    Column("检查情况", 28, Kind.TEXT),
    Column("扣分", 7, Kind.NUMBER),
    Column("备注", 23, Kind.TEXT),
)


def add_exceptions_sheet(
    book: "Workbook", record: Record, title: str, photos: PhotoNumbers, styles: Styles
) -> None:
    """Write the sheet: the rows of each scorecard, and below them what it came to and how."""
    plan = SheetPlan(
        name="检查情况",
        title=title,
        columns=COLUMNS,
        alarm=record_alarm(record),
        head=visit_lines(record.sheet)[:1],
        foot=window_foot(record),
        landscape=False,
        frozen_columns=2,
        body_size=10.5,
        filtered=False,
    )
    writer = begin_sheet(book, plan, styles)
    number = 0
    for card in record.sheet.inspected:
        found = exceptions_of(record, card)
        for score in found.told:
            number += 1
            writer.write_row(_row(record, card, score, photos, number))
        told = (_heading(record, card), _counted(found), _reckoned(record, card))
        writer.write_total("\n".join(legal_text(line) for line in told if line))
    writer.write_end()


def _heading(record: Record, card: Scorecard) -> str:
    """Return whose scorecard it is, and what it came to."""
    sheet, score = record.sheet, record.sheet.score(card)
    who = " ".join(part for part in (card.staff_number, card.staff_name) if part)
    place = f"{card_title(card)}（工号{who}）" if who else card_title(card)
    said = [f"{place}：{_result(score)}"]
    if tells_coverage(sheet):
        said.append(coverage_words(sheet.coverage(card)))
    after = record.reviewed and record.reviewed.scorecards[card.id]
    if after and (after.total, after.grade) != (score.total, score.grade):
        said.append(f"申诉复核后{_result(after)}")
    return f"{'；'.join(said)}。"


def _result(score: ScorecardScore) -> str:
    total = NO_VALUE if score.total is None else f"{format_score(score.total)}分"
    return f"得分{total}" + (f"、{score.grade.title}" if score.grade else "")


def _row(
    record: Record, card: Scorecard, score: ItemScore, photos: PhotoNumbers, number: int
) -> list[Value]:
    item, answer = score.item, score.answer
    red_line = is_found_or_not(record.sheet.pack, item)
    lost: Value = NOTHING
    if item.is_bonus and score.bonus:
        lost = f"+{format_points(score.bonus)}"
    elif answer is not None and answer.verdict is Verdict.DEDUCT and not red_line:
        lost = to_decimal(score.deduction)
    return [
        number,
        card_title(card),
        category_words(item, _category(score, red_line=red_line)),
        item_words(item),
        found_words(item, answer, red_line=red_line),
        lost,
        remark_words(record, card, score, photos) or None,
    ]


def _category(score: ItemScore, *, red_line: bool) -> str:
    if score.item.is_bonus:
        return BONUS
    if red_line:
        return RED_LINE
    return PENALTY if score.item.penalty else CATEGORIES[score.item.category]


def _counted(found: Exceptions) -> str:
    """Return what is not told row by row: the names of what was not seen, the number of 合格."""
    told = [
        f"{word}{len(scores)}项：{'；'.join(map(_named, scores))}。"
        for word, scores in (
            ("未观察", found.unseen),
            ("不适用", found.not_applicable),
            ("未查", found.unanswered),
        )
        if scores
    ]
    rest = [f"{found.passed}项合格"] if found.passed else []
    rest += [f"红线{found.not_found}项未发现"] if found.not_found else []
    if rest:
        told.append(f"{'其余' if told or found.told else ''}{'，'.join(rest)}。")
    return "".join(told)


def _named(score: ItemScore) -> str:
    note = score.answer.note.strip() if score.answer else ""
    return item_words(score.item) + (f"（{note}）" if note else "")


def _reckoned(record: Record, card: Scorecard) -> str:
    """Return how the score comes about, in the words of the card's sheet in the whole record.

    Where points are taken off, a category that lost none is not told apart.
    """
    pack, score = record.sheet.pack, record.sheet.score(card)
    asked = [each for each in score.items if not each.item.is_bonus]
    apart = [each for each in asked if each.item.penalty or is_found_or_not(pack, each.item)]
    direct = pack.policy.total is Totalling.DEDUCT
    said, untold = [], 0
    for each in score.categories:
        own = [s for s in asked if s.item.category is each.category and s not in apart]
        told = str(subtotal(each, own, pack)[-1]) if own else ""
        if direct and told and each.rate is not None and each.got == each.full:
            untold += 1
        elif told:
            said.append(told if direct else f"{CATEGORIES[each.category]}{told}")
    if untold:
        said.append("其余各类未扣分" if said else "各类均未扣分")
    return f"计分：{'；'.join([*said, *map(_summed, results(pack, score))])}。"


def _summed(row: Sequence[Value]) -> str:
    """Return a row below the items as a part of a sentence: 得分98.00（…）."""
    _, word, _, *_, value, remark = row
    return f"{word}{value}" + (f"（{remark}）" if remark else "")
