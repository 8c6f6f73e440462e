"""The words in the header and the footer of a page, and where they stand."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from inspector.domain.papers.printed_page import Box, Lettering, PlacedText, Side

if TYPE_CHECKING:
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.worksheet import Worksheet

_INCH = 72.0
_LINE = 1.45  # of a line, in sizes of its letters
_USUAL_SIZE = 10.0
_CODE = re.compile(
    r'&(?:(?P<and>&)|"(?P<font>[^"]*)"|(?P<size>\d{1,3})\s?|K(?P<colour>[0-9A-Fa-f]{6})'
    r"|\[(?P<word>[^\]]*)\]|(?P<letter>[A-Za-z])(?P<more>[+-]\d+)?)"
)
_WORDS = {"Page": "P", "Pages": "N", "Date": "D", "Time": "T", "Tab": "A", "File": "F"}


@dataclass(frozen=True, slots=True)
class Counted:
    """Which page it is, of how many, of which sheet and file, and when it is printed."""

    number: int
    count: int
    sheet: str
    file: str
    now: datetime


_NOWHERE = Counted(1, 1, "", "", datetime(2000, 1, 1))


def margin_words(
    sheet: "Worksheet", page: tuple[float, float], at: Counted, scale: float, *, is_first: bool
) -> list[PlacedText]:
    """Return the words in the margins of a page of a size in points.

    They are as much smaller as the sheet is, unless it says otherwise.
    """
    words = sheet.HeaderFooter
    odd = at.number % 2 == 1
    header, footer = words.oddHeader, words.oddFooter
    if words.differentFirst and is_first:
        header, footer = words.firstHeader, words.firstFooter
    elif words.differentOddEven and not odd:
        header, footer = words.evenHeader, words.evenFooter
    if words.scaleWithDoc is False:
        scale = 1.0
    margins = sheet.page_margins
    family = sheet.parent._named_styles["Normal"].font.name or ""  # type: ignore[union-attr]
    left, right = margins.left * _INCH, margins.right * _INCH
    placed: list[PlacedText] = []
    for item, is_above in ((header, True), (footer, False)):
        if item is None:
            continue
        for part, across in (
            (item.left, Side.START), (item.center, Side.MIDDLE), (item.right, Side.END),
        ):  # fmt: skip
            if part is None or not part.text:
                continue
            text, lettering = _said(part, at, family)
            lettering = replace(lettering, size=lettering.size * scale)
            height = _LINE * lettering.size * (text.count("\n") + 1)
            top = margins.header * _INCH if is_above else page[1] - margins.footer * _INCH - height
            box = Box(left, top, page[0] - left - right, height)
            placed.append(PlacedText(text, box, lettering, across, Side.MIDDLE))
    return placed


def margins_taken(sheet: "Worksheet", scale: float) -> tuple[float, float]:
    """Return how much of a page, in points, its upper and its lower margin take.

    Words in a margin are scaled with the sheet as LibreOffice does it, and with them the room
    that is left for them: where they are small, there is more room for the sheet, and where they
    need more than the margin, less.
    """
    words, margins = sheet.HeaderFooter, sheet.page_margins
    if words.scaleWithDoc is False:
        scale = 1.0
    return (
        _taken(words.oddHeader, margins.top * _INCH, margins.header * _INCH, scale),
        _taken(words.oddFooter, margins.bottom * _INCH, margins.footer * _INCH, scale),
    )


def _taken(item: "HeaderFooterItem | None", whole: float, edge: float, scale: float) -> float:
    parts = [] if item is None else [item.left, item.center, item.right]
    sizes = [
        lettering.size * (text.count("\n") + 1)
        for part in parts
        if part is not None and part.text
        for text, lettering in (_said(part, _NOWHERE, ""),)
    ]
    if not sizes:
        return whole
    beside = max(whole - edge - max(sizes), 0.0)
    return edge + scale * (beside + _LINE * max(sizes))


def _said(part: "_HeaderFooterPart", at: Counted, family: str) -> tuple[str, Lettering]:
    """Return what a part says, and how: the last font and size that it names count for all."""
    font, size = part.font or "", float(part.size or _USUAL_SIZE)
    colour, bold, italic, line = part.color or "000000", False, False, False
    said, end = "", 0
    text = str(part.text)
    for code in _CODE.finditer(text):
        said += text[end : code.start()]
        end = code.end()
        letter = _WORDS.get(code["word"] or "", code["letter"] or "").upper()
        if code["and"]:
            said += "&"
        elif code["font"] is not None:
            font = code["font"]
        elif code["size"]:
            size = float(code["size"])
        elif code["colour"]:
            colour = code["colour"]
        elif letter == "P":
            said += str(at.number + int(code["more"] or 0))
        else:
            bold, italic, line = (
                bold ^ (letter == "B"),
                italic ^ (letter == "I"),
                line or (letter in ("U", "E")),
            )
            said += _word(letter, at) + (code["more"] or "")
    said += text[end:]
    name, _, look = font.partition(",")
    return said, Lettering(
        name if name not in ("", "-") else family,
        size,
        is_bold=bold or "Bold" in look,
        is_italic=italic or "Italic" in look,
        is_underlined=line,
        colour=colour,
    )


def _word(letter: str, at: Counted) -> str:
    day: date = at.now.date()
    return {
        "N": str(at.count),
        "A": at.sheet,
        "F": at.file,
        "D": f"{day:%Y-%m-%d}",
        "T": f"{at.now:%H:%M}",
    }.get(letter, "")
