"""File names legal everywhere, and free."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.excel.sheet.file_names import free_name, legal_file_name


@pytest.mark.parametrize(
    ("given", "legal"),
    [
        ("附件2_城东营业厅_整改台账_2026-11-24.xlsx", "附件2_城东营业厅_整改台账_2026-11-24.xlsx"),
        ('a<b>c:d"e/f\\g|h?i*j', "a＜b＞c：d＂e／f＼g｜h？i＊j"),
        ("../../etc/passwd", "／..／etc／passwd"),
        ("末尾. . ", "末尾"),
        ("  .隐藏", "隐藏"),
        ("con", "_con"),
        ("NUL.xlsx", "_NUL.xlsx"),
        ("nul.2026.xlsx", "_nul.2026.xlsx"),
        ("COM¹", "_COM¹"),
        ("CONTRACT.xlsx", "CONTRACT.xlsx"),
        ("a\x00b\u202excod\x7f.xlsx", "abxcod.xlsx"),
        ("一\n二\t三", "一 二 三"),
        ("", "未命名"),
        ("...", "未命名"),
        (".xlsx", "xlsx"),
        ("汇总表.", "汇总表"),
        ("一 .xlsx", "一.xlsx"),
        ("e\u0301.xlsx", "\u00e9.xlsx"),
    ],
)
def test_legal_file_name(given: str, legal: str) -> None:
    assert legal_file_name(given) == legal


def test_a_long_name_is_cut_before_its_extension() -> None:
    name = legal_file_name("很长的名字" * 40 + ".xlsx")
    assert name == "很长的名字" * 11 + "很长的.xlsx"
    assert len(name.encode()) <= 180


def test_a_sentence_is_no_extension() -> None:
    assert (
        legal_file_name("整改台账.第二稿,请王主任审阅后退回")
        == "整改台账.第二稿,请王主任审阅后退回"
    )


@given(st.text(st.characters(), max_size=200))
def test_any_text_gives_a_file_that_can_be_made(text: str) -> None:
    name = legal_file_name(text)
    assert name
    assert len(name.encode()) <= 190
    assert not set(name) & set('<>:"/\\|?*')
    assert not name.startswith((".", " "))
    assert not name.endswith((".", " "))


def test_free_name(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    assert free_name(path) == path
    path.touch()
    assert free_name(path) == tmp_path / "台账 (2).xlsx"
    (tmp_path / "台账 (2).xlsx").touch()
    assert free_name(path) == tmp_path / "台账 (3).xlsx"
    assert free_name(tmp_path / "台账 (2).xlsx") == tmp_path / "台账 (3).xlsx"
