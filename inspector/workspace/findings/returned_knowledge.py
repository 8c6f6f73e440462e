"""What is known of a finding when a file about it comes back, and what the file should say."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import FindingEvent, Noted, ReportedDone
from inspector.domain.finding.finding_life import history, standings
from inspector.domain.papers.returned import Knowledge, ReturnedRow
from inspector.excel.papers.ledger_cells import (
    STATE,
    done_day,
    progress_text,
    read_only_texts,
    state_only,
)
from inspector.excel.reading.typed_cells import comparable


@dataclass(frozen=True, slots=True)
class ReadOnlyChange:
    """A cell of ours that says something else than we wrote."""

    number: str
    place: str
    column: str
    found: str
    own: str


def knowledge_of(
    finding: Finding, events: Collection[FindingEvent], digests: Collection[str]
) -> Knowledge:
    """Return what is known of a finding; without its events, no reports and notes."""
    reports: set[tuple[str, date | None]] = set()
    notes: set[str] = set()
    for entry in history(events) if events else ():
        match entry.event:
            case ReportedDone(text=text, done_on=day) if entry.counts:
                reports.add((text, day))
            case Noted(text=text) if entry.counts:
                notes.add(text)
    for standing in _standings(finding, events) if events else ():
        done = done_day(standing)
        done_on = done if isinstance(done, date) else None
        said = progress_text(standing) or ""
        if said or done_on:
            reports.add((said, done_on))
    return Knowledge(reports, notes, digests)


def read_only_changes(
    row: ReturnedRow,
    finding: Finding,
    events: Collection[FindingEvent],
    today: date,
    unnamed: Callable[[Iterable[Finding]], Iterable[Finding]] = lambda findings: findings,
) -> Iterator[ReadOnlyChange]:
    """Yield the cells that somebody changed in columns that are ours.

    What a finding once was is no change: the file may have gone out before it was extended. Nor
    is who is responsible for it without a name, as `unnamed` returns findings.
    """
    own = read_only_texts(finding, today, row.others)
    suspects = {
        name: said
        for name, said in row.others.items()
        if name in own and not _same(name, said.text, own[name])
    }
    if not suspects:
        return
    standing = [finding, *_standings(finding, events)]
    earlier = [read_only_texts(each, today, row.others) for each in (*standing, *unnamed(standing))]
    for name, said in suspects.items():
        if not any(_same(name, said.text, once[name]) for once in earlier):
            yield ReadOnlyChange(finding.number, said.place, name, said.text, own[name])


def _same(name: str, found: str, own: str) -> bool:
    found = state_only(found) if STATE in name else found
    return comparable(found) == comparable(own)


def _standings(finding: Finding, events: Iterable[FindingEvent]) -> Iterator[Finding]:
    """Yield what a finding was after each step that counts; repeats are those of now."""
    for standing in standings(events):
        yield replace(
            standing,
            times_at_window=finding.times_at_window,
            times_at_site=finding.times_at_site,
        )
