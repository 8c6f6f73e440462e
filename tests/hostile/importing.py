"""A file to every reader of workbooks: each reads it, or refuses it with a sentence."""

from collections.abc import Callable, Mapping
from pathlib import Path

from inspector.domain.errors import InspectorError
from inspector.excel.forms.form_workbook import read_form
from inspector.excel.packs.pack_workbook import read_pack_sheets
from inspector.excel.returned.returned_workbook import read_returned
from inspector.excel.rosters.roster_workbook import read_roster
from inspector.workspace.file_kinds import kind_of
from inspector.workspace.sentences import problem_sentences, sentence
from tests.excel.reports import TODAY
from tests.excel.rosters.rosters import KINDS

READERS: Mapping[str, Callable[[Path], object]] = {
    "roster": lambda path: read_roster(path, KINDS),
    "pack": read_pack_sheets,
    "ledger": lambda path: read_returned(path, TODAY),
    "notice": lambda path: read_returned(path, TODAY),
    "form": read_form,
}

LOOKS: tuple[Callable[[Path], object], ...] = (kind_of,)


def said(kind: str, path: Path) -> list[str]:
    """What a reader refuses a file with, line by line; nothing when it reads it."""
    try:
        READERS[kind](path)
    except InspectorError as error:
        return _told(error)
    return []


def said_of_looks(path: Path) -> list[str]:
    """What the questions for a file's kind refuse it with; nothing when they answer."""
    for look in LOOKS:
        try:
            look(path)
        except InspectorError as error:
            return _told(error)
    return []


def _told(error: InspectorError) -> list[str]:
    lines = [sentence(error), *problem_sentences(error)]
    assert all(line.strip() and line.isprintable() for line in lines)
    return lines
