"""A hall with the program: it gets its findings and nothing else, and returns what it did."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from inspector.domain.errors import NothingDueError
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import AppealOutcome, Finding, FindingState
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.sharing.fates import Fate
from inspector.domain.sharing.hall_rules import NotForHall
from inspector.domain.sharing.manifest import Aim, Scope
from inspector.domain.sharing.sharing_errors import (
    HallDeadlineError,
    HallStepError,
    NothingToShareError,
    WhoseLaptopError,
)
from inspector.domain.sharing.travelling import NAMES, Kind
from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.workspace.keeping.doctor_remark import Trouble
from inspector.workspace.meeting.meetings import source_of
from inspector.workspace.sharing.conflicts import Conflicts
from inspector.workspace.sharing.laptop_roles import LaptopRoles
from inspector.workspace.sharing.sharing import Sharing
from tests.photos import jpeg
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.group_life import HALL, hall, inspects
from tests.workspace.sharing.hall_exchange import (
    looked_at,
    objects_in,
    standing,
    taken,
    text_of,
    written,
)
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.visiting import Clock, add_site, items, start, visit

DAY = date(2026, 11, 27)


@pytest.fixture
def group(laptop: Bought) -> LaptopFolder:
    """A group's laptop with two sites, both visited covertly; four findings at the hall."""
    made = laptop("A")
    workspace = made.workspace
    add_site(workspace, HALL)
    other = add_site(workspace, "城西厅")
    wrong = [each.id for each in items(workspace, start(workspace, other))][:2]
    visit(workspace, other, {0: wrong})
    return made


@pytest.fixture
def found(group: LaptopFolder) -> list[Finding]:
    return inspects(group, wrong=4)


@pytest.fixture
def theirs(
    laptop: Bought, group: LaptopFolder, found: list[Finding], tmp_path: Path
) -> LaptopFolder:
    """The hall's laptop, which has taken in its findings."""
    made = laptop("H")
    taken(made, group, written(group, tmp_path / "to.inspx", name="城东"))
    return made


def test_a_hall_gets_what_concerns_it_alone(
    group: LaptopFolder, found: list[Finding], tmp_path: Path
) -> None:
    path = written(group, tmp_path / "to.inspx")
    objects = objects_in(path)
    assert objects.keys() <= {Kind.PACK, Kind.SITE, Kind.HOLIDAY, Kind.VISIT, Kind.EVENT}
    assert objects[Kind.SITE] == [hall(group).id]
    assert objects[Kind.VISIT] == [found[0].inspection_id]
    said = text_of(path)
    assert "城西厅" not in said
    assert "甲" not in said  # who came covertly
    ticked = written(group, tmp_path / "names.inspx", ticked=[NAMES])
    assert "甲" in text_of(ticked)


def test_it_is_said_in_words_before_it_is_written(
    group: LaptopFolder, found: list[Finding]
) -> None:
    from inspector.workspace.sharing.contents_words import contents_lines

    contents = group.workspace.of(Sharing).contents(Scope((hall(group).id,), aim=Aim.HALL))
    assert (contents.findings, contents.halls) == (4, (HALL,))
    first, *_ = contents_lines(contents, ())
    assert HALL in first


def test_a_visit_that_found_nothing_stays_at_home(
    group: LaptopFolder, found: list[Finding], tmp_path: Path
) -> None:
    visit(group.workspace, hall(group))
    objects = objects_in(written(group, tmp_path / "to.inspx"))
    assert objects[Kind.VISIT] == [found[0].inspection_id]


