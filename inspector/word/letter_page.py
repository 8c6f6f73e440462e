"""The page of a letter: its margins, its page numbers, the fonts it names."""

from typing import TYPE_CHECKING

from inspector.word.letter_layout import (
    BOTTOM_MM,
    CHARACTER,
    FOOTER_MM,
    INSTEAD,
    LEFT_MM,
    NUMBER_FONT,
    PAGE_MM,
    PAGE_NUMBER,
    RIGHT_MM,
    TEXT_FONT,
    TOP_MM,
)
from inspector.word.lines import set_font

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section, _Footer

_FONT_TABLE = "/word/fontTable.xml"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def set_page(section: "Section") -> None:
    """Give a section the paper and margins of a letter."""
    from docx.shared import Mm

    section.page_width, section.page_height = (Mm(length) for length in PAGE_MM)
    section.top_margin, section.bottom_margin = Mm(TOP_MM), Mm(BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(LEFT_MM), Mm(RIGHT_MM)
    section.footer_distance, section.header_distance = Mm(FOOTER_MM), Mm(15)


def name_fonts(document: "Document") -> None:
    """Set the font of what has none, and say which one replaces each that a system may lack."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = TEXT_FONT, Pt(CHARACTER)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), TEXT_FONT)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")  # how lines may end
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        f'<w:family w:val="auto"/></w:font>'
        for name, other in INSTEAD.items()
    )
    table = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:fonts xmlns:w="{_NAMESPACE}">{fonts}</w:fonts>'
    )
    for part in document.part.package.iter_parts():
        if part.partname == _FONT_TABLE:
            part._blob = table.encode()


def add_page_numbers(document: "Document") -> None:
    """Add — 1 — below the text, on the outside of the sheet, a character from its edge (7.5)."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, alignment, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT, "right_indent"),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT, "left_indent"),
    ):
        _add_number(footer, alignment, side)


def _add_number(footer: "_Footer", alignment: int, side: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.paragraph_format.alignment = alignment
    setattr(paragraph.paragraph_format, side, Pt(PAGE_NUMBER))
    dash, number, other = (paragraph.add_run(text) for text in ("— ", "", " —"))
    for run in (dash, number, other):
        set_font(run, NUMBER_FONT, PAGE_NUMBER)
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        number._element.append(element)
