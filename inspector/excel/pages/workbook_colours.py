"""What a colour of a workbook is: said itself, numbered, or one of its theme, lighter or darker."""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook

_THEME = re.compile(
    r"<a:(?:dk1|lt1|dk2|lt2|accent[1-6]|hlink|folHlink)>\s*<a:\w+[^>]*?"
    r"(?:lastClr|srgbClr val|val)=\"([0-9A-Fa-f]{6})\""
)
_USUAL = ("000000", "FFFFFF", "1F497D", "EEECE1", "4F81BD", "C0504D", "9BBB59", "8064A2",
          "4BACC6", "F79646", "0000FF", "800080")  # fmt: skip
_AUTOMATIC = 64
"""From this number on a colour is what the system writes with."""


class WorkbookColours:
    """The colours of one workbook."""

    def __init__(self, book: "Workbook") -> None:
        theme = book.loaded_theme
        text = theme.decode("utf-8", "replace") if isinstance(theme, bytes) else (theme or "")
        found = _THEME.findall(text)
        named = tuple(found) if len(found) == len(_USUAL) else _USUAL
        # A theme lists its dark colours first; cells count them the other way.
        self._theme = (named[1], named[0], named[3], named[2], *named[4:])

    def rgb(self, colour: Any) -> str | None:  # noqa: ANN401 -- openpyxl's, or nothing
        """Return a colour as RRGGBB; None for the one that the system writes with."""
        from openpyxl.styles.colors import COLOR_INDEX

        if colour is None:
            return None
        if colour.type == "rgb" and isinstance(colour.rgb, str):
            return _tinted(colour.rgb[-6:], colour.tint)
        if colour.type == "theme" and isinstance(colour.theme, int):
            known = colour.theme < len(self._theme)
            return _tinted(self._theme[colour.theme], colour.tint) if known else None
        if colour.type == "indexed" and colour.indexed < min(_AUTOMATIC, len(COLOR_INDEX)):
            return _tinted(COLOR_INDEX[colour.indexed][-6:], colour.tint)
        return None


def _tinted(rgb: str, tint: float) -> str:
    if not tint:
        return rgb
    parts = [int(rgb[place : place + 2], 16) for place in (0, 2, 4)]
    parts = [round(each * (1 + tint) if tint < 0 else each + (255 - each) * tint) for each in parts]
    return "".join(f"{max(0, min(each, 255)):02X}" for each in parts)
