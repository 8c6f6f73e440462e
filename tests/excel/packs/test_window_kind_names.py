"""The names of window kinds in one cell."""

import pytest

from inspector.excel.packs.window_kind_names import KindNames

KINDS = [
    {"id": "cashier", "title": "收费", "aliases": ["收银", "缴费"]},
    {"id": "vip", "title": "VIP", "aliases": []},
]
NAMES = KindNames(KINDS)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("收费", ["cashier"]),
        ("收 费、vip", ["cashier", "vip"]),
        ("缴费，ＶＩＰ", ["cashier", "vip"]),
        ("收费（cashier）；VIP(vip)", ["cashier", "vip"]),
        ("收费\n\nVIP、", ["cashier", "vip"]),
        ("收费、药房", ["cashier", "药房"]),
        ("全部", []),
    ],
)
def test_any_name(text: str, ids: list[str]) -> None:
    assert NAMES.ids(text) == ids


def test_titles_are_written() -> None:
    assert NAMES.text(["vip", "cashier"]) == "VIP、收费"


@pytest.mark.parametrize(
    ("titles", "cell"),
    [
        (["收费", "收费"], "收费、b"),  # the second of a name
        (["b", "收费"], "b、收费"),  # a title that is another's id
        (["b", "b"], "b、b（b）"),
        (["甲、乙", "丙"], "甲、乙\n丙"),
        (["甲\n乙", "丙"], "a、丙"),
        (["全部", "丙"], "全部、丙"),
    ],
)
def test_names_that_clash(titles: list[str], cell: str) -> None:
    ids = ["a", "b"]
    names = KindNames([{"id": i, "title": title} for i, title in zip(ids, titles, strict=True)])
    assert names.text(ids) == cell
    assert names.ids(cell) == ids


def test_a_kind_that_is_there_without_its_id_says_nothing() -> None:
    assert KindNames([{"title": "收费"}]).ids("收费") == []
