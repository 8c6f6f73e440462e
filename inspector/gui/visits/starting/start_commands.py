"""What can be done at the lists of visits, and by which keys."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.visits.starting.start_page import StartPage

LISTS, PATROLLED, GUIDE = "", "patrolled", "guide"
"""What is in front: lists of visits, those with today's patrols over them, the first step."""


def start_commands(page: "StartPage") -> CommandTable:
    """Return the commands of the lists; the workbooks beside them add their own."""
    table, lists = CommandTable(page), (LISTS, PATROLLED)
    add = partial(table.add, modes=lists)
    new, due = tr("New inspection"), tr("Patrol that is due")
    opens, discards = tr("Resume or open"), tr("Unfinished: to the bin")
    table.add(
        "new", new, "Ctrl+N", page.new_wanted.emit, short=new, modes=(*lists, GUIDE),
        why_not=page.why_not_new,
    )  # fmt: skip
    add("open", opens, CONFIRM, short=opens)
    table.add("due-patrol", due, "Ctrl+P", page.today.begin_due, short=due, modes=PATROLLED)
    add("discard", discards, "Del", page.discard, short=discards, at=page.unfinished)
    find, narrow = tr("Find a completed visit"), tr("Filter completed visits")
    add("find", find, ("Ctrl+F", "/"), page.search.begin, short=tr("Find"))
    add("filter", narrow, "F", page.search.open_menu, at=(page.unfinished, page.completed))
    for name, words, key, wanted in (  # the line of ways
        ("plan", tr("Plan of visits"), "Ctrl+J", page.session.plan_wanted),
        ("survey", tr("Satisfaction survey"), "Ctrl+M", page.session.survey_wanted),
        ("complaints", tr("Complaints and tip-offs"), "Ctrl+K", page.session.complaints_wanted),
    ):
        table.add(name, words, key, wanted.emit, modes=(*lists, GUIDE), why_not=page.why_not_new)
    walk = tr("Start or go on with the patrol")  # the menus of the lists, down to the last
    table.add("walk", walk, do=page.today.begin_chosen, modes=PATROLLED)
    add("resume", tr("Go on with it"), do=page.open_chosen)
    add("see", tr("Open its result"), do=page.open_chosen)
    add("to-bin", tr("To the bin"), do=page.discard)
    return table
