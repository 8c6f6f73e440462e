"""Every step in the life of a complaint, as an operation on a data folder."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime

import pytest

from inspector.domain.complaint.arrival import Arrival
from inspector.domain.complaint.complaint import (
    Channel,
    Complaint,
    ComplaintKind,
    ComplaintState,
)
from inspector.domain.complaint.complaint_errors import (
    AnonymousNamedError,
    IllegalComplaintStepError,
    ReceivedLaterError,
    UnknownComplaintError,
)
from inspector.domain.complaint.complaint_filter import Among, ComplaintFilter
from inspector.domain.errors import (
    DeadlineNotLaterError,
    InspectorError,
    MissingWordError,
    NothingToRevertError,
)
from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.finding_event import Source, SourceKind
from inspector.domain.survey.survey_sheet import Satisfaction
from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.changes import Changes
from inspector.workspace.findings.close_out import Shown
from inspector.workspace.keeping.doctor import examine, repair
from inspector.workspace.keeping.doctor_remark import Trouble
from inspector.workspace.preferences import HOTLINE_DAYS
from inspector.workspace.stories.complaint_words import complaint_story
from inspector.workspace.visits.voiced_findings import Voiced
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg
from tests.workspace.visiting import Clock, add_site, visit


@pytest.fixture
def said(workspace: Workspace) -> Complaint:
    """A complaint of today, with a name."""
    arrival = Arrival(
        add_site(workspace),
        " 解释不清，让我跑了两趟 ",
        window_number="1号窗口",
        complainant="李女士",
        phone="13800000000",
        first_asked="王主任",
    )
    complaint, changes = workspace.complaints.receive(arrival, by="王主任")
    assert changes == Changes(complaints=True)
    return complaint


def archived(workspace: Workspace, complaint: Complaint, upheld: bool = True) -> Complaint:
    """Bring a complaint to the archive."""
    steps, ids = workspace.complaints, [complaint.id]
    steps.accept(ids, "客服部", "张三")
    steps.verify(ids, upheld, "已调看录像", by="张三")
    steps.answer(ids, "已致歉并说明")
    steps.follow_up(ids, Satisfaction.DISSATISFIED, "仍有意见")
    steps.archive(ids)
    return steps.get(complaint.id)


def test_it_arrives_with_a_number_and_a_deadline(workspace: Workspace, said: Complaint) -> None:
    assert said.number == "2611-K7M-T0001"
    assert said.deadline == date(2026, 12, 11)  # ten workdays
    assert said.content == "解释不清，让我跑了两趟"
    assert workspace.complaints.get(said.number) == workspace.complaints.get(said.id) == said
    again, _ = workspace.complaints.receive(
        Arrival(workspace.rosters.sites()[0], "等得太久", Channel.HOTLINE)
    )
    assert (again.number, again.deadline) == ("2611-K7M-T0002", date(2026, 12, 4))
    workspace.preferences.set(HOTLINE_DAYS, "2")
    third, _ = workspace.complaints.receive(
        Arrival(
            workspace.rosters.sites()[0],
            "等得太久",
            Channel.HOTLINE,
            received_at=datetime.fromisoformat("2026-10-30T16:00:00+08:00"),
        )
    )
    assert (third.number, third.deadline) == ("2610-K7M-T0001", date(2026, 11, 3))


def test_its_numbers_and_those_of_findings_are_counted_apart(
    workspace: Workspace, said: Complaint
) -> None:
    visit(workspace, workspace.rosters.sites()[0], {0: ["rise-to-greet"]})
    assert [row.number for row in workspace.findings.ledger()] == ["2611-K7M-0001"]
    assert workspace.finding_numbers.codes() == {"K7M"}


def test_from_arrival_to_the_archive(workspace: Workspace, said: Complaint) -> None:
    now = archived(workspace, said)
    assert (now.state, now.grade) == (ComplaintState.ARCHIVED, Satisfaction.DISSATISFIED)
    told = complaint_story(workspace.complaints.history(said.id))
    assert [line.title for line in told] == [
        "Received", "Accepted", "Verified; Upheld", "Answered", "Followed up; Dissatisfied",
        "Archived",
    ]  # fmt: skip
    assert told[0].origin == "王主任"
    assert told[1].text == "客服部 · 张三"


def test_an_anonymous_one_keeps_no_name_in_any_table(workspace: Workspace) -> None:
    site = add_site(workspace)
    arrival = Arrival(site, "收红包", kind=ComplaintKind.REPORT, anonymous=True)
    for named in (replace(arrival, complainant="周明月"), replace(arrival, phone="13911112222")):
        with pytest.raises(AnonymousNamedError):
            workspace.complaints.receive(named)
    complaint, _ = workspace.complaints.receive(arrival)
    assert (complaint.complainant, complaint.phone) == ("", "")
    with closing(
        sqlite3.connect(f"file:{workspace.folder / DATABASE_FILE}?mode=ro", uri=True)
    ) as c:
        everything = "\n".join(c.iterdump())
    assert "周明月" not in everything
    assert "13911112222" not in everything


def test_what_cannot_be_taken_down_is_refused_and_nothing_is_kept(workspace: Workspace) -> None:
    site = add_site(workspace)
    later = datetime.fromisoformat("2026-11-27T09:31:00+08:00")
    with pytest.raises(MissingWordError):
        workspace.complaints.receive(Arrival(site, " "))
    with pytest.raises(ReceivedLaterError):
        workspace.complaints.receive(Arrival(site, "等得太久", received_at=later))
    assert workspace.complaints.found() == []
    with pytest.raises(UnknownComplaintError):
        workspace.complaints.get("2611-K7M-T0001")


REFUSED: dict[str, tuple[Callable[[Workspace, str], object], type[InspectorError]]] = {
    "accepted by nobody": (lambda w, c: w.complaints.accept([c], " "), MissingWordError),
    "verified at once": (
        lambda w, c: w.complaints.verify([c], True, "属实"),
        IllegalComplaintStepError,
    ),
    "verified without a word": (lambda w, c: w.complaints.verify([c], True, ""), MissingWordError),
    "answered at once": (lambda w, c: w.complaints.answer([c], "好"), IllegalComplaintStepError),
    "extended to the same day": (
        lambda w, c: w.complaints.extend([c], date(2026, 12, 11), "忙", "赵"),
        DeadlineNotLaterError,
    ),
    "extended for no reason": (
        lambda w, c: w.complaints.extend([c], 3, "", "赵"),
        MissingWordError,
    ),
    "void for no reason": (lambda w, c: w.complaints.void([c], ""), MissingWordError),
    "a finding before it is verified": (
        lambda w, c: w.complaints.raise_finding(c, Voiced("解释不清", "投诉举报")),
        IllegalComplaintStepError,
    ),
    "arrival taken back": (
        lambda w, c: w.complaints.revert_last([c], by="王主任"),
        NothingToRevertError,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_step_that_is_refused_changes_nothing(
    workspace: Workspace, said: Complaint, name: str
) -> None:
    step, error = REFUSED[name]
    with pytest.raises(error):
        step(workspace, said.id)
    assert workspace.complaints.get(said.id) == said
    assert len(workspace.complaints.history(said.id)) == 1
    assert workspace.findings.ledger() == []


def test_workdays_are_added_to_the_deadline(workspace: Workspace, said: Complaint) -> None:
    workspace.complaints.extend([said.id], 3, "等调录像", "赵主任")
    assert workspace.complaints.get(said.id).deadline == date(2026, 12, 16)


def test_what_is_upheld_is_put_right_as_a_finding_that_knows_its_complaint(
    workspace: Workspace, said: Complaint
) -> None:
    steps = workspace.complaints
    steps.accept([said.id], "客服部", "张三")
    steps.verify([said.id], True, "属实", by="李四")
    window = workspace.rosters.windows(said.site_id)[0]
    first, changes = steps.raise_finding(
        said.id, Voiced("未一次性告知", "投诉举报", window=window), by="李四"
    )
    assert changes == Changes(complaints=True, findings=True, inspections=True)
    second, _ = steps.raise_finding(said.id, Voiced("态度生硬", "投诉举报"), "王五")
    now = steps.get(said.id)
    assert now.finding_ids == (first, second)
    assert [(f.window_number, f.owner, f.state) for f in steps.findings(now)] == [
        ("1号窗口", "张三", FindingState.RECTIFYING),
        ("公共区域", "王五", FindingState.RECTIFYING),
    ]
    raised = workspace.findings.history(first)[0].event
    assert raised.source == Source(SourceKind.COMPLAINT, said.id)
    assert steps.of_finding(first) == now
    with pytest.raises(NothingToRevertError):  # the finding is on the ledger
        steps.revert_last([said.id])


def test_its_photos_show_the_finding_too_where_that_is_wanted(
    workspace: Workspace, said: Complaint
) -> None:
    steps = workspace.complaints
    photo = Shown(workspace.evidence.prepare(jpeg(), "现场.jpg"), EvidenceOrigin.PASTED)
    steps.attach(said.id, [photo])
    steps.accept([said.id], "客服部", "张三")
    steps.verify([said.id], True, "属实")
    with_photos, _ = steps.raise_finding(said.id, Voiced("地面有水", "投诉举报"), photos=True)
    without, _ = steps.raise_finding(said.id, Voiced("无人引导", "投诉举报"))
    (shown,) = workspace.evidence.of_finding(with_photos)
    assert (shown.name, shown.role) == ("现场.jpg", EvidenceRole.FOUND)
    assert workspace.evidence.path_of(shown).is_file()
    assert workspace.evidence.of_finding(without) == ()
    assert [each.name for each in steps.evidence(steps.get(said.id))] == ["现场.jpg"]


def test_the_last_step_of_today_is_taken_back(
    workspace: Workspace, said: Complaint, clock: Clock
) -> None:
    steps = workspace.complaints
    steps.accept([said.id], "客服部")
    steps.verify([said.id], False, "查无此事")
    steps.revert_last([said.id])
    assert steps.get(said.id).state is ComplaintState.ACCEPTED
    with pytest.raises(NothingToRevertError):
        steps.revert_last([said.id], by="别人")
    clock.set("2026-11-28")
    with pytest.raises(NothingToRevertError):
        steps.revert_last([said.id])


def test_photos_and_a_visit_belong_to_it(workspace: Workspace, said: Complaint) -> None:
    site = workspace.rosters.sites()[0]
    inspection_id = visit(workspace, site, {})
    workspace.complaints.link(said.id, inspection_id)
    prepared = workspace.evidence.prepare(jpeg(), "来信.jpg")
    workspace.complaints.attach(said.id, [Shown(prepared, EvidenceOrigin.PASTED)])
    now = workspace.complaints.get(said.id)
    assert now.inspection_id == inspection_id
    (shown,) = workspace.complaints.evidence(now)
    assert shown.name == "来信.jpg"
    workspace.complaints.revert_last([said.id])
    assert workspace.complaints.evidence(workspace.complaints.get(said.id)) == []


def test_reopened_it_has_the_usual_days_from_today(
    workspace: Workspace, said: Complaint, clock: Clock
) -> None:
    archived(workspace, said)
    clock.set("2026-12-14")
    workspace.complaints.reopen([said.id], "仍未解决")
    now = workspace.complaints.get(said.id)
    assert (now.round, now.state) == (2, ComplaintState.ACCEPTED)
    assert now.deadline == date(2026, 12, 28)


def test_what_is_late_is_told_by_the_day(
    workspace: Workspace, said: Complaint, clock: Clock
) -> None:
    assert workspace.complaints.overdue() == []
    clock.set("2026-12-12")
    assert workspace.complaints.overdue(said.site_id) == [said]
    counts = workspace.complaints.counts(ComplaintFilter(Among.OVERDUE))
    asked = (Among.UNANSWERED, Among.OVERDUE, Among.MONTH, Among.ALL)
    assert [counts.of(each) for each in asked] == [1, 1, 0, 1]
    (tally,) = workspace.complaints.tally(
        date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 12)
    ).values()
    assert (tally.received, tally.overdue) == (1, 1)


def test_the_doctor_names_a_complaint_that_was_changed_and_makes_it_anew(
    workspace: Workspace, said: Complaint, clock: Clock
) -> None:
    archived(workspace, said)
    folder = workspace.folder
    with workspace.database.transaction():
        workspace.database.write("UPDATE complaint SET grade = 'good'")
    report = examine(folder, clock())
    places = [each.place for each in report.remarks if each.trouble is Trouble.COMPLAINT_DIFFERS]
    assert places == [said.number]
    workspace.close()
    assert repair(folder, report, clock()) == 1
    assert examine(folder, clock()).is_healthy


def test_a_step_that_was_changed_behind_the_program_is_named(
    workspace: Workspace, said: Complaint, clock: Clock
) -> None:
    archived(workspace, said)
    with workspace.database.transaction():
        workspace.database.write(
            "UPDATE complaint_event SET content = replace(content, 'dissatisfied', 'satisfied')"
        )
    report = examine(workspace.folder, clock())
    changed = [each.place for each in report.remarks if each.trouble is Trouble.RECORD_CHANGED]
    assert len(changed) == 1
    assert said.number in changed[0]
