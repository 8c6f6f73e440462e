"""Colours, fonts and measures: one set of roles, light and dark (DESIGN §8).

Nobody keeps a colour: a widget asks for the roles of its own palette when it paints.
"""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.dressing import Dressing
from inspector.gui.measures import measures, sized
from inspector.gui.style_sheet import style_sheet

GRID = 8
"""Pixels. Every distance is a multiple of it, or half of it."""

NARROW = 1100
"""Pixels. A page that is narrower (1366 at 125 % and more) gives its middle what there is."""

EDGE = 3
"""Pixels of the accent edge of a selected row."""

FONT_FAMILIES = [
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
]
TEXT_SIZE = 14
LARGE_SIZE = 17
SMALL_SIZE = 12


class Colours(NamedTuple):
    """The roles a colour can have, named after what they mean; several may look the same.

    `overdue` and `due_today` are of a finding's deadline, `passed`, `deducted`, `vetoed`,
    `not_applicable` and `unseen` of an answer; `unsaved` is what is not on disk, `wrong` what was
    refused or is damaged, `caution` what one should look at, `disabled` what cannot be used now.
    An `edge` is found by the eye (of fields, boxes to tick, handles of scroll bars), a `rim` is
    that of what can be clicked; a `hairline` only parts.
    """

    window: str
    surface: str
    hairline: str
    text: str
    secondary: str
    accent: str
    on_accent: str
    selection: str
    chip: str
    passed: str
    deducted: str
    vetoed: str
    not_applicable: str
    unseen: str
    overdue: str
    due_today: str
    unsaved: str
    wrong: str
    caution: str
    disabled: str
    edge: str
    rim: str

    def colour(self, role: str) -> QColor:
        """Return a role as Qt's colour."""
        return QColor(getattr(self, role))


LIGHT = Colours(
    window="#F4F5F7", surface="#FFFFFF", hairline="#E3E6EB", text="#1B1F24", secondary="#5A6370",
    accent="#1D5FBF", on_accent="#FFFFFF", selection="#E9F1FD", chip="#ECEEF2",
    passed="#1B7A4B", deducted="#B3261E", vetoed="#B3261E", not_applicable="#646B78",
    unseen="#5B4B9A",
    overdue="#B3261E", due_today="#8A5A00", unsaved="#8A5A00", wrong="#B3261E", caution="#8A5A00",
    disabled="#646B78", edge="#7E8897", rim="#B9C6D8",
)  # fmt: skip

DARK = Colours(
    window="#15171B", surface="#1D2025", hairline="#2F343C", text="#E7EAEE", secondary="#A3ACB8",
    accent="#82B1FF", on_accent="#10233F", selection="#22324A", chip="#2B3038",
    passed="#5FCB93", deducted="#FF8E84", vetoed="#FF8E84", not_applicable="#9AA3AF",
    unseen="#BBAAF2",
    overdue="#FF8E84", due_today="#E3B04B", unsaved="#E3B04B", wrong="#FF8E84", caution="#E3B04B",
    disabled="#9AA3AF", edge="#7A8492", rim="#49525F",
)  # fmt: skip

# For who asks the system for more contrast: 7:1 for every text, hairlines as strong as edges.
LIGHT_STRONG = Colours(
    window="#FFFFFF", surface="#FFFFFF", hairline="#4A4F57", text="#000000", secondary="#24292F",
    accent="#003A8C", on_accent="#FFFFFF", selection="#DCE9FF", chip="#FFFFFF",
    passed="#004D26", deducted="#8A0000", vetoed="#8A0000", not_applicable="#24292F",
    unseen="#33206E",
    overdue="#8A0000", due_today="#5C3B00", unsaved="#5C3B00", wrong="#8A0000", caution="#5C3B00",
    disabled="#41464D", edge="#24292F", rim="#24292F",
)  # fmt: skip

DARK_STRONG = Colours(
    window="#000000", surface="#000000", hairline="#B8C0CA", text="#FFFFFF", secondary="#E3E7EC",
    accent="#A9CCFF", on_accent="#000000", selection="#12315E", chip="#000000",
    passed="#8CF0B8", deducted="#FFB9B2", vetoed="#FFB9B2", not_applicable="#E3E7EC",
    unseen="#D9CFFF",
    overdue="#FFB9B2", due_today="#FFD98A", unsaved="#FFD98A", wrong="#FFB9B2", caution="#FFD98A",
    disabled="#C3CAD3", edge="#E3E7EC", rim="#E3E7EC",
)  # fmt: skip

