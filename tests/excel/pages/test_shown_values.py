"""A cell shows on paper what an office program shows of it."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from inspector.excel.pages.shown_values import shown
from inspector.excel.sheet.sheet_style import _NUMBER_FORMATS, Kind


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        ("3-1", Kind.SHORT, "3-1"),
        (4, Kind.NUMBER, "4"),
        (1.5, Kind.NUMBER, "1.5"),
        (Decimal("97.205"), Kind.SCORE, "97.21"),
        (0.5294, Kind.PERCENT, "52.94%"),
        (Decimal("-1.2"), Kind.CHANGE, "↓1.20"),
        (Decimal("0.3"), Kind.CHANGE, "↑0.30"),
        (0, Kind.CHANGE, "持平"),
        (date(2026, 3, 5), Kind.DATE, "2026年3月5日"),
        (datetime(2026, 3, 5), Kind.NARROW_DATE, "2026-03-05"),
    ],
)
def test_what_our_own_columns_hold(value: object, kind: Kind, said: str) -> None:
    assert shown(value, _NUMBER_FORMATS[kind]) == said


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (1234, "#,##0", "1,234"),
        (-3, "0", "-3"),
        (-0.001, "0.00", "0.00"),
        (-5, "#,##0;(#,##0)", "(5)"),
        (7, '0"分"', "7分"),
        (7, "000", "007"),
        (0.1, "0%", "10%"),
        (1 / 3, "General", "0.333333333"),
        (2.50, "0.0#", "2.5"),
        (12, "@", "12"),
        ("甲", '0;-0;0;"单位："@', "单位：甲"),
        (datetime(2026, 3, 5, 9, 4), "yyyy/m/d h:mm", "2026/3/5 9:04"),
        (datetime(2026, 3, 5, 15, 4), "上午/下午h:mm", "下午3:04"),
        (datetime(2026, 3, 5), '[$-804]yyyy"年"m"月"d"日"aaaa', "2026年3月5日星期四"),
        (time(9, 4, 7), "hh:mm:ss", "09:04:07"),
        (date(2026, 3, 5), "General", "2026-03-05"),
        (True, "General", "TRUE"),
        (None, "0.00", ""),
    ],
)
def test_what_forms_of_others_hold(value: object, code: str, said: str) -> None:
    assert shown(value, code) == said
