"""What a file that came back would do, or did, in words; shared by window and command line."""

from inspector.domain.faults import Fault
from inspector.domain.papers.returned import Conflict, Fate, Judged
from inspector.excel.papers.ledger_cells import problem_text
from inspector.translation import tr, tr_count
from inspector.workspace.cell_words import place_words
from inspector.workspace.fault_sentences import on_one_line, problem_sentence
from inspector.workspace.finding_state_words import state_word
from inspector.workspace.findings.returned_intake import ReturnedPreview
from inspector.workspace.findings.returned_knowledge import ReadOnlyChange

LONGEST = 60
"""Characters of somebody's text in a line."""


def summary_sentence(preview: ReturnedPreview) -> str:
    """Return in one line how many rows have which fate."""
    counts = (
        (len(preview.of(Fate.DONE)), tr("{n} reported done")),
        (len(preview.of(Fate.NOTED)), tr("{n} with a word of progress")),
        (len(preview.of(Fate.PHOTOS)), tr("{n} with new photos only")),
        (len(preview.of(Fate.KNOWN)), tr("{n} known already")),
        (len(preview.of(Fate.CONFLICT)), tr("{n} in conflict")),
        (len(preview.of(Fate.REFUSED)), tr("{n} refused")),
        (len(preview.of(Fate.BLANK)), tr("{n} not filled in")),
    )
    said = [words.format(n=count) for count, words in counts if count]
    return tr(", ").join(said) or tr("No finding is in this file.")


def change_sentence(row: Judged) -> str:
    """Return what a row that is taken in is about and says, with its number and fate."""
    parts = (row.row.number, about_text(row), fate_word(row.fate), change_text(row))
    return on_one_line("  ".join(part for part in parts if part))


def about_text(row: Judged) -> str:
    """Return the unit, window and problem of the finding that a row is about."""
    finding = row.finding
    if finding is None:
        return ""
    return on_one_line(
        tr(
            "{site} {window} “{problem}”",
            site=finding.site_name,
            window=finding.window_number,
            problem=_cut(problem_text(finding)),
        )
    )


def change_text(row: Judged) -> str:
    """Return what a row that is taken in says."""
    text = _cut(row.row.progress or "").rstrip("。.；;")
    photos = tr_count(len(row.pictures), "1 photo", "{count} photos") if row.pictures else ""
    day = tr("done on {day}", day=row.row.done_on) if row.fate is Fate.DONE else ""
    above = tr("“same as above” read as the row above") if row.row.as_above else ""
    return on_one_line(tr("; ").join(part for part in (text, day, photos, above) if part))


def conflict_sentence(row: Judged) -> str:
    """Return why a row that is right in itself is not taken, with its place."""
    place = row.row.done_place if row.row.done_on else row.row.place
    return on_one_line(f"{place_words(place)}  {row.row.number} {conflict_text(row)}")


def conflict_text(row: Judged) -> str:
    """Return why a row that is right in itself is not taken."""
    finding = row.finding
    assert finding is not None
    why = {
        Conflict.REPORTED_OTHERWISE: tr(
            "was reported differently before: {text} ({day})",
            text=_cut(finding.reported_text) or tr("without words"),
            day=finding.done_on,
        ),
        Conflict.ENDED: tr("is “{state}” by now", state=state_word(finding.state)),
        Conflict.IN_FUTURE: tr("is said to be done on {day}, still to come", day=row.row.done_on),
        Conflict.BEFORE_FOUND: tr(
            "is said to be done on {day}, before it was found on {found}",
            day=row.row.done_on,
            found=finding.raised_at.date(),
        ),
    }
    assert row.conflict is not None
    return on_one_line(why[row.conflict])


def read_only_sentence(change: ReadOnlyChange) -> str:
    """Return what somebody changed in a column that is ours, with its place."""
    said = f"{change.number} {read_only_text(change)}"
    return on_one_line(f"{place_words(change.place)}  {said}")


def read_only_text(change: ReadOnlyChange) -> str:
    """Return what somebody changed in a column that is ours."""
    return on_one_line(
        tr(
            "“{column}” was changed to “{found}” and is not taken; it stays “{own}”",
            column=change.column,
            found=_cut(change.found),
            own=_cut(change.own),
        )
    )


def fate_word(fate: Fate) -> str:
    """Return what becomes of a row, in a word or two."""
    return {
        Fate.DONE: tr("Reported done"),
        Fate.NOTED: tr("Progress"),
        Fate.PHOTOS: tr("New photos"),
        Fate.KNOWN: tr("Known"),
        Fate.BLANK: tr("Not filled in"),
        Fate.CONFLICT: tr("Conflict"),
        Fate.REFUSED: tr("Refused"),
    }[fate]


def returned_sentences(preview: ReturnedPreview) -> list[str]:
    """Return what is taken in, line by line, and what was left alone."""
    lines = [summary_sentence(preview)]
    lines += notice_sentences(preview)
    lines += [f"  {change_sentence(row)}" for row in preview.changes]
    lines += [f"  {read_only_sentence(change)}" for change in preview.read_only]
    return lines


def notice_sentences(preview: ReturnedPreview) -> list[str]:
    """Return what of the file is not read: columns to be filled in, others, whole sheets."""
    book = preview.book
    told = {p.expected for p in preview.problems if p.fault is Fault.UNREAD_COLUMN}
    lines = [problem_sentence(p) for p in book.missing_columns if p.expected not in told]
    if book.ignored_columns:
        lines.append(tr("Columns not read: {names}", names="、".join(book.ignored_columns)))
    if book.ignored_sheets:
        lines.append(tr("Sheets not read: {names}", names="、".join(book.ignored_sheets)))
    return lines


def refused_sentences(preview: ReturnedPreview) -> list[str]:
    """Return what is not taken and why, by cell."""
    return [
        *(problem_sentence(problem) for problem in preview.problems),
        *(conflict_sentence(row) for row in preview.of(Fate.CONFLICT)),
    ]


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
