"""openpyxl's reader of workbooks without the pictures, which are read when their page is drawn."""

from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook


@dataclass(slots=True)
class SheetPart:
    """Where a sheet lies in its package; `blank`: rows and columns of formulas without a result."""

    name: str
    blank: list[tuple[int, int]] = field(default_factory=list)


def load_for_pages(file: IO[bytes]) -> "tuple[Workbook, dict[str, SheetPart]]":
    """Return the workbook in `file` with the results of its formulas, and its sheets' parts.

    A program that writes a workbook need not reckon: then there is no result, until an office
    program opened and saved it. Raises whatever openpyxl raises for what it cannot read.
    """
    from openpyxl.packaging.relationship import (
        RelationshipList,
        get_dependents,
        get_rels_path,
    )
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.worksheet._reader import FORMULA_TAG, VALUE_TAG, WorksheetReader

    parts: dict[str, SheetPart] = {}

    def listen(reader: Any, part: SheetPart) -> None:  # noqa: ANN401 -- openpyxl has no types
        parse = reader.parser.parse_cell

        def parse_cell(element: Any) -> dict[str, Any]:  # noqa: ANN401
            cell: dict[str, Any] = parse(element)
            if cell["value"] is None and element.find(FORMULA_TAG) is not None:
                is_empty_text = element.get("t") == "str" and element.find(VALUE_TAG) is not None
                if not is_empty_text:
                    part.blank.append((cell["row"], cell["column"]))
            return cell

        reader.parser.parse_cell = parse_cell

    class PageReader(ExcelReader):
        def read_worksheets(self) -> None:
            book: Any = self.wb
            for sheet, relation in self.parser.find_sheets():
                made = book.create_sheet(sheet.name)  # one for each: names of areas count them
                made.sheet_state = sheet.state or "visible"
                if "chartsheet" in relation.Type:
                    made.sheet_state = "hidden"
                    continue
                part = parts[made.title] = SheetPart(relation.target)
                rels = get_rels_path(relation.target)  # type: ignore[no-untyped-call]
                known = rels in self.valid_files
                made._rels = get_dependents(self.archive, rels) if known else RelationshipList()
                with self.archive.open(relation.target) as source:
                    cells = WorksheetReader(made, source, self.shared_strings, True, False)
                    listen(cells, part)
                    cells.bind_all()

    reader = PageReader(file, data_only=True)
    reader.read()
    return reader.wb, parts
