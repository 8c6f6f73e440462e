"""Superiors' own forms: what they can hold, whether one is sound, samples to begin with."""

from pathlib import Path
from typing import TYPE_CHECKING

from inspector.excel.forms.form_fields import FIELDS, Rows, rows_of
from inspector.excel.forms.form_mapping import Choices, FormMapping, MappedHead, nothing_chosen
from inspector.excel.forms.form_samples import write_samples
from inspector.excel.forms.form_workbook import FormLook, read_form
from inspector.translation import tr, tr_count
from inspector.workspace.papers.record_draft import make_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector.excel.forms.form_room import TooLong
    from inspector.workspace.papers.form_papers import FilledForm

_FEW = 4
"""Cells that are told by name."""


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


def check_form(path: Path, choices: Choices = nothing_chosen) -> FormLook:
    """Return the sheets of a form; one without placeholders with what it is taken for.

    Raises FaultyFormError with every problem by its cell, NotFoundError, CannotReadError or
    NotAWorkbookError.
    """
    return read_form(path, choices)


def form_sentence(path: Path, look: FormLook) -> str:
    """Return that a form is sound, and what is in it."""
    if look.mapping is not None:
        count = sum(bool(head.word) for table in look.mapping.kinds for head in table.heads)
        return tr_count(
            count,
            "{file}: a form without fields; 1 column is recognised",
            "{file}: a form without fields; {count} columns are recognised",
            file=path,
        )
    count = sum(len(sheet.words) for sheet in look.sheets)
    return tr_count(
        count,
        "{file}: a form with 1 field, no problems",
        "{file}: a form with {count} fields, no problems",
        file=path,
    )


def mapping_lines(mapping: FormMapping) -> list[str]:
    """Return what a form was taken for, a line for each column and label."""
    return [
        *(
            f"  {head.place}  {head.head} → {head_words(head)}"
            for table in mapping.kinds
            for head in table.heads
        ),
        *(
            f"  {label.place}  {label.label} → {label.word or tr('left blank')}"
            for label in mapping.labels
        ),
    ]


def head_words(head: MappedHead) -> str:
    """Return what is put below a head, and whether somebody should look."""
    if not head.word:
        return tr("not filled in")
    return head.field if head.is_sure else tr("{field} (please check)", field=head.field)


def filled_sentence(filled: "FilledForm", path: Path) -> str:
    """Return that a form was written, and what is not in it."""
    lines = filled_lines(filled)
    said = tr("Written: {path}.", path=path) if lines else tr("Written: {path}", path=path)
    for line in lines:
        said = tr("{sentence} {next}", sentence=said, next=line)
    return said


def filled_lines(filled: "FilledForm", form: Path | None = None) -> list[str]:
    """Return what is not in a filled form, a line each; with how a `form`'s columns are said."""
    said: list[str] = []
    if filled.zero:
        said.append(tr("Nothing to report: the first row says “{said}”.", said=filled.zero))
    if filled.left_out:
        sites = "、".join(filled.left_out)
        said.append(tr("No sheet is for {sites}: their findings are not in it.", sites=sites))
    if filled.blank:
        said.append(tr("Left blank: {places}.", places="、".join(filled.blank)))
    if filled.too_long:
        said.append(_too_long_sentence(filled.too_long))
    if filled.unsure and not form:
        places = "、".join(filled.unsure)
        said.append(tr("Please check these columns: {places}.", places=places))
    elif filled.unsure:
        said.append(
            tr(
                "Please check these columns: {places}. What they are is said with: inspector form"
                " {form} --map HEAD=FIELD",
                places="、".join(filled.unsure),
                form=form,
            )
        )
    return said


def shown_lines(filled: "FilledForm") -> list[str]:
    """Return what a form would hold that is filled for a look, and what is not in it."""
    count = tr_count(filled.places, "1 cell is filled.", "{count} cells are filled.")
    return [count, *filled_lines(filled)]


def _too_long_sentence(cells: "Sequence[TooLong]") -> str:
    """Return which cells do not show their text whole: the first, and how many."""
    places = "、".join(
        tr("{place} ({has} characters, room for {room})", place=c.place, has=c.has, room=c.room)
        for c in cells[:_FEW]
    )
    if len(cells) > _FEW:
        places = tr("{places} and others", places=places)
    return tr_count(
        len(cells),
        "Does not fit in 1 place: {places}.",
        "Does not fit in {count} places: {places}.",
        places=places,
    )


def write_sample_forms(folder: Path) -> list[Path]:
    """Write the sample forms into a folder, made if missing.

    Raises CannotWriteError or FileInUseError.
    """
    make_folder(folder)
    return write_samples(folder)
