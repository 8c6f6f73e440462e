"""What a pack's workbook says, field by field: the columns of its sheets and its settings.

A field's key is the same as in the plain tables that `pack_reading` reads.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from inspector.domain.checklist.checklist import Category, PhotoPolicy, Responsible, Scope
from inspector.excel.packs import pack_code_words as words
from inspector.excel.packs.pack_code_words import Words
from inspector.excel.sheet.sheet_style import Kind
from inspector.excel.sheet.terms import CATEGORIES

Key: TypeAlias = tuple[str, ...]


class Holds(Enum):
    """How a field's cell is written and read."""

    TEXT = auto()
    LIST = auto()  # one text a line
    NUMBER = auto()
    PERCENT = auto()  # a whole number; its sign may be typed
    WORD = auto()  # one of a few
    KINDS = auto()  # the names of window kinds
    CASES = auto()  # what an option or a band is worth, one a line
    GRADES = auto()  # from how many points on, one a line


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a row: where it belongs, what it is called and how to fill it in."""

    key: Key
    label: str
    hint: str
    holds: Holds = Holds.TEXT
    words: Words | None = None
    absent: str | bool | None = None  # what it means when the table has no such key
    required: bool = False
    width: float = 8.0
    kind: Kind = Kind.SHORT


SETTINGS_SHEET, KINDS_SHEET = "设置", "窗口类别"
"""The sheets beside those of the categories, which are called as the categories are."""

SETTING_LABEL, SETTING_VALUE, SETTING_HINT = "栏目", "内容", "怎样填写"
"""The columns of the settings."""

CASES_KEY = ("rule", "cases")
"""Options or bands: which of them, the kind of the rule decides."""

ITEM_FIELDS = (
    Field(
        ("id",),
        "编号",
        "检查记录靠它认出同一个项目，已有的不要改；新增的自取一个，全部四张表中不得重复",
        required=True,
        width=13,
    ),
    Field(
        ("text",),
        "项目",
        "检查什么，一句话写清楚；同一张表中不得重复",
        required=True,
        width=24,
        kind=Kind.TEXT,
    ),
    Field(
        ("full",),
        "分值",
        "满分，大于0，最多两位小数；扣分项、选项、实测必填，加分项不填",
        Holds.NUMBER,
        required=True,
        width=6.5,
        kind=Kind.NUMBER,
    ),
    Field(
        ("rule", "kind"),
        "评分方式",
        "从下拉列表中选择；四种写法各看右边的示例",
        Holds.WORD,
        words.RULE_KINDS,
        required=True,
        width=6.2,
    ),
    Field(
        ("rule", "each"),
        "每次扣分（加分）",
        "扣分项、加分项填写，大于0；扣完为止时，扣分项不能超过分值；选项、实测不填",
        Holds.NUMBER,
        width=9.3,
        kind=Kind.NUMBER,
    ),
    Field(
        ("rule", "unit"),
        "计量单位",
        "扣分、加分按什么计次，实测以什么为单位；列表之外的也可以填写；选项不填",
        width=9.3,
    ),
    Field(
        CASES_KEY,
        "档次",
        "只有选项、实测填写，每档一行，从好到差；第一档等于分值。"
        "选项写“名称=得分”；实测写“≤上限=得分”，最后一行写“以上=得分”",
        Holds.CASES,
        width=18,
        kind=Kind.LINES,
    ),
    Field(
        ("scope",),
        "范围",
        "窗口：每个窗口查一次；公共区域：每个单位查一次；不填为窗口",
        Holds.WORD,
        words.SCOPES,
        Scope.WINDOW,
        width=8.5,
    ),
    Field(
        ("window_kinds",),
        "窗口类别",
        "只查哪几类窗口，写名称，用“、”隔开，名称见“窗口类别”工作表；不填为全部；公共区域不填",
        Holds.KINDS,
        width=16,
        kind=Kind.LINES,
    ),
    Field(
        ("veto",),
        "一票否决",
        "是：扣了这一项，等级即为最低一级；不填为否；加分项不能为是",
        Holds.WORD,
        words.YES_OR_NO,
        False,
        width=6,
    ),
    Field(
        ("photo",),
        "照片",
        "扣分须拍：扣了分就提醒拍照；不填为可选",
        Holds.WORD,
        words.PHOTOS,
        PhotoPolicy.OPTIONAL,
        width=8.5,
    ),
    Field(
        ("responsible",),
        "责任",
        "整改由谁负责；不填为个人",
        Holds.WORD,
        words.RESPONSIBILITIES,
        Responsible.PERSON,
        width=6.5,
    ),
    Field(("requirement",), "整改要求", "可不填", width=20, kind=Kind.TEXT),
    Field(
        ("deadline",),
        "时限（工作日）",
        "工作日，0至365的整数；0为立行立改；不填为1",
        Holds.NUMBER,
        width=6.5,
        kind=Kind.NUMBER,
    ),
    Field(
        ("phrases",),
        "问题短语",
        "扣分时可选的说法，每条一行（格内换行按Alt+Enter）；可不填；选项不填，可选的就是各档",
        Holds.LIST,
        width=20,
        kind=Kind.LINES,
    ),
    Field(("basis",), "依据", "出自什么文件或做法；可不填", width=18, kind=Kind.TEXT),
)

KIND_FIELDS = (
    Field(("id",), "编号", "已有的不要改，不得重复", required=True, width=20),
    Field(("title",), "名称", "在检查项目和花名册中这样称呼", required=True, width=24),
    Field(
        ("aliases",),
        "也可写作",
        "其他叫法，每个一行；可不填",
        Holds.LIST,
        width=36,
        kind=Kind.LINES,
    ),
)

SETTINGS = (
    Field(
        ("id",), "编号", "相同的编号导入后成为同一检查表的新版本；另立检查表时改成别的编号",
        required=True,
    ),
    Field(("title",), "名称", "检查表的名称", required=True),
    Field(
        ("version",),
        "版本",
        "每次修改后换一个更大的版本号，如2026.2；不换则导入时自动顺延",
        required=True,
    ),
    Field(("summary",), "说明", "适用于哪些单位和岗位；可不填"),
    *(
        Field(
            ("weights", category.value),
            f"{CATEGORIES[category]}权重",
            "0至100的整数，四项权重合计100",
            Holds.PERCENT,
            required=True,
        )
        for category in Category
    ),
    Field(
        ("policy", "not_applicable"),
        "不适用的项目",
        "不计入满分：不适用的项目不算分；按满分计：算得满分",
        Holds.WORD,
        words.NOT_APPLICABLE,
    ),
    Field(
        ("policy", "floor"),
        "扣分下限",
        "扣完为止：每项最多扣到0分；扣分不封顶：可以扣成负分",
        Holds.WORD,
        words.FLOORS,
    ),
    Field(("policy", "bonus_cap"), "加分上限", "每张记分表最多加几分", Holds.NUMBER),
    Field(
        ("policy", "veto"),
        "一票否决后",
        "等级都为最低一级；得分保留，还是计0分",
        Holds.WORD,
        words.VETOES,
    ),
    Field(
        ("policy", "public_area_share"),
        "公共区域占比",
        "公共区域占单位得分的百分之几，0至100的整数",
        Holds.PERCENT,
    ),
    Field(
        ("policy", "samples"),
        "多次实测",
        "同一项测了几次：取最差的一次，还是取平均",
        Holds.WORD,
        words.SAMPLES,
    ),
    Field(
        ("grade",),
        "等级",
        "每级一行，从高到低，写“名称=起始分”，最后一级写0",
        Holds.GRADES,
        required=True,
    ),
)  # fmt: skip
