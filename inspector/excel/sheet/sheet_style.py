"""The one look of every workbook: fonts, borders, kinds of column (DOMAIN §3.3).

Styles are named in the workbook, so that whoever receives it can restyle a whole sheet at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook


HEADING_FONT = "黑体"
BODY_FONT = "仿宋"
"""Both are on every Windows with Chinese."""

TITLE_SIZE = 18.0
SMALLER_TITLES = (16.0, 15.0, 14.0)
HEADER_SIZE = 11.0
LINE_SIZE = 11.0
ALARM_SIZE = 14.0
BODY_SIZE = 11.0
LETTER_SIZE = 14.0

_HEADER_GREY = "D9D9D9"  # light enough for black text, dark enough to survive a copier
_TOTAL_GREY = "F2F2F2"


class Kind(Enum):
    """What a column holds. Text may stand in any of them, such as “—” among scores."""

    TEXT = auto()  # long: on the left
    LINES = auto()  # on the left as well, and kept as typed: 2026.10 does not become a number
    CAPTION = auto()  # below a picture in the same cell
    SHORT = auto()  # short text: centred, as all below
    CODE = auto()  # the number of a finding: on one line, since it is searched for as a whole
    NUMBER = auto()  # as it is: 4, 1.5
    SCORE = auto()  # two decimals
    PRODUCT = auto()  # four: a score by a percentage
    CHANGE = auto()  # two decimals with an arrow
    PERCENT = auto()
    DATE = auto()
    NARROW_DATE = auto()  # where columns are many


_NUMBER_FORMATS: Mapping[Kind, str] = {
    Kind.TEXT: "General",
    Kind.LINES: "@",
    Kind.CAPTION: "General",
    Kind.CODE: "@",
    Kind.SHORT: "@",  # a window 3-1 stays one when somebody retypes it
    Kind.NUMBER: "General",
    Kind.SCORE: "0.00",
    Kind.PRODUCT: "0.0000",
    Kind.CHANGE: '"↑"0.00;"↓"0.00;"持平"',
    Kind.PERCENT: "0.00%",
    Kind.DATE: 'yyyy"年"m"月"d"日"',
    Kind.NARROW_DATE: "yyyy-mm-dd",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, its width in Excel's units, and what it holds."""

    header: str
    width: float
    kind: Kind = Kind.SHORT
    fill_in: bool = False  # others write into it: framed, and its header says so


class Styles:
    """The named styles of one workbook, added to it when first asked for."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._names: set[str] = set()
        self._bodies: dict[tuple[Kind, float, bool, bool], str] = {}  # asked for with every cell

    def label(self) -> str:
        """附件1, above the title."""
        return self._add("附件", HEADING_FONT, 12, "left")

    def title(self, size: float = TITLE_SIZE) -> str:
        """The merged title, in a font of `size` points."""
        name = "大标题" if size == TITLE_SIZE else f"大标题 {size:g}"
        return self._add(name, HEADING_FONT, size, "center")

    def heading(self) -> str:
        """The heading of a part of a paper, at the left."""
        return self._add("小标题", HEADING_FONT, LINE_SIZE, "left")

    def paragraph(self, *, heading: bool = False) -> str:
        """A paragraph of a letter, or a heading in it."""
        font = HEADING_FONT if heading else BODY_FONT
        return self._add("正文标题" if heading else "正文", font, LETTER_SIZE, "left")

    def signature(self) -> str:
        """Who signs a letter, and when, at the right."""
        return self._add("落款", BODY_FONT, LETTER_SIZE, "right")

    def alarm(self) -> str:
        """What nobody may overlook, below the title."""
        return self._add("警示", HEADING_FONT, ALARM_SIZE, "center", border="thin")

    def line(self, horizontal: str) -> str:
        """A line of words outside the table, at the left, center or right of its cells."""
        return self._add(f"表外文字 {horizontal}", BODY_FONT, LINE_SIZE, horizontal)

    def header(self, *, fill_in: bool = False) -> str:
        """The header of a column; of one that others fill in it is white and framed."""
        return self._add(
            "表头（填写）" if fill_in else "表头",
            HEADING_FONT,
            HEADER_SIZE,
            "center",
            border="medium" if fill_in else "thin",
            fill="" if fill_in else _HEADER_GREY,
        )

    def body(
        self,
        kind: Kind,
        size: float = BODY_SIZE,
        *,
        total: bool = False,
        fill_in: bool = False,
    ) -> str:
        """A cell of the table, in a font of `size` points; in a row that sums up if `total`."""
        key = (kind, size, total, fill_in)
        if key not in self._bodies:
            self._bodies[key] = self._body(kind, size, total=total, fill_in=fill_in)
        return self._bodies[key]

    def _body(self, kind: Kind, size: float, *, total: bool, fill_in: bool) -> str:
        horizontal = "left" if kind in (Kind.TEXT, Kind.LINES, Kind.CAPTION) else "center"
        words = kind in (Kind.TEXT, Kind.LINES, Kind.CAPTION, Kind.SHORT)
        name = f"{'合计' if total else '表格'} {kind.name.lower()} {size:g}"
        if fill_in:
            name = f"填写 {kind.name.lower()} {size:g}"
        return self._add(
            name,
            HEADING_FONT if total else BODY_FONT,
            size,
            horizontal,
            _NUMBER_FORMATS[kind],
            wrap=words,  # what does not wrap shrinks: a number too wide would print as ####
            border="medium" if fill_in else "thin",
            fill=_TOTAL_GREY if total else "",
            vertical="bottom" if kind is Kind.CAPTION else "center",
        )

    def _add(
        self,
        name: str,
        font: str,
        size: float,
        horizontal: str,
        number_format: str = "General",
        *,
        wrap: bool = True,
        border: str = "",
        fill: str = "",
        vertical: str = "center",
    ) -> str:
        from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

        if name in self._names:
            return name
        self._names.add(name)
        style = NamedStyle(
            name,
            font=Font(name=font, size=size, charset=134),  # GB 2312: a stand-in knows Chinese
            alignment=Alignment(
                horizontal=horizontal, vertical=vertical, wrap_text=wrap, shrink_to_fit=not wrap
            ),
            number_format=number_format,
        )
        if border:
            side = Side(border)  # type: ignore[arg-type]  # thin or medium
            style.border = Border(left=side, right=side, top=side, bottom=side)
        if fill:
            style.fill = PatternFill("solid", fgColor=fill)
        self._book.add_named_style(style)
        return name
