"""What the line of keys and the sheet behind ? say of a page."""

from inspector.gui.commands.command_button import CommandButton
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.page_frame import Page


def line_of(page: Page) -> list[tuple[str, str]]:
    """Return the keys in the line with what they do, in short."""
    return [(each.key, each.iconText()) for table in page.tables() for each in table.line()]


def sheet_of(page: Page) -> list[tuple[str, str]]:
    """Return all keys with what they do, in full."""
    return [(each.keys, each.text()) for table in page.tables() for each in table.sheet()]


def line_buttons(window: MainWindow) -> list[CommandButton]:
    """Return the buttons in the line of keys that there is room for."""
    found = window.key_line.findChildren(CommandButton)
    return [each for each in found if each.isVisible()]
