"""The first sheet of a record: the score of the visit, its windows by rank, what was particular."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import fsum
from typing import TYPE_CHECKING

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import Pack, Totalling
from inspector.domain.checklist.points import (
    ONE,
    Hundredths,
    format_score,
    round_half_up,
    to_decimal,
)
from inspector.domain.figures.ranking import ranked
from inspector.domain.record.edition import Edition
from inspector.domain.record.record import Record
from inspector.domain.visit.category_scoring import CategoryScore
from inspector.domain.visit.coverage import Coverage
from inspector.domain.visit.inspection import Scorecard, Verdict
from inspector.domain.visit.scoring import ScorecardScore, SiteScore
from inspector.excel.papers.cell_values import points_value
from inspector.excel.papers.clock_words import clock_remark_words
from inspector.excel.papers.party_words import signed_for
from inspector.excel.papers.policy_words import numbered, scoring_notes
from inspector.excel.papers.ranking_words import (
    observed_lines,
    tells_coverage,
    too_little_words,
)
from inspector.excel.papers.record.record_words import (
    amendment_words,
    came_words,
    card_title,
    move_words,
    other_signature_words,
    override_words,
    praise_words,
    signature_words,
    site_reckoning,
    veto_words,
    visit_lines,
    window_name,
)
from inspector.excel.papers.record.shared_record_words import seal_lines, shared_lines, signed_by
from inspector.excel.papers.record.signature_picture import signature_picture
from inspector.excel.papers.seal_words import record_alarm
from inspector.excel.sheet.legal_text import legal_text
from inspector.excel.sheet.row_height import row_height
from inspector.excel.sheet.sheet_pictures import POINT, Box, place
from inspector.excel.sheet.sheet_style import LINE_SIZE, Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, SheetWriter, Value, begin_sheet
from inspector.excel.sheet.terms import CATEGORIES, NO_VALUE, NOTHING, VETO, VETO_MARK

if TYPE_CHECKING:
    from openpyxl import Workbook

COLUMNS = (
    Column("名次", 5.4, Kind.NUMBER),
    Column("窗口", 9.4),
    Column("工号", 7.3),
    *(Column(CATEGORIES[category], 9.3, Kind.SCORE) for category in Category),
    Column("加分", 8.4, Kind.SCORE),
    Column("得分", 8.4, Kind.SCORE),
    Column("等级", 7.2),
    Column("问题数", 7.2, Kind.NUMBER),
    Column("当场纠正", 9.3, Kind.NUMBER),
    Column("亮点", 5.2, Kind.NUMBER),
    Column("备注", 8),
)
_OBSERVED = Column("实查／应查", 11.6)
_ROOM_OF_OBSERVED = 3.8  # units that windows, staff and remarks have more where it is not printed
_REVIEWED: Mapping[str, float] = {"备注": 5.6, "当场纠正": -3.7, _OBSERVED.header: -1.9}
"""Units more or less after a review: 复核后93.17 is not torn, some heads take two lines."""
_SITE_ROW = "单位得分"
NOT_COUNTED = "不计入"
"""Beside a window that several parts scored, where the score of another one was chosen."""
_SIGNATURE_ROW = 52.0  # points: room for a pen
_SIGNED_ROW = 26.0  # of the day, or why it was not signed
_LEFT = ("left", "left")
_EXCEPTIONS_ALONE = (
    "本表逐条列出扣分、加分、亮点和有更正的项目，合格的项目只计项数；"
    "逐项记录见《检查记录表》，两表同属一次检查，封存号相同。"
)
_LONGEST_LINE = 500
"""Characters of a line below the table; a longer text goes on in the next one."""


def add_summary_sheet(
    book: "Workbook", record: Record, title: str, styles: Styles, edition: Edition
) -> None:
    """Write the first sheet, the same on both editions but for what others of their sheets tell."""
    pack = record.sheet.pack
    plan = SheetPlan(
        name="汇总",
        title=title,
        columns=_columns(record),
        alarm=record_alarm(record),
        head=visit_lines(record.sheet),
        report_line=(
            f"检查表：{pack.title} {_versions(record)}",
            "",
            "单位：分、个",
        ),
        landscape=False,
        frozen_columns=2,
        filtered=False,
    )
    writer = begin_sheet(book, plan, styles)
    for rank, card in _by_rank(record):
        writer.write_row([*_row(record, rank, card), *_observed(record, [card])])
    writer.write_row([*_site_row(record), *_observed(record, record.sheet.counted)], total=True)
    writer.write_gap()
    _write_lines(writer, _lines(record, edition))
    sealed = _sealed(record, edition)
    if record.parts:  # all their signatures are on one page, below what says what was sealed
        blocks = len(record.parts) * (_SIGNATURE_ROW + _SIGNED_ROW)
        writer.begin_page(blocks + _height(plan.columns, sealed))
    _write_lines(writer, sealed)
    writer.write_gap()
    for part in record.parts:
        writer.begin_page(_SIGNATURE_ROW + _SIGNED_ROW)
        _write_signatures(writer, part, signed_by(part.sheet.inspection))
    if not record.parts:
        _write_signatures(writer, record, signed_for(record.sheet.inspection))
    writer.write_end()


def _write_lines(writer: SheetWriter, lines: Sequence[str]) -> None:
    for line in lines:
        for begin in range(0, len(line), _LONGEST_LINE):
            writer.write_line((line[begin : begin + _LONGEST_LINE],), goes_along=True)


def _height(columns: Sequence[Column], lines: Sequence[str]) -> float:
    """Return the points that lines take, each over the whole width."""
    width = fsum(column.width for column in columns)
    return fsum(row_height([(line, width)], LINE_SIZE, LINE_SIZE * 1.8) for line in lines)


def _versions(record: Record) -> str:
    """Return the version of the checklist; parts may have been scored with several."""
    parts = record.parts or (record,)
    return "、".join(dict.fromkeys(part.sheet.pack.version for part in parts))


def _columns(record: Record) -> Sequence[Column]:
    columns = [*COLUMNS, _OBSERVED]
    if not tells_coverage(record.sheet):
        columns = [
            replace(column, width=column.width + _ROOM_OF_OBSERVED)
            if column.kind is Kind.SHORT and column.header != "等级"
            else column
            for column in COLUMNS
        ]
    if record.reviewed is None:
        return columns
    return [replace(c, width=c.width + _REVIEWED.get(c.header, 0.0)) for c in columns]


def _by_rank(record: Record) -> list[tuple[int | None, Scorecard]]:
    """Return the windows best first, then what is not ranked.

    That are windows of which too little was observed, those of which another part's score was
    chosen, and the public area.
    """
    sheet = record.sheet
    policy = sheet.pack.policy
    every = [card for card in sheet.inspected if card.scope is Scope.WINDOW]
    windows = [
        card
        for card in every
        if card.id not in sheet.uncounted and not too_little_words(sheet.coverage(card), policy)
    ]
    unranked = [card for card in every if card not in windows]
    public = [card for card in sheet.inspected if card.scope is Scope.PUBLIC]
    order = ranked(
        windows, lambda card: sheet.score(card).total, lambda card: sheet.score(card).vetoed
    )
    return [*order, *((None, card) for card in (*unranked, *public))]


def _observed(record: Record, cards: Sequence[Scorecard]) -> list[Value]:
    """Return the column of what was observed, where there is one."""
    if not tells_coverage(record.sheet):
        return []
    found = sum((record.sheet.coverage(card) for card in cards), Coverage())
    return [f"{found.observed}/{found.asked}"]


def _row(record: Record, rank: int | None, card: Scorecard) -> list[Value]:
    score = record.sheet.score(card)
    return [
        NO_VALUE if rank is None else rank,
        card_title(card),
        card.staff_number or NOTHING,
        *(_category(record, each) for each in score.categories),
        to_decimal(score.bonus),
        points_value(score.total),
        score.grade.title if score.grade else NO_VALUE,
        *_counts(record, [card]),
        _card_remark(record, card),
    ]


def _site_row(record: Record) -> list[Value]:
    sheet = record.sheet
    site = sheet.site_score()
    return [
        None,
        _SITE_ROW,
        None,
        *(_site_category(record, category, site.rates.get(category)) for category in Category),
        to_decimal(site.bonus),
        points_value(site.total),
        site.grade.title if site.grade else NO_VALUE,
        *_counts(record, sheet.inspected),
        _remark(site, record.reviewed.site if record.reviewed else site),
    ]


def _takes_off(pack: Pack) -> bool:
    return pack.policy.total is Totalling.DEDUCT


def _category(record: Record, score: CategoryScore) -> Value:
    """Return what a category comes to: points where they are taken off, else its rate."""
    if score.rate is not None and _takes_off(record.sheet.pack):
        return points_value(score.got)
    return points_value(score.printed_rate)


def _site_category(record: Record, category: Category, rate: Hundredths | None) -> Value:
    """Return the same of the whole site, whose mean is kept as a rate."""
    pack = record.sheet.pack
    if rate is None or not _takes_off(pack):
        return points_value(rate)
    full = pack.weights[category] * pack.policy.scale  # hundredths of a point
    return points_value(round_half_up(Fraction(rate * full, 100 * ONE)))


def _card_remark(record: Record, card: Scorecard) -> str | None:
    """Return the remark of a window, and that it does not count where another part's does."""
    score = record.sheet.score(card)
    said = _remark(score, record.reviewed.scorecards[card.id] if record.reviewed else score)
    gone = NOT_COUNTED if card.id in record.sheet.uncounted else ""
    return "；".join(filter(None, (said, gone))) or None


