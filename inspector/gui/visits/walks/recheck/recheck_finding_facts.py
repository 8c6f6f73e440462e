"""What is known of a finding that is looked at again, in the column beside its photos."""

from datetime import date

from inspector.domain.finding.finding import Finding
from inspector.gui.widgets.fact_grid import FactGrid
from inspector.gui.widgets.labels import set_role
from inspector.gui.widgets.lists.deadline_role import deadline_role
from inspector.gui.words import day_text, short_day_text
from inspector.translation import tr
from inspector.workspace.finding_state_words import owner_word, staff_word, state_word


class FindingFacts(FactGrid):
    """Number, place, what was required, of whom and until when, and how it stands."""

    def __init__(self) -> None:
        facts = (
            ("number", tr("Number")),
            ("window", tr("Window")),
            ("found", tr("Found")),
            ("item", tr("Item")),
            ("requirement", tr("Requirement")),
            ("owner", tr("Responsible")),
            ("deadline", tr("Deadline")),
            ("state", tr("State")),
            ("reported", tr("Reported done")),
            ("last", tr("Last recheck")),
        )
        super().__init__("fact", facts)

    def show_finding(self, finding: Finding, today: date, *, beside_words: bool) -> None:
        """Show a finding; `beside_words`: what was to be done, and by whom, stands at large."""
        overdue = finding.overdue_on(today)
        state = state_word(finding.state)
        who = (finding.department, owner_word(finding.owner), finding.leader)
        reported = finding.reported_text
        if finding.done_on is not None:
            reported = tr("{text} ({day})", text=reported, day=short_day_text(finding.done_on))
        seat = (finding.window_number, staff_word(finding.staff_number))
        self.show_facts(
            {
                "number": finding.number,
                "window": " · ".join(part for part in seat if part),
                "item": finding.item_text,
                "found": _found(finding),
                "requirement": "" if beside_words else finding.requirement,
                "owner": "" if beside_words else " · ".join(part for part in who if part),
                "deadline": day_text(finding.deadline),
                "state": tr("{state}, overdue", state=state) if overdue else state,
                "reported": reported,
                "last": finding.recheck_note if finding.recheck_passed is False else "",
            }
        )
        set_role(self.value("state"), deadline_role(finding.urgency_on(today)))


def _found(finding: Finding) -> str:
    """Return since when it is known, and which time it is."""
    day = day_text(finding.raised_at.date())
    if not finding.is_repeat:
        return day
    return f"{day} · {tr('Occurrence {times}', times=finding.times_at_window)}"
