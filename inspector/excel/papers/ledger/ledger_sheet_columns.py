"""The columns that a ledger may have, each by itself: the full table, for a screen and for A3."""

from inspector.excel.sheet.fill_in import (
    DONE_ON,
    DONE_PHOTOS,
    FOUND_PHOTOS,
    NUMBER,
    PROBLEM,
    PROGRESS,
    SITE,
    WINDOW,
)
from inspector.excel.sheet.photo_cell import PhotoCell
from inspector.excel.sheet.sheet_style import Column, Kind

# 9.4 units hold words of four characters on one line (less breaks them after three, not in the
# middle), 7.2 a name of three, 11.3 a date. What is left is the texts'.
USUAL_COLUMNS = (
    Column("序号", 5.2, Kind.NUMBER),
    Column(NUMBER, 9.8),
    Column("检查时间", 11.3, Kind.NARROW_DATE),
    Column(SITE, 9.4),
    Column(WINDOW, 8),
    Column(PROBLEM, 22, Kind.TEXT),
    Column("问题类别", 9.4),
    Column("扣分", 5.2, Kind.NUMBER),
    Column("整改要求（措施）", 17.4, Kind.TEXT),
    Column("责任部门（科室）", 9.4),
    Column("责任人", 7.2),
    Column("责任领导", 9.4),
    Column("整改类型", 9.4),
    Column("整改时限", 11.3, Kind.NARROW_DATE),
    Column(PROGRESS, 15.6, Kind.TEXT),
    Column(DONE_ON, 11.3, Kind.NARROW_DATE),
    Column("复查时间", 11.3, Kind.NARROW_DATE),
    Column("复查结果", 9.4),
    Column("复查人", 7.2),
    Column("销号状态", 9.4),
    Column("备注", 9.2),
)
OPTIONAL_COLUMNS = (
    Column("工号", 8),
    Column("检查时扣分", 11.5, Kind.NUMBER),
    Column("复核后扣分", 11.5, Kind.NUMBER),
    Column("第几次", 7.5, Kind.NUMBER),
    Column("整改通知单", 12),
)
"""Left out unless somebody wants them."""

ALL_COLUMNS = (*USUAL_COLUMNS, *OPTIONAL_COLUMNS)
LEDGER_HEADERS = tuple(column.header for column in ALL_COLUMNS)
OPTIONAL_LEDGER_HEADERS = frozenset(column.header for column in OPTIONAL_COLUMNS)
USUAL_LEDGER_HEADERS = tuple(column.header for column in USUAL_COLUMNS)
FIXED_LEDGER_HEADERS = frozenset({NUMBER, SITE, WINDOW, PROBLEM})
"""What a finding is known by, whose and what it is: without them what comes back is not taken."""

# 40 mm on paper, even where the table is scaled to the smallest size that can be read.
PHOTOS = PhotoCell(width=26.2, height=182, most=2, filling=True)
FOUND_COLUMN = Column(FOUND_PHOTOS, PHOTOS.width, Kind.CAPTION)
DONE_COLUMN = Column(DONE_PHOTOS, 11, Kind.TEXT, fill_in=True)
