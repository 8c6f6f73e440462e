"""The item of a pack, every field told once: in files, workbooks, comparisons and checks.

A new field is one entry here, and an attribute of the same name in `checklist`.
"""

from collections.abc import Mapping
from typing import Any

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.checklist import (
    Band,
    BonusRule,
    Case,
    CasesRule,
    ChoiceRule,
    DeductRule,
    Item,
    MeasureRule,
    Option,
    PhotoPolicy,
    RangeRule,
    Responsible,
)
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.method import Method
from inspector.domain.checklist.schema_fields import Field, Record, Rows, Useless, Variants
from inspector.domain.checklist.value_kinds import (
    Flag,
    Points,
    Said,
    Text,
    Texts,
    Whole,
    Word,
    Words,
)
from inspector.domain.faults import Fault

LONGEST_DEADLINE = 365
"""Days. A finding that may wait longer is a project, not a rectification."""

DEDUCT, CASES, RANGE, CHOICE, MEASURE, BONUS = (
    "deduct", "cases", "range", "choice", "measure", "bonus"
)  # fmt: skip
RULE_KINDS: Mapping[Any, Said] = {
    DEDUCT: Said("Deduction", "扣分"),
    CASES: Said("Named deductions", "分项扣分"),
    RANGE: Said("Judged deduction", "酌情扣分"),
    CHOICE: Said("Options", "选项"),
    MEASURE: Said("Measured", "实测"),
    BONUS: Said("Bonus", "加分"),
}
SCOPES = Word(
    {Scope.WINDOW: Said("Every window", "窗口"), Scope.PUBLIC: Said("Public area", "公共区域")}
)
GRAVITIES = Word(
    {
        Gravity.MINOR: Said("minor", "一般"),
        Gravity.MAJOR: Said("major", "重点"),
        Gravity.SEVERE: Said("severe", "严重"),
    }
)
METHODS = Words(
    {
        Method.LOOK: Said("look", "看"),
        Method.LISTEN: Said("listen", "听"),
        Method.ASK: Said("ask", "问"),
        Method.TEST: Said("try", "试"),
        Method.RECORDS: Said("records", "查"),
    }
)
PHOTOS = Word(
    {
        PhotoPolicy.OPTIONAL: Said("optional", "可选"),
        PhotoPolicy.ON_FAIL: Said("photo needed", "扣分须拍"),
    }
)
RESPONSIBILITIES = Word(
    {
        Responsible.PERSON: Said("Person on duty", "个人"),
        Responsible.TEAM: Said("Team", "班组"),
        Responsible.SITE: Said("Site", "单位"),
    }
)
UNITS = ("人次", "次", "处", "件", "项", "台", "分钟", "秒", "个工作日", "字/分钟", "‰", "%")
"""Units that are offered; any other may be typed."""

_OF_BONUS = Useless(("rule", "kind"), BONUS, RULE_KINDS)
_OF_CHOICE = Useless(("rule", "kind"), CHOICE, RULE_KINDS)
_IN_PUBLIC = Useless(("scope",), Scope.PUBLIC.value, SCOPES.words)

_STEPS = (
    Said("Cases", "档次"),
    "只有选项、实测、分项扣分填写，每档一行；选项、实测从好到差，第一档等于分值。"
    "选项写“名称=得分”，问题怎么说可写在后面的括号里：没有=0（未设投诉信箱）；实测写“≤上限=得分”，最后一行写“以上=得分”；"
    "分项扣分写“名称=每次扣分/计量单位”",
    18.0,
)
_KIND = Field(
    "kind", Word(RULE_KINDS), Said("How it is scored", "评分方式"),
    "从下拉列表中选择；各种写法看右边的示例", 6.2, required=True,
)  # fmt: skip
_EACH = Field(
    "each", Points(zero=False), Said("Points each time", "每次扣分（加分）"),
    "扣分项、加分项填写，大于0；直接扣分的检查表，扣分项不填则按轻重扣；"
    "扣完为止时，不能超过分值；选项、实测不填", 9.3, required=True,
)  # fmt: skip
_OFF = _EACH._replace(required=False)
"""Of a deduction: what it is by gravity need not be said (`pack_checks`)."""
_UNIT = Field(
    "unit", Text(), Said("Counted in", "计量单位"),
    "扣分、加分按什么计次，实测以什么为单位；列表之外的也可以填写；选项不填", 9.3,
    required=True, offered=UNITS,
)  # fmt: skip
_POINTS = Field("points", Points(falls=Fault.POINTS_NOT_DESCENDING), required=True)
OPTION = Record(
    Option,
    (Field("title", Text(once=True), required=True), _POINTS, Field("finding", Text(), later=True)),
)
_UPTO = Field("upto", Points(rises=Fault.BANDS_NOT_ASCENDING), default=None)
BAND = Record(Band, (_UPTO, _POINTS))
CASE = Record(
    Case,
    (
        Field("title", Text(once=True), required=True),
        Field("each", Points(zero=False), required=True),
        Field("unit", Text(), required=True),
    ),
)
_LEAST = Field(
    "least", Points(zero=False), Said("Least points", "最少扣分"),
    "只有酌情扣分填写，大于0", 6.5, required=True, later=True,
)  # fmt: skip
_MOST = Field(
    "most", Points(zero=False), Said("Most points", "最多扣分"),
    "只有酌情扣分填写，大于最少扣分", 6.5, required=True, later=True,
)  # fmt: skip
RULES = {
    DEDUCT: Record(DeductRule, (_OFF, _UNIT)),
    CHOICE: Record(ChoiceRule, (Field("options", Rows(OPTION, 2), *_STEPS),)),
    MEASURE: Record(MeasureRule, (_UNIT, Field("bands", Rows(BAND, 2), *_STEPS))),
    CASES: Record(CasesRule, (Field("cases", Rows(CASE, 1), *_STEPS),)),
    RANGE: Record(RangeRule, (_LEAST, _MOST, _UNIT)),
    BONUS: Record(BonusRule, (_EACH, _UNIT)),
}

