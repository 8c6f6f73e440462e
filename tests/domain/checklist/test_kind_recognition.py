"""Which kind a window is taken for: said by the roster, found in its name, or the usual one."""

import pytest

from inspector.domain.checklist.checklist import WindowKind
from inspector.domain.checklist.kind_recognition import TakenBy, TakenKind, taken_kind

KINDS = (
    WindowKind("guide-desk", "导诊台", ("分诊台", "导医")),
    WindowKind("registration", "挂号收费", ("挂号",), usual=True),
    WindowKind("cashier", "收费", ("缴费", "收银")),
    WindowKind("western-pharmacy", "西药房", ("药房",)),
    WindowKind("herbal-pharmacy", "中药房"),
    WindowKind("etc-lane", "ETC专用车道", ("ETC",)),
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("导诊台", "guide-desk"),
        ("导诊台2", "guide-desk"),
        ("2号导诊", "guide-desk"),
        ("门诊一楼导医台", "guide-desk"),
        ("挂号收费1号", "registration"),  # 收费 stands in it, and is shorter
        ("挂号 03 号窗口", "registration"),
        ("收费窗口", "cashier"),
        ("急诊药房", "western-pharmacy"),
        ("中药房（二号窗）", "herbal-pharmacy"),
        ("药房收费窗口", "cashier"),  # as long: the last says what it is for
        ("收费药房", "western-pharmacy"),
        ("ｅｔｃ－１道", "etc-lane"),
    ],
)
def test_the_longest_name_of_a_kind_in_a_windows_name_wins(name: str, kind: str) -> None:
    assert taken_kind("", name, KINDS) == TakenKind(kind, TakenBy.NAME)


@pytest.mark.parametrize("name", ["1号窗口", "十二号窗口", "A1", "3-5", "窗口", "体检中心"])
def test_where_nothing_tells_it_is_the_usual_one(name: str) -> None:
    assert taken_kind("", name, KINDS) == TakenKind("registration", TakenBy.USUAL)


def test_what_the_roster_says_is_never_overridden() -> None:
    assert taken_kind("cashier", "导诊台", KINDS) == TakenKind("cashier", TakenBy.ROSTER)
    assert taken_kind("balloon", "导诊台", KINDS) == TakenKind("balloon", TakenBy.ROSTER)


def test_without_a_usual_kind_it_is_none() -> None:
    kinds = (WindowKind("guide-desk", "导诊台"),)
    assert taken_kind("", "1号窗口", kinds) == TakenKind("", TakenBy.NOTHING)
    assert taken_kind("", "1号窗口", ()) == TakenKind("", TakenBy.NOTHING)


def test_kinds_that_differ_in_a_number_only_are_not_guessed() -> None:
    kinds = (WindowKind("a", "药房1"), WindowKind("b", "药房2"), WindowKind("c", "收费"))
    assert taken_kind("", "药房2号", kinds).by is TakenBy.NOTHING
    assert taken_kind("", "收费2号", kinds).id == "c"
