"""A notice to put findings of one unit right (整改通知单): its number, and what belongs on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inspector.domain.finding.finding import Finding, FindingState

NOTIFIED = frozenset({FindingState.OPEN, FindingState.RECTIFYING})
"""The states in which a unit still has to be told: what it reported done waits for us."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice. `findings` are those of one site, in the order they are numbered on it."""

    number: str  # 示文明办〔2026〕3号
    site_name: str
    unit: str  # who sends it; may be blank
    day: date
    findings: tuple[Finding, ...]
    code: str = ""  # of the journal's head

    @property
    def deadline(self) -> date:
        """The day by which the last of them is due."""
        return max(finding.deadline for finding in self.findings)

    @property
    def overdue(self) -> tuple[Finding, ...]:
        """Those that were due before the day of the notice."""
        return tuple(finding for finding in self.findings if finding.overdue_on(self.day))


def notice_number(year: int, number: int, code: str = "") -> str:
    """Return the number as every paper prints it: 〔2026〕3号, after 机关代字 where it is set."""
    return f"{code}〔{year}〕{number}号"


def number_kept(findings: Iterable[Finding], out_with: Iterable[str]) -> str:
    """Return the number under which these very findings went out already; '' when they did not.

    `out_with` are the ids of all findings whose last notice is that of the first one. The same
    set printed again is the same paper; with one more or one less it is another.
    """
    wanted = list(findings)
    numbers = {finding.notice for finding in wanted}
    if len(numbers) != 1 or "" in numbers:
        return ""
    return numbers.pop() if {f.id for f in wanted} == set(out_with) else ""
