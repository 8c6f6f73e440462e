"""Rows and columns are cut into pages where office programs cut them."""

from hypothesis import given
from hypothesis import strategies as st

from inspector.excel.pages.page_cuts import Axis, Fit, Run, cut_pages


def axis(*sizes: float, repeated: Run | None = None, breaks: frozenset[int] = frozenset()) -> Axis:
    return Axis(Run(1, len(sizes)), lambda number: sizes[number - 1], repeated, breaks)


ONE = axis(100)


def rows_of(rows: Axis, high: float, fit: Fit | None = None) -> tuple[int, list[tuple[int, int]]]:
    scale, pages = cut_pages(rows, ONE, lambda _: (200, high), 100, fit)
    return scale, [(row.first, row.last) for row, _ in pages]


def test_a_row_stands_whole_on_one_page() -> None:
    assert rows_of(axis(40, 40, 40), 100) == (100, [(1, 2), (3, 3)])


def test_what_is_repeated_takes_its_room_on_each_page_behind_it() -> None:
    rows = axis(20, 10, 40, 40, 40, 40, repeated=Run(1, 2))
    assert rows_of(rows, 110) == (100, [(1, 4), (5, 6)])
    assert rows_of(rows, 109) == (100, [(1, 3), (4, 4), (5, 5), (6, 6)])


def test_a_row_higher_than_a_page_does_not_stop_it() -> None:
    assert rows_of(axis(10, 300, 10), 100) == (100, [(1, 1), (2, 2), (3, 3)])


def test_a_page_begins_where_somebody_broke_it() -> None:
    assert rows_of(axis(10, 10, 10, breaks=frozenset({3})), 100) == (100, [(1, 2), (3, 3)])


def test_the_scale_is_the_largest_at_which_all_columns_fit() -> None:
    scale, pages = cut_pages(axis(10), axis(100, 100, 103), lambda _: (200, 100), 100, Fit(1, 0))
    assert (scale, len(pages)) == (66, 1)


def test_columns_that_fit_nowhere_go_on_behind_all_rows() -> None:
    _, pages = cut_pages(axis(60, 60), axis(60, 60), lambda _: (100, 100), 100, None)
    assert [(row.first, column.first) for row, column in pages] == [(1, 1), (2, 1), (1, 2), (2, 2)]


def test_a_little_smaller_saves_the_last_page() -> None:
    rows, columns = axis(*[10.0] * 41), axis(52, 50)
    assert cut_pages(rows, columns, lambda _: (100, 396), 100, Fit(1, 0))[0] == 96
    assert cut_pages(axis(*[10.0] * 60), columns, lambda _: (100, 396), 100, Fit(1, 0))[0] == 98


@given(
    st.lists(st.floats(0, 120), min_size=1, max_size=60),
    st.integers(0, 3),
    st.frozensets(st.integers(2, 60), max_size=4),
)
def test_every_row_is_printed_once(sizes: list[float], head: int, breaks: frozenset[int]) -> None:
    repeated = Run(1, head) if 0 < head < len(sizes) else None
    runs = axis(*sizes, repeated=repeated, breaks=breaks).cut(100)
    assert [row for run in runs for row in range(run.first, run.last + 1)] == list(
        range(1, len(sizes) + 1)
    )
