"""What can be done at the pad for a signature, and by which keys."""

from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, LEAVE, UNDO
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.visits.record.sign_page import SignPage

SIGNING, REFUSING = "", "refusing"
"""Modes: the pad is in front, or the reason why nobody signs."""


def sign_commands(page: "SignPage") -> CommandTable:
    """Return the commands of signing and of writing down a refusal."""
    table, both = CommandTable(page), (SIGNING, REFUSING)
    add, pad, enter, sign = table.add, page.pad, CONFIRM, tr("Sign")
    clear, undo, refuse = tr("Clear"), tr("Undo stroke"), tr("Refused to sign")
    add("confirm", sign, enter, page.confirm, short=sign, modes=both, left_over=True)
    add("clear", clear, "Backspace", page.clear_pad, short=clear, why_not=page.why_not_clear)
    add("undo", undo, UNDO, pad.undo, short=undo, why_not=page.why_no_undo)
    add("refuse", refuse, "R", page.turn, short=refuse)
    add("back", tr("Back"), LEAVE, page.go_back, short=tr("Back"))
    add("to-record", tr("Back to the record"), do=page.go_back, modes=both)
    after, to_signing = tr("Sign after all"), tr("Back to signing")
    add("to-signing", after, LEAVE, page.turn, short=to_signing, modes=REFUSING)
    return table
