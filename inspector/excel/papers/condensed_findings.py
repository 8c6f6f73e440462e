"""The findings of a long period in a list that is read: one row what was found at one site.

A quarter of four hundred visits finds some thousands; one by one they would fill a folder that
nobody opens. They stand in the ledger.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from inspector.domain.checklist.points import to_decimal
from inspector.domain.finding.finding import Finding
from inspector.domain.papers.circular import Circular, count_of
from inspector.excel.papers.reviewed_score_words import POINTS_UNIT
from inspector.excel.sheet.report_heading import Heading
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, begin_sheet
from inspector.excel.sheet.terms import CATEGORIES, VETO_MARK

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_LISTED = 300
"""Findings that are listed one by one: about thirty pages, or a month of some halls."""

_COLUMNS = (
    Column("序号", 6, Kind.NUMBER),
    Column("单位", 18, Kind.TEXT),
    Column("问题类别", 9.4),
    Column("存在问题", 28, Kind.TEXT),
    Column("问题数", 7.5, Kind.NUMBER),
    Column("涉及窗口", 52, Kind.TEXT),
    Column("扣分", 10, Kind.NUMBER),
    Column("已整改数", 9.4, Kind.NUMBER),
    Column("逾期数", 7.5, Kind.NUMBER),
)
_MOST_PLACES = 3
_SIZE, _LOWEST = 10.0, 19.0  # points of words and rows: one looks things up in it


def add_condensed(
    book: "Workbook", circular: Circular, heading: Heading, styles: Styles, counted: str = ""
) -> None:
    """Write the findings of a circular to `book`, sites in the order of its ranking.

    At each site red lines come first, then what was found most often. `counted` says how many
    findings there are where not all are listed.
    """
    these = "本表" if counted else "本期"
    plan = SheetPlan(
        name="附件2 问题清单",
        title=heading.title("文明窗口检查问题清单"),
        columns=_COLUMNS,
        label=heading.label,
        alarm=heading.alarm,
        report_line=heading.report_line(f"单位：{POINTS_UNIT}"),
        head=[(counted,)] if counted else [],
        notes=[
            f"注：{these}问题共{len(circular.findings)}个，按单位和检查项目汇总；"
            "涉及窗口后的数字为该窗口的问题数；各个问题的情况见整改台账。"
        ],
        foot=heading.foot,
        frozen_columns=2,
        body_size=_SIZE,
    )
    writer = begin_sheet(book, plan, styles)
    for number, found in enumerate(_grouped(circular), 1):
        writer.write_row([number, *_row(circular, found)], lowest=_LOWEST)
    writer.write_row(_sums(circular), total=True)
    writer.write_end()


def _grouped(circular: Circular) -> list[list[Finding]]:
    """Return the findings of one item at one site together."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in circular.findings:
        item = finding.item_id or finding.item_text or finding.text
        groups.setdefault((finding.site_name, item), []).append(finding)
    sites = {name: place for place, name in enumerate(circular.sites)}

    def place(found: Sequence[Finding]) -> tuple[object, ...]:
        first = found[0]
        return (
            sites.get(first.site_name, len(sites)),
            first.site_name,
            not any(each.veto for each in found),
            -len(found),
            list(CATEGORIES).index(first.category),
        )

    return sorted(groups.values(), key=place)


def _row(circular: Circular, found: Sequence[Finding]) -> list[Value]:
    first, count = found[0], count_of(found, circular.as_of)
    called = circular.called(first) or first.item_text or first.text
    mark = VETO_MARK if any(each.veto for each in found) else ""
    return [
        first.site_name,
        CATEGORIES[first.category],
        mark + called,
        len(found),
        _places(found),
        to_decimal(sum(each.counted_deduction for each in found)),
        count.closed,
        count.overdue,
    ]


def _places(found: Iterable[Finding]) -> str:
    counted = Counter(each.window_number for each in found).most_common()
    said = [name if count == 1 else f"{name}（{count}）" for name, count in counted[:_MOST_PLACES]]
    more = f"等{len(counted)}处" if len(counted) > _MOST_PLACES else ""
    return "、".join(said) + more


def _sums(circular: Circular) -> list[Value]:
    count = circular.count
    lost = to_decimal(sum(each.counted_deduction for each in circular.findings))
    return [None, "合计", None, None, count.raised, None, lost, count.closed, count.overdue]
