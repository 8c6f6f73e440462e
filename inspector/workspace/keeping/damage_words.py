"""What is said of damage that a window meets, and of what the way back would cost."""

from inspector.domain.errors import DamagedDatabaseError
from inspector.storage.backups.since_backup import Missing
from inspector.translation import tr, tr_count


def read_only_sentence(damage: DamagedDatabaseError) -> str:
    """Return that the window only reads from now on; who did what, only where it is so."""
    said = tr("The database is damaged: from now on it is only read, and nothing is saved in it.")
    if damage.untouched:
        said = tr("{sentence} {next}", sentence=said, next=tr("This run has not changed it."))
    return said


def missing_sentence(missing: Missing) -> str:
    """Return what a damaged database holds that its backup does not."""
    counts = (missing.visits, missing.answers, missing.findings, missing.steps)
    if all(count is None for count in counts):
        return tr("How much came since cannot be read any more.")
    visits, answers, findings, steps = (count or 0 for count in counts)
    told = [
        *([tr_count(visits, "1 visit", "{count} visits")] if visits else []),
        *([tr_count(answers, "1 answer", "{count} answers")] if answers else []),
        *([tr_count(findings, "1 finding", "{count} findings")] if findings else []),
        *([tr_count(steps, "1 step of a finding", "{count} steps of findings")] if steps else []),
    ]
    if told:
        said = tr("What came since would be missing: {what}.", what=tr(", ").join(told))
    else:
        said = tr("Nothing that can still be read came since.")
    if None in counts:
        unread = tr("Part of it cannot be read any more.")
        said = tr("{sentence} {next}", sentence=said, next=unread)
    return said
