"""Text and sheet names that a workbook can hold, from any text at all."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.excel.sheet.legal_text import (
    CUT_NOTE,
    LONGEST_TEXT,
    cell_text,
    could_be_formula,
    sheet_name,
)

ANY_TEXT = st.text(st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("未起身迎接", "未起身迎接"),
        ("a\x00b\x0bc\x1f", "a�b�c�"),
        ("\ud83d 半个表情 \udc00", "� 半个表情 �"),
        ("\ufffe\uffff", "��"),
        ("😀𠮷", "😀𠮷"),
        ("一\r\n二\r三\n四\t五", "一\n二\n三\n四\t五"),
        ("_x0041_", "_x005F_x0041_"),
        ("_x_x0041_x0042_", "_x_x005F_x0041_x005F_x0042_"),
        ("file_xls_", "file_xls_"),
    ],
)
def test_cell_text(given: str, held: str) -> None:
    assert cell_text(given) == held


@given(ANY_TEXT)
def test_whatever_is_typed_survives_xml(text: str) -> None:
    element = ElementTree.Element("t")
    element.text = cell_text(text)
    assert (ElementTree.fromstring(ElementTree.tostring(element, "utf-8")).text or "") == (
        cell_text(text)
    )


def test_the_longest_text_stays_whole() -> None:
    assert cell_text("长" * LONGEST_TEXT) == "长" * LONGEST_TEXT


@pytest.mark.parametrize("character", ["长", "😀", "a"])
def test_longer_text_is_cut_and_says_so(character: str) -> None:
    held = cell_text(character * (LONGEST_TEXT + 1))
    units = len(held.encode("utf-16-le")) // 2
    assert held.endswith(CUT_NOTE)
    assert LONGEST_TEXT - 1 <= units <= LONGEST_TEXT


@pytest.mark.parametrize("text", ["=1+1", "+1", "-x", "@SUM(A1)"])
def test_what_could_be_a_formula(text: str) -> None:
    assert could_be_formula(text)
    assert not could_be_formula(f"：{text}")


@pytest.mark.parametrize(
    ("given", "legal"),
    [
        ("通信营业厅", "通信营业厅"),
        ("a/b\\c[1]*?:", "a／b＼c［1］＊？："),
        ("'quoted'", "quoted"),
        ("   ", "Sheet"),
        ("", "Sheet"),
        ("History", "History(2)"),
        ("长" * 40, "长" * 31),
        ("😀" * 20, "😀" * 15),
        ("一\n二", "一 二"),
    ],
)
def test_sheet_name(given: str, legal: str) -> None:
    assert sheet_name(given) == legal


def test_sheet_names_differ_also_in_case_and_after_cutting() -> None:
    assert sheet_name("Abc", ["abc"]) == "Abc(2)"
    assert sheet_name("长" * 40, ["长" * 31]) == "长" * 28 + "(2)"
    assert sheet_name("表", ["表", "表(2)"]) == "表(3)"


@given(ANY_TEXT, st.lists(ANY_TEXT, max_size=3))
def test_any_text_gives_a_legal_sheet_name(text: str, others: list[str]) -> None:
    taken = [sheet_name(other) for other in others]
    name = sheet_name(text, taken)
    assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
    assert not set(name) & set("[]:*?/\\")
    assert name.strip("'") == name
    assert name.casefold() not in {other.casefold() for other in taken}
