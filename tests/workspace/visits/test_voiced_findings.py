"""What the public said is wrong stands in the ledger, on a visit that nobody walked."""

from datetime import date

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.errors import MissingWordError
from inspector.domain.finding.finding import PUBLIC_AREA, FindingState
from inspector.domain.finding.finding_event import Source, SourceKind
from inspector.domain.visit.inspection import InspectionKind, InspectionState
from inspector.domain.visit.visit_search import VisitSearch
from inspector.workspace.finding_state_words import story
from inspector.workspace.visits.voiced_findings import Voiced, VoicedFindings
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import add_site

SAID = Voiced("等候时间长", "群众满意度测评", Category.OPERATING_NORMS, workdays=3)


def test_it_is_a_finding_like_others_with_its_origin(workspace: Workspace) -> None:
    site = add_site(workspace)
    source = Source(SourceKind.SURVEY, "sheet-1")
    finding_id, changes = workspace.of(VoicedFindings).raise_one(site, SAID, source, ["王检查"])
    (finding,) = workspace.findings.all_of([finding_id])
    assert changes.findings
    assert (finding.window_number, finding.text, finding.item_text, finding.deduction) == (
        PUBLIC_AREA, "等候时间长", "群众满意度测评", 0,
    )  # fmt: skip
    assert (finding.state, finding.deadline) == (FindingState.OPEN, date(2026, 12, 2))
    (told,) = story(workspace.findings.history(finding_id))
    assert told.origin == "王检查 · from a satisfaction survey"


def test_a_window_may_be_meant(workspace: Workspace) -> None:
    site = add_site(workspace, windows=2)
    second = workspace.rosters.windows(site.id)[1]
    said = Voiced("解释不清", "投诉举报", window=second)
    finding_id, _ = workspace.of(VoicedFindings).raise_one(
        site, said, Source(SourceKind.COMPLAINT, "c")
    )
    (finding,) = workspace.findings.all_of([finding_id])
    assert finding.window_number == second.number


def test_its_carrier_is_sealed_and_in_no_list_of_visits(workspace: Workspace) -> None:
    site = add_site(workspace)
    finding_id, _ = workspace.of(VoicedFindings).raise_one(
        site, SAID, Source(SourceKind.SURVEY, "s")
    )
    (finding,) = workspace.findings.all_of([finding_id])
    carrier = workspace.inspection_store.get(finding.inspection_id)
    assert (carrier.kind, carrier.state) == (InspectionKind.VOICE, InspectionState.COMPLETED)
    assert workspace.records.unchanged(carrier.id)
    assert workspace.inspections.completed() == []
    assert workspace.inspections.find(VisitSearch()) == []
    assert workspace.inspections.unfinished() == []


def test_without_words_nothing_is_raised(workspace: Workspace) -> None:
    site = add_site(workspace)
    with pytest.raises(MissingWordError):
        workspace.of(VoicedFindings).raise_one(
            site, Voiced(" ", "投诉举报"), Source(SourceKind.SURVEY, "s")
        )
