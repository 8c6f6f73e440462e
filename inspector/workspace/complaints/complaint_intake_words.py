"""What a file of complaints that came back would do, or did, in words."""

from inspector.domain.complaint.complaint_returned import Fate, JudgedComplaint
from inspector.translation import tr, tr_count
from inspector.workspace.complaints.complaint_intake import ComplaintPreview
from inspector.workspace.fault_sentences import on_one_line, problem_sentence


def intake_summary(preview: ComplaintPreview) -> str:
    """Return in one line how many rows have which fate."""
    taken, known, refused, blank = (
        len(preview.of(fate)) for fate in (Fate.TAKEN, Fate.KNOWN, Fate.REFUSED, Fate.BLANK)
    )
    counts = (
        (taken, tr_count(taken, "1 complaint filled in", "{count} complaints filled in")),
        (known, tr_count(known, "1 complaint unchanged: taken in before",
                         "{count} complaints unchanged: taken in before")),
        (refused, tr_count(refused, "1 complaint refused", "{count} complaints refused")),
        (blank, tr_count(blank, "1 complaint not filled in", "{count} complaints not filled in")),
    )  # fmt: skip
    said = [words for count, words in counts if count]
    return tr(", ").join(said) or tr("No complaint is in this file.")


def intake_lines(preview: ComplaintPreview) -> list[str]:
    """Return of which file how many rows have which fate, then a line for each taken in."""
    said = tr("“{name}”: {line}", name=preview.name, line=intake_summary(preview))
    return [said, *map(_taken, preview.of(Fate.TAKEN))]


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
