"""What can be done with plans of visits, and by which keys."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.domain.plan.plan_draw import DrawWay
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import COMPLETE, CONFIRM, LEAVE, SIDEWAYS
from inspector.gui.frame.panel import add_table_keys
from inspector.translation import tr
from inspector.workspace.plans.plan_words import way_word

if TYPE_CHECKING:
    from inspector.gui.plan.plan_page import PlanPage


def plan_commands(page: "PlanPage") -> CommandTable:
    """Return the commands of the page."""
    table, editing = CommandTable(page), page.editing
    add, at_sites = table.add, partial(table.add, at=page.table)
    of_plan = partial(add, why_not=editing.why_no_plan)
    plan, new, draw = tr("Plan"), tr("New plan"), tr("Draw the next visit")
    at_sites("plan", plan, SIDEWAYS, page.step, short=plan, repeats=True, numbered=True,
             choices=(tr("Plan before"), tr("Plan after")))  # fmt: skip
    ask = tr("Change what is asked of the site")
    at_sites(
        "change",
        ask,
        CONFIRM,
        editing.begin_quota,
        short=tr("Edit"),
        why_not=editing.why_no_site,
    )
    add("new", new, "Ctrl+N", editing.begin_new, short=new, why_not=editing.why_not_new)
    ways = [f"Alt+{number + 1}" for number in range(len(DrawWay))]
    add("draw", draw, ways, page.draw, short=draw, numbered=True, why_not=page.why_not_draw,
        choices=[way_word(way) for way in DrawWay])  # fmt: skip
    start = tr("Start the visit that was drawn")
    add("start", start, COMPLETE, page.start_drawn, short=tr("Start it"),
        why_not=page.why_not_start)  # fmt: skip
    of_plan("edit", tr("Change name, days or covert share"), "E", editing.begin_edit)
    add(
        "add-site",
        tr("Add a site"),
        "A",
        editing.begin_site,
        why_not=editing.why_no_other_site,
    )
    add("phases", tr("Phases of the campaign"), "P", editing.begin_phase)
    of_plan("versions", tr("Versions of the plan"), "V", editing.tell_versions)
    of_plan("withdraw", tr("Give the plan up"), "Del", editing.withdraw)
    paper = tr("Export what is covered…")
    of_plan("export", paper, "Ctrl+S", page.save_coverage, short=tr("What is covered"))
    of_plan("export-plan", tr("Export the plan…"), "Ctrl+E", page.save_plan)
    add("import", tr("Import a plan…"), "Ctrl+O", page.files.open_plan)
    table.add_stop(page.line.stop, page.line.says, at=page.table)
    back = tr("Back")
    add("leave", back, LEAVE, page.go_back, short=back, left_over=True)
    add_table_keys(table, page.table)
    return table
