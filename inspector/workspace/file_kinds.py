"""What a file is that somebody hands us, told by its content: which import is it for?"""

import os
from enum import Enum, auto
from pathlib import Path

TABLES = (".xlsx", ".xls", ".et", ".csv")
"""What people call a workbook. Only the first is read; of the others the refusal says the way."""

_RARE = (".xlsm", ".xltx")  # read as well

_PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".bmp", ".gif", ".tif", ".tiff")
_PACK_HEAD = "pack.toml"


class FileKind(Enum):
    """What there is an import for, and what people take for it."""

    ROSTER = auto()
    INSPECTORS = auto()
    CHECKLIST = auto()
    RETURNED = auto()
    COMPLAINTS = auto()  # filled in by units
    HOLIDAYS = auto()
    SURVEY = auto()  # results of one
    PLAN = auto()  # of visits
    FORM = auto()  # a superior's, with placeholders
    PHOTO = auto()
    BACKUP = auto()
    BUNDLE = auto()  # of another laptop
    FOLDER = auto()
    OTHER_TABLE = auto()
    OTHER = auto()


def kind_of(path: Path) -> FileKind:
    """Return what a file or folder is; a workbook is read for it, whatever its name says.

    Raises NotFoundError, CannotReadError, or NotAWorkbookError for a table that is not read.
    """
    suffix = path.suffix.lower()
    if os.path.isdir(path):
        return FileKind.CHECKLIST if os.path.exists(path / _PACK_HEAD) else FileKind.FOLDER
    if suffix == ".toml":
        return FileKind.CHECKLIST if path.name == _PACK_HEAD else FileKind.HOLIDAYS
    if suffix in _PHOTOS:
        return FileKind.PHOTO
    if ".inspx" in path.name.lower()[-len(".inspx.001") :]:
        return FileKind.BUNDLE
    if suffix in (".zip", ".db", ".age") or path.name.lower().endswith(".zip.001"):
        return FileKind.BACKUP
    return _kind_of_table(path) if suffix in (*TABLES, *_RARE) else FileKind.OTHER


def _kind_of_table(path: Path) -> FileKind:
    from inspector.excel.complaints.complaints_returned import is_complaints
    from inspector.excel.forms.form_fields import PLACEHOLDER
    from inspector.excel.packs.pack_reader import is_pack
    from inspector.excel.packs.score_sheet_heads import is_score_sheet
    from inspector.excel.plans.plan_fields import is_plan
    from inspector.excel.reading.plain_sheets import read_sheets
    from inspector.excel.returned.returned_workbook import is_returned
    from inspector.excel.rosters.holiday_workbook import is_holidays
    from inspector.excel.rosters.inspector_heads import is_inspectors
    from inspector.excel.rosters.roster_workbook import is_roster
    from inspector.excel.surveys.survey_results import is_survey

    sheets = read_sheets(path)
    texts = (str(cell.value) for s in sheets for row in s.rows for cell in row.cells.values())
    is_form = any(PLACEHOLDER.search(text) for text in texts)
    for kind, is_one in (
        (FileKind.HOLIDAYS, is_holidays),
        (FileKind.SURVEY, is_survey),
        (FileKind.PLAN, is_plan),
        (FileKind.CHECKLIST, is_pack),
        (FileKind.COMPLAINTS, is_complaints),
        (FileKind.RETURNED, is_returned),
        (FileKind.ROSTER, is_roster),
        (FileKind.INSPECTORS, is_inspectors),
    ):
        if is_one(sheets) and not (is_form and kind is FileKind.PLAN):  # both count visits by site
            return kind
    if is_form:
        return FileKind.FORM
    return FileKind.CHECKLIST if is_score_sheet(sheets) else FileKind.OTHER_TABLE
