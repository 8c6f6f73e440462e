"""Limits by channel and kind, and what complaints come to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.complaint.complaint import Channel, ComplaintKind
from inspector.domain.complaint.complaint_event import ComplaintEvent, ComplaintStep
from inspector.domain.complaint.complaint_life import folded
from inspector.domain.complaint.complaint_limits import ComplaintLimits
from inspector.domain.complaint.complaint_tally import ComplaintTally, tallies_by_site, tally_of
from inspector.domain.days.workdays import Calendar
from tests.domain.complaint.complaint_lives import LAST_DAY, SAID, legal_lives, life

S = ComplaintStep
LIMITS = ComplaintLimits(complaint=10, report=15, suggestion=14, other=7, hotline=5)
LATER = LAST_DAY + timedelta(days=30)


@pytest.mark.parametrize(
    ("channel", "kind", "days"),
    [
        (Channel.CALL, ComplaintKind.COMPLAINT, 10),
        (Channel.LETTER, ComplaintKind.REPORT, 15),
        (Channel.BOX, ComplaintKind.SUGGESTION, 14),
        (Channel.WEB, ComplaintKind.OTHER, 7),
        (Channel.HOTLINE, ComplaintKind.REPORT, 5),
    ],
)
def test_the_hotline_has_its_own_limit_and_else_the_kind_says(
    channel: Channel, kind: ComplaintKind, days: int
) -> None:
    assert LIMITS.days(channel, kind) == days


def test_a_deadline_counts_workdays() -> None:
    friday = date(2026, 11, 27)
    calendar = Calendar(holidays=frozenset({date(2026, 12, 1)}))
    assert LIMITS.deadline(Channel.HOTLINE, ComplaintKind.COMPLAINT, friday, calendar) == date(
        2026, 12, 7
    )


def test_a_tally_by_example() -> None:
    other = replace(SAID, site_id="other", kind=ComplaintKind.SUGGESTION)
    complaints = [
        folded(life()),
        folded(life(S.ACCEPTED, S.VERIFIED)),
        folded(life(S.ACCEPTED, S.VERIFIED, S.ANSWERED, S.FOLLOWED_UP)),
        folded(life(S.VOIDED)),
        other,
    ]
    tallies = tallies_by_site(complaints, LATER)
    assert tallies["site"] == ComplaintTally(
        received=3, upheld=2, closed=1, in_time=1, overdue=2, unsatisfied=0
    )
    assert tallies["site"].open == 2
    assert tallies["other"] == ComplaintTally(suggestions=1)


@given(st.lists(legal_lives(), max_size=5))
def test_figures_stay_within_each_other(lives: list[list[ComplaintEvent]]) -> None:
    total = sum((tally_of(folded(each), LATER) for each in lives), ComplaintTally())
    assert 0 <= total.in_time <= total.closed <= total.received <= len(lives)
    assert total.overdue == total.open  # weeks after every deadline
    assert max(total.upheld, total.unsatisfied) <= total.received