def _remark(found: ScorecardScore | SiteScore, after: ScorecardScore | SiteScore) -> str | None:
    """Return a veto, and what appeals left where it is something else."""
    said = [f"{VETO_MARK}{VETO}"] if found.vetoed else []
    if (after.total, after.grade, after.vetoed) != (found.total, found.grade, found.vetoed):
        score = NO_VALUE if after.total is None else format_score(after.total)
        grade = f"（{after.grade.title}）" if after.grade else ""
        said.append(f"复核后{score}{grade}")
    return "；".join(said) or None


def _left_out(card: Scorecard) -> str:
    reason = f"（{card.left_out_reason}）" if card.left_out_reason else ""
    return card_title(card) + reason


def _counts(record: Record, cards: Sequence[Scorecard]) -> tuple[int, int, int]:
    """Return how many findings, corrections on the spot and praised answers cards have."""
    sheet = record.sheet
    own = {card.id for card in cards}
    answers = [
        answer
        for card in cards
        for item in sheet.items(card)
        if not item.is_bonus and (answer := sheet.answers_of(card).get(item.id))
    ]
    return (
        sum(answer.verdict is Verdict.DEDUCT for answer in answers),
        sum(answer.correction is not None for answer in answers),
        sum(card.id in own for card, _, _ in sheet.praised()),
    )


