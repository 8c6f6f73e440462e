"""A paragraph of a document: its text in one font, how it stands, what it keeps together with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from inspector.word.letter_layout import CHARACTER, LINE, TEXT_FONT, TIGHTER

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run


_INDENT = 2  # characters


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. Sizes and `line`, from one line to the next, are points.

    `indent` begins it two characters in; with `hang` the lines behind its first begin so many
    further. A `ragged` one is not stretched to both margins. `right` keeps so many free at its
    right and sets it there. With `keep` it stays on the page of what follows. `ruled` is the
    colour of a line below it. `lead` begins it in a font of its own.
    """

    text: str
    font: str = TEXT_FONT
    size: float = CHARACTER
    line: float = LINE
    indent: bool = False
    hang: float = 0.0
    right: float | None = None
    centred: bool = False
    ragged: bool = False
    keep: bool = False
    colour: str = ""
    ruled: str = ""
    lead: str = ""
    lead_font: str = ""


class _Holder(Protocol):
    """A document, a cell, a footer."""

    def add_paragraph(self) -> "Paragraph": ...


def add_line(holder: "_Holder", line: Line) -> "Paragraph":
    """Add a paragraph to what holds some, and return it."""
    return set_line(holder.add_paragraph(), line)


def set_line(paragraph: "Paragraph", line: Line) -> "Paragraph":
    """Make an empty paragraph that of `line`."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Pt

    about = paragraph.paragraph_format
    about.space_before = about.space_after = Pt(0)
    about.line_spacing_rule, about.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line.line)
    about.keep_with_next = line.keep or None
    if line.centred:
        about.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif line.right is not None:
        about.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        about.right_indent = Pt(line.right * line.size)
    else:
        alignments = WD_ALIGN_PARAGRAPH
        about.alignment = alignments.LEFT if line.ragged else alignments.JUSTIFY
    if line.hang:
        about.left_indent = Pt((_INDENT + line.hang) * line.size)
        about.first_line_indent = Pt(-line.hang * line.size)
    elif line.indent:
        about.first_line_indent = Pt(_INDENT * line.size)
    if line.lead:
        _add_run(paragraph, line.lead, line.lead_font, line)
    _add_run(paragraph, line.text, line.font, line)
    if line.ruled:
        _rule(paragraph, line.ruled)
    return paragraph


def set_font(run: "Run", font: str, size: float) -> None:
    """Give a run its font, for Chinese and for all else, and its size in points."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run.font.size, run.font.name = Pt(size), font
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
    for which in ("w:eastAsia", "w:hAnsi", "w:cs"):
        fonts.set(qn(which), font)


def _add_run(paragraph: "Paragraph", text: str, font: str, line: Line) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    run = paragraph.add_run(text)
    set_font(run, font, line.size)
    if line.colour:
        run.font.color.rgb = RGBColor.from_string(line.colour)
    if line.size == CHARACTER:
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), str(round(TIGHTER * 20)))
        run._element.get_or_add_rPr().append(spacing)


def _rule(paragraph: "Paragraph", colour: str) -> None:
    """Draw a line below a paragraph, 4 mm from its text (7.2.8)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "11"), ("color", colour)):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )
