"""Superiors' own forms: what they can hold, whether one is sound, samples to begin with."""

from pathlib import Path

from inspector.excel.forms.form_fields import FIELDS, Rows, rows_of
from inspector.excel.forms.form_reading import FormSheet
from inspector.excel.forms.form_samples import write_samples
from inspector.excel.forms.form_workbook import read_form
from inspector.translation import tr, tr_count
from inspector.workspace.papers.record_draft import make_folder


def known_fields() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return where fields stand, and which: each in its braces, with what is put in its place.

    In the language in use.
    """
    titles = {
        None: tr("Anywhere:"),
        Rows.FINDINGS: tr("In a row that repeats for each finding:"),
        Rows.RANKING: tr("In a row that repeats for each site:"),
    }
    return [
        (
            title,
            [
                (f"{{{{{word}}}}}", "" if kind else meaning)
                for word, meaning in FIELDS.items()
                if rows_of(word) is kind
            ],
        )
        for kind, title in titles.items()
    ]


def field_lines() -> list[str]:
    """Return every field with what is put in its place, a line each."""
    return [
        line
        for title, fields in known_fields()
        for line in (title, *(f"  {field}  {meaning}".rstrip() for field, meaning in fields))
    ]


def check_form(path: Path) -> list[FormSheet]:
    """Return the sheets of a form.

    Raises FaultyFormError with every problem by its cell, NotFoundError, CannotReadError or
    NotAWorkbookError.
    """
    return read_form(path)


def form_sentence(path: Path, sheets: list[FormSheet]) -> str:
    """Return that a form is sound, and what is in it."""
    count = sum(len(sheet.words) for sheet in sheets)
    return tr_count(
        count,
        "{file}: a form with 1 field, no problems",
        "{file}: a form with {count} fields, no problems",
        file=path,
    )


def write_sample_forms(folder: Path) -> list[Path]:
    """Write the sample forms into a folder, made if missing.

    Raises CannotWriteError or FileInUseError.
    """
    make_folder(folder)
    return write_samples(folder)
