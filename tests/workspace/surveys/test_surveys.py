"""Sheets of a survey in a data folder: sealed, corrected by others, counted, raised as findings."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

import pytest

from inspector.domain.errors import FindingRaisedError, SheetReplacedError
from inspector.domain.finding.finding import PUBLIC_AREA
from inspector.domain.record.journal import code_in
from inspector.domain.survey.survey_sheet import GRADES, Channel, Satisfaction
from inspector.domain.visit.roster import Site
from inspector.workspace.keeping.verifying import verify_code
from inspector.workspace.preferences import SURVEY_LEAST
from inspector.workspace.surveys.lately_words import lately_sentence
from inspector.workspace.surveys.surveys import Asked
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import add_site

DAY = date(2026, 11, 27)
GOOD, BAD = Satisfaction.SATISFIED, Satisfaction.DISSATISFIED


def asked(site: Site, day: date = DAY) -> Asked:
    return Asked(site, day)


def enter(workspace: Workspace, site: Site, *grades: Satisfaction) -> list[str]:
    """Enter sheets; return their ids."""
    return [workspace.surveys.record(asked(site), grade)[0].id for grade in grades]


def test_rates_by_the_id_of_the_site(workspace: Workspace) -> None:
    site = add_site(workspace)
    enter(workspace, site, GOOD, GOOD, GOOD, BAD)
    workspace.surveys.record(asked(site, DAY - timedelta(days=40)), BAD)
    (rate,) = workspace.surveys.rates(DAY.replace(day=1), DAY).values()
    assert (rate.n, rate.satisfied, rate.bad, rate.percent, rate.ranked) == (4, 3, 1, 7500, False)
    workspace.preferences.set(SURVEY_LEAST, "4")
    assert workspace.surveys.rates(DAY, DAY)[site.id].ranked


def test_the_rate_of_one_site_is_that_among_all(workspace: Workspace) -> None:
    site, other = add_site(workspace, "甲厅"), add_site(workspace, "乙厅")
    enter(workspace, site, GOOD, GOOD, BAD)
    for back in (0, 3, 30, 31):
        workspace.surveys.record(asked(site, DAY - timedelta(days=back)), BAD)
    enter(workspace, other, GOOD)
    for first in (DAY, DAY - timedelta(days=30)):
        rates = workspace.surveys.rates(first, DAY)
        for each in (site, other):
            assert workspace.surveys.rate_of(each.id, first, DAY) == rates[each.id]
    assert workspace.surveys.rate_of(add_site(workspace, "丙厅").id, DAY, DAY) is None


def test_rates_are_what_sql_counts_apart(workspace: Workspace) -> None:
    site = add_site(workspace)
    ids = enter(workspace, site, *GRADES, *GRADES, BAD)
    workspace.surveys.correct(ids[3], GOOD)
    workspace.surveys.take_back(ids[4])
    with closing(sqlite3.connect(workspace.database.path)) as apart:
        counted, bad = apart.execute("SELECT count(*), sum(bad) FROM survey_answer").fetchone()
    rate = workspace.surveys.rates(DAY, DAY)[site.id]
    assert (rate.n, rate.bad) == (counted, bad) == (10, 3)


def test_a_sheet_is_corrected_by_another_and_stays(workspace: Workspace) -> None:
    site = add_site(workspace)
    (first,) = enter(workspace, site, GOOD)
    second, _ = workspace.surveys.correct(first, BAD, "等候时间长")
    newest, oldest = workspace.surveys.newest(site.id)
    assert (newest.sheet, newest.counts) == (second, True)
    assert (oldest.sheet.id, oldest.sheet.grade, oldest.replaced) == (first, GOOD, True)
    with pytest.raises(SheetReplacedError):
        workspace.surveys.correct(first, GOOD)
    workspace.surveys.take_back(second.id)
    assert workspace.surveys.rates(DAY, DAY) == {}
    assert len(workspace.surveys.newest(site.id)) == 3


def test_no_sheet_can_be_changed_or_removed(workspace: Workspace) -> None:
    enter(workspace, add_site(workspace), GOOD)
    for sql in ("UPDATE survey_sheet SET grade = 'satisfied'", "DELETE FROM survey_sheet"):
        with (
            closing(sqlite3.connect(workspace.database.path)) as other,
            pytest.raises(sqlite3.IntegrityError, match="only ever added"),
        ):
            other.execute(sql)


def test_sheets_are_in_the_journal_and_a_change_behind_it_is_named(workspace: Workspace) -> None:
    enter(workspace, add_site(workspace), GOOD, BAD)
    number, code = code_in(workspace.records.code().split()[0]) or (0, "")
    assert verify_code(workspace.folder, number, code).holds
    workspace.database.write("DROP TRIGGER survey_sheet_is_fixed", ())
    workspace.database.write("UPDATE survey_sheet SET grade = 'very-satisfied'", ())
    wrong = verify_code(workspace.folder, number, code)
    assert not wrong.holds
    assert [each.kind for each in wrong.now] == ["survey", "survey"]


def test_reasons_are_remembered_most_used_first(workspace: Workspace) -> None:
    site = add_site(workspace)
    for reason in ("叫号机坏了", "没有座位", "叫号机坏了"):
        workspace.surveys.record(asked(site), BAD, reason)
    offered = workspace.surveys.reasons()
    assert offered[:3] == ("叫号机坏了", "没有座位", "等候时间长")
    assert len(offered) == 9


def test_a_bad_sheet_raises_a_finding_once(workspace: Workspace) -> None:
    site = add_site(workspace)
    sheet, _ = workspace.surveys.record(asked(site), BAD, "环境不整洁")
    finding_id, changes = workspace.surveys.raise_finding(sheet.id, "群众反映环境不整洁", "王检查")
    (finding,) = workspace.findings.all_of([finding_id])
    assert changes.surveys
    assert changes.findings
    assert (finding.window_number, finding.category.value) == (PUBLIC_AREA, "cleanliness")
    (line,) = workspace.surveys.newest(site.id)
    assert line.finding_number == finding.number
    with pytest.raises(FindingRaisedError) as refused:
        workspace.surveys.raise_finding(sheet.id, "再来一次")
    assert refused.value.number == finding.number


def test_slips_are_numbered_on(workspace: Workspace) -> None:
    site, surveys = add_site(workspace), workspace.surveys
    assert surveys.next_slip(site.id, DAY) == 1
    first, _ = surveys.record(asked(site), GOOD, slip=1)
    surveys.record(asked(site), GOOD, slip=2)
    assert surveys.next_slip(site.id, DAY) == 3
    surveys.correct(first.id, BAD)
    assert surveys.next_slip(site.id, DAY) == 3
    assert surveys.next_slip(site.id, DAY + timedelta(days=1)) == 1


def test_of_late_a_site_is_low_below_the_users_mark(workspace: Workspace) -> None:
    site = add_site(workspace)
    assert workspace.surveys.lately(site) is None
    enter(workspace, site, GOOD, GOOD, GOOD, GOOD)
    said = workspace.surveys.lately(site)
    assert said is not None
    assert not said.is_low
    workspace.surveys.record(Asked(site, DAY, Channel.PHONE), BAD, "等候时间长")
    workspace.surveys.record(asked(site), BAD, "等候时间长")
    said = workspace.surveys.lately(site)
    assert said is not None
    assert said.is_low
    assert said.reasons == (("等候时间长", 2),)


def test_the_sheets_of_a_site_are_read_only_where_it_is_low(workspace: Workspace) -> None:
    site = add_site(workspace)
    enter(workspace, site, GOOD, GOOD, GOOD, GOOD)
    sent: list[str] = []
    workspace.database._connection.set_trace_callback(sent.append)
    workspace.surveys.lately(site)
    assert sent
    assert not any("sheet.*" in each for each in sent)
    workspace.database._connection.set_trace_callback(None)


def test_sheets_from_before_a_site_was_renamed_do_not_count_for_its_meeting(
    workspace: Workspace,
) -> None:
    site = add_site(workspace)
    enter(workspace, site, GOOD, GOOD)
    renamed = replace(site, name="城东新厅")
    workspace.roster_store.put([renamed], [])
    assert workspace.surveys.lately(renamed) is None
    enter(workspace, renamed, BAD)
    said = workspace.surveys.lately(renamed)
    assert said is not None
    assert (said.rate.n, said.is_low) == (1, True)


def test_a_meeting_is_told_of_low_satisfaction_only(workspace: Workspace) -> None:
    site = add_site(workspace)
    assert lately_sentence(workspace.surveys.lately(site)) == ""
    enter(workspace, site, GOOD, GOOD, GOOD, GOOD)
    assert lately_sentence(workspace.surveys.lately(site)) == ""
    workspace.surveys.record(asked(site), BAD, "等候时间长")
    workspace.surveys.record(asked(site), BAD)
    assert lately_sentence(workspace.surveys.lately(site)) == (
        "Satisfaction is low: 66.67% of 6 sheets in 30 days (30.00%–90.32%). Mostly: 等候时间长 1."
    )


def test_what_a_sheet_says_of_a_window_is_a_finding_of_it(workspace: Workspace) -> None:
    site = add_site(workspace)
    _, second = workspace.rosters.windows(site.id)
    for number, expected in ((second.number, second.number), ("99号", PUBLIC_AREA)):
        sheet, _ = workspace.surveys.record(Asked(site, DAY, window_number=number), BAD, "态度")
        finding_id, _ = workspace.surveys.raise_finding(sheet.id, "态度生硬")
        (finding,) = workspace.findings.all_of([finding_id])
        assert finding.window_number == expected
