"""What can be done on a patrol as on a recheck, and by which keys."""

from typing import TYPE_CHECKING, Any

from inspector.gui.commands.command_table import WRITING, CommandTable
from inspector.gui.commands.shared_keys import COMPLETE, CONFIRM, LEAVE, PASTE, PHOTO, REDO, UNDO
from inspector.gui.visits.parts.lead_out import add_way_out
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.visits.walks.walk_page import WalkPage


def add_photos(table: CommandTable, page: "WalkPage[Any, Any]", view: str) -> None:
    """Add how photos come in and are seen large; `view` says the latter in words."""
    photos, paste = tr("Photos or files"), tr("Photo or file from the clipboard")
    table.add("photo", photos, PHOTO, page.photos.intake.choose, short=tr("Photo"))
    table.add("paste", paste, PASTE, page.photos.intake.paste)
    table.add("view", view, "V", page.view, short=tr("See photos"))


def add_next(table: CommandTable, page: "WalkPage[Any, Any]", words: str) -> None:
    """Add Enter: yes to what is asked, else to the next stop."""
    table.add("next", words, CONFIRM, page.confirm_or_next, at=page.stops)


def add_last(table: CommandTable, page: "WalkPage[Any, Any]", complete: str) -> None:
    """Add undo, how the visit is completed, and the way back."""
    for name, words, keys, do, why_not in (
        ("undo", tr("Undo"), UNDO, page.undo, page.why_no_undo),
        ("redo", tr("Redo"), REDO, page.redo, page.why_no_redo),
    ):
        table.add(name, words, keys, do, short=words, why_not=why_not)
    both = ("", WRITING)
    table.add("complete", complete, COMPLETE, page.ask_completion, short=complete, modes=both)
    table.add("back", tr("Back"), LEAVE, page.escape, at=page.stops)
    add_way_out(table, page)
