"""The ledger of findings and how they are put right (整改台账) as a workbook (DOMAIN §3.1).

As a report it has 21 columns. With photos it has one more; sent out to be filled in it has one
for photos of what was done, and marks what may be written.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from inspector.domain.finding import Finding
from inspector.excel.fill_in import DONE_ON, DONE_PHOTOS, FILL_IN_NOTE, FOUND_PHOTOS, PROGRESS
from inspector.excel.heading import Heading
from inspector.excel.photo_cell import PhotoCell
from inspector.excel.pictures import Picture
from inspector.excel.rectification_rows import ledger_values
from inspector.excel.saving import save_workbook
from inspector.excel.sheet import SheetPlan, Value, begin_sheet, new_book
from inspector.excel.sheet_style import STOCK_FONTS, Column, Fonts, Kind, Styles
from inspector.excel.terms import NO_FINDINGS, NOTHING

# Narrow, since 21 columns share one page: 5.2 units break words of four characters in the middle,
# 9.2 hold them on one line; a date wants 15.
_COLUMNS = (
    Column("序号", 5.2, Kind.NUMBER),
    Column("问题编号", 9.8),
    Column("检查时间", 15.6, Kind.DATE),
    Column("单位", 11.5),
    Column("窗口", 9.8),
    Column("存在问题", 26, Kind.TEXT),
    Column("问题类别", 5.2),
    Column("扣分", 5.2, Kind.NUMBER),
    Column("整改要求（措施）", 22, Kind.TEXT),
    Column("责任部门（科室）", 11),
    Column("责任人", 8),
    Column("责任领导", 9.2),
    Column("整改类型", 5.2),
    Column("整改时限", 15.6, Kind.DATE),
    Column(PROGRESS, 12, Kind.TEXT),
    Column(DONE_ON, 15.6, Kind.DATE),
    Column("复查时间", 15.6, Kind.DATE),
    Column("复查结果", 7.2),
    Column("复查人", 8),
    Column("销号状态", 9.2),
    Column("备注", 9.2),
)
_FROZEN_COLUMNS = 5  # up to 窗口
_BODY_SIZE = 10.5  # 五号


_PHOTOS = PhotoCell(width=17, height=62, most=2)
_FOUND_COLUMN = Column(FOUND_PHOTOS, _PHOTOS.width, Kind.CAPTION)
_DONE_COLUMN = Column(DONE_PHOTOS, 13, Kind.TEXT, fill_in=True)
_NARROWER = {"存在问题": 22.0, "整改要求（措施）": 17.0}
"""Widths where there are columns of photos as well."""

_WRITABLE = 30.0  # points of a row that somebody writes into by hand


@dataclass(frozen=True, slots=True)
class LedgerForm:
    """What a ledger has beside its 21 columns.

    `photos` are those of findings as found, by the finding's id; None: no column for them.
    """

    photos: Mapping[str, Sequence[Picture]] | None = None
    fill_in: bool = False  # sent out: what may be written is marked


def write_rectification(
    path: Path,
    findings: Iterable[Finding],
    heading: Heading,
    today: date,
    form: LedgerForm = LedgerForm(),
    fonts: Fonts = STOCK_FONTS,
) -> None:
    """Write the ledger of `findings`, in their order, to `path`.

    逾期 is reckoned on `today`. Without findings the ledger says so in its only row. What has
    still to happen is left blank, to be filled in. Raises what `save_workbook` raises.
    """
    title = heading.title("文明窗口检查问题整改台账")
    book = new_book(title, heading.unit, heading.reported_on)
    columns = _columns(form)
    plan = SheetPlan(
        name="整改台账",
        title=title,
        columns=columns,
        label=heading.label,
        head=[(FILL_IN_NOTE,)] if form.fill_in else [],
        report_line=heading.report_line("单位：分"),
        foot=heading.foot,
        frozen_columns=_FROZEN_COLUMNS,
        body_size=_BODY_SIZE,
    )
    writer = begin_sheet(book, plan, Styles(book, fonts))
    empty = True
    for number, finding in enumerate(findings, 1):
        empty = False
        values: dict[str, Value] = {"序号": number, **ledger_values(finding, today)}
        lowest = _WRITABLE if form.fill_in else 0.0
        photos = (form.photos or MappingProxyType({})).get(finding.id, ())
        if photos:
            at = columns.index(_FOUND_COLUMN)
            lowest = max(lowest, _PHOTOS.place(writer.sheet, writer.row, at, photos))
            values[FOUND_PHOTOS] = _PHOTOS.caption(photos)
        writer.write_row([values.get(column.header) for column in columns], lowest=lowest)
    if empty:
        writer.write_row([_clean_row(heading.unit).get(c.header, NOTHING) for c in columns])
    writer.write_end()
    save_workbook(book, path)


def _columns(form: LedgerForm) -> Sequence[Column]:
    columns = list(_COLUMNS)
    if form.photos is not None or form.fill_in:
        columns = [replace(c, width=_NARROWER.get(c.header, c.width)) for c in columns]
    if form.fill_in:
        columns = [replace(c, fill_in=c.header in (PROGRESS, DONE_ON)) for c in columns]
        columns.insert(_place(columns, DONE_ON) + 1, _DONE_COLUMN)
    if form.photos is not None:
        columns.insert(_place(columns, "存在问题") + 1, _FOUND_COLUMN)
    return columns


def _place(columns: Sequence[Column], header: str) -> int:
    return [column.header for column in columns].index(header)


def _clean_row(unit: str) -> Mapping[str, Value]:
    """Return the row of a ledger without findings: even then a superior expects one."""
    return {"序号": 1, "单位": unit, "存在问题": NO_FINDINGS, "备注": None}
