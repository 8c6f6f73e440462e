"""What the complaints of a period come to, by site, channel and kind; beside the period before.

All kinds count here, suggestions as well: it reports what came in. `ComplaintTally` counts only
what accuses somebody. Void ones count nowhere.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from inspector.domain.checklist.points import Hundredths, round_half_up
from inspector.domain.complaint.complaint import Channel, Complaint, ComplaintKind, ComplaintState


class By(StrEnum):
    """By what complaints are counted."""

    SITE = "site"
    CHANNEL = "channel"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class ComplaintSums:
    """How many came, and what became of them."""

    received: int = 0
    answered: int = 0  # 办结
    in_time: int = 0  # of those answered
    upheld: int = 0  # 属实
    called_back: int = 0  # 已回访
    satisfied: int = 0  # of those called back: one of the three better grades
    open: int = 0  # not answered
    overdue: int = 0  # of those open

    def __add__(self, other: "ComplaintSums") -> "ComplaintSums":
        return ComplaintSums(
            self.received + other.received,
            self.answered + other.answered,
            self.in_time + other.in_time,
            self.upheld + other.upheld,
            self.called_back + other.called_back,
            self.satisfied + other.satisfied,
            self.open + other.open,
            self.overdue + other.overdue,
        )

    @property
    def due(self) -> int:
        """Those that could be in time or late by now: answered, or past their deadline."""
        return self.answered + self.overdue

    @property
    def in_time_rate(self) -> Hundredths | None:
        """按期办结率 in hundredths of a percent: in time of those due; None of none."""
        return round_half_up(Fraction(self.in_time * 10_000, self.due)) if self.due else None


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """What one site, channel or kind came to in a period, and in the one before."""

    by: By
    key: str  # the id of a site, or the value of a channel or kind
    site_name: str  # of a site
    now: ComplaintSums
    before: ComplaintSums


@dataclass(frozen=True, slots=True)
class ComplaintReport:
    """Lines by site, channel and kind, each with all that came in either period, and the sums."""

    lines: tuple[ComplaintLine, ...]
    now: ComplaintSums
    before: ComplaintSums

    def of(self, by: By) -> tuple[ComplaintLine, ...]:
        """Return the lines by one thing: each in its usual order."""
        return tuple(line for line in self.lines if line.by is by)


def sums_of(complaint: Complaint, today: date) -> ComplaintSums:
    """Return what one complaint counts as of `today`."""
    if complaint.state is ComplaintState.VOID:
        return ComplaintSums()
    answered = complaint.state.is_answered
    grade = complaint.grade
    return ComplaintSums(
        received=1,
        answered=int(answered),
        in_time=int(answered and complaint.answered_in_time),
        upheld=int(complaint.upheld is True),
        called_back=int(grade is not None),
        satisfied=int(grade is not None and not grade.is_bad),
        open=int(complaint.state.is_unanswered),
        overdue=int(complaint.overdue_on(today)),
    )


def complaint_report(
    now: Iterable[Complaint],
    before: Iterable[Complaint],
    today: date,
    site_ids: Sequence[str] = (),
) -> ComplaintReport:
    """Return what the complaints of a period come to, beside those of the period before.

    Both stand as of `today`: what was late then and is answered since is answered late. Sites come
    in the order of `site_ids`, others behind them by name.
    """
    counted: dict[tuple[By, str], list[ComplaintSums]] = defaultdict(
        lambda: [ComplaintSums(), ComplaintSums()]
    )
    names: dict[str, str] = {}
    sums = [ComplaintSums(), ComplaintSums()]
    for place, complaints in enumerate((now, before)):
        for complaint in complaints:
            own = sums_of(complaint, today)
            if not own.received:
                continue
            sums[place] += own
            names.setdefault(complaint.site_id, complaint.site_name)
            for by, key_of in _KEYS.items():
                counted[by, key_of(complaint)][place] += own
    usual = {By.SITE: site_ids, By.CHANNEL: _CHANNELS, By.KIND: _KINDS}
    order = sorted(counted, key=lambda key: _place(key, usual[key[0]], names))
    lines = tuple(
        ComplaintLine(by, key, names.get(key, "") if by is By.SITE else "", *counted[by, key])
        for by, key in order
    )
    return ComplaintReport(lines, sums[0], sums[1])


_KEYS: dict[By, Callable[[Complaint], str]] = {
    By.SITE: lambda complaint: complaint.site_id,
    By.CHANNEL: lambda complaint: complaint.channel.value,
    By.KIND: lambda complaint: complaint.kind.value,
}


_CHANNELS = [each.value for each in Channel]
_KINDS = [each.value for each in ComplaintKind]


def _place(
    key: tuple[By, str], usual: Sequence[str], names: dict[str, str]
) -> tuple[int, int, str, str]:
    by, own = key
    at = usual.index(own) if own in usual else len(usual)
    return (list(By).index(by), at, names.get(own, ""), own)
