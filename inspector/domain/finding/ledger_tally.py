"""How many findings a ledger has, told apart as its summary counts them."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from inspector.domain.finding.finding import Finding, FindingState


@dataclass(frozen=True, slots=True)
class LedgerTally:
    """The findings of a period: `scored` are those that summary and circular count."""

    scored: int  # of visits with a score, but the withdrawn
    patrolled: int  # of rounds without one, but the withdrawn
    withdrawn: int  # of all
    closed: int  # among those that are not withdrawn
    voiced: int = 0  # what the public said (群众反映), but the withdrawn

    @property
    def total(self) -> int:
        """All of them."""
        return self.scored + self.patrolled + self.voiced + self.withdrawn


def tally_of(
    findings: Iterable[Finding],
    patrols: Container[str] = frozenset(),
    voiced: Container[str] = frozenset(),
) -> LedgerTally:
    """Count findings; `patrols` are the visits that are rounds without a score.

    `voiced` are those that nobody walked.
    """
    scored = patrolled = withdrawn = closed = said = 0
    for finding in findings:
        if finding.state is FindingState.WITHDRAWN:
            withdrawn += 1
            continue
        closed += finding.state is FindingState.CLOSED
        if finding.inspection_id in voiced:
            said += 1
        elif finding.inspection_id in patrols:
            patrolled += 1
        else:
            scored += 1
    return LedgerTally(scored, patrolled, withdrawn, closed, said)
