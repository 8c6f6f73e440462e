"""At the bottom of the panel: what is required, of whom, until when, and on what basis."""

from inspector.domain.days.workdays import add_workdays
from inspector.gui.visits.scoring.panel.panel_section import PanelSection
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.fact_grid import FactGrid
from inspector.gui.widgets.labels import hairline, set_role, wrapped
from inspector.gui.words import short_day_text
from inspector.translation import tr, tr_count
from inspector.workspace.finding_state_words import staff_word
from inspector.workspace.findings.arrangement_words import awaited_text
from inspector.workspace.packs.override_sentences import numbers_text
from inspector.workspace.packs.pack_scoring_words import responsible_word


class FactsSection(PanelSection):
    """What the checklist says of an item; nothing here is typed."""

    def __init__(self) -> None:
        super().__init__()
        self._own = wrapped("", "caution")
        self._own.setObjectName("ownNumbers")
        self._facts = FactGrid(
            "item",
            (
                ("requirement", tr("Requirement")),
                ("responsible", tr("Responsible")),
                ("deadline", tr("Deadline")),
                ("basis", tr("Basis")),
            ),
        )
        set_role(self._facts.value("basis"), "small")
        self.column.addWidget(hairline())
        self.column.addWidget(self._own)
        self.column.addWidget(self._facts)

    def wanted(self, shown: Shown) -> bool:
        return not shown.item.is_bonus

    def fill(self, shown: Shown, other: bool) -> None:
        item, card = shown.item, shown.card
        own = next((o for o in shown.pack.overrides if o.item_id == item.id), None)
        self._own.setVisible(own is not None)
        if own is not None:
            self._own.setText(tr("Set by this site: {change}", change=numbers_text(own)))
        who = [responsible_word(item.responsible), staff_word(card.staff_number), card.department]
        self._facts.show_facts(
            {
                "requirement": item.requirement or "—",
                "responsible": " · ".join(part for part in who if part),
                "deadline": _deadline(shown),
                "basis": item.basis or "—",
            }
        )


def _deadline(shown: Shown) -> str:
    days = shown.item.deadline
    if days == 0:
        return tr("At once")
    day = add_workdays(shown.raised_on, days, shown.calendar)
    said = tr_count(days, "{day} (1 workday)", "{day} ({count} workdays)", day=short_day_text(day))
    awaited = awaited_text(day, shown.calendar)
    return tr("; ").join(part for part in (said, awaited) if part)
