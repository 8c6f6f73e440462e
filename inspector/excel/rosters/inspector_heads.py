"""The header of a roster of inspectors: which column holds what, by the names people give it."""

from collections.abc import Mapping, Sequence
from enum import Enum

from inspector.domain.people.inspector import Role
from inspector.excel.reading.plain_sheets import Row, Sheet
from inspector.excel.reading.sheet_table import Header, Heads


class InspectorField(Enum):
    """What a line says of an inspector; the value is the header our template gives it."""

    NAME = "姓名"
    UNIT = "所在单位"
    ROLE = "组内职务"
    GROUP = "检查组"
    PHONE = "联系电话"
    AWAY_FIRST = "暂不参加自"
    AWAY_LAST = "暂不参加至"


ROLE_WORDS: Mapping[Role, str] = {Role.HEAD: "组长", Role.MEMBER: "成员"}

ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("组长", "检查组组长", "组长(带队)", "带队", "带队领导"), Role.HEAD),
    **dict.fromkeys(("成员", "组员", "检查组成员", "检查员", "检查人员", "联络员"), Role.MEMBER),
}
"""How a role is written; brackets of one width."""

_ALIASES: Mapping[InspectorField, str] = {
    InspectorField.NAME: "姓名 检查人员 检查人员姓名 检查人 检查人姓名 检查员 检查员姓名 人员姓名"
    " 成员姓名 组员姓名 名单",
    InspectorField.UNIT: "所在单位 单位 单位名称 工作单位 所属单位 派出单位 抽调单位 所在部门",
    InspectorField.ROLE: "组内职务 组内身份 组内分工 角色 身份 分工 检查组职务 组长或成员"
    " 组长/成员",
    InspectorField.GROUP: "检查组 组别 检查组别 小组 检查小组 所在组 分组 组名 检查组名称",
    InspectorField.PHONE: "联系电话 电话 手机 手机号 手机号码 电话号码 联系方式",
    InspectorField.AWAY_FIRST: "暂不参加自 暂不参加起 不参加起 请假起 不在岗自 不在岗起",
    InspectorField.AWAY_LAST: "暂不参加至 暂不参加止 不参加止 请假止 不在岗至 不在岗止",
}
_HEADS = Heads(_ALIASES)
EXPLANATION = "填写说明"
"""The sheet of our template that says how to fill it in."""

_NUMBERS_AND_REMARKS = ("序号", "编号", "备注", "说明")
_OF_ANOTHER_BOOK = ("问题编号", "存在问题", "检查项目", "窗口", "窗口号", "被检查单位", "检查时间")
_TELLING = (InspectorField.ROLE, InspectorField.GROUP)
"""A list of names with one of these is one of inspectors, whoever hands it in."""


def read_heads(row: Row) -> Header[InspectorField] | None:
    """Return `row` as a header where it names people and something else of them."""
    header = _HEADS.read(row)
    if any(name in _OF_ANOTHER_BOOK for name in header.others.values()):
        return None
    has_more = InspectorField.NAME in header.columns and len(header.columns) > 1
    return header if has_more else None


def is_inspectors(sheets: Sequence[Sheet]) -> bool:
    """Tell whether any sheet that is shown is a roster of inspectors and of nobody else."""
    headers = (read_heads(row) for s in sheets if not s.hidden for row in s.rows[:20])
    return any(h is not None and any(f in h.columns for f in _TELLING) for h in headers)


def unread_heads(header: Header[InspectorField]) -> list[str]:
    """Return the heads that nobody reads, as they are written."""
    return [
        " ".join(str(header.row.cells[column].value).split())
        for column, name in header.others.items()
        if name not in _NUMBERS_AND_REMARKS
    ]
