"""The table of a period, recomputed by plain counting; what came back, judged."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.complaint.complaint import Channel, Complaint, ComplaintKind, ComplaintState
from inspector.domain.complaint.complaint_event import Answered, ComplaintEvent, Verified
from inspector.domain.complaint.complaint_life import complaint_after, folded
from inspector.domain.complaint.complaint_report import By, ComplaintSums, complaint_report
from inspector.domain.complaint.complaint_returned import (
    ComplaintPlaces,
    Fate,
    ReturnedComplaint,
    judge_complaint,
)
from tests.domain.complaint.complaint_lives import LAST_DAY, SAID, legal_lives

TODAY = LAST_DAY + timedelta(days=1)
PLACES = ComplaintPlaces("a", "b", "c", "d", "e")

COMPLAINTS = st.lists(
    st.builds(
        lambda events, site, channel, kind: replace(
            folded(events), site_id=site, site_name=f"{site}厅", channel=channel, kind=kind
        ),
        legal_lives(),
        st.sampled_from(["a", "b"]),
        st.sampled_from(Channel),
        st.sampled_from(ComplaintKind),
    ),
    max_size=6,
)


@pytest.mark.ci
@given(COMPLAINTS, COMPLAINTS, st.dates(LAST_DAY - timedelta(days=30), date(2027, 6, 1)))
def test_it_counts_as_plain_counting_does(
    now: list[Complaint], before: list[Complaint], today: date
) -> None:
    report = complaint_report(now, before, today)
    for sums, complaints in ((report.now, now), (report.before, before)):
        counted = [each for each in complaints if each.state.value != "void"]
        answered = [
            each for each in counted if each.state.value in ("answered", "followed-up", "archived")
        ]
        assert sums.received == len(counted)
        assert sums.answered == len(answered)
        assert sums.open == len(counted) - len(answered)
        assert sums.in_time == sum(
            each.answered_at is not None and each.answered_at.date() <= each.deadline
            for each in answered
        )
        assert sums.overdue == sum(
            each.deadline < today for each in counted if each not in answered
        )
        assert sums.upheld == sum(each.upheld is True for each in counted)
        assert sums.called_back == sum(each.grade is not None for each in counted)
        assert (
            sums.satisfied
            + sum(
                each.grade.value in ("dissatisfied", "very-dissatisfied")
                for each in counted
                if each.grade is not None
            )
            == sums.called_back
        )
        if sums.in_time_rate is not None:
            assert 0 <= sums.in_time_rate <= 10_000
    for by in By:  # each thing adds up to the whole
        assert sum((line.now for line in report.of(by)), ComplaintSums()) == report.now
        assert sum((line.before for line in report.of(by)), ComplaintSums()) == report.before


@given(
    legal_lives(),
    st.booleans(),
    st.sampled_from(["", "监控可证"]),
    st.sampled_from(["", "已致歉"]),
    st.booleans(),
)
def test_what_is_taken_can_happen_and_is_known_afterwards(
    events: list[ComplaintEvent], upheld: bool, words: str, answer: str, has_day: bool
) -> None:
    complaint = folded(events)
    day = complaint.received_at.date() if has_day else None
    row = ReturnedComplaint(complaint.number, PLACES, upheld if words else None, words, answer, day)
    judged = judge_complaint(row, complaint, events, TODAY)
    if judged.fate is Fate.TAKEN:
        assert judged.verifies or judged.answers
        if judged.verifies:
            assert complaint.state in (ComplaintState.RECEIVED, ComplaintState.ACCEPTED)
            assert row.upheld is not None
        if judged.answers:
            assert row.answered_on is not None
            assert judged.verifies or complaint.upheld is not None
        at = datetime.fromisoformat("2027-01-01T09:00:00+00:00")
        happened = [
            *events,
            Verified(id="v", complaint_id="c1", at=at, upheld=upheld, text=words),
            Answered(id="w", complaint_id="c1", at=at, text=answer, on=day),
        ]
        assert judge_complaint(row, complaint, happened, TODAY).fate is Fate.KNOWN
    if row.is_blank:
        assert judged.fate is Fate.BLANK


def test_the_day_of_an_answer_that_is_entered_later_counts() -> None:
    at = SAID.received_at + timedelta(days=40)
    late = Answered(id="w", complaint_id="c1", at=at, text="已致歉", on=LAST_DAY)
    complaint = replace(SAID, state=ComplaintState.UPHELD, upheld=True)
    after = complaint_after(complaint, late)
    assert after.answered_at is not None
    assert after.answered_at.date() == LAST_DAY
    assert after.answered_in_time
