"""The line for a plan: its name, days, phase and how much of it is untold; of a new one its quota.

Choosing a phase fills in its days.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.domain.plan.phase import Phase
from inspector.domain.plan.plan import PlannedSite
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import UP_DOWN
from inspector.gui.editor_draft import Field
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.day_field import DayField
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.fields.number_field import NumberField
from inspector.gui.widgets.fields.text_limit import NAME, TextLimit
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import hairline, label
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr
from inspector.workspace.plans.plans import PlanDraft

_NAME_WIDTH, _DAY_WIDTH, _PHASE_WIDTH, _NUMBER_WIDTH = 240, 136, 136, 72


class PlanForm(QWidget):
    """Enter keeps it, Esc leaves it."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        surface(area=self)
        self._phases: Sequence[Phase] = ()
        self._heading = ElidedLabel("section")
        self.name = QLineEdit()
        TextLimit(self.name, NAME)
        self.name.setObjectName("planName")
        self.name.setAccessibleName(tr("Name"))
        self._phase = Choice("planPhase", tr("Phase"))
        self.first = DayField("planFirst", tr("From"), today)
        self.last = DayField("planLast", tr("To"), today)
        self._covert = NumberField("planCovert", tr("Covert, at least %"))
        self._visits = NumberField("planVisits", tr("Visits a site"))
        self._share = NumberField("planShare", tr("Windows, at least %"))
        for field, width in (
            (self.name, _NAME_WIDTH), (self._phase, _PHASE_WIDTH), (self.first, _DAY_WIDTH),
            (self.last, _DAY_WIDTH),
        ):  # fmt: skip
            fix_width(field, width)
        for number in (self._covert, self._visits, self._share):
            fix_width(number, _NUMBER_WIDTH)
        titles = {
            self.name: tr("Name"), self._phase: tr("Phase"), self.first: tr("From"),
            self.last: tr("To"), self._covert: tr("Covert, at least %"),
            self._visits: tr("Visits a site"), self._share: tr("Windows, at least %"),
        }  # fmt: skip
        self._of_new: dict[QWidget, QWidget] = {
            each: _titled(each, titles[each]) for each in (self._visits, self._share)
        }
        parts = [self._of_new.get(each) or _titled(each, said) for each, said in titles.items()]
        self.commands = CommandTable(self)
        keep, leave = self.commands.add_answers(
            (tr("Save"), self.confirmed.emit), (tr("Cancel"), self.left.emit)
        )
        self.commands.add("choose", tr("Choose"), UP_DOWN, short=tr("Choose"))
        cancel = command_button(leave, "cancelPlan")
        save = command_button(keep, "savePlan", "primary")
        head = stack(None, ((self._heading, 1), cancel, save), spacing=GRID, across=True)
        inside = stack(
            None, (head, FlowRow(parts)), margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=GRID
        )
        stack(self, (hairline(), inside))
        self._in_turn = (*titles, cancel, save)
        self._phase.currentIndexChanged.connect(self._take_days)
        self.hide()

    @property
    def drafted(self) -> dict[str, Field]:
        """What is filled in, by name."""
        return {
            "name": self.name, "phase": self._phase, "first": self.first, "last": self.last,
            "covert": self._covert, "visits": self._visits, "share": self._share,
        }  # fmt: skip

    def open_for(self, draft: PlanDraft, phases: Sequence[Phase], heading: str) -> None:
        """Show what a draft says; of a new plan one quota is asked for all of its sites."""
        self._phases = phases
        self._heading.setText(heading)
        self._phase.clear()
        self._phase.offer([(tr("None"), ""), *((each.name, each.name) for each in phases)])
        self._phase.choose(draft.phase, draft.phase)
        self.name.setText(draft.name)
        self.first.show_day(draft.first)
        self.last.show_day(draft.last)
        self._covert.show_number(draft.covert)
        self._visits.show_number(1)
        self._share.show_number(0)
        for part in self._of_new.values():
            part.setVisible(not draft.family)
        self.show()
        for one, next_one in zip(self._in_turn, self._in_turn[1:], strict=False):
            QWidget.setTabOrder(one, next_one)
        self.take_focus()

    def take_focus(self) -> None:
        """Take the keyboard, as when it was opened."""
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def said(self, draft: PlanDraft) -> PlanDraft:
        """Return a draft with what is in the fields; raises RefusedInputError."""
        sites = draft.sites
        if not draft.family:
            visits, share = self._visits.number(), self._share.number()
            sites = tuple(replace(site, visits=visits, share=share) for site in sites)
        return replace(
            draft,
            name=self.name.text().strip(),
            phase=str(self._phase.currentData() or ""),
            first=self.first.day(),
            last=self.last.day(),
            covert=self._covert.number(),
            sites=sites,
        )

    def _take_days(self) -> None:
        chosen = self._phase.currentData()
        phase = next((each for each in self._phases if each.name == chosen), None)
        if phase is not None:
            self.first.show_day(phase.first)
            self.last.show_day(phase.last)


def new_draft(sites: Sequence[PlannedSite]) -> PlanDraft:
    """Return what a new plan begins with."""
    return PlanDraft("", None, None, sites=tuple(sites))


def _titled(field: QWidget, title: str) -> QWidget:
    area = QWidget()
    name = label(title, "secondary")
    name.setBuddy(field)
    stack(area, (name, field), spacing=GRID // 2).addStretch(1)
    return area
