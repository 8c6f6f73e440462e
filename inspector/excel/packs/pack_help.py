"""The sheet 填写说明 of a pack's workbook: every column, and an example of every kind of rule."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from inspector.domain.checklist.item_schema import RULE_KINDS
from inspector.domain.checklist.schema_fields import Leaf
from inspector.excel.packs.pack_fields import ITEM_FIELDS
from inspector.excel.packs.pack_values import show
from inspector.excel.packs.window_kind_names import KindNames
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, add_sheet

if TYPE_CHECKING:
    from openpyxl import Workbook

HELP_SHEET = "填写说明"

EXAMPLE_KINDS = ({"id": "cashier", "title": "收费"}, {"id": "complaint", "title": "投诉咨询"})
EXAMPLES: tuple[Mapping[str, Any], ...] = (
    {
        "id": "greet",
        "text": "顾客走近时起身、微笑、主动问候",
        "full": 4,
        "rule": {"kind": "deduct", "each": Decimal("0.5"), "unit": "人次"},
        "window_kinds": ["cashier", "complaint"],
        "requirement": "晨会复训迎送动作",
        "deadline": 1,
        "phrases": ["未起身迎接", "未微笑", "未主动问候"],
        "basis": "常见做法",
    },
    {
        "id": "appearance",
        "text": "着装、工牌、发型符合要求",
        "full": 4,
        "rule": {
            "kind": "cases",
            "cases": [
                {"title": "未戴工牌", "each": 1, "unit": "人次"},
                {"title": "未穿工作服", "each": 2, "unit": "人次"},
                {"title": "发型不合要求", "each": Decimal("0.5"), "unit": "人次"},
            ],
        },
        "requirement": "上岗前互检",
        "deadline": 0,
    },
    {
        "id": "file",
        "text": "资料归档及时、完整",
        "full": 5,
        "rule": {"kind": "range", "least": 1, "most": 3, "unit": "处"},
        "responsible": "team",
        "deadline": 3,
        "method": ["records"],
    },
    {
        "id": "notice",
        "text": "服务承诺上墙，显著且完整",
        "full": 3,
        "rule": {
            "kind": "choice",
            "options": [
                {"title": "显著且完整", "points": 3},
                {"title": "有但不全或过期", "points": Decimal("1.5")},
                {"title": "没有", "points": 0},
            ],
        },
        "scope": "public",
        "photo": "on-fail",
        "responsible": "site",
        "requirement": "补齐并更新",
        "deadline": 2,
    },
    {
        "id": "waiting",
        "text": "排队等候不超过10分钟",
        "full": 4,
        "rule": {
            "kind": "measure",
            "unit": "分钟",
            "bands": [{"upto": 10, "points": 4}, {"upto": 15, "points": 2}, {"points": 0}],
        },
        "responsible": "team",
        "requirement": "高峰时增开窗口",
        "deadline": 0,
        "phrases": ["等候过久", "无人疏导"],
    },
    {
        "id": "praise",
        "text": "收到顾客书面表扬",
        "rule": {"kind": "bonus", "each": 1, "unit": "次"},
    },
)
"""One item of each kind of rule, in the order in which the kinds are offered."""

_PLAN = SheetPlan(
    name=HELP_SHEET,
    title=HELP_SHEET,
    columns=(
        Column("栏目", 12),
        Column("必填", 10),
        Column("怎样填写", 60, Kind.TEXT),
        *(Column(f"示例：{said.chinese}", 23, Kind.LINES) for said in RULE_KINDS.values()),
    ),
    notes=(
        "1. 检查项目填在“服务礼仪”“文明用语”“操作规范”“环境卫生”四张工作表中，每行一项，"
        "行的先后就是检查的先后；可以插入、删除、移动行和列，空行不影响导入。",
        "2. 权重、等级、加分上限等填在“设置”工作表中；有哪几类窗口填在“窗口类型”工作表中。",
        "3. 工作表名称和表头不要改；自己加的栏目和工作表不影响导入，但不会导入。",
        "4. 只填文字和数字，不要使用公式。小数最多两位。",
        "5. 全部正确才会导入，成为一个新版本；有错误时逐格指出，改好后再次导入即可。"
        "以前的检查记录不受影响。",
    ),
    body_size=10.0,
)


def add_help(book: "Workbook", styles: Styles) -> None:
    """Write the sheet to `book`."""
    names = KindNames(EXAMPLE_KINDS)
    rows: list[list[Value]] = [
        [
            leaf.label,
            _needed(leaf),
            leaf.field.hint,
            *(show(leaf, item, names) for item in EXAMPLES),
        ]
        for leaf in ITEM_FIELDS
    ]
    add_sheet(book, _PLAN, rows, styles)


def _needed(leaf: Leaf) -> str:
    """Return whether a column has to be filled in; of a rule it depends on its kind."""
    if leaf.needed and leaf.field.useless:
        return f"{RULE_KINDS[leaf.field.useless.value].chinese}项除外"
    if leaf.needed:
        return "是"
    return "视情况" if leaf.key[0] == "rule" else "否"
