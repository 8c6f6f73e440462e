"""The circular as an official letter: its text, and the names of what comes with it."""

from collections.abc import Iterator, Sequence

from inspector.domain.papers.letter import Letter, LetterHeading, LetterParagraph, LetterPart
from inspector.domain.papers.letter_text import lead_of, text_blocks
from inspector.excel.sheet.report_heading import Heading
from inspector.workspace.preferences import ADDRESSEE, LETTER_HEAD, ORGAN_CODE, PreferenceBook


def circular_letter(
    title: str,
    text: str,
    heading: Heading,
    annexes: Sequence[str],
    preferences: PreferenceBook,
) -> Letter:
    """Return a letter with the `text` of a circular; the annexes are in its workbook.

    What the preferences say of letters stands around it. An office draws the number itself: its
    place is left.
    """
    code = preferences.get(ORGAN_CODE)
    whom = heading.site if heading.site != heading.unit else ""
    return Letter(
        title=_in_two_lines(title),
        body=tuple(_parts(text, heading.alarm)),
        signer=heading.unit,
        day=heading.reported_on,
        number=f"{code}〔{heading.reported_on.year}〕　号" if code else "",
        addressee=preferences.get(ADDRESSEE) or whom or ("" if heading.site else "各受检单位"),
        attachments=tuple(annexes),
        issuer=preferences.get(LETTER_HEAD),
    )


def _in_two_lines(title: str) -> str:
    """Return a title broken where a reader pauses: 通报 alone is no line."""
    whose, subject, rest = title.rpartition("文明窗口现场检查")
    return f"{whose}\n{subject}{rest}" if whose else title


def _parts(text: str, alarm: str) -> Iterator[LetterPart]:
    if alarm:
        yield LetterParagraph(f"{alarm}。")
    for block in text_blocks(text):
        if block.level:
            yield LetterHeading(block.text, block.level)
        else:
            lead = lead_of(block.text)
            yield LetterParagraph(block.text.removeprefix(lead), lead)
