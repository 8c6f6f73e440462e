"""The form of a plan: its name, days, phase and how much of it is untold; of a new one its quota.

Choosing a phase fills in its days.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit

from inspector.domain.plan.phase import Phase
from inspector.gui.plan.form_line import FormLine
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.day_field import DayField
from inspector.gui.widgets.fields.number_field import NumberField
from inspector.gui.widgets.fields.text_limit import NAME, TextLimit
from inspector.translation import tr
from inspector.workspace.plans.plans import PlanDraft

NAME_WIDTH, DAY_WIDTH, NUMBER_WIDTH = 200, 128, 72
_PHASE_WIDTH = 128
"""In pixels; name, phase and both days stand on one line at 150 % of a laptop's screen, in
Chinese."""


class PlanForm(FormLine):
    """What a version of a plan says of the whole."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._phases: Sequence[Phase] = ()
        self._name = name_field("planName")
        self._phase = Choice("planPhase", tr("Phase"))
        self._first = DayField("planFirst", tr("From"), today)
        self._last = DayField("planLast", tr("To"), today)
        self._covert = NumberField("planCovert", tr("Covert, at least %"))
        self._visits = NumberField("planVisits", tr("Visits a site"))
        self._share = NumberField("planShare", tr("Windows, at least %"))
        super().__init__(
            "Plan",
            (
                (tr("Name"), self._name, NAME_WIDTH),
                (tr("Phase"), self._phase, _PHASE_WIDTH),
                (tr("From"), self._first, DAY_WIDTH),
                (tr("To"), self._last, DAY_WIDTH),
                (tr("Covert, at least %"), self._covert, NUMBER_WIDTH),
                (tr("Visits a site"), self._visits, NUMBER_WIDTH),
                (tr("Windows, at least %"), self._share, NUMBER_WIDTH),
            ),
        )
        self._phase.currentIndexChanged.connect(self._take_days)

    def open_for(self, draft: PlanDraft, phases: Sequence[Phase], heading: str) -> None:
        """Show what a draft says; of a new plan one quota is asked for all of its sites."""
        self._phases = phases
        self._phase.clear()
        self._phase.offer([(tr("None"), ""), *((each.name, each.name) for each in phases)])
        self._phase.choose(draft.phase, draft.phase)
        self._name.setText(draft.name)
        self._first.show_day(draft.first)
        self._last.show_day(draft.last)
        self._covert.show_number(draft.covert)
        self._visits.show_number(1)
        self._share.show_number(0)
        for field in (self._visits, self._share):
            self.show_field(field, not draft.family)
        self.open(heading)

    def said(self, draft: PlanDraft) -> PlanDraft:
        """Return a draft with what is in the fields; raises RefusedInputError."""
        sites = draft.sites
        if not draft.family:
            visits, share = self._visits.number(), self._share.number()
            sites = tuple(replace(site, visits=visits, share=share) for site in sites)
        return replace(
            draft,
            name=self._name.text().strip(),
            phase=str(self._phase.currentData() or ""),
            first=self._first.day(),
            last=self._last.day(),
            covert=self._covert.number(),
            sites=sites,
        )

    def _take_days(self) -> None:
        chosen = self._phase.currentData()
        phase = next((each for each in self._phases if each.name == chosen), None)
        if phase is not None:
            self._first.show_day(phase.first)
            self._last.show_day(phase.last)


def name_field(name: str) -> QLineEdit:
    """Return a field for the name of a plan or a phase."""
    made = QLineEdit()
    TextLimit(made, NAME)
    made.setObjectName(name)
    made.setAccessibleName(tr("Name"))
    return made