def test_the_hall_says_what_it_did_and_decides_nothing(
    theirs: LaptopFolder, found: list[Finding]
) -> None:
    findings, ids = theirs.workspace.findings, [found[0].id]
    assert [each.state for each in standing(theirs, *found)] == [FindingState.OPEN] * 4
    assert findings.asks(ids)
    late = found[0].deadline + timedelta(days=30)
    with pytest.raises(HallStepError):
        findings.correct(ids)
    with pytest.raises(HallDeadlineError):
        findings.assign(ids, Assignment(owner="1001", deadline=late))
    with pytest.raises(HallStepError):
        findings.extend(ids, late, "等配件", "王主任")
    findings.assign(ids, Assignment(owner="1001"))
    findings.ask_extension(ids, late, "等配件")
    findings.appeal(ids, "不属实")
    with pytest.raises(HallStepError):
        findings.decide_appeal(ids, AppealOutcome.WITHDRAWN, "属实")
    findings.report_done(found[1].id, "已改", DAY)
    with pytest.raises(HallStepError):
        findings.recheck([found[1].id], passed=True)
    with pytest.raises(NothingDueError):
        theirs.workspace.rechecks.start(hall(theirs), ["丙"])
    assert standing(theirs, found[0])[0].deadline == found[0].deadline
    findings.revert_last(found[1].id)
    assert standing(theirs, found[1])[0].state is FindingState.OPEN


@pytest.mark.ci
def test_what_others_did_is_not_taken_back(
    theirs: LaptopFolder, group: LaptopFolder, found: list[Finding], tmp_path: Path
) -> None:
    group.workspace.findings.assign([found[0].id], Assignment(owner="1001"))
    taken(theirs, group, written(group, tmp_path / "more.inspx", name="城东"))
    with pytest.raises(HallStepError):
        theirs.workspace.findings.revert_last(found[0].id)


def test_there_and_back_and_there_again_they_agree(
    theirs: LaptopFolder, group: LaptopFolder, found: list[Finding], tmp_path: Path, clock: Clock
) -> None:
    clock.moment += timedelta(hours=1)
    theirs.workspace.findings.assign([each.id for each in found], Assignment(owner="1001"))
    theirs.workspace.findings.report_done(found[0].id, "已改", DAY)
    evidence = theirs.workspace.evidence
    photo = evidence.prepare(jpeg(), "after.jpg")
    evidence.attach_to_finding(photo, found[0].id, EvidenceOrigin.CHOSEN, EvidenceRole.REPORTED)
    back = written(theirs, tmp_path / "back.inspx", name="检查组")
    assert {kind: len(ids) for kind, ids in objects_in(back).items()} == {
        Kind.EVENT: 5, Kind.EVIDENCE: 1,
    }  # fmt: skip
    preview = looked_at(group, back)
    assert (preview.halls, preview.refused, preview.whose) == ((HALL,), (), False)
    received = taken(group, theirs, back)
    assert (received.kinds, received.files) == ({Kind.EVENT: 5, Kind.EVIDENCE: 1}, 1)
    assert not taken(group, theirs, back).changed_anything
    with pytest.raises(NothingToShareError):
        written(theirs, tmp_path / "again.inspx", name="检查组")
    clock.moment += timedelta(hours=1)
    group.workspace.findings.recheck([found[0].id], passed=True)
    there = written(group, tmp_path / "there.inspx", name="城东")
    assert taken(theirs, group, there).kinds[Kind.EVENT] == 1
    assert not taken(theirs, group, there).changed_anything
    assert standing(theirs, *found) == standing(group, *found)
    assert standing(theirs, found[0])[0].state is FindingState.CLOSED
    assert group.workspace.of(Conflicts).waiting() == []
    assert group.troubles() == []
    assert theirs.troubles() == [(Trouble.RECORDS_IN_PART, "1")]


