"""What the doctor found, as sentences; shared by the window and the command line."""

from inspector.translation import join_sentences, mark, tr, tr_count
from inspector.workspace.keeping.doctor import Remark, Report, Trouble
from inspector.workspace.system_words import damage_reason


def trouble_sentence(remark: Remark) -> str:
    """Return one line: ✗ for what is wrong, ! for what is good to know."""
    shape = "✗" if remark.trouble.is_fault else "!"
    place = remark.place
    if remark.trouble is Trouble.DATABASE_DAMAGED:
        place = damage_reason(place)
    words = _OWNED.get(remark.trouble, "") if remark.owner else ""
    said = tr(words or _words(remark.trouble, place), place=place, owner=remark.owner)
    return f"{shape} {said}"


def report_sentence(report: Report) -> str:
    """Return what was looked at and whether it is sound."""
    if not report.erasures:
        return _looked_at(report)
    erased = tr_count(
        report.erasures, "1 lawful erasure is entered.", "{count} lawful erasures are entered."
    )
    return join_sentences((_looked_at(report), erased))


def _looked_at(report: Report) -> str:
    faults = sum(remark.trouble.is_fault for remark in report.remarks)
    if faults:
        return tr(
            "{count} faults found; {visits} sealed visits, {files} photos and files looked at.",
            count=faults,
            visits=report.visits,
            files=report.files,
        )
    return tr(
        "Sound: the database, {visits} sealed visits, {files} photos and files.",
        visits=report.visits,
        files=report.files,
    )


def _words(trouble: Trouble, place: str) -> str:
    return _TROUBLES[trouble] if place else _WITHOUT_PLACE.get(trouble, _TROUBLES[trouble])


_TROUBLES: dict[Trouble, str] = {
    Trouble.DATABASE_DAMAGED: mark("The database is damaged: {place}"),
    Trouble.PARENT_MISSING: mark("Rows of the table “{place}” belong to nothing."),
    Trouble.EVIDENCE_MISSING: mark("A photo or file is missing: {place}"),
    Trouble.EVIDENCE_CHANGED: mark("A photo or file is not as it was added: {place}"),
    Trouble.EVIDENCE_NOT_BROUGHT: mark(
        "Photos and files of other laptops that are not here: {place}. The next bundle to them asks"
        " for them."
    ),
    Trouble.RECORDS_IN_PART: mark(
        "Records and signatures of other laptops that came without names or strokes: {place}."
        " Whether they are as they were sealed cannot be verified here."
    ),
    Trouble.SEAL_BROKEN: mark("A sealed record was changed: {place}"),
    Trouble.RECORD_GONE: mark("It was recorded and is there no more: {place}"),
    Trouble.RECORD_UNKNOWN: mark("It is there but was not recorded by this program: {place}"),
    Trouble.RECORD_CHANGED: mark("It was changed since it was recorded: {place}"),
    Trouble.DATED_BACK: mark("It says an earlier time than it was recorded at: {place}"),
    Trouble.JOURNAL_CHANGED: mark("The journal was changed: {place}"),
    Trouble.JOURNAL_GAP: mark("Entries of the journal are missing before: {place}"),
    Trouble.JOURNAL_TIME: mark("The journal has a time that is out of order: {place}"),
    Trouble.NO_HISTORY: mark("Finding {place} has no history."),
    Trouble.PROJECTION_DIFFERS: mark("Finding {place} is not what its history says."),
    Trouble.COMPLAINT_DIFFERS: mark("Complaint {place} is not what its history says."),
    Trouble.REPEATS_DIFFER: mark("How often it was found before is out of date: {place} findings"),
    Trouble.REVIEW_DIFFERS: mark(
        "A score after appeals, or one that is ranked, is not what it follows from: {place}"
    ),
    Trouble.UNSETTLED_DIFFERS: mark(
        "What waits for a choice between laptops is not what the steps say: {place} of them"
    ),
    Trouble.SEARCH_DIFFERS: mark(
        "What the ledger is searched by is out of date and can be made anew."
    ),
    Trouble.THUMBNAIL_BROKEN: mark("A small picture is broken and can be made anew: {place}"),
    Trouble.HALF_WRITTEN: mark("A file was left half-written: {place}"),
    Trouble.UNNAMED_EVIDENCE: mark("A photo or file belongs to no visit: {place}"),
    Trouble.WAY_BACK: mark(
        "The newest sound backup is {place}; bring it back under Data, Backup, or with restore."
    ),
    Trouble.NO_BACKUP: mark(
        "The newest backup is of {place}. Make one under Data, Backup, or with backup."
    ),
    Trouble.LITTLE_SPACE: mark("The disk has only {place} left. Make room on it."),
}

_OWNED: dict[Trouble, str] = {
    Trouble.EVIDENCE_MISSING: mark(
        "Evidence is missing: {owner}. Bring it back from a backup or the USB drive (restore)."
        " File: {place}"
    ),
    Trouble.EVIDENCE_CHANGED: mark(
        "Evidence is not what was taken in: {owner}. Bring it back from a backup or the USB drive"
        " (restore). File: {place}"
    ),
}

_WITHOUT_PLACE: dict[Trouble, str] = {
    Trouble.DATABASE_DAMAGED: mark("The database is damaged."),
    Trouble.WAY_BACK: mark(
        "There is no sound backup in this folder. Look on the USB drive, and bring what is there"
        " back with restore."
    ),
    Trouble.NO_BACKUP: mark("There is no backup yet. Make one under Data, Backup, or with backup."),
}
