"""A photo has the pixels that are seen on paper, in its proportions, and is never enlarged."""

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.papers.print_size import PrintSize

SIDES = st.integers(1, 9000)


def test_pixels_of_a_place() -> None:
    assert PrintSize.of_points(72, 36) == PrintSize(200, 100)
    assert PrintSize.of_points(0, 0) == PrintSize(1, 1)
    assert PrintSize(200, 100).turned == PrintSize(100, 200)


@given(SIDES, SIDES, SIDES, SIDES)
def test_a_picture_fits_and_fills_one_side(width: int, height: int, room: int, high: int) -> None:
    wide, tall = PrintSize(room, high).holding(width, height)
    assert 1 <= wide <= room
    assert 1 <= tall <= high
    assert wide <= width
    assert tall <= height
    assert (wide, tall) == (width, height) or wide == room or tall == high
    # No side is more than half a pixel, or the one that there must be, from its share.
    assert min(abs(wide * height - tall * width) / max(width, height), abs(1 - min(wide, tall))) < 1
