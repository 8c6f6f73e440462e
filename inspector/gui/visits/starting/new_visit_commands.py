"""What can be done at the form of a new visit, and by which keys."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.domain.checklist.method import Form
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import COMPLETE, CONFIRM, EVERY, LEAVE
from inspector.gui.visits.starting.visit_form import KINDS
from inspector.gui.words import form_word, kind_word
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.visits.starting.new_page import NewPage

SCORED, ROUND = "", "round"
"""Modes: a visit whose windows are chosen, and a patrol or recheck, which has none to choose."""


def new_visit_commands(page: "NewPage") -> CommandTable:
    """Return the commands of the form."""
    table = CommandTable(page)
    add, always = table.add, partial(table.add, modes=(SCORED, ROUND))
    site, kind, start, back = tr("Choose a site"), tr("Kind of visit"), tr("Start"), tr("Back")
    windows, tick, every = tr("To the windows"), tr("Tick a window"), tr("All or none")
    always("site", site, ("Down", "Up"), short=site)
    kinds = [f"Alt+{number + 1}" for number in range(len(KINDS))]
    words = [kind_word(each) for each in KINDS]
    always("kind", kind, kinds, page.form.choose_kind, short=kind, numbered=True, choices=words)
    forms, form = [f"Alt+{digit}" for digit in (7, 8, 9)], tr("How much is asked")
    add(
        "form", form, forms, page.form.choose_form, short=form, numbered=True,
        choices=[form_word(each) for each in Form],
    )  # fmt: skip
    people, more = tr("Choose inspectors"), tr("Add to the inspectors")
    always("people", people, "Alt+P", page.form.names_edit.open_list, short=people)
    always("add-names", more, "Alt+N", lambda: page.people.add_unknown())
    share = tr("Share with the group")
    add("share", share, "Alt+G", page.share, short=tr("Shared visit"))
    add("to-windows", windows, CONFIRM, short=windows)
    ticks, no_site = page.ticks, page.why_no_site
    add("tick", tick, "Space", ticks.toggle, short=tick, at=ticks.list, why_not=no_site)
    add("window-kind", tr("Window kind"), "T", ticks.choose_kind, at=ticks.list,
        why_not=ticks.why_no_kind)  # fmt: skip
    add("all", every, EVERY, ticks.toggle_all, short=every, why_not=no_site)
    keys = COMPLETE
    always("start", start, keys, page.start, short=start, why_not=page.why_not_start)
    always("back", back, LEAVE, page.go_back, short=back)
    return table
