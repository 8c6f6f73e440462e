"""The header of a roster: which column holds what, by the many names that people give it."""

import re
from collections.abc import Iterable, Mapping
from enum import Enum

from inspector.excel.reading.plain_sheets import Row
from inspector.excel.reading.sheet_table import Header, Heads


class Field(Enum):
    """What a roster says of a line; the value is the header our template gives it."""

    SITE = "单位"
    WINDOW = "窗口号"
    KIND = "窗口类型"
    STAFF_NUMBER = "工号"
    STAFF_NAME = "姓名"
    TEAM = "班组"
    DEPARTMENT = "责任部门"
    LEADER = "责任领导"


_ALIASES: Mapping[Field, str] = {
    Field.SITE: "单位 单位名称 所属单位 受检单位 被检查单位 营业厅 营业厅名称 站点 站点名称"
    " 网点 网点名称 大厅 大厅名称 服务大厅 办事大厅 收费站 收费站名称 医院 医院名称 机构 机构名称",
    Field.WINDOW: "窗口 窗口号 窗口编号 窗口号码 窗口名称 台席 台席号 台席编号 柜台 柜台号 柜台编号"
    " 车道 车道号 车道编号",
    Field.KIND: "窗口类型 窗口类别 窗口种类 车道类型 类别 类型",
    Field.STAFF_NUMBER: "工号 当班人员工号 员工工号 员工编号 人员工号 人员编号 职工号 职工编号"
    " 营业员工号 收费员工号 工牌号",
    Field.STAFF_NAME: "姓名 当班人员 当班人员姓名 人员姓名 员工姓名 窗口人员 工作人员 营业员"
    " 营业员姓名 收费员 收费员姓名",
    Field.TEAM: "班组 班组名称 所在班组 所属班组",
    Field.DEPARTMENT: "责任部门 责任科室 科室 科室名称 所属科室 部门 部门名称 所属部门",
    Field.LEADER: "责任领导 分管领导",
}
RECOGNISED = (
    "名单（单位、窗口号）；检查人员（姓名、组内职务）；测评结果（单位、测评日期、满意度）；"
    "检查计划（被检查单位、应查次数）；整改台账（问题编号、整改情况）；投诉办理表（投诉编号、处理结果）"
)
"""Kinds of workbooks that are told apart by their heads, and the heads that each needs."""

_NUMBERS_AND_REMARKS = ("序号", "编号", "备注", "说明")  # never worth a word to the user
_OF_ANOTHER_BOOK = ("问题编号", "存在问题", "检查项目")  # a ledger or a record also names windows
_BRACKETED = re.compile(r"\(.*?\)|\[.*?\]|\*|:$")  # 窗口号(必填), *窗口号
_HEADS = Heads(_ALIASES, _BRACKETED)


def find_header(rows: Iterable[Row]) -> Header[Field] | None:
    """Return the first row that is the header of a roster."""
    return next((header for row in rows if (header := read_header(row))), None)


def read_header(row: Row) -> Header[Field] | None:
    """Return `row` as a header, when it names windows and something else of a roster.

    The site may be missing: then it is a roster all the same, and a faulty one.
    """
    header = _HEADS.read(row)
    if any(name in _OF_ANOTHER_BOOK for name in header.others.values()):
        return None
    return header if Field.WINDOW in header.columns and len(header.columns) > 1 else None


def unread(header: Header[Field]) -> list[str]:
    """Return the heads that nobody reads, as they are written."""
    return [
        " ".join(str(header.row.cells[column].value).split())
        for column, name in header.others.items()
        if name not in _NUMBERS_AND_REMARKS
    ]
