"""The measures of an official letter: GB/T 9704—2012, 党政机关公文格式, with the fonts that replace
its own where a system lacks them.

Lengths are points unless a name says millimetres.
"""

from collections.abc import Mapping

PAGE_MM = 210, 297
TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM = 37, 35, 28, 26
"""Margins (5.2.1): 天头 37, 订口 28, and a type area of 156 × 225."""

FOOTER_MM = 24
"""From the paper's edge to the page number, whose top then lies 7 below the type area (7.5)."""

LINE = 28.0
"""Between two lines of text: 22 of them on a page (5.2.3)."""

TITLE_LINE = 35.0
CHARACTER = 16.0  # 三号
TITLE = 22.0  # 二号
PAGE_NUMBER = 14.0  # 四号
TABLE = 12.0  # 小四: tables are no text of the letter, and more columns have to fit
TABLE_LINE = 18.0
ISSUER = 42.0  # at most; less where the name is long

TIGHTER = -0.25
"""Between characters, so that 28 of 16 points fit into 156 mm (5.2.3): 28 × 15.75 = 441 of 442."""

TITLE_FONT, TEXT_FONT, HEADING_FONT, LEAD_FONT, NUMBER_FONT = (
    "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
)  # fmt: skip

INSTEAD: Mapping[str, str] = {
    TITLE_FONT: "华文中宋",
    TEXT_FONT: "仿宋",
    LEAD_FONT: "楷体",
}
"""What a system without a font takes instead of it; the first two are on no stock Windows."""

RED = "FF0000"


def width_in_characters(text: str) -> float:
    """Return how wide a text is, in characters of its size: digits and letters are half as wide."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)
