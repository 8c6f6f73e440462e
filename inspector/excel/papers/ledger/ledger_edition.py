"""In which form a ledger is printed: which columns a sheet has, on which paper, how large.

On A4 the columns of a ledger have no room at a size that can be read on a wall: some share a cell.
On A3 each stands alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from inspector.domain.finding.finding import Finding
from inspector.excel.papers.ledger.combined_columns import Combined, combined, combined_text
from inspector.excel.papers.ledger.ledger_sheet_columns import (
    ALL_COLUMNS,
    DONE_COLUMN,
    FOUND_COLUMN,
    USUAL_LEDGER_HEADERS,
)
from inspector.excel.sheet.chosen_columns import chosen
from inspector.excel.sheet.fill_in import DONE_ON, NUMBER, PROBLEM, PROGRESS, SITE, WINDOW
from inspector.excel.sheet.printed_width import (
    LEAST_SIZE,
    Paper,
    legible,
    page_units,
    printed_size,
)
from inspector.excel.sheet.row_height import text_width
from inspector.excel.sheet.sheet_style import Column, Kind
from inspector.excel.sheet.table_sheet import Value

BODY_SIZE = 10.5  # 五号
_SHORTER = 0.96  # of the body's size, to which a print edition may be scaled: 10 points
_LEAST = 0.88  # the same where there are photos
_TEXT = 14.0  # units of a text that has few words
_LONG_TEXT = 2.5  # a text has as much more room, at most, as its words are more
_PIXELS_PER_UNIT, _AROUND, _POINT = 6.8, 6, 96 / 72  # as LibreOffice has it, which has least
_LONG_NUMBER, _SITE, _WINDOW = 20.0, 6.5, 4.2
"""Font sizes of the longest line of a number, of a site's name, of a window's."""
_WORD = 4.1  # 公共区域 is on one line, whatever stands beside it
_HYPHENS = 0.97  # of a number's width: its hyphens are narrower than letters are taken for

MEASURED = 300  # findings whose texts are measured: cost does not grow with a year


@dataclass(frozen=True, slots=True)
class EditionAsked:
    """What somebody wants of a ledger's form."""

    headers: Sequence[str] = USUAL_LEDGER_HEADERS
    photos: bool = False  # as found; there are some
    fill_in: bool = False
    paper: Paper = Paper.A4


@dataclass(frozen=True, slots=True)
class LedgerEdition:
    """The columns of a printed sheet, as they are going to be written."""

    columns: Sequence[Column]
    paper: Paper
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # of combined columns

    @property
    def size(self) -> float:
        """Points of the table's words on paper."""
        fitting = legible(self.columns, BODY_SIZE, landscape=True, paper=self.paper)
        return printed_size(fitting, BODY_SIZE, landscape=True, paper=self.paper)

    @property
    def is_legible(self) -> bool:
        """Nothing prints smaller than can be read on a wall."""
        return self.size >= LEAST_SIZE

    @property
    def is_combined(self) -> bool:
        """Some columns share a cell."""
        return bool(self.parts)

    def row(self, values: Mapping[str, Value]) -> list[Value]:
        """Return the cells of a row whose values are by the ledger's own headers."""
        return [
            combined_text(self.parts[column.header], values)
            if column.header in self.parts
            else values.get(column.header)
            for column in self.columns
        ]


def printed_edition(
    asked: EditionAsked, findings: Sequence[Finding], texts: Mapping[str, float]
) -> LedgerEdition:
    """Return the form in which `findings` are printed; `texts` are mean lengths by header."""
    plain = full_edition(asked, findings)
    if asked.paper is Paper.A3 or plain.is_legible:
        return plain
    found = combined(_own(asked, findings, Paper.A4))
    columns = [each.column if isinstance(each, Combined) else each for each in found]
    if asked.fill_in:  # what units need not know: how it was rechecked
        columns = [c for c in columns if not c.header.startswith("复查时间")]
    parts = {each.column.header: each.parts for each in found if isinstance(each, Combined)}
    return LedgerEdition(_roomy(columns, texts), Paper.A4, parts)


def full_edition(asked: EditionAsked, findings: Sequence[Finding]) -> LedgerEdition:
    """Return the form in which every column stands alone, on the paper that was asked for."""
    return LedgerEdition(_own(asked, findings, asked.paper), asked.paper)


def mean_lengths(rows: Iterable[Mapping[str, Value]]) -> Mapping[str, float]:
    """Return how long the texts of columns are in the mean, by header."""
    sums: dict[str, float] = {}
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 -- the last is told
        for header, value in row.items():
            if isinstance(value, str):
                sums[header] = sums.get(header, 0) + text_width(value)
    return {header: length / count for header, length in sums.items()}


def _own(asked: EditionAsked, findings: Sequence[Finding], paper: Paper) -> list[Column]:
    """Return the columns that were chosen, those of photos among them."""
    needed = {NUMBER: _in_lines([each.number for each in findings], _LONG_NUMBER, _HYPHENS)}
    if not asked.photos:  # they take the room of names
        said = findings[:MEASURED]
        needed[SITE] = _in_lines([finding.site_name for finding in said], _SITE)
        needed[WINDOW] = _in_lines([finding.window_number for finding in said], _WINDOW)
    columns = [
        replace(column, width=max(column.width, needed.get(column.header, 0.0)))
        for column in ALL_COLUMNS
    ]
    room = page_units(landscape=True, paper=paper)
    beside = FOUND_COLUMN.width * asked.photos + DONE_COLUMN.width * asked.fill_in
    own = chosen(columns, asked.headers, room - beside)
    if asked.fill_in:
        own = [replace(c, fill_in=c.header in (PROGRESS, DONE_ON)) for c in own]
        own.insert(_place(own, DONE_ON) + 1, DONE_COLUMN)
    if asked.photos:
        own.insert(_place(own, PROBLEM) + 1, FOUND_COLUMN)
    return own


def _in_lines(names: Iterable[str], most: float, share: float = 1.0) -> float:
    """Return the units in which the longest of `names` is not torn, but `most` is the longest line.

    A name too long for a line takes two alike, and no line has its last character alone. Lines are
    in font sizes, as `text_width` tells them; names take a `share` of that.
    """
    longest = max(map(text_width, set(names)), default=0.0) * share
    line = longest if longest <= most else max(min(longest / 2 + 0.5, most), _WORD)
    return ceil((line * BODY_SIZE * _POINT + _AROUND) / _PIXELS_PER_UNIT * 10) / 10


def _roomy(columns: Sequence[Column], texts: Mapping[str, float]) -> list[Column]:
    """Return columns whose texts share what room is left, by how long they are."""
    wide = [c for c in columns if c.kind is Kind.TEXT and c.header in _TEXTS]
    rest = sum(column.width for column in columns if column not in wide)
    room = page_units(landscape=True) / _SHORTER - rest
    if room < len(wide) * _TEXT:  # beside photos: as small as may be, or rows get high
        room = page_units(landscape=True) / _LEAST - rest
    least = min((texts.get(c.header, 0.0) for c in wide), default=0.0) or 1.0
    needs = {c.header: min(max(texts.get(c.header, 0) / least, 1.0), _LONG_TEXT) for c in wide}
    unit = room / sum(needs.values()) if needs else 0.0
    return [
        replace(c, width=max(_TEXT, round(unit * needs[c.header], 1))) if c in wide else c
        for c in columns
    ]


_TEXTS = (PROBLEM, "整改要求（措施）", PROGRESS)


def _place(columns: Sequence[Column], header: str) -> int:
    return [column.header for column in columns].index(header)
