"""What can be done before a meeting begins, and by which keys."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import COMPLETE, CONFIRM
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.meeting.opening_page import OpeningPage

NO_SITE, GOES_ON, EARLIER = "no site", "goes on", "earlier"
"""The modes in which there is no site, and in which a meeting was begun, today or before."""


def opening_commands(page: "OpeningPage") -> CommandTable:
    """Return the commands of the page that a meeting begins on."""
    table = CommandTable(page)
    add = partial(table.add, modes=("", GOES_ON, EARLIER))
    start, end, begun = tr("Start the meeting"), page.end_word, (GOES_ON, EARLIER)
    discard, past = tr("Discard the meeting that was begun"), tr("Past meetings")
    fields, tick = tr("Site, host, attendance"), tr("Present or absent")
    add("begin", start, CONFIRM, page.begin, short=start, at=page.agenda.table)
    add("start", start, COMPLETE, page.start)
    add("end-earlier", end, "Ctrl+E", page.end_earlier, short=end, modes=EARLIER)
    agenda = page.agenda.table
    add("see", tr("See the finding in the ledger"), do=page.see_finding)
    add("copy", tr("Copy rows"), "Ctrl+C", agenda.copy_rows, at=agenda)
    add("discard", discard, "Del", page.discard, short=discard, modes=begun)
    add("fields", fields, "Tab", short=fields)
    add("tick", tick, "Space", short=tick)
    add("past", past, "Ctrl+H", page.past_wanted.emit, short=past)
    table.add_stop(page.line.stop, page.line.says)
    return table
