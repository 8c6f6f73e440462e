"""A discarded visit comes back whole: answers, praise, corrections, photos, and where one stood."""

from inspector.domain.visit.answer_changes import corrected, deducted, praised
from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.domain.visit.inspection import InspectionState
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg
from tests.workspace.evidence_steps import attach
from tests.workspace.visiting import add_site, start


def test_all_of_a_visit_comes_back_from_the_bin(workspace: Workspace) -> None:
    inspections = workspace.inspections
    visit = start(workspace, add_site(workspace))
    sheet = inspections.sheet(visit)
    card = sheet.scorecards[-1]
    first, second = [item for item in sheet.items(card) if not item.is_bonus][:2]
    answers = [praised(first), corrected(deducted(second), "已现场改正")]
    inspections.record(visit, card.id, answers, next_item=second.id)
    photo, _ = attach(
        workspace.evidence,
        workspace.evidence.prepare(jpeg()),
        visit,
        card.id,
        second.id,
        EvidenceOrigin.PASTED,
    )
    inspections.leave_out(visit, sheet.scorecards[0].id, True)
    before = inspections.sheet(visit)
    inspections.discard(visit)
    assert inspections.sheet(visit).inspection.state is InspectionState.DISCARDED
    assert inspections.unfinished() == []
    inspections.take_back(visit)
    after = inspections.sheet(visit)
    assert after == before
    assert after.inspection.cursor_item == second.id
    assert after.evidence == (photo,)
    assert workspace.evidence.path_of(photo).read_bytes() == jpeg()
    assert [item.id for _, item, _ in after.praised()] == [first.id]
    assert after.answers_of(card)[second.id].correction == "已现场改正"
