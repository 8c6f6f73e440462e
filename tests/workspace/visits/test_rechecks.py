"""复查: a visit with exactly what is due at a site."""

from datetime import date

import pytest

from inspector.domain.errors import (
    IncompleteInspectionError,
    NothingDueError,
    NotOpenError,
    UnexplainedError,
)
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.recheck import RecheckOutcome
from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.domain.visit.inspection import InspectionState, Progress
from inspector.storage.figures.ranked_visits import ranked_visits
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg
from tests.workspace.evidence_steps import let_stand
from tests.workspace.visiting import Clock, add_site, items, start, visit

PASSED, FAILED = RecheckOutcome.PASSED, RecheckOutcome.FAILED


def found(workspace: Workspace, count: int = 3) -> list[Finding]:
    """Findings of one visit at one site, to be put right by the next workday."""
    site = add_site(workspace)
    asked = [item for item in items(workspace, start(workspace, site)) if item.deadline == 1]
    inspection = visit(workspace, site, {0: [item.id for item in asked[:count]]})
    return workspace.inspections.findings(inspection)


def test_exactly_what_is_due(workspace: Workspace, clock: Clock) -> None:
    clock.set("2026-11-26")
    first, second, third = found(workspace)
    site = next(s for s in workspace.rosters.sites() if s.id == first.site_id)
    other = found_elsewhere(workspace)
    with pytest.raises(NothingDueError):  # due tomorrow, and nobody reported
        workspace.rechecks.start(site, [])
    workspace.findings.report_done(second.id, "已补发", date(2026, 11, 26))
    assert [finding.id for finding in workspace.rechecks.due(site)] == [second.id]
    clock.set("2026-11-27")
    workspace.findings.correct([third.id], "已改正")
    inspection, _ = workspace.rechecks.start(site, ["甲"])
    assert [f.id for f in workspace.rechecks.findings(inspection)] == [first.id, second.id]
    assert other.id not in [f.id for f in workspace.rechecks.findings(inspection)]
    lines = {line.inspection.id: line.progress for line in workspace.inspections.unfinished()}
    assert lines[inspection] == Progress(0, 2)


def found_elsewhere(workspace: Workspace) -> Finding:
    """A finding of another site."""
    site = add_site(workspace, "城西厅")
    first = items(workspace, start(workspace, site))[0]
    (finding,) = workspace.inspections.findings(visit(workspace, site, {0: [first.id]}))
    return finding


def test_what_passes_is_closed_and_what_fails_goes_back(workspace: Workspace, clock: Clock) -> None:
    clock.set("2026-11-26")
    first, second = found(workspace, 2)
    site = next(s for s in workspace.rosters.sites() if s.id == first.site_id)
    clock.set("2026-11-27")
    inspection, _ = workspace.rechecks.start(site, ["甲", "乙"])
    workspace.rechecks.decide(inspection, first.id, PASSED)
    with pytest.raises(IncompleteInspectionError):
        workspace.rechecks.complete(inspection)
    workspace.rechecks.decide(inspection, second.id, FAILED)
    with pytest.raises(UnexplainedError):
        workspace.rechecks.complete(inspection)
    assert workspace.findings.get(first.id).state is FindingState.OPEN  # until it is completed
    workspace.rechecks.decide(inspection, second.id, FAILED, "仍有灰尘")
    workspace.rechecks.complete(inspection)
    passed, failed = workspace.findings.get(first.id), workspace.findings.get(second.id)
    assert (passed.state, failed.state) == (FindingState.CLOSED, FindingState.RECTIFYING)
    assert passed.rechecked_by == "甲、乙"
    assert workspace.inspections.sheet(inspection).inspection.state is InspectionState.COMPLETED
    assert workspace.records.unchanged(inspection)
    with pytest.raises(NotOpenError):
        workspace.rechecks.decide(inspection, second.id, PASSED)


def test_closed_meanwhile_stays_closed(workspace: Workspace, clock: Clock) -> None:
    clock.set("2026-11-26")
    first, second = found(workspace, 2)
    site = next(s for s in workspace.rosters.sites() if s.id == first.site_id)
    clock.set("2026-11-27")
    inspection, _ = workspace.rechecks.start(site, ["甲"])
    workspace.rechecks.decide(inspection, first.id, FAILED, "还没改")
    workspace.rechecks.decide(inspection, second.id, PASSED)
    workspace.findings.correct([first.id], "晨会上改了")
    workspace.rechecks.complete(inspection)
    assert workspace.findings.get(first.id).state is FindingState.CLOSED
    assert workspace.findings.get(second.id).state is FindingState.CLOSED
    assert workspace.rechecks.entries(inspection)[0].note == "还没改"


def test_photos_of_a_recheck_stand_beside_those_of_the_finding(
    workspace: Workspace, clock: Clock
) -> None:
    clock.set("2026-11-26")
    (finding,) = found(workspace, 1)
    site = next(s for s in workspace.rosters.sites() if s.id == finding.site_id)
    clock.set("2026-11-27")
    inspection, _ = workspace.rechecks.start(site, ["甲"])
    after, _ = workspace.evidence.attach_to_finding(
        workspace.evidence.prepare(jpeg()), finding.id, EvidenceOrigin.PASTED,
        EvidenceRole.RECHECKED, inspection,
    )  # fmt: skip
    assert workspace.evidence.of_finding(finding.id) == (after,)
    workspace.rechecks.decide(inspection, finding.id, PASSED)
    workspace.rechecks.complete(inspection)
    with pytest.raises(NotOpenError):
        let_stand(workspace.evidence, after.id, removed=True)
    assert workspace.records.unchanged(inspection)


def test_rechecks_are_not_ranked(workspace: Workspace, clock: Clock) -> None:
    clock.set("2026-11-26")
    (finding,) = found(workspace, 1)
    site = next(s for s in workspace.rosters.sites() if s.id == finding.site_id)
    clock.set("2026-11-27")
    inspection, _ = workspace.rechecks.start(site, ["甲"])
    workspace.rechecks.decide(inspection, finding.id, PASSED)
    workspace.rechecks.complete(inspection)
    visits = ranked_visits(workspace.database, date(2026, 11, 1), date(2026, 11, 30))
    assert len(visits) == 1
