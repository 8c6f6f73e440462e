"""The circular as an official letter: its text, and the names of what comes with it."""

from collections.abc import Iterator, Sequence

from inspector.domain.papers.letter import Letter, LetterHeading, LetterParagraph, LetterPart
from inspector.domain.papers.letter_text import lead_of, text_blocks
from inspector.excel.sheet.report_heading import Heading


def circular_letter(title: str, text: str, heading: Heading, annexes: Sequence[str]) -> Letter:
    """Return a letter with the `text` of a circular; the annexes are in its workbook."""
    return Letter(
        title=title,
        body=tuple(_parts(text, heading.alarm)),
        signer=heading.unit,
        day=heading.reported_on,
        attachments=tuple(annexes),
    )


def _parts(text: str, alarm: str) -> Iterator[LetterPart]:
    if alarm:
        yield LetterParagraph(f"{alarm}。")
    for block in text_blocks(text):
        if block.level:
            yield LetterHeading(block.text, block.level)
        else:
            lead = lead_of(block.text)
            yield LetterParagraph(block.text.removeprefix(lead), lead)
