"""What the line of keys and the sheet behind ? say of a page."""

from inspector.gui.frame.page_frame import Page


def line_of(page: Page) -> list[tuple[str, str]]:
    """Return the keys in the line with what they do, in short."""
    return [(each.key, each.iconText()) for table in page.tables() for each in table.line()]


def sheet_of(page: Page) -> list[tuple[str, str]]:
    """Return all keys with what they do, in full."""
    return [(each.keys, each.text()) for table in page.tables() for each in table.sheet()]