def _lines(record: Record, edition: Edition) -> list[str]:
    """Return what stands below the table, but for what stands above the signatures."""
    sheet = record.sheet
    lines = [f"单位得分：{site_reckoning(sheet)}{_grade(record)}。", *shared_lines(record)]
    lines += observed_lines(record)
    if record.reviewed is not None:
        lines.append(_reviewed(record.reviewed.site))
    lines += veto_words(sheet)
    praised = sheet.praised() if edition is Edition.WHOLE else []
    lines += numbered(
        [f"{window_name(card)}：{praise_words(item, answer)}" for card, item, answer in praised],
        "亮点",
    )
    left_out = [card for card in sheet.scorecards if card.left_out]
    title = "未检查窗口及原因" if any(card.left_out_reason for card in left_out) else "未检查"
    lines += [f"{title}：{'、'.join(map(_left_out, left_out))}。"] if left_out else []
    pack = sheet.pack
    texts = {**record.item_texts, **{item.id: item.text for item in pack.items()}}
    lines += numbered(
        [override_words(each, texts.get(each.item_id, each.item_id)) for each in pack.overrides],
        "本单位另定",
    )
    lines += scoring_notes(pack, told=tells_coverage(sheet))
    lines += [
        f"更正{number}：{amendment_words(record, each)}"
        for number, each in enumerate(record.amendments, 1)
    ]
    lines += [move_words(sheet, each) for each in record.moves]
    if record.clock_remark is not None:
        lines.append(clock_remark_words(record.clock_remark))
    return [*map(legal_text, lines)]


def _sealed(record: Record, edition: Edition) -> list[str]:
    """Return what stands above the signatures: what was sealed, and what of it is not here."""
    lines = seal_lines(record)
    lines += [came_words(part.came) for part in record.parts or (record,) if part.came is not None]
    lines += [
        other_signature_words(each) for part in record.parts or (record,) for each in part.others
    ]
    if edition is Edition.EXCEPTIONS:
        lines.append(_EXCEPTIONS_ALONE)
    return [*map(legal_text, lines)]


def _reviewed(site: SiteScore) -> str:
    grade = f"，等级为{site.grade.title}" if site.grade else ""
    said = f"复核后单位得分：{format_score(site.total)}{grade}"
    return f"{said}（申诉复核后；上表为检查时所见，复核后不同的列于备注）。"


def _grade(record: Record) -> str:
    site = record.sheet.site_score()
    if site.grade is not None:
        return f"，等级为{site.grade.title}"
    return "，实查不足，不评等级" if site.total is not None else ""


def _write_signatures(writer: SheetWriter, record: Record, inspectors: str) -> None:
    """Write the row of signatures, which begins with those of the `inspectors`."""
    signature = record.signature
    head = "被检查单位负责人签字："
    if signature is not None and signature.refused:
        writer.write_line((inspectors, "日期："), _SIGNATURE_ROW, _LEFT)
        writer.write_line((f"被检查单位负责人意见：{signature_words(signature)}",), _SIGNED_ROW)
        return
    writer.write_line((inspectors, head), _SIGNATURE_ROW, _LEFT)
    if signature is not None:
        box = Box(
            row=writer.row - 1,
            column=writer.column_of(2, 1),
            width=_SIGNATURE_ROW * POINT * 2.5,
            height=_SIGNATURE_ROW * POINT - 4,
            left=len(head) * LINE_SIZE * POINT,
            top=2,
        )
        place(writer.sheet, signature_picture(signature), box)
    signed = f"签字人、时间：{signature_words(signature)}" if signature else "日期："
    writer.write_line(("日期：", signed), 0, _LEFT)
