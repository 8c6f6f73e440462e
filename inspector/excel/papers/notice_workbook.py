"""The notice to one unit (整改通知单) as a workbook: the notice, and the slip it comes back with.

Printed, the second sheet is the part that is torn off; sent as a file, it is the part that is
filled in and taken back (`returned_workbook`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from inspector.domain.finding.finding import Finding
from inspector.domain.papers.notice import Notice
from inspector.excel.papers.ledger_cells import problem_text
from inspector.excel.papers.reply_sheet import add_reply_sheet
from inspector.excel.sheet.fill_in import FOUND_PHOTOS, NOTICE_SHEET
from inspector.excel.sheet.photo_cell import PhotoCell
from inspector.excel.sheet.report_heading import chinese_date
from inspector.excel.sheet.sheet_pictures import Picture
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, begin_sheet, new_book
from inspector.excel.sheet.terms import NOTHING
from inspector.excel.sheet.workbook_saving import save_workbook

NOTICE_PHOTOS = PhotoCell(width=25, height=92, most=4)
_COLUMNS = (
    Column("序号", 5.2, Kind.NUMBER),
    Column("问题编号", 12.6, Kind.CODE),
    Column("窗口", 9.8),
    Column("存在问题", 25, Kind.TEXT),
    Column(FOUND_PHOTOS, NOTICE_PHOTOS.width, Kind.CAPTION),
    Column("整改要求", 21, Kind.TEXT),
    Column("整改时限", 15.6, Kind.DATE),
)
_DUE = len(_COLUMNS) - 1  # a date, or one with words
_WITHOUT = {FOUND_PHOTOS: 9.4, "存在问题": 27.4, "整改要求": 24.6}
"""Widths where no finding has a photo: the texts gain a little, and the page is not scaled down."""
_LOWEST = 30.0


def write_notice(
    path: Path,
    notice: Notice,
    photos: Mapping[str, Sequence[Picture]],
    alarm: str = "",
) -> None:
    """Write a notice with its reply slip to `path`; `photos` are by the finding's id.

    An `alarm` stands below the title.

    Raises what `save_workbook` raises.
    """
    book = new_book(f"整改通知单{notice.number}", notice.unit, notice.day, notice.code)
    styles = Styles(book)
    columns = list(_COLUMNS)
    if not any(photos.values()):
        columns = [replace(c, width=_WITHOUT.get(c.header, c.width)) for c in columns]
    plan = SheetPlan(
        name=NOTICE_SHEET,
        title="整改通知单",
        columns=columns,
        alarm=alarm,
        head=[
            (f"编号：{notice.number}", f"日期：{chinese_date(notice.day)}"),
            (f"{notice.site_name}：",),
            (_lead(notice),),
        ],
        notes=_demands(notice),
        foot=("签发人：", "签收人：", "签收时间：　　年　　月　　日"),
        landscape=False,
        filtered=False,
        repeated=("问题编号", "窗口"),
        on_one_page=True,  # rather a little smaller than a page for who signs
    )
    writer = begin_sheet(book, plan, styles)
    at = [column.header for column in _COLUMNS].index(FOUND_PHOTOS)
    for number, finding in enumerate(notice.findings, 1):
        shown = photos.get(finding.id, ())
        height = NOTICE_PHOTOS.place(writer.sheet, writer.row, at, shown) if shown else 0.0
        writer.write_row(
            [
                number,
                finding.number,
                finding.window_number,
                problem_text(finding),
                NOTICE_PHOTOS.caption(shown) if shown else NOTHING,
                finding.requirement or NOTHING,
                _due(finding, notice.day),
            ],
            lowest=max(_LOWEST, height),
            kinds={_DUE: Kind.SHORT} if finding.overdue_on(notice.day) else {},
        )
    writer.write_end()
    add_reply_sheet(book, notice, styles)
    save_workbook(book, path)


def _due(finding: Finding, day: date) -> date | str:
    """Return when a finding is due; the paper owns up to a day that is past already."""
    if finding.overdue_on(day):
        return f"{chinese_date(finding.deadline)}\n（已逾期）"  # with the year, as all others
    return finding.deadline


def _lead(notice: Notice) -> str:
    count, overdue = len(notice.findings), len(notice.overdue)
    late = ""
    if overdue:
        late = "均已逾期，" if overdue == count else f"其中{overdue}个已逾期，"
    if overdue == count == 1:
        late = "已逾期，"
    return f"　　经检查，你单位存在下列{count}个问题，{late}请{'立即' if late else '认真'}整改。"


def _demands(notice: Notice) -> list[str]:
    """Return what is asked of the unit, and who asks; no day that is past is asked for."""
    to = notice.unit or "签发单位"
    latest = f"最迟不晚于{chinese_date(notice.deadline)}"
    if not notice.overdue:
        when = f"于各项“整改时限”前完成，{latest}"
        reply, delay = "于整改时限前", "不能按期完成的，请在时限前"
    elif len(notice.overdue) < len(notice.findings):
        when = f"已逾期的立即完成，其余于各项“整改时限”前完成，{latest}"
        reply = "已逾期的立即、其余于整改时限前"
        delay = "不能按期完成的，请及时"
    else:
        when, reply, delay = "立即完成", "立即", "不能立即完成的，请及时"
    return [
        f"一、请举一反三，按“整改要求”逐项整改，{when}。",
        f"二、整改完成后请填写《整改回执》，附整改后照片，{reply}回复{to}。",
        f"三、{delay}书面申请延期；对问题有异议的，请及时提出申诉。",
        f"签发单位（盖章）：{notice.unit}",
    ]
