"""openpyxl's reader of workbooks without what takes more memory than the workbook holds.

Charts are not looked at, sheets are not measured, and texts are read one at a time.
"""

from typing import IO, TYPE_CHECKING, Any

from inspector.excel.reading.sheet_rows import OutOfOrderError, TooMuchError, each_element

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_TEXTS = 500_000
"""Different texts of all cells together."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def load_lean(file: IO[bytes]) -> "Workbook":
    """Return the workbook in `file`, read-only, as `load_workbook` would.

    Raises TooMuchError, OutOfOrderError for two sheets of one name, and whatever openpyxl raises
    for what it cannot read.
    """
    from openpyxl.chartsheet import Chartsheet
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    class UnmeasuredSheet(ReadOnlyWorksheet):
        def _get_size(self) -> None:
            """Leave it: what a file says of its size is often wrong, or looked for in vain."""

    class LeanReader(ExcelReader):
        def read_strings(self) -> None:
            package: Any = self.package
            found = package.find(_TEXTS)
            if found is not None:
                with self.archive.open(found.PartName[1:]) as source:
                    self.shared_strings = _texts(source)

        def read_worksheets(self) -> None:
            book: Any = self.wb
            for sheet, relation in self.parser.find_sheets():
                if "chartsheet" in relation.Type:
                    chart = Chartsheet(parent=book)
                    chart.title = sheet.name
                    book._add_sheet(chart)
                    continue
                made = UnmeasuredSheet(book, sheet.name, relation.target, self.shared_strings)
                made.sheet_state = sheet.state or "visible"
                book._sheets.append(made)

    reader = LeanReader(file, read_only=True)
    reader.read()
    book: Any = reader.wb
    names = [sheet.title.casefold() for sheet in book._sheets]
    if len(set(names)) < len(names):
        raise OutOfOrderError
    return reader.wb


_TEXTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def _texts(source: IO[bytes]) -> list[str]:
    texts: list[str] = []
    for element in each_element(source, f"{_MAIN}si", f"{_MAIN}sst"):
        texts.append(_text(element))
        if len(texts) > MOST_TEXTS:
            raise TooMuchError
    return texts


def _text(element: Any) -> str:  # noqa: ANN401 -- what openpyxl calls an element is less
    from openpyxl.cell.text import Text

    if len(element) == 1 and element[0].tag == f"{_MAIN}t":
        text = element[0].text or ""
    else:
        text = getattr(Text.from_tree(element), "content", "")
    return str(text).replace("x005F_", "")  # as openpyxl does
