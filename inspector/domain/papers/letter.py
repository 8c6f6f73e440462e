"""An official letter (公文): what stands in it, in its order; how it looks is `word`'s to know."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class LetterHeading:
    """The heading of a part, on a line of its own: 1 begins with 一、, 2 with （一）."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class LetterParagraph:
    """A paragraph; `lead` is a heading that begins its first line: （一）仪容不整。"""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class LetterTable:
    """A table; `widths` are parts of the width of the text, one for each column."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


LetterPart: TypeAlias = LetterHeading | LetterParagraph | LetterTable


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter. What is blank is left out, and so is its place.

    `issuer` is the name in red at the head (发文机关标志), `number` the 文号, `addressee` the 主送,
    without a colon, `attachments` the names of what goes with it.
    """

    title: str
    body: tuple[LetterPart, ...]
    signer: str
    day: date
    number: str = ""
    addressee: str = ""
    attachments: tuple[str, ...] = ()
    issuer: str = ""
