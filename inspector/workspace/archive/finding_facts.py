"""A finding as plain values, for an archive: as it stands, and every step of its life."""

from collections.abc import Iterable

from inspector.domain.checklist.points import ONE
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import FindingEvent, Raised
from inspector.domain.visit.evidence import Evidence
from inspector.excel.sheet.terms import CATEGORIES, FINDING_STATES, RECTIFICATION_TYPES
from inspector.workspace.archive.visit_facts import Facts, evidence_name, plain


def finding_facts(
    finding: Finding, events: Iterable[FindingEvent], evidence: Iterable[Evidence]
) -> Facts:
    """Return a finding with its steps, the oldest first; points are of a hundred."""
    facts = plain(finding)
    assert isinstance(facts, dict)
    reviewed = finding.reviewed_deduction
    return {
        **facts,
        "category": CATEGORIES[finding.category],
        "state": FINDING_STATES[finding.state],
        "type": RECTIFICATION_TYPES[finding.type],
        "deduction": finding.deduction / ONE,
        "reviewed_deduction": None if reviewed is None else reviewed / ONE,
        "events": [_event(each) for each in events],
        "evidence": [
            {
                "file": evidence_name(each.digest, each.suffix),
                "shows": each.role.value,
                "name": each.name,
                "added_at": plain(each.added_at),
            }
            for each in evidence
        ],
    }


def _event(event: FindingEvent) -> object:
    """Return a step; what being raised tells is the finding itself."""
    facts = plain(event)
    assert isinstance(facts, dict)
    if isinstance(event, Raised):
        del facts["finding"]
    return facts
