"""Who signs is a person by name, or nobody."""

import pytest

from inspector.domain.record.signatory import names_a_person, signatory


@pytest.mark.parametrize("text", ["王经理", "张三", "欧阳主任", "李 四", "Wang", "阿依古丽·买买提"])
def test_people(text: str) -> None:
    assert names_a_person(text, ["综合部", "城东营业厅"])


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "综合部", "城东营业厅", "城东 营业厅", "运维中心", "市场科", "办公室", "收费站",
        "某某有限公司", "值班经理", "主任", "分管领导", "大堂经理", "部门负责人", "Front desk",
    ],
)  # fmt: skip
def test_departments_and_offices(text: str) -> None:
    assert not names_a_person(text, ["综合部", "城东营业厅", "Front desk"])


def test_the_windows_have_to_agree() -> None:
    assert signatory(["", "王经理", "王经理 ", "综合部"], ["综合部"]) == "王经理"
    assert signatory(["王经理", "李经理"], []) == ""
    assert signatory(["综合部", "值班经理", ""], []) == ""