@pytest.mark.ci
def test_of_a_halls_laptop_only_what_a_hall_says_is_taken(
    laptop: Bought, group: LaptopFolder, found: list[Finding], tmp_path: Path, clock: Clock
) -> None:
    """Its folder took everything in as a group's would, so that nothing was refused there."""
    other = laptop("X")
    taken(other, group, written(group, tmp_path / "all.inspx", Scope()))
    assert not other.workspace.of(Sharing).is_halls()
    clock.moment += timedelta(hours=1)
    findings = other.workspace.findings
    first, second, third, _ = found
    findings.assign([each.id for each in found], Assignment(owner="1001"))
    findings.report_done(first.id, "已改", DAY)
    findings.recheck([first.id], passed=True)
    findings.extend([second.id], second.deadline + timedelta(days=30), "等", "王主任")
    clock.moment += timedelta(hours=1)
    findings.report_done(second.id, "已改", DAY)
    findings.appeal([third.id], "不属实")
    findings.decide_appeal([third.id], AppealOutcome.WITHDRAWN, "属实")
    away = group.workspace.rosters.sites()
    west = next(each for each in away if each.name == "城西厅")
    elsewhere = group.workspace.finding_store.of_site(west.id)[0]
    findings.assign([elsewhere.id], Assignment(owner="2001"))
    inspects(other)
    path = written(other, tmp_path / "back.inspx", Scope())
    halls = [hall(group).id]
    preview = looked_at(group, path, halls)
    refused = {(each.number, each.step, each.reason) for each in preview.refused if each.number}
    assert refused == {
        (first.number, EventKind.RECHECKED, NotForHall.STEP),
        (second.number, EventKind.EXTENDED, NotForHall.STEP),
        (third.number, EventKind.APPEAL_DECIDED, NotForHall.STEP),
        (elsewhere.number, EventKind.ASSIGNED, NotForHall.ELSEWHERE),
    }
    received = taken(group, other, path, halls)
    assert received.kinds == {Kind.EVENT: 7}
    assert {line.kind for line in received.lines if line.fate is Fate.REFUSED} >= {
        Kind.VISIT, Kind.EVENT, Kind.SITE, Kind.INSPECTOR,
    } - {Kind.INSPECTOR}  # fmt: skip
    now = standing(group, *found)
    assert [each.state for each in now] == [
        FindingState.REPORTED, FindingState.REPORTED, FindingState.RECTIFYING,
        FindingState.RECTIFYING,
    ]  # fmt: skip
    assert now[1].deadline == second.deadline
    assert now[2].appealed_at is not None
    assert not taken(group, other, path).changed_anything  # whose it is was remembered
    assert group.workspace.of(Conflicts).waiting() == []
    # Behind a step that was refused the next one is behind what is here: nobody is asked.
    clock.moment += timedelta(hours=1)
    group.workspace.findings.recheck([second.id], passed=True)
    assert group.workspace.of(Conflicts).waiting() == []
    assert group.troubles() == []


@pytest.mark.ci
def test_nobody_has_said_whose_laptop_it_is(
    theirs: LaptopFolder, laptop: Bought, found: list[Finding], tmp_path: Path
) -> None:
    """The hall brings it to another laptop of the group, which wrote no bundle for it."""
    colleague = laptop("C")
    east = add_site(colleague.workspace, HALL)
    theirs.workspace.findings.assign([found[0].id], Assignment(owner="1001"))
    back = written(theirs, tmp_path / "back.inspx")
    assert looked_at(colleague, back).whose
    with pytest.raises(WhoseLaptopError):
        taken(colleague, theirs, back)
    taken(colleague, theirs, back, [east.id])
    assert [*colleague.workspace.of(LaptopRoles).all().values()] == [(east.id,)]
    assert not looked_at(colleague, back).whose


@pytest.mark.ci
def test_steps_wait_for_their_finding_and_are_looked_at_then(
    theirs: LaptopFolder, group: LaptopFolder, laptop: Bought, found: list[Finding], tmp_path: Path
) -> None:
    """A colleague gets what the hall did before what was found there."""
    colleague = laptop("C")
    east = add_site(colleague.workspace, HALL)
    theirs.workspace.findings.assign([found[0].id], Assignment(owner="1001"))
    taken(colleague, theirs, written(theirs, tmp_path / "back.inspx"), [east.id])
    taken(colleague, group, written(group, tmp_path / "all.inspx", Scope()))
    assert standing(colleague, found[0])[0].state is FindingState.RECTIFYING
    assert colleague.troubles() == []


