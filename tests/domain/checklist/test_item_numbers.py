"""The next free number of a category."""

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.item_numbers import next_number

ETIQUETTE = Category.ETIQUETTE


@pytest.mark.parametrize(
    ("own", "taken", "expected"),
    [
        ((), (), "服务礼仪-1"),
        (("badge", "uniform"), ("badge", "uniform"), "服务礼仪-1"),
        (("badge", "uniform", "服务礼仪-1"), ("服务礼仪-1",), "服务礼仪-2"),
        (("badge", "uniform"), ("badge", "服务礼仪-7"), "服务礼仪-8"),  # an older version had it
        (("N01", "N02", "badge"), (), "N03"),
        (("N09", "N10"), ("N99",), "N100"),
        (("1", "2", "3"), (), "4"),
        (("1.1", "1.2"), ("1.12",), "1.13"),
        (("A1", "B2", "badge"), (), "服务礼仪-1"),
    ],
)
def test_it_goes_on_as_most_items_are_numbered(
    own: tuple[str, ...], taken: tuple[str, ...], expected: str
) -> None:
    assert next_number(ETIQUETTE, own, taken) == expected
