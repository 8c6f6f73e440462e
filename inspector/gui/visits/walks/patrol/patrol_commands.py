"""What can be done on a patrol, and by which keys: 1 未发现问题, 2 有问题, C 现场处理."""

from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import (
    DEDUCT,
    PASS,
    REST,
    REWRITE,
    SIDEWAYS,
    TAKE_AWAY,
    UP_DOWN,
)
from inspector.gui.visits.walks.walk_commands import add_last, add_next, add_photos
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.visits.walks.patrol.patrol_page import PatrolPage


def patrol_commands(page: "PatrolPage") -> CommandTable:
    """Return the table of a patrol."""
    table, at = CommandTable(page), page.stops
    clean = tr("Nothing wrong, and on to the next place")
    table.add("clean", clean, PASS, page.mark_clean)
    wrong = tr("Something wrong: write it, or choose by pinyin initials")
    table.add("wrong", wrong, DEDUCT, page.write)
    rewrite = tr("Other words for it")
    table.add("rewrite", rewrite, REWRITE, page.rewrite, short=tr("Rewrite"))
    handled = tr("Handled on the spot: how")
    table.add("handled", handled, "C", page.handle, short=tr("Handled"))
    meeting = tr("To the meeting, or not")
    table.add("meeting", meeting, "M", page.toggle_meeting, short=tr("To the meeting"))
    add_photos(table, page, tr("See the photos large: mark, tell apart, save a copy"))
    drop, keys, short = tr("Take away what is written"), TAKE_AWAY, tr("Take away")
    table.add("drop", drop, keys, page.drop, at=at, short=short)
    other = tr("Another finding of this place")
    ways = tr("Finding before"), tr("Finding after")
    table.add("other", other, SIDEWAYS, page.step_entry, at=at, numbered=True, choices=ways)
    table.add("place", tr("Place before or after"), UP_DOWN)
    duty = tr("Who is on duty at this window")
    table.add("on-duty", duty, "W", page.open_on_duty, why_not=page.why_nobody)
    add_next(table, page, tr("Next place not seen yet"))
    rest, short = tr("Nothing wrong at the rest"), tr("Rest fine")
    table.add("rest", rest, REST, page.ask_rest, short=short)
    add_last(table, page, tr("Hand in"))
    return table