@pytest.mark.ci
def test_two_laptops_of_a_hall_are_shown_where_they_differ(
    theirs: LaptopFolder,
    group: LaptopFolder,
    laptop: Bought,
    found: list[Finding],
    tmp_path: Path,
    clock: Clock,
) -> None:
    second = laptop("S")
    taken(second, group, written(group, tmp_path / "to2.inspx", name="城东二"))
    clock.moment += timedelta(hours=1)
    theirs.workspace.findings.assign([found[0].id], Assignment(owner="1001"))
    clock.moment += timedelta(hours=1)
    second.workspace.findings.assign([found[0].id], Assignment(owner="1002"))
    for each, name in ((theirs, "one"), (second, "two")):
        taken(group, each, written(each, tmp_path / f"{name}.inspx"))
    (waiting,) = group.workspace.of(Conflicts).waiting()
    assert waiting.id == found[0].id
    assert [history.event.kind for history in group.workspace.findings.history(found[0].id)] == [
        EventKind.RAISED, EventKind.ASSIGNED, EventKind.ASSIGNED,
    ]  # fmt: skip
    group.workspace.of(Conflicts).settle(waiting, 0, by="甲")
    for each, name in ((theirs, "一"), (second, "二")):
        path = written(group, tmp_path / f"{name}.inspx")
        taken(each, group, path)
        assert standing(each, found[0]) == standing(group, found[0])


@pytest.mark.ci
def test_who_came_covertly_is_told_at_once_or_never(
    theirs: LaptopFolder, group: LaptopFolder, found: list[Finding], tmp_path: Path
) -> None:
    visit_id = found[0].inspection_id
    path = written(group, tmp_path / "names.inspx", ticked=[NAMES])
    assert not taken(theirs, group, path).changed_anything
    assert theirs.workspace.inspection_store.get(visit_id).inspectors == ()
    assert theirs.troubles() == [(Trouble.RECORDS_IN_PART, "1")]
    assert theirs.workspace.of(Conflicts).waiting() == []


@pytest.mark.ci
def test_what_a_paper_sheet_says_meanwhile_stands_beside_what_the_laptop_says(
    theirs: LaptopFolder, group: LaptopFolder, found: list[Finding], tmp_path: Path, clock: Clock
) -> None:
    """The hall reported by paper as well, and the group took it down: neither is lost."""
    from inspector.domain.finding.finding_event import Source, SourceKind

    clock.moment += timedelta(hours=1)
    paper = Source(SourceKind.IMPORT, "回执.xlsx")
    group.workspace.findings.report_done(found[0].id, "已更换标识", DAY, source=paper)
    clock.moment += timedelta(hours=1)
    theirs.workspace.findings.report_done(found[0].id, "已更换标识并培训", DAY)
    taken(group, theirs, written(theirs, tmp_path / "back.inspx"))
    (waiting,) = group.workspace.of(Conflicts).waiting()
    assert waiting.id == found[0].id
    said = [entry.event.kind for entry in group.workspace.findings.history(found[0].id)]
    assert said == [EventKind.RAISED, EventKind.REPORTED, EventKind.REPORTED]


@pytest.mark.ci
def test_a_meeting_of_the_hall_comes_with_its_minutes(
    theirs: LaptopFolder, group: LaptopFolder, found: list[Finding], tmp_path: Path, clock: Clock
) -> None:
    clock.moment += timedelta(hours=1)
    meetings = theirs.workspace.meetings
    meeting_id, _ = meetings.start(hall(theirs))
    theirs.workspace.findings.assign(
        [found[0].id], Assignment(owner="1001"), source=source_of(meeting_id)
    )
    clock.moment += timedelta(minutes=12)
    meetings.end(meeting_id)
    received = taken(group, theirs, written(theirs, tmp_path / "back.inspx"))
    assert received.kinds[Kind.MEETING] == 1
    assert [each.id for each in group.workspace.meetings.ended()] == [meeting_id]
    assert group.troubles() == []
