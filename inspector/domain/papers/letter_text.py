"""The text of a letter as it is typed: a paragraph a line; 一、 and （一） begin its parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inspector.domain.errors import LetterTextError, TextFault

LONGEST_TEXT = 20_000
"""Characters of a whole text: some thirty pages."""

LONGEST_PARAGRAPH = 2_000

_LONGEST_HEADING = 40
_NUMERALS = "[一二三四五六七八九十]{1,3}"
_LEVELS = (re.compile(f"{_NUMERALS}、"), re.compile(f"（{_NUMERALS}）"))
_LEAD = re.compile(f"（{_NUMERALS}）[^。\n]{{1,20}}。")
_STOPS = re.compile("[。；：！？]")
# What no paper can hold: control characters but line ends, halves of pairs, two non-characters.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACE = " \t　"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, or the heading of a part: 1 begins with 一、, 2 with （一）; 0 is none."""

    text: str
    level: int = 0


def text_blocks(text: str) -> Iterator[TextBlock]:
    """Yield the paragraphs and headings of a text; blank lines and indents are nobody's."""
    for line in text.splitlines():
        if said := line.strip(_SPACE):
            yield TextBlock(said, heading_level(said))


def heading_level(line: str) -> int:
    """Return of which level a line is a heading, 1 or 2; 0 where it is a paragraph.

    A heading is short and no sentence: （一）超时。今年… is a paragraph with a title of its own.
    """
    line = line.strip(_SPACE)
    if len(line) <= _LONGEST_HEADING and not _STOPS.search(line):
        for level, begins in enumerate(_LEVELS, 1):
            if begins.match(line):
                return level
    return 0


def lead_of(paragraph: str) -> str:
    """Return the title that begins a paragraph: （一）整改不够及时。; '' where there is none.

    What is one sentence alone has no title.
    """
    begins = _LEAD.match(paragraph)
    return begins[0] if begins and begins.end() < len(paragraph.rstrip(_SPACE)) else ""


def require_letter_text(text: str) -> None:
    """Raise LetterTextError where a text cannot be the text of a letter."""
    if not text.strip():
        raise LetterTextError(TextFault.EMPTY)
    if len(text) > LONGEST_TEXT:
        raise LetterTextError(TextFault.LONG_TEXT, most=LONGEST_TEXT)
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST_PARAGRAPH:
            raise LetterTextError(TextFault.LONG_PARAGRAPH, number, LONGEST_PARAGRAPH)
        if illegal := _ILLEGAL.search(line):
            raise LetterTextError(TextFault.CHARACTER, number, found=f"U+{ord(illegal[0]):04X}")
