"""The form of a phase: its name and days; one that is there is chosen first, or a new one made."""

from collections.abc import Callable, Sequence
from datetime import date

from inspector.domain.plan.phase import Phase
from inspector.gui.plan.form_line import FormLine
from inspector.gui.plan.plan_form import name_field
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.day_field import DayField
from inspector.translation import tr

_CHOICE_WIDTH, _NAME_WIDTH, _DAY_WIDTH = 168, 136, 128
"""In pixels; all four stand on one line at 150 % of a laptop's screen."""


class PhaseForm(FormLine):
    """A name that is emptied ends the phase."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._phases: Sequence[Phase] = ()
        self._which = Choice("phaseWhich", tr("Phase"))
        self._name = name_field("phaseName")
        self._first = DayField("phaseFirst", tr("From"), today)
        self._last = DayField("phaseLast", tr("To"), today)
        super().__init__(
            "Phase",
            (
                (tr("Phase"), self._which, _CHOICE_WIDTH),
                (tr("Name, blank ends it"), self._name, _NAME_WIDTH),
                (tr("From"), self._first, _DAY_WIDTH),
                (tr("To"), self._last, _DAY_WIDTH),
            ),
        )
        self._which.currentIndexChanged.connect(self._show)

    def open_for(self, phases: Sequence[Phase], today: date) -> None:
        """Offer the phases that there are; that of today is shown."""
        self._phases = phases
        self._which.clear()
        named = [(f"{each.name} {each.first:%Y-%m}", each.id) for each in phases]
        self._which.offer([(tr("A new phase"), ""), *named])
        now = next((each.id for each in phases if each.covers(today)), "")
        self._which.choose(now)
        self._show()
        self.open(tr("Phases of the campaign"))

    @property
    def phase_id(self) -> str:
        """The phase that is chosen; '': a new one."""
        return str(self._which.currentData() or "")

    def said(self) -> tuple[str, date | None, date | None]:
        """Return name and days; raises RefusedInputError."""
        return self._name.text().strip(), self._first.day(), self._last.day()

    def _show(self) -> None:
        phase = next((each for each in self._phases if each.id == self.phase_id), None)
        self._name.setText(phase.name if phase else "")
        self._name.home(False)  # a long name is read from its beginning
        self._first.show_day(phase.first if phase else None)
        self._last.show_day(phase.last if phase else None)
