"""What a file of complaints that came back would do, or did, in words."""

from inspector.domain.complaint.complaint_returned import Fate, JudgedComplaint
from inspector.translation import tr
from inspector.workspace.complaints.complaint_intake import ComplaintPreview
from inspector.workspace.fault_sentences import on_one_line, problem_sentence


def intake_summary(preview: ComplaintPreview) -> str:
    """Return in one line how many rows have which fate."""
    counts = (
        (len(preview.of(Fate.TAKEN)), tr("{n} filled in")),
        (len(preview.of(Fate.KNOWN)), tr("{n} known already")),
        (len(preview.of(Fate.REFUSED)), tr("{n} refused")),
        (len(preview.of(Fate.BLANK)), tr("{n} not filled in")),
    )
    said = [words.format(n=count) for count, words in counts if count]
    return tr(", ").join(said) or tr("No complaint is in this file.")


def intake_lines(preview: ComplaintPreview) -> list[str]:
    """Return how many rows have which fate, then a line for each that is taken in."""
    return [intake_summary(preview), *map(_taken, preview.of(Fate.TAKEN))]


def refused_lines(preview: ComplaintPreview) -> list[str]:
    """Return what is wrong in the rows that are refused, by cell."""
    return [problem_sentence(problem) for problem in preview.problems]


def _taken(row: JudgedComplaint) -> str:
    return on_one_line(f"{row.row.number}  {taken_text(row)}")


def taken_text(row: JudgedComplaint) -> str:
    """Return what a row that is taken in says."""
    said, parts = row.row, list[str]()
    if row.verifies:
        found = tr("upheld") if said.upheld else tr("not upheld")
        parts.append(f"{found} {said.verification}")
    if row.answers:
        told = tr("answered on {day}: {text}", day=said.answered_on, text=said.answer)
        parts.append(told)
    return on_one_line("  ".join(parts))
