"""Every word of the domain has its Chinese one."""

from collections.abc import Mapping
from enum import StrEnum

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Responsible
from inspector.domain.finding.finding import FindingState, RectificationType
from inspector.domain.visit.inspection import InspectionKind
from inspector.excel.sheet import terms


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (terms.CATEGORIES, Category),
        (terms.INSPECTION_KINDS, InspectionKind),
        (terms.FINDING_STATES, FindingState),
        (terms.RECTIFICATION_TYPES, RectificationType),
        (terms.RESPONSIBLE, Responsible),
    ],
)
def test_every_member_has_a_word_of_its_own(
    words: Mapping[StrEnum, str], kind: type[StrEnum]
) -> None:
    assert set(words) == set(kind)
    assert len(set(words.values())) == len(kind)


@pytest.mark.parametrize(
    ("who", "title"),
    [
        ("2", "工号2"),
        ("A03", "工号A03"),
        ("工号2", "工号2"),
        ("+1", "+1"),
        ("A-03", "工号A-03"),
        ("1001、张三", "工号1001、张三"),
        ("1001 张三", "1001 张三"),
        ("王主任", "王主任"),
        ("", ""),
    ],
)
def test_a_number_alone_is_said_to_be_somebodys(who: str, title: str) -> None:
    assert terms.staff_title(who) == title


def test_the_number_of_who_is_on_duty_is_said_once() -> None:
    assert [terms.numbered(each) for each in ("2", "工号2", "甲")] == ["工号2", "工号2", "工号甲"]
