"""The Chinese words of the domain's enumerations, as superiors read them in workbooks.

Exports are Chinese whatever the language of the screen: they go to somebody else.
"""

from collections.abc import Mapping

from inspector.domain.checklist import pack_schema
from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Responsible
from inspector.domain.checklist.item_schema import RESPONSIBILITIES
from inspector.domain.finding.finding import FindingState, RectificationType
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import is_number_alone

CATEGORIES: Mapping[Category, str] = {c: said.chinese for c, said in pack_schema.CATEGORIES.items()}

INSPECTION_KINDS: Mapping[InspectionKind, str] = {
    InspectionKind.COVERT: "暗访",
    InspectionKind.OPEN: "明察",
    InspectionKind.CROSS: "交叉检查",
    InspectionKind.SELF: "自查",
    InspectionKind.PATROL: "日常巡视",
    InspectionKind.RECHECK: "复查",
    InspectionKind.VOICE: "群众反映",
}

FINDING_STATES: Mapping[FindingState, str] = {
    FindingState.OPEN: "待整改",
    FindingState.RECTIFYING: "整改中",
    FindingState.REPORTED: "待复查",
    FindingState.CLOSED: "已销号",
    FindingState.WITHDRAWN: "已撤销",
}

RECTIFICATION_TYPES: Mapping[RectificationType, str] = {
    RectificationType.IMMEDIATE: "立行立改",
    RectificationType.TIMED: "限期整改",
    RectificationType.SUSTAINED: "长期坚持",
}

RESPONSIBLE: Mapping[Responsible, str] = {
    responsible: said.chinese for responsible, said in RESPONSIBILITIES.words.items()
}

NOTHING = "/"
"""Printed where the program knows that there is nothing; what is still to come stays blank."""

NO_VALUE = "—"
"""Printed where a figure cannot be worked out, such as a rate of nothing."""

FURTHER = "续"
"""In place of 序号, in a row that goes on with the one above."""

VETO = "一票否决"
VETO_MARK = "★"
NOTHING_OPEN = "没有未销号的问题"
NO_FINDINGS = "未发现问题"
PATROL_FINDINGS = "巡视发现问题"
VOICED_FINDINGS = "群众反映问题"
"""Found on rounds without a score: counted apart from the findings of scored visits."""


_STAFF_NUMBER = "工号"
_SEPARATOR = "、"


def staff_title(who: str) -> str:
    """Return what people are called: 工号2 for a number alone, which could be read as any other."""
    return _SEPARATOR.join(
        f"{_STAFF_NUMBER}{each}" if is_number_alone(each) else each
        for each in who.split(_SEPARATOR)
    )


def numbered(staff_number: str) -> str:
    """Return the number of whoever is on duty, whatever it is, as 工号2; one that says so as is."""
    return f"{_STAFF_NUMBER}{staff_number.removeprefix(_STAFF_NUMBER)}"


def window_title(number: str) -> str:
    """Return what a window is called: 1号窗口 for a bare number, which says little alone."""
    return f"{number}号窗口" if number.isdecimal() else number