_BY_ACCENT = {QColor(each.accent).rgb(): each for each in (LIGHT, DARK, LIGHT_STRONG, DARK_STRONG)}


def colours_of(widget: QWidget) -> Colours:
    """Return the roles a widget paints with, light or dark by its own palette."""
    return colours_for(widget.palette())


def colours_for(palette: QPalette) -> Colours:
    """Return the roles that belong to a palette."""
    known = _BY_ACCENT.get(palette.color(QPalette.ColorRole.Link).rgb())
    if known is not None:  # one of ours; the sheet gives some widgets other grounds, never links
        return known
    dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
    return DARK if dark else LIGHT


def text_font(size: int = TEXT_SIZE, bold: bool = False) -> QFont:
    """Return the font of the window; `size` is in pixels of the usual text."""
    return exact_font(sized(size), bold)


def exact_font(pixels: int, bold: bool = False) -> QFont:
    """Return the font of what has a size of its own: a slide, a picture."""
    font = QFont()
    font.setFamilies(FONT_FAMILIES)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def work_font(bold: bool = False) -> QFont:
    """Return the font of what one works through: large where a finger works."""
    return text_font(LARGE_SIZE if measures().by_finger else TEXT_SIZE, bold)


def apply_theme(app: QApplication, theme: str) -> None:
    """Dress the application: `theme` is light, dark, or system (what the desktop says)."""
    dark = theme == "dark" or (
        theme == "system" and QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    )
    if wants_contrast():
        colours = DARK_STRONG if dark else LIGHT_STRONG
    else:
        colours = DARK if dark else LIGHT
    sheet = style_sheet(colours._asdict(), dark)
    before = app.styleSheet()
    app.setProperty("theme", theme)
    if sheet == before:
        return  # dressing every widget anew takes a breath
    is_other_text = app.property("textFactor") != measures().factor
    app.setProperty("textFactor", measures().factor)
    if before:
        dressing = app.findChild(Dressing) or Dressing(app, _fit)
        dressing.change(text_font(), _palette(colours), sheet, is_other_text)
        return
    app.setFont(text_font())
    app.setPalette(_palette(colours))
    app.setStyleSheet(sheet)


def dress_anew(app: QApplication) -> None:
    """Let everything be as large as the measures say, in the theme that holds."""
    apply_theme(app, app.property("theme") or "system")


def fix_width(widget: QWidget, pixels: int) -> None:
    """Give a widget a width that goes with the size of the text; pixels of the usual one."""
    widget.setProperty(_WIDTH, pixels)
    widget.setFixedWidth(sized(pixels))


def follow_width(widget: QWidget, other: QWidget) -> None:
    """Give a widget the width of another, now and for every text."""
    widget.setProperty(_WIDTH, other.property(_WIDTH))
    widget.setFixedWidth(other.width())


def fix_height(widget: QWidget, pixels: int) -> None:
    """Give a widget a height that goes with the size of the text; pixels of the usual one."""
    widget.setProperty(_HEIGHT, pixels)
    widget.setFixedHeight(sized(pixels))


def lacks_width(page: QWidget) -> bool:
    """Tell whether a page is so narrow, for its text, that what stands at its sides gives way."""
    return page.width() < sized(NARROW)


def _fit(widget: QWidget) -> None:
    """Give a widget the width and height that were fixed for the usual text."""
    if (pixels := widget.property(_WIDTH)) is not None:
        widget.setFixedWidth(sized(pixels))
    if (pixels := widget.property(_HEIGHT)) is not None:
        widget.setFixedHeight(sized(pixels))


_WIDTH, _HEIGHT = "usualWidth", "usualHeight"


def wants_contrast() -> bool:
    """Tell whether the desktop is set to high contrast; False where Qt (before 6.10) cannot say."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    asked = hints.accessibility()
    return asked.contrastPreference() is Qt.ContrastPreference.HighContrast


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, name in {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "window",
        role.Text: "text",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "wrong",
        role.PlaceholderText: "secondary",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.Link: "accent",
        role.Accent: "accent",
        role.Mid: "hairline",
        role.Midlight: "hairline",
        role.Light: "surface",
        role.Dark: "hairline",
    }.items():
        palette.setColor(target, colours.colour(name))
    for target in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, colours.colour("disabled"))
    return palette
