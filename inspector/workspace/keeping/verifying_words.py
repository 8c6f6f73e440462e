"""What verifying came to, as sentences of the command line."""

from inspector.domain.record.journal import Discrepancy, Flaw
from inspector.translation import tr
from inspector.workspace.keeping.doctor_remark import Remark, Trouble
from inspector.workspace.keeping.doctor_words import trouble_sentence
from inspector.workspace.keeping.seal_remarks import TROUBLES, subject_words
from inspector.workspace.keeping.verifying import Verdict, Verified


def verified_sentence(verified: Verified) -> str:
    """Return whether the folder still holds exactly that."""
    if verified.holds:
        return tr(
            "Unchanged: everything up to entry {number} is here as it was recorded; {later} entries"
            " came later.",
            number=verified.entries,
            later=verified.later,
        )
    said = {
        Verdict.SAME: tr("Entry {number} is here, but not everything is as it was recorded:",
                         number=verified.entries),
        Verdict.SHORTER: tr("Entry {number} is not here: the journal of this folder ends before.",
                            number=verified.entries),
        Verdict.OTHER: tr("Entry {number} is another one here: what was recorded up to it was"
                          " changed, or it is of another folder.", number=verified.entries),
    }  # fmt: skip
    return said[verified.verdict]


def difference_sentences(verified: Verified) -> list[str]:
    """Return what differs from the backup, what is wrong here, what is wrong in the backup."""
    lines = [
        tr("Changed since the backup: {what}", what=subject_words(each))
        if each.flaw is not Flaw.SUBJECT_GONE
        else tr("In the backup and not here: {what}", what=subject_words(each))
        for each in verified.differing
    ]
    lines += map(_sentence, verified.now)
    if verified.backup:
        lines.append(tr("The backup itself was changed:"))
        lines += map(_sentence, verified.backup)
    return lines


def in_part_lines(verified: Verified) -> list[str]:
    """Return what could not be asked, because it stayed on another laptop; nothing where all is."""
    if not verified.in_part:
        return []
    return [trouble_sentence(Remark(Trouble.RECORDS_IN_PART, str(verified.in_part)))]


def _sentence(each: Discrepancy) -> str:
    return trouble_sentence(Remark(TROUBLES[each.flaw], subject_words(each)))
