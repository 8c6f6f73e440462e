"""What can be done at the form of an amendment, and by which keys."""

from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import COMPLETE, CONFIRM, LEAVE
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.visits.record.amend_page import AmendPage


def amend_commands(page: "AmendPage") -> CommandTable:
    """Return the commands of the form."""
    table, save = CommandTable(page), COMPLETE
    for name, words, keys, do in (
        ("place", tr("Choose the place"), ("Down", "Up"), None),
        ("find", tr("Find"), ("Ctrl+F",), page.search.setFocus),
        ("save", tr("Keep amendment"), save, page.confirm),
        ("back", tr("Back"), LEAVE, page.go_back),
    ):
        table.add(name, words, keys, do, short=words)
    text = tr("To the text")
    table.add("text", text, CONFIRM, page.text.setFocus, short=text, at=page.subjects)
    return table
