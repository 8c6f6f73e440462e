"""The holidays of a coming year: the law's until the notice is out, then the notice's."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from inspector.domain.days.span import Span
from inspector.domain.days.workdays import DayKind, add_workdays
from inspector.domain.errors import FaultyFileError, MissingWordError
from inspector.domain.faults import Fault
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding_event import Recounted, Source, SourceKind
from inspector.domain.visit.inspection import Slot
from inspector.domain.visit.patrol_duty import due_days, duty
from inspector.workspace.finding_state_words import story
from inspector.workspace.findings.arrangements import ArrangementPreview
from inspector.workspace.holidays import Origin
from inspector.workspace.workspace import Workspace
from tests.workspace.findings.arranged_years import TEXT_2027, toml, workbook
from tests.workspace.visiting import Clock, add_site, dump, visit

WORDS = {DayKind.OFF: "放假", DayKind.WORK: "上班"}
REASON = "按2027年放假安排重新计算"


def looked_at(workspace: Workspace, path: Path) -> ArrangementPreview:
    return workspace.arrangements.preview(workspace.holidays.read(path), path.name)


def faults(workspace: Workspace, path: Path) -> list[tuple[str, Fault]]:
    with pytest.raises(FaultyFileError) as raised:
        workspace.holidays.read(path)
    return [(problem.place, problem.fault) for problem in raised.value.problems]


def test_the_first_workday_of_2027(workspace: Workspace) -> None:
    calendar = workspace.holidays.calendar()
    assert add_workdays(date(2026, 12, 31), 1, calendar) == date(2027, 1, 4)
    assert calendar.awaits_exchange(date(2027, 1, 4))
    assert not calendar.awaits_exchange(date(2026, 12, 31))
    lines = workspace.holidays.lines(2027)
    assert len(lines) == 13
    assert {line.origin for line in lines} == {Origin.STATUTORY}


def test_nobody_misses_a_patrol_of_new_year(workspace: Workspace) -> None:
    """Two in each shift were made on every workday around it."""
    calendar = workspace.holidays.calendar()
    span = Span(date(2026, 12, 28), date(2027, 1, 8))
    worked = [day for n in range(12) if calendar.is_workday(day := span.first + timedelta(days=n))]
    made = {(day, slot): 2 for day in worked for slot in Slot}
    days = due_days(span, worked, None, calendar)
    assert date(2027, 1, 1) not in days
    seen = duty(made, days, datetime.fromisoformat("2027-01-08T20:00:00+08:00"))
    assert (seen.missing, seen.beyond, seen.due) == (0, 0, 36)


def test_a_year_is_taken_in_and_counts(workspace: Workspace, tmp_path: Path) -> None:
    before = dump(workspace.folder)
    preview = looked_at(workspace, toml(tmp_path))
    assert (preview.off, preview.worked, preview.is_new, preview.moved) == (27, 5, True, ())
    assert dump(workspace.folder) == before
    assert workspace.arrangements.take_in(preview, REASON).holidays
    calendar = workspace.holidays.calendar()
    assert not calendar.awaits_exchange(date(2027, 2, 9))
    assert calendar.awaits_exchange(date(2028, 2, 9))
    assert calendar.is_workday(date(2027, 1, 30))
    assert not calendar.is_workday(date(2027, 2, 9))
    assert {line.origin for line in workspace.holidays.lines(2027)} == {Origin.TAKEN_IN}
    assert workspace.holidays.notice(2027) == date(2026, 11, 25)
    taken = dump(workspace.folder)
    again = looked_at(workspace, toml(tmp_path))
    assert not again.is_new
    assert not workspace.arrangements.take_in(again, REASON).holidays
    assert dump(workspace.folder) == taken
    # What the user says counts more.
    workspace.holidays.set(date(2027, 2, 9), DayKind.WORK, "值守")
    assert workspace.holidays.calendar().is_workday(date(2027, 2, 9))
    workspace.holidays.restore(date(2027, 1, 1), date(2027, 12, 31))
    assert not workspace.holidays.calendar().is_workday(date(2027, 2, 9))


def test_a_workbook_says_the_same(workspace: Workspace, tmp_path: Path) -> None:
    arrangement = workspace.holidays.read(toml(tmp_path))
    rows: list[tuple[object, ...]] = [
        (s.day if n % 2 else f"{s.day:%Y年%m月%d日}", WORDS[s.kind], s.name)
        for n, s in enumerate(reversed(arrangement.days))
    ]  # fmt: skip
    read = workspace.holidays.read(workbook(tmp_path, rows))
    assert (read.year, read.days) == (2027, arrangement.days)


def test_a_file_is_refused_by_line(workspace: Workspace, tmp_path: Path) -> None:
    def read(old: str, new: str) -> list[tuple[str, Fault]]:
        assert old in TEXT_2027
        return faults(workspace, toml(tmp_path, TEXT_2027.replace(old, new)))

    assert read("2027-02-20", "2027-02-22") == [("2027.toml:13", Fault.NO_WEEKEND)]
    assert read("2027-02-20", "2028-02-20") == [("2027.toml:13", Fault.OTHER_YEAR)]
    assert read("2027-02-20", "2027-02-07") == [("2027.toml:13", Fault.DUPLICATE)]
    assert read("2027-02-20", "0001-02-20") == [("2027.toml:13", Fault.OUT_OF_RANGE)]
    assert read("notice = 2026-11-25", "notice = 1")[0] == ("2027.toml:2", Fault.NOT_A_DATE)
    assert read("2027-02-20", '"soon"') == [("2027.toml:13", Fault.NOT_A_DATE)]
    assert read("to = 2027-06-09", "to = 2027-06-08")[0] == ("2027.toml:29", Fault.OUT_OF_RANGE)
    assert read("to = 2027-06-09", "till = 2027-06-09")[0] == ("2027.toml:29", Fault.UNKNOWN_KEY)
    assert read("from = 2027-09-15", "from = 2027-09-16")[-1] == (
        "2027.toml", Fault.NO_STATUTORY_DAY,
    )  # fmt: skip
    assert read('[[holiday]]\nname = "元旦"', "[[holiday")[0][1] is Fault.UNREADABLE
    assert faults(workspace, toml(tmp_path, "")) == [("2027.toml", Fault.MISSING)]
    assert faults(workspace, toml(tmp_path, "holiday = 3"))[0] == ("2027.toml:1", Fault.NOT_A_LIST)
    book = workbook(tmp_path, [("1月1日", "放假", ""), (date(2027, 1, 2), "?", "")])
    assert faults(workspace, book) == [
        ("Sheet!A3", Fault.NOT_A_DATE),
        ("Sheet!B4", Fault.NOT_ONE_OF),
    ]
    assert faults(workspace, workbook(tmp_path, [])) == [("放假.xlsx", Fault.NO_ROWS)]


@pytest.fixture
def found(workspace: Workspace, clock: Clock) -> dict[str, str]:
    """Findings before the year ends, by what is special about their deadlines."""
    clock.set("2027-01-28")
    site = add_site(workspace)
    wrong = {0: ["rise-to-greet", "desk-tidy", "equipment-ok"], 1: ["rise-to-greet"]}
    counted, assigned, extended, chosen = workspace.inspections.findings(
        visit(workspace, site, wrong)
    )
    clock.set("2027-01-28", "10:00:00")
    findings = workspace.findings
    until = add_workdays(date(2027, 1, 28), 5, workspace.holidays.calendar())
    findings.assign([assigned.id], Assignment(owner="1001", deadline=until))
    findings.extend([extended.id], 5, "待料", "局长")
    findings.assign([chosen.id], Assignment(owner="1001", deadline=date(2027, 2, 6)))
    return {
        "counted": counted.id, "assigned": assigned.id, "extended": extended.id,
        "chosen": chosen.id,
    }  # fmt: skip


def test_deadlines_that_move_are_shown_and_move_only_when_asked(
    workspace: Workspace, clock: Clock, tmp_path: Path, found: dict[str, str]
) -> None:
    clock.set("2027-01-29")
    before = {name: workspace.findings.get(each).deadline for name, each in found.items()}
    # 30 January is worked by the notice, 8 to 11 February are off.
    preview = looked_at(workspace, toml(tmp_path))
    moved = {each.finding.id: each.deadline for each in preview.moved}
    assert before["assigned"] == date(2027, 2, 4)
    assert moved[found["assigned"]] == date(2027, 2, 3)
    assert found["chosen"] not in moved  # a Saturday: nobody counted it
    assert found["extended"] in moved
    workspace.arrangements.take_in(preview, REASON)
    assert {n: workspace.findings.get(each).deadline for n, each in found.items()} == before

    clock.set("2027-01-29", "10:00:00")
    again = looked_at(workspace, toml(tmp_path))  # offered as long as it was not taken
    assert {each.finding.id: each.deadline for each in again.moved} == moved
    with pytest.raises(MissingWordError):
        workspace.arrangements.take_in(again, " ", recount=True)
    assert workspace.arrangements.take_in(again, REASON, recount=True, by="甲").findings
    finding = workspace.findings.get(found["assigned"])
    assert (finding.deadline, finding.extensions) == (date(2027, 2, 3), 0)
    event = workspace.findings.history(finding.id)[-1].event
    assert isinstance(event, Recounted)
    assert (event.reason, event.by) == (REASON, "甲")
    assert event.source == Source(SourceKind.IMPORT, "2027.toml")
    line = story(workspace.findings.history(finding.id))[-1]
    assert (line.title, line.text) == ("Deadline recounted", f"due Feb 3; {REASON}")
    assert looked_at(workspace, toml(tmp_path)).moved == ()
    workspace.findings.rebuild()
    assert workspace.findings.get(finding.id) == finding


def test_a_corrected_notice_moves_them_once_more(
    workspace: Workspace, clock: Clock, tmp_path: Path, found: dict[str, str]
) -> None:
    clock.set("2027-01-29")
    workspace.arrangements.take_in(looked_at(workspace, toml(tmp_path)), REASON, recount=True)
    clock.set("2027-01-29", "11:00:00")
    corrected = TEXT_2027.replace("worked = [2027-01-30, 2027-02-20]", "worked = [2027-02-20]")
    preview = looked_at(workspace, toml(tmp_path, corrected))
    moved = {each.finding.id: each.deadline for each in preview.moved}
    assert moved[found["assigned"]] == date(2027, 2, 4)
    workspace.arrangements.take_in(preview, REASON, recount=True)
    assert workspace.findings.get(found["assigned"]).deadline == date(2027, 2, 4)


def test_what_was_found_after_it_was_taken_in_is_counted_by_it_already(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    clock.set("2027-01-28", "08:00:00")
    workspace.arrangements.take_in(looked_at(workspace, toml(tmp_path)), REASON)
    clock.set("2027-01-28")
    visit(workspace, add_site(workspace), {0: ["rise-to-greet", "equipment-ok"]})
    assert looked_at(workspace, toml(tmp_path)).moved == ()
