"""A letter as a document: head, title, text, what goes with it, who signs, page numbers."""

from datetime import datetime, time
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from inspector.domain.papers.letter import (
    Letter,
    LetterHeading,
    LetterParagraph,
    LetterPart,
    LetterTable,
)
from inspector.word.letter_layout import (
    CHARACTER,
    HEADING_FONT,
    ISSUER,
    LEAD_FONT,
    LINE,
    RED,
    TEXT_FONT,
    TITLE,
    TITLE_FONT,
    TITLE_LINE,
    width_in_characters,
)
from inspector.word.letter_page import add_page_numbers, name_fonts, set_page
from inspector.word.letter_table import add_table
from inspector.word.lines import Line, add_line

if TYPE_CHECKING:
    from docx.document import Document

_MARGIN_OF_DATE = 4.0  # characters to the right of the date (7.3.5.1)
_LEAST_MARGIN = 2.0  # to the right of a name that is longer than the date


def letter_bytes(letter: Letter) -> bytes:
    """Return a letter as a .docx file."""
    from docx import Document as new_document

    document = new_document()
    _clear(document)
    set_page(document.sections[0])
    name_fonts(document)
    _add_head(document, letter)
    _add_title(document, letter.title)
    if letter.addressee:
        add_line(document, Line(f"{letter.addressee}："))
    *body, last = letter.body or (LetterParagraph(""),)
    for part, following in pairwise((*body, last)):
        _add_part(document, part, keep=isinstance(following, LetterTable))
    _add_part(document, last, keep=True)
    _add_attachments(document, letter.attachments)
    _add_signature(document, letter)
    add_page_numbers(document)
    _say_what_it_is(document, letter)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _clear(document: "Document") -> None:
    """Take out what the library's own empty document brings along: its author and its styles."""
    normal = document.styles["Normal"]
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = None
    normal.paragraph_format.widow_control = True


def _add_head(document: "Document", letter: Letter) -> None:
    """Add the name in red, the number, and the line below them; of those that there are."""
    if letter.issuer:
        most = 26.0 * CHARACTER / width_in_characters(letter.issuer)
        size = max(CHARACTER, min(ISSUER, most))
        name = Line(letter.issuer, TITLE_FONT, size, centred=True, colour=RED, line=size * 1.2)
        add_line(document, name)
        add_line(document, Line(""))
    if letter.number or letter.issuer:
        number = Line(letter.number, centred=True, ruled=RED if letter.issuer else "")
        add_line(document, number)
        add_line(document, Line(""))
    if letter.issuer:
        add_line(document, Line(""))


def _add_title(document: "Document", title: str) -> None:
    for text in title.splitlines() or [""]:
        said = Line(text, TITLE_FONT, TITLE, centred=True, line=TITLE_LINE, keep=True)
        add_line(document, said)
    add_line(document, Line("", keep=True))


def _add_part(document: "Document", part: LetterPart, *, keep: bool = False) -> None:
    match part:
        case LetterHeading(text=text, level=level):
            font = HEADING_FONT if level == 1 else LEAD_FONT
            add_line(document, Line(text, font, indent=True, keep=True))
        case LetterParagraph(text=text, lead=lead):
            said = Line(text, TEXT_FONT, indent=True, keep=keep, lead=lead, lead_font=LEAD_FONT)
            add_line(document, said)
        case LetterTable():
            add_table(document, part)
            if keep:  # nothing binds a table to what follows
                add_line(document, Line("", keep=True, line=LINE / 2))


def _add_attachments(document: "Document", names: tuple[str, ...]) -> None:
    """Add 附件说明 one line below the text, two characters in; numbered where there are several."""
    if not names:
        return
    add_line(document, Line("", keep=True))
    several = len(names) > 1
    for number, name in enumerate(names, 1):
        first = "附件：" if number == 1 else "　　　"
        text = f"{first}{number}. {name}" if several else f"{first}{name}"
        hang = width_in_characters(f"附件：{number}. " if several else "附件：")
        add_line(document, Line(text, indent=True, hang=hang, keep=True))


def _add_signature(document: "Document", letter: Letter) -> None:
    """Add who signs above the date, centred on each other, on the page of the last paragraph."""
    said = f"{letter.day.year}年{letter.day.month}月{letter.day.day}日"
    date_width, name_width = width_in_characters(said), width_in_characters(letter.signer)
    name_margin = _MARGIN_OF_DATE + (date_width - name_width) / 2
    date_margin = _MARGIN_OF_DATE
    if name_margin < _LEAST_MARGIN:
        date_margin += _LEAST_MARGIN - name_margin
        name_margin = _LEAST_MARGIN
    for _ in range(2):
        add_line(document, Line("", keep=True))
    if letter.signer:
        add_line(document, Line(letter.signer, right=name_margin, keep=True))
    add_line(document, Line(said, right=date_margin))


def _say_what_it_is(document: "Document", letter: Letter) -> None:
    """Give the file its title and no name of ours; the moment is the letter's own day."""
    about, moment = document.core_properties, datetime.combine(letter.day, time())
    about.title = " ".join(letter.title.split())
    about.author = about.last_modified_by = letter.signer
    about.comments = ""
    about.created = about.modified = moment
