"""Emphasis is rationed: a page on which everything is red says nothing."""

from datetime import date, timedelta

import pytest

from inspector.domain.finding.urgency import Urgency, urgency

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        (-1, Urgency.NONE),
        (0, Urgency.TODAY),
        (1, Urgency.LATE),
        (2, Urgency.LATE),
        (3, Urgency.LONG_LATE),
        (400, Urgency.LONG_LATE),
    ],
)
def test_a_deadline_is_red_from_the_third_day(late: int, expected: Urgency) -> None:
    assert urgency(False, TODAY - timedelta(days=late), TODAY) is expected
    assert urgency(True, TODAY - timedelta(days=late), TODAY) is Urgency.NONE
