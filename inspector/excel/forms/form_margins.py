"""The page headers and footers of a form: words in braces stand there too."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from inspector.domain.faults import Fault, Problem
from inspector.excel.forms.form_fields import (
    PLACEHOLDER,
    filled,
    is_rate,
    rows_of,
    value_text,
    words_in,
)
from inspector.excel.sheet.legal_text import legal_text
from inspector.excel.sheet.table_sheet import Value
from inspector.excel.sheet.written_papers import papers_written

if TYPE_CHECKING:
    from openpyxl.worksheet.header_footer import _HeaderFooterPart
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_MARGIN = 255
"""Characters of a header or footer with its codes; with more Excel takes the file for damaged."""

_PICTURES = ("&G", "&[Picture]")
_CUT = "…"
_SIZE_BEFORE = re.compile(r"((?<!&)&\d+)(?=[{｛]{2})")


def margin_texts(sheet: "Worksheet") -> Iterator[str]:
    """Return the texts of a sheet's headers and footers."""
    for _, part in _parts(sheet):
        yield part.text


def margin_problems(sheet: "Worksheet") -> list[Problem]:
    """Return what no header or footer can hold: rows that repeat, and pictures, which get lost."""
    texts = list(margin_texts(sheet))
    words = dict.fromkeys(word for text in texts for word in words_in(text))
    problems = [Problem(sheet.title, Fault.ROWS_IN_MARGIN, word) for word in words if rows_of(word)]
    if any(code in text for text in texts for code in _PICTURES):
        problems.append(Problem(sheet.title, Fault.MARGIN_PICTURE))
    return problems


def fill_margins(sheet: "Worksheet", value_of: Callable[[str], Value]) -> None:
    """Put values into the headers and footers of a sheet; what does not fit is cut and told."""

    def escaped(word: str) -> Value:
        text = value_text(value_of(word), is_rate=is_rate(word))
        return legal_text(text).replace("&", "&&")  # else a code

    for margin, part in _parts(sheet):
        if not PLACEHOLDER.search(part.text):
            continue
        # A size would take the digits of a year for its own.
        part.text = filled(_SIZE_BEFORE.sub(r"\1 ", part.text), escaped)
        over = len(str(margin)) - LONGEST_MARGIN
        if over > 0:
            kept = part.text[: -over - len(_CUT)]
            if (len(kept) - len(kept.rstrip("&"))) % 2:  # half of an escaped one
                kept = kept[:-1]
            part.text = kept + _CUT
            papers_written().note_cut(sheet.title, "页眉页脚")


def _parts(sheet: "Worksheet") -> "Iterator[tuple[Any, Any]]":
    for margin in (
        sheet.oddHeader, sheet.evenHeader, sheet.firstHeader,
        sheet.oddFooter, sheet.evenFooter, sheet.firstFooter,
    ):  # fmt: skip
        if margin is not None:
            for part in (margin.left, margin.center, margin.right):
                if part is not None and part.text is not None:
                    _join(part)
                    yield margin, part


def _join(part: "_HeaderFooterPart") -> None:
    """Let all of a part be its text: of several fonts openpyxl takes the text between for one."""
    part.text = str(part)
    part.font = part.size = part.color = None
