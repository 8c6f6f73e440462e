"""A long text in pieces: each fits, none is lost, and they are put together again."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from inspector.excel.sheet.continued_text import CONTINUED, CONTINUING, in_rows, pieces, rejoined
from inspector.excel.sheet.row_height import HIGHEST_ROW, row_height

TEXTS = st.text(st.sampled_from("问题，。；很长 ab1\n（）"), max_size=1500)


@given(TEXTS, st.floats(10, 40), st.floats(9, 14), st.floats(250, 409))
def test_the_pieces_of_a_text_fit_and_are_the_whole_of_it(
    text: str, width: float, size: float, highest: float
) -> None:
    found = pieces(text, width, size, highest)
    if row_height([(text, width)], size) <= highest:
        assert found == [text]
    assert all(row_height([(each, width)], size) <= highest for each in found)
    assert reduce(lambda one, two: rejoined(one, two) or "", found) == text


@given(TEXTS, st.floats(8, 40))
def test_a_line_of_words_is_whole_in_its_rows(text: str, width: float) -> None:
    found = in_rows(text, width, 14)
    assert "".join(found) == text
    assert all(row_height([(each, width)], 14) <= HIGHEST_ROW for each in found)


def test_a_piece_ends_at_a_stop_if_there_is_one_near() -> None:
    text = "地面有纸屑，未及时清理；" * 60
    first, second, *_ = pieces(text, 20, 11, 409)
    assert first.endswith(f"；{CONTINUED}") or first.endswith(f"，{CONTINUED}")
    assert second.startswith(CONTINUING)


def test_pieces_that_changed_places_are_the_same_text() -> None:
    one, two = f"甲{CONTINUED}", f"{CONTINUING}乙"
    assert rejoined(one, two) == rejoined(two, one) == "甲乙"
    assert rejoined("甲", two) is None
    assert rejoined(one, "乙") is None
