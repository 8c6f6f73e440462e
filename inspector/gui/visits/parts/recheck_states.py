"""What is said of a finding on rechecks."""

from inspector.domain.finding.finding import Finding


def problem_text(finding: Finding) -> str:
    """Return what was found, ★ before a veto."""
    return ("★ " if finding.brands else "") + (finding.text or finding.item_text)
