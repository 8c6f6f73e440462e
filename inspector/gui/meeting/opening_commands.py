"""What can be done before a meeting begins, and by which keys."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.domain.meeting.topic import TopicKind
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import COMPLETE, CONFIRM, EVERY, TICK
from inspector.gui.meeting.screens.meeting_words import kind_word
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
    show, kind = tr("Show or leave out"), tr("All or none of a kind")
    every, fit = tr("All or none"), tr("Only what fits into the minutes")
    kinds = tuple(f"Alt+{number}" for number in range(1, len(TopicKind) + 1))
    add("begin", start, CONFIRM, page.begin, short=start, at=page.agenda.table)
    add("start", start, COMPLETE, page.start)
    add("end-earlier", end, "Ctrl+E", page.end_earlier, short=end, modes=EARLIER)
    agenda = page.agenda.table
    add("show", show, TICK, page.agenda.tick_row, short=show, at=agenda)
    add("all", every, EVERY, lambda: page.agenda.tick_kind(None), at=agenda)
    add(
        "kind", kind, kinds, page.tick_kind_at,
        numbered=True, choices=lambda: [kind_word(each) for each in page.agenda.boxes.kinds],
    )  # fmt: skip
    add("fit", fit, "F", page.agenda.tick_what_fits)
    see = tr("See the finding in the ledger")
    add("see", see, do=page.see_finding, why_not=page.why_no_finding)
    add("copy", tr("Copy rows"), "Ctrl+C", agenda.copy_rows, at=agenda)
    add("discard", discard, "Del", page.discard, short=discard, modes=begun)
    add("fields", fields, "Tab", short=fields)
    add("tick", tick, TICK, at=page.attendance)
    add("past", past, "Ctrl+H", page.past_wanted.emit, short=past)
    to_complaints = page.session.complaints_wanted.emit
    add("complaints", tr("Complaints and tip-offs"), "Ctrl+K", to_complaints)
    table.add_stop(page.line.stop, page.line.says)
    return table
