"""What is said of rechecks: what a finding came to, in words, shape and colour."""

from inspector.domain.finding.recheck import RecheckEntry, RecheckOutcome
from inspector.translation import tr


def outcome_word(outcome: RecheckOutcome | None) -> str:
    """Return 通过销号, 未通过 or 未复查."""
    return {
        RecheckOutcome.PASSED: tr("Passed, closed"),
        RecheckOutcome.FAILED: tr("Failed"),
        None: tr("Not looked at"),
    }[outcome]


def outcome_shape(outcome: RecheckOutcome | None) -> str:
    """Return the shape of an outcome, told apart without colour."""
    return {RecheckOutcome.PASSED: "✓", RecheckOutcome.FAILED: "✗", None: "·"}[outcome]


def outcome_role(outcome: RecheckOutcome | None) -> str:
    """Return the colour of an outcome."""
    return {
        RecheckOutcome.PASSED: "passed",
        RecheckOutcome.FAILED: "deducted",
        None: "secondary",
    }[outcome]


def outcome_text(entry: RecheckEntry) -> str:
    """Return what a finding came to, with what is still wrong."""
    if entry.outcome is None:
        return outcome_word(None)
    said = f"{outcome_shape(entry.outcome)} {outcome_word(entry.outcome)}"
    return tr("{outcome}: {note}", outcome=said, note=entry.note) if entry.note else said
