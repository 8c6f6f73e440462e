"""Words of a head stand whole on a line where there is room."""

import pytest

from inspector.excel.sheet.head_lines import head_lines
from inspector.excel.sheet.sheet_style import Column


@pytest.mark.parametrize(
    ("header", "width", "shown"),
    [
        ("序号", 5.2, "序号"),
        ("检查时间、问题类别、扣分", 13.8, "检查时间、\n问题类别、\n扣分"),
        ("检查时间、问题类别、扣分", 19.0, "检查时间、\n问题类别、扣分"),
        ("责任部门（科室）", 11.0, "责任部门（科室）"),
        ("整改要求（措施）", 30.0, "整改要求（措施）"),
        ("整改要求（措施）", 5.0, "整改要求（措施）"),
        ("申诉复核后总分", 9.4, "申诉复核后总分"),
    ],
)
def test_a_head_breaks_between_its_words(header: str, width: float, shown: str) -> None:
    assert head_lines(Column(header, width)) == shown
