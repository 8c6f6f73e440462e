"""What becomes of a row that came back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.faults import Fault, Problem
from inspector.domain.finding.finding import AppealOutcome, Finding
from inspector.domain.finding.finding_event import FindingEvent
from inspector.domain.finding.finding_life import fold
from inspector.domain.papers.notice import Notice, notice_number, number_kept
from inspector.domain.papers.returned import (
    Conflict,
    Fate,
    Knowledge,
    ReturnedPicture,
    ReturnedRow,
    judge,
)
from tests.domain.finding.lives import FOUND, FOUND_AT, Life, lives

TODAY = date(2026, 12, 1)
DAY = date(2026, 11, 24)
PHOTO = ReturnedPicture("回执!H5", "xl/media/image1.jpeg", "ab" * 32)
NOTHING = Knowledge()
ROW = ReturnedRow(FOUND.number, "回执!B5")
DONE = replace(ROW, progress="已复训", done_on=DAY)


def fate(row: ReturnedRow, finding: Finding = FOUND, known: Knowledge = NOTHING) -> Fate:
    return judge(row, finding, known, TODAY).fate


@pytest.mark.parametrize(
    ("row", "becomes"),
    [
        (ROW, Fate.BLANK),
        (DONE, Fate.DONE),
        (replace(ROW, done_on=DAY), Fate.DONE),
        (replace(ROW, progress="正在采购"), Fate.NOTED),
        (replace(ROW, pictures=(PHOTO,)), Fate.PHOTOS),
        (replace(DONE, problems=(Problem("回执!H5", Fault.NO_PICTURE),)), Fate.REFUSED),
    ],
)
def test_a_row_about_an_open_finding(row: ReturnedRow, becomes: Fate) -> None:
    assert fate(row) is becomes


@pytest.mark.parametrize(
    ("row", "finding", "why"),
    [
        (DONE, Life().corrected().now, Conflict.ENDED),
        (replace(ROW, pictures=(PHOTO,)), Life().corrected().now, Conflict.ENDED),
        (DONE, Life().appealed().decided(AppealOutcome.WITHDRAWN).now, Conflict.ENDED),
        (DONE, Life().reported("别的").now, Conflict.REPORTED_OTHERWISE),
        (replace(DONE, done_on=TODAY + timedelta(1)), FOUND, Conflict.IN_FUTURE),
        (
            replace(DONE, done_on=FOUND_AT.date() - timedelta(1)),
            FOUND,
            Conflict.BEFORE_FOUND,
        ),
    ],
)
def test_conflicts(row: ReturnedRow, finding: Finding, why: Conflict) -> None:
    judged = judge(row, finding, NOTHING, TODAY)
    assert (judged.fate, judged.conflict) == (Fate.CONFLICT, why)


def test_today_and_the_day_it_was_found_are_fine() -> None:
    for day in (TODAY, FOUND_AT.date()):
        assert fate(replace(DONE, done_on=day)) is Fate.DONE


def test_after_a_failed_recheck_a_new_report_counts() -> None:
    finding = Life().reported("旧").rechecked(False, "仍有").now
    assert fate(DONE, finding, Knowledge({("旧", DAY)})) is Fate.DONE
    assert fate(replace(DONE, progress="旧"), finding, Knowledge({("旧", DAY)})) is Fate.KNOWN


rows = st.builds(
    ReturnedRow,
    number=st.just(FOUND.number),
    place=st.just("回执!B5"),
    progress=st.none() | st.sampled_from(("已复训", "正在采购", "=1")),
    done_on=st.none() | st.dates(date(2026, 11, 1), date(2026, 12, 24)),
    pictures=st.sampled_from(((), (PHOTO,))),
)


@pytest.mark.ci
@given(row=rows, events=lives())
def test_what_was_taken_in_is_known(row: ReturnedRow, events: list[FindingEvent]) -> None:
    finding = fold(events)
    judged = judge(row, finding, NOTHING, TODAY)
    if not judged.fate.is_change:
        return
    assert not finding.state.is_ended
    known = Knowledge(
        reports={(row.progress or "", row.done_on)} if judged.fate is Fate.DONE else (),
        notes={row.progress or ""} if judged.fate is Fate.NOTED else (),
        digests={picture.digest for picture in row.pictures},
    )
    assert judge(row, finding, known, TODAY).fate is Fate.KNOWN


def test_numbers_of_notices() -> None:
    one, two = replace(FOUND, notice="〔2026〕3号"), replace(FOUND, id="f2", notice="〔2026〕3号")
    assert notice_number(2026, 3) == "〔2026〕3号"
    assert notice_number(2026, 3, "示文明办") == "示文明办〔2026〕3号"
    assert number_kept([one, two], ["f2", "f1"]) == "〔2026〕3号"
    assert number_kept([one], ["f1", "f2"]) == ""  # one less
    assert number_kept([one, replace(two, notice="")], ["f1"]) == ""  # one more
    assert number_kept([replace(one, notice="〔2026〕2号"), two], ["f1"]) == ""
    late = replace(two, deadline=date(2026, 12, 9))
    assert Notice("〔2026〕3号", "城东厅", "", TODAY, (one, late)).deadline == date(2026, 12, 9)
