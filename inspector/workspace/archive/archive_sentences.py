"""What writing an archive, and reading it back, came to, as sentences."""

from inspector.storage.archives.bag_reading import BagFlaw, FlawedFile
from inspector.translation import tr, tr_count
from inspector.workspace.archive.archive_verifying import ArchiveVerified
from inspector.workspace.archive.archiving import Archived

_MOST_TOLD = 200


def archived_sentence(archived: Archived) -> str:
    """Return what an archive holds."""
    said = tr(
        "Archived in {path} and read back. Papers: {papers}; letters: {letters};"
        " visits: {visits};"
        " findings: {findings}; photos and other files: {files}.",
        path=archived.path,
        papers=archived.papers,
        letters=archived.letters,
        visits=archived.visits,
        findings=archived.findings,
        files=archived.files,
    )
    if not archived.unsound:
        return said
    return said + tr_count(
        len(archived.unsound),
        " 1 evidence file is missing or was changed.",
        " {count} evidence files are missing or were changed.",
    )


def verified_sentence(verified: ArchiveVerified) -> str:
    """Return whether an archive is what was written."""
    if verified.holds:
        return tr(
            "The archive is unchanged. As its manifests say: files {files}; as they were sealed:"
            " visits {visits}, entries of the journal {entries}.",
            files=verified.files,
            visits=verified.visits,
            entries=verified.entries,
        )
    return tr("The archive is not what was written:")


def flaw_sentences(verified: ArchiveVerified) -> list[str]:
    """Return what is wrong, file by file, then what was sealed and is another now."""
    lines = [
        *map(_flaw, verified.flawed),
        *(tr("Not as it was sealed: {name}", name=name) for name in verified.unsealed),
    ]
    rest = len(lines) - _MOST_TOLD
    more = [tr_count(rest, "… and 1 more.", "… and {count} more.")] if rest > 0 else []
    return lines[:_MOST_TOLD] + more


def _flaw(each: FlawedFile) -> str:
    return {
        BagFlaw.CHANGED: tr("Changed: {name}", name=each.name),
        BagFlaw.MISSING: tr("Missing: {name}", name=each.name),
        BagFlaw.UNLISTED: tr("Not of the archive: {name}", name=each.name),
        BagFlaw.UNREADABLE_LINE: tr("A line cannot be read in {name}", name=each.name),
    }[each.flaw]
