"""Another verdict by one key: the note stays, what only the old verdict had goes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.visit.answer_changes import corrected, measured, passed, praised
from inspector.domain.visit.inspection import Answer, Verdict
from inspector.domain.visit.rejudging import drops_words, rejudged, says_something
from tests.domain.packs import bad, bonus, choice, deduct, measure, na, ok

GREET, FLOOR, WAIT, PRAISE = deduct("a"), choice("a"), measure("a"), bonus("a")
WRITTEN = bad("a", count=3, phrases=("未微笑",), note="靠窗")


@pytest.mark.parametrize("verdict", [Verdict.PASS, Verdict.NOT_APPLICABLE])
def test_the_note_stays_and_the_deduction_goes(verdict: Verdict) -> None:
    answer = rejudged(GREET, corrected(WRITTEN, "已现场改正"), verdict)
    assert answer == Answer("a", verdict, note="靠窗")
    assert drops_words(WRITTEN, answer)
    assert rejudged(GREET, None, verdict) == Answer("a", verdict)


def test_the_same_verdict_again_changes_nothing() -> None:
    within = measured(WAIT, passed(WAIT), 500)
    liked = replace(praised(GREET), note="主动搀扶")
    for item, answer in ((WAIT, within), (GREET, liked), (FLOOR, replace(ok("a"), option=0))):
        assert rejudged(item, answer, Verdict.PASS) == answer
    noted = replace(na("a"), note="停用")
    assert rejudged(GREET, noted, Verdict.NOT_APPLICABLE) == noted


def test_an_awarded_bonus_passed_is_nothing_to_add() -> None:
    award = replace(ok("a", count=2), phrases=("锦旗",), note="两面")
    assert rejudged(PRAISE, award, Verdict.PASS) == replace(ok("a"), note="两面")


def test_a_bare_deduction_says_nothing() -> None:
    assert not says_something(bad("a", count=1))
    assert says_something(corrected(bad("a", count=1), "已补齐"))
    assert not drops_words(bad("a", count=1), ok("a"))
    assert not drops_words(bad("a", note="靠窗"), replace(ok("a"), note="靠窗"))


@given(st.text(), st.sampled_from(Verdict), st.sampled_from(Verdict))
def test_a_note_is_never_lost_by_a_verdict(note: str, before: Verdict, after: Verdict) -> None:
    answer = Answer("a", before, count=int(before is Verdict.DEDUCT), note=note)
    assert rejudged(GREET, answer, after).note == note
