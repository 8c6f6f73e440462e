"""Colours, fonts and measures: one set of roles, light and dark (DESIGN §8).

Nobody keeps a colour: a widget asks for the roles of its own palette when it paints.
"""

import re
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.focus_sheet import FOCUS_SHEET
from inspector.gui.measures import Measures, measures, use_measures
from inspector.paths import resources_folder

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
SMALL_SIZE = 12


class Colours(NamedTuple):
    """The roles a colour can have, named after what they mean; several may look the same.

    `overdue` and `due_today` are of a finding's deadline, `passed`, `deducted`, `vetoed` and
    `not_applicable` of an answer; `unsaved` is what is not on disk, `wrong` what was refused or is
    damaged, `caution` what one should look at, `disabled` what cannot be used now. An `edge` is
    found by the eye (of fields, boxes to tick, handles of scroll bars); a `hairline` only parts.
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
    overdue: str
    due_today: str
    unsaved: str
    wrong: str
    caution: str
    disabled: str
    edge: str

    def colour(self, role: str) -> QColor:
        """Return a role as Qt's colour."""
        return QColor(getattr(self, role))


LIGHT = Colours(
    window="#F4F5F7", surface="#FFFFFF", hairline="#E3E6EB", text="#1B1F24", secondary="#5A6370",
    accent="#1D5FBF", on_accent="#FFFFFF", selection="#E9F1FD", chip="#ECEEF2",
    passed="#1B7A4B", deducted="#B3261E", vetoed="#B3261E", not_applicable="#646B78",
    overdue="#B3261E", due_today="#8A5A00", unsaved="#8A5A00", wrong="#B3261E", caution="#8A5A00",
    disabled="#646B78", edge="#7E8897",
)  # fmt: skip

DARK = Colours(
    window="#15171B", surface="#1D2025", hairline="#2F343C", text="#E7EAEE", secondary="#A3ACB8",
    accent="#82B1FF", on_accent="#10233F", selection="#22324A", chip="#2B3038",
    passed="#5FCB93", deducted="#FF8E84", vetoed="#FF8E84", not_applicable="#9AA3AF",
    overdue="#FF8E84", due_today="#E3B04B", unsaved="#E3B04B", wrong="#FF8E84", caution="#E3B04B",
    disabled="#9AA3AF", edge="#7A8492",
)  # fmt: skip

# For who asks the system for more contrast: 7:1 for every text, hairlines as strong as edges.
LIGHT_STRONG = Colours(
    window="#FFFFFF", surface="#FFFFFF", hairline="#4A4F57", text="#000000", secondary="#24292F",
    accent="#003A8C", on_accent="#FFFFFF", selection="#DCE9FF", chip="#FFFFFF",
    passed="#004D26", deducted="#8A0000", vetoed="#8A0000", not_applicable="#24292F",
    overdue="#8A0000", due_today="#5C3B00", unsaved="#5C3B00", wrong="#8A0000", caution="#5C3B00",
    disabled="#41464D", edge="#24292F",
)  # fmt: skip

