"""A ledger as the window wants it: told of before, written elsewhere, then recorded."""

from dataclasses import dataclass
from pathlib import Path

from inspector.domain.errors import NothingToExportError
from inspector.domain.finding.ledger import LedgerFilter, LedgerOrder
from inspector.excel.sheet.export_progress import Progress, part_of
from inspector.excel.sheet.printed_width import Paper
from inspector.storage.registers.ledger_export_store import SentFindings
from inspector.workspace.apart.written_apart import LONG
from inspector.workspace.findings.findings import Findings
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.papers.ledger_exports import LedgerDraft, LedgerExports
from inspector.workspace.papers.printed_words import printed_sentence

LONG_WITH_PHOTOS = 30
"""Findings: each photo is made smaller, which takes a moment."""

_READ = 0.15
"""Of the time that a ledger takes: reading its findings."""


@dataclass(frozen=True, slots=True)
class LedgerAsked:
    """Which findings are wanted as a ledger, in which order and form."""

    asked: LedgerFilter
    order: LedgerOrder
    photos: bool = False
    fill_in: bool = True
    open_only: bool = False
    paper: Paper = Paper.A4


@dataclass(frozen=True, slots=True)
class LedgerOffer:
    """A ledger before it is written: the name of its file, and whether that takes long."""

    name: str
    is_long: bool


@dataclass(frozen=True, slots=True)
class SentLedger:
    """What there is to say and to record of a ledger that was written, and none of its findings."""

    findings: SentFindings
    ended: int  # findings that need nothing more, and are not in it
    closed: int  # those of them that are closed
    printed: str  # how large it prints


def offered_ledger(opened: OpenedFolder, wanted: LedgerAsked) -> LedgerOffer:
    """Return what can be said of a ledger without reading its findings.

    Raises NothingToExportError where the filter leaves nothing.
    """
    most = LONG_WITH_PHOTOS if wanted.photos else LONG
    first = opened.of(Findings).ledger(wanted.asked, limit=most + 1)
    if not first:
        raise NothingToExportError
    site = first[0].site_name if wanted.asked.site_id else ""
    return LedgerOffer(opened.of(LedgerExports).name_of(site), len(first) > most)


def write_wanted(
    wanted: LedgerAsked, opened: OpenedFolder, path: Path, progress: Progress
) -> SentLedger:
    """Gather a ledger from a folder that is read, and write it; nothing is recorded yet.

    Raises what drafting and writing it raise.
    """
    draft = opened.of(LedgerExports).draft(
        wanted.asked,
        wanted.order,
        photos=wanted.photos,
        fill_in=wanted.fill_in,
        open_only=wanted.open_only,
        paper=wanted.paper,
        progress=part_of(progress, 0, _READ),
    )
    return written_ledger(opened, draft, path, part_of(progress, _READ, 1))


def written_ledger(
    opened: OpenedFolder, draft: LedgerDraft, path: Path, progress: Progress
) -> SentLedger:
    """Write a ledger; return what there is to say and to record of it."""
    draft.write(path, progress)
    sent = opened.of(LedgerExports).sent(draft)
    return SentLedger(sent, draft.ended, draft.closed, printed_sentence(draft.edition))
