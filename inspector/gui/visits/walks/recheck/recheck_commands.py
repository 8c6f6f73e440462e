"""What can be done on a recheck, and by which keys: 1 通过销号, 2 未通过, 3 未复查."""

from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import DEDUCT, PASS, SIDEWAYS, UP_DOWN
from inspector.gui.visits.walks.walk_commands import add_last, add_next, add_photos
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.visits.walks.recheck.recheck_page import RecheckPage


def recheck_commands(page: "RecheckPage") -> CommandTable:
    """Return the table of a recheck."""
    table = CommandTable(page)
    passed = tr("Passed: it is closed when the recheck is completed; on to the next")
    table.add("passed", passed, PASS, page.pass_finding)
    failed = tr("Failed: say what is still wrong; it goes back to be put right")
    table.add("failed", failed, DEDUCT, page.fail_finding)
    not_yet = tr("Not looked at yet")
    table.add("not-looked-at", not_yet, ("Backspace", "3"), page.take_back)
    add_photos(table, page, tr("See the photos large, as found beside after"))
    drop = tr("Take the last photo of now away")
    table.add("remove-photo", drop, "Del", page.remove_photo)
    other, arrows = tr("Another finding"), (*UP_DOWN, *SIDEWAYS)
    ways = tr("Finding before"), tr("Finding after")
    table.add(
        "other", other, arrows, page.step, at=page.stops, short=other, repeats=True, numbered=True,
        choices=ways,
    )  # fmt: skip
    add_next(table, page, tr("Next finding not looked at yet"))
    add_last(table, page, tr("Complete the recheck"))
    return table
