"""The fonts that papers are drawn with: those that a workbook names, or what stands in for them.

Lengths are measured finer than any printer's dots, so that a line breaks at the same word on a
screen, on a printer and in a file.
"""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from inspector.domain.papers.printed_page import Lettering
from inspector.gui.theme import FONT_FAMILIES

FINENESS = 20
"""Pixels of a font for each of its points: twentieths of a point are what office programs count."""

_ROUND = ["FangSong", "STFangsong", "FandolFang", "SimSun", "Songti SC", "NSimSun",
          "Noto Serif CJK SC", "Source Han Serif SC", "AR PL UMing CN"]  # fmt: skip
_BOLD = ["SimHei", "Heiti SC", "STHeiti"]
_LOCAL = QFont.Tag("locl")
_CJK = 0x2E80
_OF_BODIES = ("宋", "楷", "song", "sun", "kai", "ming", "serif", "roman", "times")


@lru_cache(maxsize=256)
def paper_font(lettering: Lettering) -> QFont:
    """Return the font of a text, in twentieths of a point."""
    family = lettering.family
    font = QFont()
    chinese = any(ord(letter) > _CJK for letter in family)
    is_body = any(word in family.casefold() for word in _OF_BODIES) and "sans" not in family
    stand_ins = [*(_ROUND if is_body else _BOLD if chinese else []), *FONT_FAMILIES]
    font.setFamilies([family, *stand_ins] if family else stand_ins)
    font.setPixelSize(max(1, round(lettering.size * FINENESS)))
    font.setBold(lettering.is_bold)
    font.setItalic(lettering.is_italic)
    font.setUnderline(lettering.is_underlined)
    font.setStrikeOut(lettering.is_struck)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(_LOCAL, 0)  # shapes of digits that no PDF could say the letters of
    return font


@lru_cache(maxsize=32)
def digit_width(family: str, size: float) -> float:
    """Return how wide the widest digit of a font is, both in points.

    Measured in what the system has for a font that it lacks, as every office program does.
    """
    font = QFont(family)
    font.setPixelSize(max(1, round(size * FINENESS)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    metrics = QFontMetricsF(font)
    widest = max(metrics.horizontalAdvance(digit) for digit in "0123456789")
    return round(widest) / FINENESS  # whole twentieths: 21 columns would add up what is left off
