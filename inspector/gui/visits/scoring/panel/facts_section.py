"""At the bottom of the panel: what is required, of whom, until when, and on what basis."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from inspector.domain.days.workdays import add_workdays
from inspector.gui.theme import GRID
from inspector.gui.visits.scoring.panel.panel_section import PanelSection
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.labels import hairline, label, wrapped
from inspector.gui.words import short_day_text
from inspector.translation import tr, tr_count
from inspector.workspace.findings.arrangement_words import awaited_text
from inspector.workspace.packs.override_sentences import numbers_text
from inspector.workspace.packs.pack_scoring_words import responsible_word


class FactsSection(PanelSection):
    """What the checklist says of an item; nothing here is typed."""

    def __init__(self) -> None:
        super().__init__()
        self._requirement, self._responsible = wrapped(), wrapped()
        self._deadline, self._basis = wrapped(), wrapped("", "small")
        self._own = wrapped("", "caution")
        self._own.setObjectName("ownNumbers")
        facts = QGridLayout()
        facts.setHorizontalSpacing(2 * GRID)
        facts.setVerticalSpacing(6)
        facts.setColumnStretch(1, 1)
        for line, (name, value) in enumerate(
            (
                (tr("Requirement"), self._requirement),
                (tr("Responsible"), self._responsible),
                (tr("Deadline"), self._deadline),
                (tr("Basis"), self._basis),
            )
        ):
            facts.addWidget(label(name, "secondary"), line, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(value, line, 1)
        self.column.addWidget(hairline())
        self.column.addWidget(self._own)
        self.column.addLayout(facts)

    def wanted(self, shown: Shown) -> bool:
        return not shown.item.is_bonus

    def fill(self, shown: Shown, other: bool) -> None:
        item, card = shown.item, shown.card
        own = next((o for o in shown.pack.overrides if o.item_id == item.id), None)
        self._own.setVisible(own is not None)
        if own is not None:
            self._own.setText(tr("Set by this site: {change}", change=numbers_text(own)))
        self._requirement.setText(item.requirement or "—")
        who = [responsible_word(item.responsible), card.staff_number, card.department]
        self._responsible.setText(" · ".join(part for part in who if part))
        self._deadline.setText(_deadline(shown))
        self._basis.setText(item.basis or "—")


def _deadline(shown: Shown) -> str:
    days = shown.item.deadline
    if days == 0:
        return tr("At once")
    day = add_workdays(shown.raised_on, days, shown.calendar)
    said = tr_count(days, "{day} (1 workday)", "{day} ({count} workdays)", day=short_day_text(day))
    awaited = awaited_text(day, shown.calendar)
    return tr("; ").join(part for part in (said, awaited) if part)
