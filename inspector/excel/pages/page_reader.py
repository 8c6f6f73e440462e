"""openpyxl's reader of workbooks without the pictures, which are read when their page is drawn."""

from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook


def load_for_pages(file: IO[bytes]) -> "tuple[Workbook, dict[str, str]]":
    """Return the workbook in `file` with the results of its formulas, and its sheets' parts.

    Raises whatever openpyxl raises for what it cannot read.
    """
    from openpyxl.packaging.relationship import (
        RelationshipList,
        get_dependents,
        get_rels_path,
    )
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.worksheet._reader import WorksheetReader

    parts: dict[str, str] = {}

    class PageReader(ExcelReader):
        def read_worksheets(self) -> None:
            book: Any = self.wb
            for sheet, relation in self.parser.find_sheets():
                made = book.create_sheet(sheet.name)  # one for each: names of areas count them
                made.sheet_state = sheet.state or "visible"
                if "chartsheet" in relation.Type:
                    made.sheet_state = "hidden"
                    continue
                parts[made.title] = relation.target
                rels = get_rels_path(relation.target)  # type: ignore[no-untyped-call]
                known = rels in self.valid_files
                made._rels = get_dependents(self.archive, rels) if known else RelationshipList()
                with self.archive.open(relation.target) as source:
                    WorksheetReader(made, source, self.shared_strings, True, False).bind_all()

    reader = PageReader(file, data_only=True)
    reader.read()
    return reader.wb, parts
