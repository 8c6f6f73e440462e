"""The style sheet: how widgets look, from the roles of colours and the measures that hold.

`@role;` stands for a colour, `@name_px;` for a measure, `@14_sized;` for 14 pixels of the usual
text.
The rules stand in the order of a page.
"""

import re
from collections.abc import Mapping

from inspector.gui.focus_sheet import FOCUS_SHEET
from inspector.gui.measures import measures, sized
from inspector.paths import resources_folder

_PIXELS = re.compile(r"@(\w+)_px(?:-(\d+))?;")
_SIZED = re.compile(r"@(\d+)_sized;")


def style_sheet(colours: Mapping[str, str], dark: bool) -> str:
    """Return the sheet in these colours, of light or dark, for the measures that hold now."""
    sheet = _SHEET if measures().shows_keys else _SHEET + _FINGER_SHEET
    sheet += FOCUS_SHEET
    for role, colour in colours.items():
        sheet = sheet.replace(f"@{role};", f"{colour};")
    sheet = _SIZED.sub(lambda said: f"{sized(int(said[1]))}px;", _PIXELS.sub(_pixels, sheet))
    icons, shade = resources_folder() / "icons", "dark" if dark else "light"
    for name, icon in _ICONS.items():
        sheet = sheet.replace(f"@{name};", (icons / f"{icon}-{shade}.svg").as_posix())
    return sheet


def _pixels(measure: re.Match[str]) -> str:
    """Return what stands for `@button_px-2;`."""
    return f"{getattr(measures(), measure[1]) - int(measure[2] or 0)}px;"


_ICONS = {"chevron": "chevron", "tick": "tick", "dash": "dash", "more": "plus", "less": "minus"}

_SHEET = """
QWidget#rail, QWidget#pageHead, QWidget#keyLine, QWidget#panel, QWidget#surface,
QTextBrowser#minutesText, QTextBrowser#handbookText, QWidget[role="form"] {
    background: @surface;
}
QWidget#rail { border-right: 1px solid @hairline; }
QWidget#pageHead { border-bottom: 1px solid @hairline; }
QWidget#keyLine { border-top: 1px solid @hairline; }
QWidget#panel { border-left: 1px solid @hairline; }
QLabel[role="title"] { font-size: @16_sized; font-weight: bold; }
QLabel[role="section"] { font-weight: bold; }
QLabel[role="secondary"] { color: @secondary; }
QLabel[role="small"] { color: @secondary; font-size: @12_sized; }
QLabel[role="changed"] { color: @accent; font-size: @12_sized; }
QLabel[role="caution"] { color: @caution; }
QLabel[role="unsaved"] { color: @unsaved; }
QLabel[role="wrong"] { color: @wrong; }
QLabel[role="due_today"] { color: @due_today; }
QLabel[role="overdue"] { color: @overdue; font-weight: bold; }
QLabel[role="deducted"] { color: @deducted; }
QLabel[role="passed"] { color: @passed; }
QLabel[role="large"] { font-size: @16_sized; }
QLabel[role="figure"] { font-size: @24_sized; font-weight: bold; }
QLabel[role="alarm"] { font-size: @24_sized; font-weight: bold; color: @wrong; }
QLabel[role="key"] {
    background: @chip; border: 1px solid @hairline; border-radius: 3px; padding: 0 6px;
    min-height: @20_sized; max-height: @20_sized; font-size: @12_sized; color: @secondary;
}
QPushButton {
    background: @surface; border: 1px solid @rim; border-radius: 6px;
    padding: 0 14px; min-height: @button_px; color: @text;
}
QPushButton:hover { border-color: @accent; }
QPushButton:disabled { color: @disabled; border-color: @hairline; }
QWidget#digitChip { background: @surface; border: 1px solid @rim; border-radius: 6px; }
QWidget#digitChip:hover { border-color: @accent; }
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
QPushButton[role="verdict"][given="unseen"]:checked { border-color: @unseen; }
QPushButton[role="phrase"] { padding: 0; text-align: left; }
QPushButton[role="phrase"][chosen="true"] {
    background: @selection; border: 1px solid @accent;
}
QPushButton[role="tab"] {
    background: transparent; border: none; border-bottom: 2px solid transparent;
    border-radius: 0; padding: 0 8px; min-height: @tab_px; color: @secondary;
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
QSpinBox { min-height: @field_px-3; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QComboBox QLineEdit:disabled {
    border: none; padding: 0; background: transparent; min-height: 0;
}
QSpinBox::up-button, QSpinBox::down-button { width: @step_px; border: none; }
QDateEdit::up-button, QDateEdit::down-button { width: @step_px; border: none; }
QSpinBox::up-button, QDateEdit::up-button {
    subcontrol-origin: border; subcontrol-position: center right;
}
QSpinBox::down-button, QDateEdit::down-button {
    subcontrol-origin: border; subcontrol-position: center left;
}
QSpinBox::up-arrow, QDateEdit::up-arrow { image: url("@more;"); width: @sign_px; height: @sign_px; }
QSpinBox::down-arrow { image: url("@less;"); width: @sign_px; height: @sign_px; }
QDateEdit[steps="true"]::down-arrow { image: url("@less;"); width: @sign_px; height: @sign_px; }
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
QTableView::item:selected { background: @selection; }
QTableView#ledger::item, QTableView[role="figures"]::item { padding: 0 6px; }
QCalendarWidget QTableView::item { padding: 0; border: none; }
QTableView#ledger QHeaderView::section { padding: 0 10px; }
QTableView[role="figures"] QHeaderView::section { padding: 0 9px; }
QHeaderView { background: @window; }
QHeaderView::section {
    background: @window; color: @secondary; border: none; border-bottom: 1px solid @hairline;
    padding: 0 16px; height: @32_sized;
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
QLabel#comingWord { background: @surface; border: 1px solid @secondary; padding: 12px 24px; }
QMenu { background: @surface; border: 1px solid @hairline; }
QMenu::item {
    padding-left: 24px; padding-right: 24px; padding-top: @menu_px; padding-bottom: @menu_px;
}
QMenu::item:selected { background: @selection; color: @text; }
"""

# Without its key in a frame an entry of the line would look like a word.
_FINGER_SHEET = """
QPushButton[role="line"], QPushButton[role="verdict"], QPushButton[role="phrase"] {
    border: 1px solid @edge;
}
QPushButton { min-width: 32px; }
QPushButton[role="mini"] { min-width: 36px; }
QPushButton#periodBefore, QPushButton#periodAfter { min-width: 42px; }
QHeaderView::section { height: 44px; }
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button {
    height: 44px;
}
QCalendarWidget { min-width: 344px; min-height: 380px; }
QCalendarWidget QToolButton { min-width: 44px; min-height: 44px; }
QPushButton#fewer, QPushButton#more { min-width: 36px; font-size: @22_sized; }
QLabel#count { min-width: 32px; font-size: @22_sized; }
"""
