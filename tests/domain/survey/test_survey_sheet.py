"""Sheets: corrected by others, and nobody's number in them."""

from dataclasses import replace
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.survey.sheets_beside import standing
from inspector.domain.survey.survey_rate import rate_of_lines
from inspector.domain.survey.survey_sheet import (
    GRADES,
    LONGEST_REASON,
    Channel,
    Satisfaction,
    SurveySheet,
    nameless,
)
from inspector.domain.survey.survey_table import table_of

SHEET = SurveySheet(
    "0", "s", "示例厅", date(2026, 11, 27), datetime.fromisoformat("2026-11-27T09:00:00+08:00"),
    Channel.ON_SITE, Satisfaction.SATISFIED,
)  # fmt: skip


def test_telephone_and_identity_numbers_are_hidden() -> None:
    assert nameless(" 打13800001234\n没人接 ") == "打*********34 没人接"
    assert nameless("3号窗口等了120分钟") == "3号窗口等了120分钟"


@given(st.text(max_size=200))
def test_a_reason_is_one_short_line(text: str) -> None:
    said = nameless(text)
    assert len(said) <= LONGEST_REASON
    assert "\n" not in said
    assert nameless(said) == said


chains = st.lists(
    st.lists(st.sampled_from([*GRADES, None]), min_size=1, max_size=4).filter(
        lambda grades: None not in grades[:-1]
    ),
    max_size=12,
)
"""What was entered of each person, the last of them counting; None: taken back."""


@given(chains)
def test_of_each_person_the_last_sheet_counts(entered: list[list[Satisfaction | None]]) -> None:
    sheets: list[SurveySheet] = []
    for person, grades in enumerate(entered):
        for turn, grade in enumerate(grades):
            before = f"{person}/{turn - 1}" if turn else ""
            sheets.append(replace(SHEET, id=f"{person}/{turn}", grade=grade, replaces=before))
    lines = standing(sheets)
    counted = [line.sheet.grade for line in lines if line.counts]
    assert counted == [grades[-1] for grades in entered if grades[-1] is not None]
    table = table_of(lines, 30)
    assert table.total == rate_of_lines(lines, 30)
    assert table.replaced == sum(len(grades) - 1 for grades in entered)
    assert len(lines) == table.total.n + table.replaced + table.taken_back
