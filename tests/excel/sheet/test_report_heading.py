"""The words around a table."""

from dataclasses import replace
from datetime import date

from inspector.excel.sheet.report_heading import chinese_date
from tests.excel.reports import HEADING


def test_dates_have_no_leading_zeros() -> None:
    assert chinese_date(date(2026, 3, 5)) == "2026年3月5日"


def test_title_names_unit_subject_and_period() -> None:
    assert HEADING.title("整改台账") == "市文明办整改台账（2026年11月）"
    assert replace(HEADING, period="").title("整改台账") == "市文明办整改台账"


def test_lines_above_and_below() -> None:
    assert HEADING.report_line("单位：分") == (
        "填报单位：市文明办",
        "填报时间：2026年11月24日",
        "单位：分",
    )
    assert HEADING.foot == ("填表人：张三", "审核人：", "联系电话：0571-88990011")


def test_label_only_for_an_attachment() -> None:
    assert HEADING.label == "附件2"
    assert replace(HEADING, attachment="").label == ""
