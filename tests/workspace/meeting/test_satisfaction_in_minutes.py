"""What a meeting opens with of satisfaction is in its minutes, as it stood when it began."""

from datetime import date, timedelta
from pathlib import Path

import openpyxl

from inspector.domain.survey.survey_sheet import Satisfaction
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.preferences import SURVEY_LEAST
from inspector.workspace.surveys.lately_words import rate_sentence
from inspector.workspace.surveys.surveys import Asked
from inspector.workspace.workspace import Workspace
from tests.workspace.meeting.test_minutes_book import held
from tests.workspace.visiting import Clock

DAY = date(2026, 11, 26)
GOOD, BAD = Satisfaction.SATISFIED, Satisfaction.DISSATISFIED


def _words(path: Path) -> list[str]:
    (sheet,) = openpyxl.load_workbook(path).worksheets
    return [str(row[0]) for row in sheet.iter_rows(values_only=True)]


def test_minutes_tell_it_as_it_stood_when_the_meeting_began(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    meeting = held(workspace, clock)
    assert workspace.minutes.of(meeting).satisfaction is None  # nobody was asked
    site = next(s for s in workspace.rosters.sites() if s.name == "城东厅")
    clock.set("2026-11-26", "15:00:00")
    ids = [workspace.surveys.record(Asked(site, DAY), grade)[0].id for grade in (GOOD, GOOD, BAD)]
    workspace.surveys.record(Asked(site, DAY - timedelta(days=60)), BAD)
    clock.set("2026-11-28", "09:00:00")
    workspace.surveys.correct(ids[2], GOOD)  # after the meeting
    workspace.surveys.record(Asked(site, DAY), BAD)
    rate = workspace.minutes.of(meeting).satisfaction
    assert rate is not None
    assert (rate.n, rate.percent) == (3, 6667)
    assert rate_sentence(rate) == ("66.67% (20.77%–93.85%) of 3 sheets in 30 days, too few to say")
    path = workspace.reports.write_minutes(tmp_path / "m.xlsx", Extent(month_of(DAY)))
    words = _words(path)
    told = "满意度：近30日测评3份，满意率66.67%，差评率33.33%"
    assert f"{told}，不足30份，仅供参考" in words
    workspace.preferences.set(SURVEY_LEAST, "3")
    path = workspace.reports.write_minutes(tmp_path / "n.xlsx", Extent(month_of(DAY)))
    words = _words(path)
    assert told in words
