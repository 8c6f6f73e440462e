"""The columns of lists of findings on rechecks: what is due, and what it came to."""

from inspector.domain.finding import Finding
from inspector.gui.inspect.inspection_columns import days_width, room_for
from inspector.gui.session import Session
from inspector.gui.table import Column
from inspector.gui.words import short_day_text
from inspector.translation import tr
from inspector.workspace.finding_words import state_word


def due_columns(session: Session) -> list[Column[Finding]]:
    """Return the columns of the findings due at a site."""

    def state(finding: Finding) -> str:
        if finding.overdue_on(session.workspace.now().date()):
            return tr("{state}, overdue", state=state_word(finding.state))
        return state_word(finding.state)

    return [
        Column(tr("Number"), lambda finding: finding.number, 104),
        Column(tr("Window"), lambda finding: finding.window_number, 104),
        Column(tr("Finding"), problem_text),
        Column(tr("Deadline"), lambda finding: short_day_text(finding.deadline), days_width()),
        Column(tr("State"), state, room_for(tr("{state}, overdue", state=tr("To be rechecked")))),
    ]


def problem_text(finding: Finding) -> str:
    """Return what was found, ★ before a veto."""
    return ("★ " if finding.veto else "") + (finding.text or finding.item_text)