ITEM = Record(
    Item,
    (
        Field(
            "id", Text(), Said("Number", "编号"),
            "检查记录靠它认出同一个项目，已有的不要改；新增的空着不填，导入时自动编号", 13,
            required=True, assigned=True,
        ),
        Field(
            "text", Text(long=True), Said("Wording", "项目"),
            "检查什么，一句话写清楚；同一张表中不得重复", 24, required=True,
        ),
        Field(
            "full", Points(zero=False), Said("Full marks", "分值"),
            "满分，大于0，最多两位小数；扣分项、选项、实测必填，加分项不填；"
            "直接扣分的检查表填这一项最多扣几分，可不填", 6.5, useless=_OF_BONUS,
        ),
        Field(
            "gravity", GRAVITIES, Said("Gravity", "轻重"),
            "一般、重点、严重；不填为一般；直接扣分的检查表按它定每次扣几分；加分项、红线不填", 6,
            useless=_OF_BONUS, later=True,
        ),
        Field("rule", Variants(_KIND, RULES, DeductRule(0, "")), Said("Scoring"), required=True),
        Field(
            "scope", SCOPES, Said("Where", "范围"),
            "窗口：每个窗口查一次；公共区域：每个单位查一次；不填为窗口", 8.5,
        ),
        Field(
            "window_kinds", Texts(of_kinds=True), Said("Window kinds", "窗口类型"),
            "只查哪几类窗口，写名称，用“、”隔开，名称见“窗口类型”工作表；不填为全部；公共区域不填",
            16, useless=_IN_PUBLIC,
        ),
        Field(
            "method", METHODS, Said("How it is found out", "检查方法"),
            "看、听、问、试、查，可写几种，用“、”隔开；只写“查”的全单位查一次；不填为不限", 8,
            later=True,
        ),
        Field(
            "must", Flag(), Said("Always asked", "必查"),
            "是：必查、抽查时都要查；不填为否；红线总要查", 6, useless=_OF_BONUS, later=True,
        ),
        Field(
            "veto", Flag(), Said("Veto", "一票否决"),
            "是：扣了这一项，等级即为最低一级；不填为否；加分项不能为是", 6, useless=_OF_BONUS,
        ),
        Field(
            "photo", PHOTOS, Said("Photo", "照片"), "扣分须拍：扣了分就提醒拍照；不填为可选", 8.5
        ),
        Field(
            "responsible", RESPONSIBILITIES, Said("Responsible", "责任"),
            "整改由谁负责；不填为个人", 6.5,
        ),
        Field(
            "requirement", Text(long=True), Said("Requirement", "整改要求"), "可不填", 20,
            always=True,
        ),
        Field(
            "deadline", Whole(LONGEST_DEADLINE), Said("Deadline", "时限（工作日）"),
            "工作日，0至365的整数；0为立行立改；不填为1", 6.5, default=1, always=True,
        ),
        Field(
            "phrases", Texts(), Said("Phrases", "问题短语"),
            "扣分时可选的说法，每条一行（格内换行按Alt+Enter）；可不填；选项不填，可选的就是各档",
            20, always=True, useless=_OF_CHOICE, harmless=True,
        ),
        Field(
            "basis", Text(long=True), Said("Basis", "依据"), "出自什么文件或做法；可不填", 18
        ),
        Field(
            "short", Text(), Said("In short", "简称"),
            "通报中怎么称呼，如“未迎送问候”，不超过12个字；可不填", 10, later=True, rare=True,
        ),
        Field(
            "penalty", Flag(), Said("Off the total", "总分扣分"),
            "是：没有分值，从总分中扣，如“有责投诉每起扣5分”；不填为否", 6,
            useless=_OF_BONUS, later=True, rare=True,
        ),
        Field(
            "accumulates", Flag(), Said("Adds up (※)", "累计扣分"),
            "是：标※，扣完这一项的分值为止；不填为否", 6, useless=_OF_BONUS, later=True, rare=True,
        ),
        Field(
            "heading", Text(), Said("Own heading", "栏目"),
            "本单位检查表自己的栏目，如“仪容仪表”；可不填", 10, later=True, rare=True,
        ),
        Field(
            "cells", Texts(repeats=True), Said("More columns", "其他栏"),
            "依次填“设置”中其他栏的内容，每栏一行；可不填", 12, later=True, rare=True,
        ),
    ),
)  # fmt: skip
