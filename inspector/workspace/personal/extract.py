"""A person's extract: writing what is kept of them as a workbook."""

from pathlib import Path

from inspector.excel.papers.personal_workbook import TITLE, ExtractLine, write_extract
from inspector.excel.sheet.file_names import legal_file_name
from inspector.excel.sheet.report_heading import Heading
from inspector.storage.registers.erasure_store import PersonKept
from inspector.workspace.papers.paper_family import Papers
from inspector.workspace.personal.held import Held
from inspector.workspace.preferences import CHECKED_BY, FILLED_BY, PHONE, UNIT_NAME

_KINDS = {"staff": "当班人员", "inspector": "检查人员", "complainant": "投诉人"}


class ExtractPapers(Papers):
    """Writes extracts."""

    def name(self, held: Held) -> str:
        """Return the file name that an extract is offered under."""
        return legal_file_name(f"{TITLE}_{held.name}_{self._today()}.xlsx")

    def write(self, path: Path, held: Held) -> Path:
        """Write everything that names a person, and the photos of their window, to `path`.

        Raises FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        lines = [
            ExtractLine(
                row.held_in, _moment(row.when), _title(row.title), field, text, row.erased[field]
            )
            for row in held.rows
            for field, text in row.texts.items()
        ]
        photos = [
            (photo.name, _moment(photo.when), photo.place,
             photo.erased_on.isoformat() if photo.erased_on else "")
            for photo in held.photos
        ]  # fmt: skip
        get = self._preferences.get
        heading = Heading(
            get(UNIT_NAME), "", self._today(), get(FILLED_BY), get(CHECKED_BY), get(PHONE),
            code=self._records.code(),
        )  # fmt: skip
        write_extract(path, held.name, _who(held.person), len(held.rows), lines, photos, heading)
        return path


def _who(person: PersonKept | None) -> str:
    if person is None:
        return ""
    return "：".join(filter(None, (_KINDS[person.kind], person.where)))


def _moment(text: str) -> str:
    return text[:16].replace("T", " ")


def _title(text: str) -> str:
    """Return what a row is called; a setting's key is a word of ours."""
    return "" if text.isascii() and text.islower() else text
