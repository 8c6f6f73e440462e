"""Who is meant by what is typed for the person on duty."""

import pytest

from inspector.domain.visit.roster import Staff, person_meant

PEOPLE = (Staff("a", "1004", "张三"), Staff("b", "", "李四"), Staff("c", "1006"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1004", ("1004", "张三")),
        ("张三", ("1004", "张三")),
        (" 1004  张三 ", ("1004", "张三")),
        ("李四", ("", "李四")),
        ("1006", ("1006", "")),
        ("1009", ("1009", "")),
        ("1009 王五", ("1009", "王五")),
        ("A09 王 五", ("A09", "王 五")),
        ("王五", ("", "王五")),
        ("  ", ("", "")),
        ("", ("", "")),
    ],
)
def test_who_is_meant(typed: str, meant: tuple[str, str]) -> None:
    assert person_meant(typed, PEOPLE) == meant
