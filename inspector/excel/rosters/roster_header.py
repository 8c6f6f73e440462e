"""The header of a roster: which column holds what, by the many names that people give it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from inspector.excel.reading.plain_sheets import Row


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
_FIELD_OF = {alias: field for field, aliases in _ALIASES.items() for alias in aliases.split()}
_NUMBERS_AND_REMARKS = ("序号", "编号", "备注", "说明")  # never worth a word to the user
_OF_ANOTHER_BOOK = ("问题编号", "存在问题", "检查项目")  # a ledger or a record also names windows
_BRACKETED = re.compile(r"\(.*?\)|\[.*?\]|\*|:$")  # 窗口号(必填), *窗口号


@dataclass(frozen=True, slots=True)
class Header:
    """A header row and where each field stands; `ignored` are the headers nobody reads."""

    row: int
    columns: Mapping[Field, int]
    ignored: tuple[str, ...]


def find_header(rows: Iterable[Row]) -> Header | None:
    """Return the first row that is the header of a roster."""
    return next((header for row in rows if (header := read_header(row))), None)


def read_header(row: Row) -> Header | None:
    """Return `row` as a header, when it names windows and something else of a roster.

    The site may be missing: then it is a roster all the same, and a faulty one.
    """
    columns: dict[Field, int] = {}
    ignored: list[str] = []
    for column, cell in sorted(row.cells.items()):
        if cell.type != "s":
            continue
        name = _plain(str(cell.value))
        if name in _OF_ANOTHER_BOOK:
            return None
        field = _FIELD_OF.get(name)
        if field is not None and field not in columns:
            columns[field] = column
        elif name and name not in _NUMBERS_AND_REMARKS:
            ignored.append(" ".join(str(cell.value).split()))
    if Field.WINDOW not in columns or len(columns) < 2:
        return None
    return Header(row.number, columns, tuple(ignored))


def _plain(text: str) -> str:
    text = "".join(unicodedata.normalize("NFKC", text).split())
    return _BRACKETED.sub("", text)
