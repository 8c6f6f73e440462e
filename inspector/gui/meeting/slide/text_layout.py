"""Words of a screen laid out line by line: what is drawn, and what is measured before it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption

from inspector.gui.meeting.slide.slide_content import Block
from inspector.gui.meeting.slide.stage_sizes import StageSizes
from inspector.gui.theme import exact_font

_KEPT = re.compile(
    r"(?<=工)(?=号\d)|(?<=工号)(?=\d)|(?<=No\.) (?=\d)|(?<=\d) (?=\D)|(?<=[^\W\d]) (?=\d)"
)
"""Where a line does not end: a number stays with what it counts or whose it is."""

_JOINED = "\u2060"
"""A line does not break beside it, and it has no width."""

_LINE = 1.3
"""Times the size of its words: the height of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block; `room` is where it stands, in the frame if it has one."""

    text: str
    block: Block
    pixels: int
    room: QRect


@dataclass(frozen=True, slots=True)
class Lines:
    """Words that were laid out, and the height that they take."""

    lines: tuple[Line, ...]
    height: int


def laid_out(blocks: Sequence[Block], sizes: StageSizes, width: int, room: int = 0) -> Lines:
    """Lay blocks out under each other in a width.

    With a `room`, in pixels of height, those that may give way end with … where it is too little.
    """
    said = [_broken(each, sizes, width) for each in blocks]
    made = _stacked(blocks, said, sizes, width)
    for at in reversed(range(len(blocks))) if room else ():
        if made.height <= room:
            break
        if not blocks[at].gives_way:
            continue
        pixels = sizes.of(blocks[at].size)
        over = -(-(made.height - room) // round(pixels * _LINE))
        kept = max(1, len(said[at]) - over)
        if kept < len(said[at]):
            rest = " ".join(said[at][kept - 1 :])
            metrics = QFontMetrics(exact_font(pixels, blocks[at].bold))
            last = metrics.elidedText(f"{rest}…", Qt.TextElideMode.ElideRight, width)
            said[at] = (*said[at][: kept - 1], last)
            made = _stacked(blocks, said, sizes, width)
    return made


def _broken(block: Block, sizes: StageSizes, width: int) -> tuple[str, ...]:
    pixels = sizes.of(block.size)
    if block.framed:
        return (block.text,)
    paragraphs = block.text.split("\n")
    return tuple(line for each in paragraphs for line in _wrapped(each, pixels, block.bold, width))


@lru_cache(maxsize=4096)
def _wrapped(text: str, pixels: int, bold: bool, width: int) -> tuple[str, ...]:
    joined = _KEPT.sub(lambda gap: "\u00a0" if gap[0] else _JOINED, text)
    layout = QTextLayout(joined, exact_font(pixels, bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units, lines = joined.encode("utf-16-le"), []  # Qt counts these
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, pixels))
        begin, end = line.textStart(), line.textStart() + line.textLength()
        said = units[2 * begin : 2 * end].decode("utf-16-le")
        lines.append(said.replace(_JOINED, "").replace("\u00a0", " ").strip())
    layout.endLayout()
    # A dot parts what stands beside it: at the end of a line it parts nothing.
    return (*(each.removesuffix(" ·") for each in lines[:-1]), *lines[-1:]) or ("",)


def _stacked(
    blocks: Sequence[Block], said: Sequence[Sequence[str]], sizes: StageSizes, width: int
) -> Lines:
    lines: list[Line] = []
    x = y = row = 0  # `row`: the height of the row of framed ones that is not full yet
    for at, (block, texts) in enumerate(zip(blocks, said, strict=True)):
        pixels = sizes.of(block.size)
        height, pad = round(pixels * _LINE), pixels // 2
        if block.framed:
            wide = min(_advance(texts[0], pixels, block.bold) + 2 * pad, width)
            if row and x + wide > width:
                x, y, row = 0, y + row + sizes.gap, 0
            elif not row and at:
                y += sizes.gap
            row = height + pad // 2
            lines.append(Line(texts[0], block, pixels, QRect(x, y, wide, row)))
            x += wide + sizes.gap
            continue
        y, x, row = y + row + (sizes.gap if at else 0), 0, 0
        for text in texts:
            lines.append(Line(text, block, pixels, QRect(0, y, width, height)))
            y += height
    return Lines(tuple(lines), y + row)


@lru_cache(maxsize=1024)
def _advance(text: str, pixels: int, bold: bool) -> int:
    return QFontMetrics(exact_font(pixels, bold)).horizontalAdvance(text)