DARK_STRONG = Colours(
    window="#000000", surface="#000000", hairline="#B8C0CA", text="#FFFFFF", secondary="#E3E7EC",
    accent="#A9CCFF", on_accent="#000000", selection="#12315E", chip="#000000",
    passed="#8CF0B8", deducted="#FFB9B2", vetoed="#FFB9B2", not_applicable="#E3E7EC",
    overdue="#FFB9B2", due_today="#FFD98A", unsaved="#FFD98A", wrong="#FFB9B2", caution="#FFD98A",
    disabled="#C3CAD3", edge="#E3E7EC",
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
    """Return the font of the window at `size` pixels."""
    font = QFont()
    font.setFamilies(FONT_FAMILIES)
    font.setPixelSize(size)
    font.setBold(bold)
    return font


def apply_theme(app: QApplication, theme: str) -> None:
    """Dress the application: `theme` is light, dark, or system (what the desktop says)."""
    dark = theme == "dark" or (
        theme == "system" and QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    )
    if wants_contrast():
        colours = DARK_STRONG if dark else LIGHT_STRONG
    else:
        colours = DARK if dark else LIGHT
    sheet = _SHEET if measures().shows_keys else _SHEET + _FINGER_SHEET
    sheet += FOCUS_SHEET
    for role, colour in colours._asdict().items():
        sheet = sheet.replace(f"@{role};", f"{colour};")
    sheet = _PIXELS.sub(_pixels, sheet)
    chevron = resources_folder() / "icons" / f"chevron-{'dark' if dark else 'light'}.svg"
    for place, word in (("more", "plus"), ("less", "minus")):
        icon = chevron.with_name(chevron.name.replace("chevron", word))
        sheet = sheet.replace(f"@{place};", icon.as_posix())
    tick = chevron.with_name(chevron.name.replace("chevron", "tick"))
    dash = chevron.with_name(chevron.name.replace("chevron", "dash"))
    for name, icon in (("@chevron;", chevron), ("@tick;", tick), ("@dash;", dash)):
        sheet = sheet.replace(name, icon.as_posix())
    before = app.styleSheet()
    app.setProperty("theme", theme)
    if sheet == before:
        return  # dressing every widget anew takes a breath
    if not before:
        app.setFont(text_font())
    app.setPalette(_palette(colours))
    app.setStyleSheet(sheet)


def _pixels(measure: re.Match[str]) -> str:
    """Return what stands for `@button_px-2;`."""
    return f"{getattr(measures(), measure[1]) - int(measure[2] or 0)}px;"


def dress_for(app: QApplication, chosen: Measures) -> None:
    """Let everything be as large as `chosen` says, in the theme that holds."""
    use_measures(chosen)
    apply_theme(app, app.property("theme") or "system")


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


_PIXELS = re.compile(r"@(\w+)_px(?:-(\d+))?;")

# "@role;" stands for a colour, "@role_px;" for a measure. The rules stand in the order of a page.
_SHEET = """
QWidget#rail, QWidget#pageHead, QWidget#keyLine, QWidget#panel, QWidget#surface,
QTextBrowser#minutesText, QTextBrowser#handbookText, QWidget[role="form"] {
    background: @surface;
}
QWidget#rail { border-right: 1px solid @hairline; }
QWidget#pageHead { border-bottom: 1px solid @hairline; }
QWidget#keyLine { border-top: 1px solid @hairline; }
QWidget#panel { border-left: 1px solid @hairline; }
QLabel[role="title"] { font-size: 16px; font-weight: bold; }
QLabel[role="section"] { font-weight: bold; }
QLabel[role="secondary"] { color: @secondary; }
QLabel[role="small"] { color: @secondary; font-size: 12px; }
QLabel[role="caution"] { color: @caution; }
QLabel[role="unsaved"] { color: @unsaved; }
QLabel[role="wrong"] { color: @wrong; }
QLabel[role="overdue"] { color: @overdue; font-weight: bold; }
QLabel[role="deducted"] { color: @deducted; }
QLabel[role="passed"] { color: @passed; }
QLabel[role="figure"] { font-size: 24px; font-weight: bold; }
QLabel[role="alarm"] { font-size: 24px; font-weight: bold; color: @wrong; }
QLabel[role="key"] {
    background: @chip; border: 1px solid @hairline; border-radius: 3px; padding: 0 6px;
    min-height: 20px; max-height: 20px; font-size: 12px; color: @secondary;
}
QPushButton {
    background: @surface; border: 1px solid @hairline; border-radius: 6px;
    padding: 0 14px; min-height: @button_px; color: @text;
}
QPushButton:hover { border-color: @accent; }
QPushButton:disabled { color: @disabled; }
QPushButton[role="primary"] {
    background: @accent; border: 1px solid @accent; color: @on_accent; font-weight: bold;
}
QPushButton[role="primary"]:disabled {
    background: @chip; border-color: @hairline; color: @disabled;
}
QPushButton[role="line"] {
    background: transparent; border: 1px solid transparent; padding: 0 7px; min-height: @button_px;
}
QPushButton[role="line"]:hover { border-color: @accent; }
QPushButton[role="quiet"] {
    background: transparent; border: none; padding: 0 6px; color: @accent;
}
QPushButton[role="quiet"]:hover { text-decoration: underline; }
QPushButton[role="mini"] {
    background: transparent; border: none; padding: 0 4px; min-height: @mini_px; color: @secondary;
}
QPushButton[role="mini"]:hover { color: @accent; }
QPushButton[role="chip"] {
    background: @chip; border: 1px solid @chip; border-radius: 14px; padding: 0 10px;
    min-height: @chip_px; color: @text;
}
QPushButton[role="chip"]:checked {
    background: @selection; border: 1px solid @accent; color: @accent; font-weight: bold;
}
QPushButton[role="choice"]:checked {
    background: @selection; border: 1px solid @accent; color: @accent; font-weight: bold;
}
QPushButton[role="verdict"] { padding: 0; }
QPushButton[role="verdict"]:checked { background: @selection; border: 2px solid @accent; }
QPushButton[role="verdict"][given="passed"]:checked { border-color: @passed; }
QPushButton[role="verdict"][given="deducted"]:checked { border-color: @deducted; }
QPushButton[role="verdict"][given="not_applicable"]:checked { border-color: @not_applicable; }
QPushButton[role="phrase"] { padding: 0; text-align: left; }
QPushButton[role="phrase"][chosen="true"] {
    background: @selection; border: 1px solid @accent;
}
QPushButton[role="tab"] {
    background: transparent; border: none; border-bottom: 2px solid transparent;
    border-radius: 0; padding: 0 12px; min-height: @tab_px; color: @secondary;
}
QPushButton[role="tab"]:checked {
    color: @accent; border-bottom: 2px solid @accent; font-weight: bold;
}
QPushButton[role="tab"]:focus { background: @selection; }
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox {
    background: @surface; border: 1px solid @hairline; border-radius: 6px;
    padding: 0 8px; min-height: @field_px; color: @text;
    selection-background-color: @accent; selection-color: @on_accent;
}
QPlainTextEdit { padding: 4px; }
QSpinBox::up-button, QSpinBox::down-button { width: @step_px; border: none; }
QDateEdit::up-button, QDateEdit::down-button { width: @step_px; border: none; }
QSpinBox::up-button, QDateEdit::up-button {
    subcontrol-origin: border; subcontrol-position: center right;
}
QSpinBox::down-button, QDateEdit::down-button {
    subcontrol-origin: border; subcontrol-position: center left;
}
QSpinBox::up-arrow, QDateEdit::up-arrow {
    image: url("@more;"); width: @step_sign_px; height: @step_sign_px;
}
QSpinBox::down-arrow { image: url("@less;"); width: @step_sign_px; height: @step_sign_px; }
QDateEdit[steps="true"]::down-arrow { image: url("@less;"); width: 16px; height: 16px; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QSpinBox:disabled {
    background: @chip; border-color: @hairline; color: @disabled;
}
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("@chevron;"); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
    background: @surface; border: 1px solid @hairline; outline: none;
    selection-background-color: @selection; selection-color: @text;
}
QAbstractItemView { border: none; outline: none; background: @surface; }
QTableView { gridline-color: @hairline; selection-background-color: @selection;
    selection-color: @text; }
QTableView::item { border: none; border-bottom: 1px solid @hairline; padding: 0 13px; }
QTableView::item:selected { background: @selection; color: @text; }
QTableView#ledger::item, QTableView[role="figures"]::item { padding: 0 6px; }
QTableView#ledger QHeaderView::section { padding: 0 10px; }
QTableView[role="figures"] QHeaderView::section { padding: 0 9px; }
QHeaderView { background: @window; }
QHeaderView::section {
    background: @window; color: @secondary; border: none; border-bottom: 1px solid @hairline;
    padding: 0 16px; height: 32px;
}
QListView::item { padding: 0 8px; min-height: @item_px; color: @text; }
QListView::item:selected { background: @selection; color: @text; }
QScrollBar:vertical { background: transparent; width: @bar_px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @bar_px; margin: 0; }
QScrollBar::handle { background: @hairline; border-radius: 4px; min-height: 32px; }
QScrollBar::handle:hover { background: @secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QFrame#banner, QFrame#damageNotice, QFrame#scoringLine, QFrame#roundLine, QFrame#obstacles,
QFrame#stageLine, QFrame#tray {
    background: @surface; border-top: 1px solid @hairline;
}
QFrame#markBar { background: @selection; border-top: 1px solid @hairline; }
QFrame#stageBar { background: @surface; border: 1px solid @hairline; border-radius: 6px; }
QFrame#findBar { background: @surface; border-bottom: 1px solid @hairline; }
QFrame#overlay { background: @surface; border: 1px solid @hairline; border-radius: 6px; }
QCheckBox { spacing: 8px; min-height: @check_px; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator {
    width: @tick_px; height: @tick_px; background: @surface; border: 1px solid @secondary;
    border-radius: 3px;
}
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {
    image: url("@tick;"); border-color: @accent;
}
QCheckBox::indicator:indeterminate { image: url("@dash;"); border-color: @accent; }
QToolTip { background: @surface; color: @text; border: 1px solid @hairline; padding: 4px; }
QMenu { background: @surface; border: 1px solid @hairline; }
QMenu::item {
    padding-left: 24px; padding-right: 24px; padding-top: @menu_px; padding-bottom: @menu_px;
}
QMenu::item:selected { background: @selection; color: @text; }
"""

# Without its key in a frame an entry of the line would look like a word.
_FINGER_SHEET = """
QPushButton[role="line"] { border: 1px solid @hairline; }
"""
