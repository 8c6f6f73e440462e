"""What keeps complaints honest: the journal's code, the doctor, and where their files belong."""

from inspector.domain.complaint.arrival import Arrival
from inspector.domain.complaint.complaint import Complaint
from inspector.domain.record.journal import Flaw
from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.storage.stores.journal_store import JournalStore
from inspector.workspace.findings.close_out import Shown
from inspector.workspace.keeping.doctor import examine
from inspector.workspace.keeping.doctor_remark import Trouble
from inspector.workspace.keeping.verifying import verify_code
from inspector.workspace.keeping.verifying_words import difference_sentences
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg
from tests.workspace.visiting import Clock, add_site


def taken_down(workspace: Workspace) -> Complaint:
    """Take a complaint down, and accept it."""
    complaint, _ = workspace.complaints.receive(Arrival(add_site(workspace), "等得太久"))
    workspace.complaints.accept([complaint.id], "客服部")
    return complaint


def test_verify_names_a_complaint_that_is_not_what_its_steps_came_to(
    workspace: Workspace,
) -> None:
    complaint = taken_down(workspace)
    head = JournalStore(workspace.database).head()
    assert head is not None
    assert verify_code(workspace.folder, head.number, head.code).holds
    with workspace.database.transaction():
        workspace.database.write("UPDATE complaint SET deadline = '2030-01-01'")
    verified = verify_code(workspace.folder, head.number, head.code)
    assert [(each.flaw, each.title) for each in verified.now] == [
        (Flaw.NOT_AS_TOLD, complaint.number)
    ]
    assert complaint.number in " ".join(difference_sentences(verified))


def test_a_step_that_was_taken_out_is_missed(workspace: Workspace, clock: Clock) -> None:
    complaint = taken_down(workspace)
    with workspace.database.transaction():
        workspace.database.write("DELETE FROM complaint_event WHERE kind = 'accepted'")
    troubles = {each.trouble for each in examine(workspace.folder, clock()).remarks}
    assert {Trouble.RECORD_GONE, Trouble.COMPLAINT_DIFFERS} <= troubles
    assert workspace.complaints.differing() == [complaint.number]


def test_a_file_that_is_gone_is_told_with_its_complaint(workspace: Workspace, clock: Clock) -> None:
    complaint = taken_down(workspace)
    prepared = workspace.evidence.prepare(jpeg(), "来信.jpg")
    workspace.complaints.attach(complaint.id, [Shown(prepared, EvidenceOrigin.PASTED)])
    (evidence,) = workspace.complaints.evidence(workspace.complaints.get(complaint.id))
    workspace.evidence.path_of(evidence).unlink()
    told = [
        each.owner
        for each in examine(workspace.folder, clock()).remarks
        if each.trouble is Trouble.EVIDENCE_MISSING
    ]
    assert told == [f"{complaint.number} 城东厅"]
