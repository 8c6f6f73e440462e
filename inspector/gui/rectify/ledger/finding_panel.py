"""Beside the ledger: the current finding with its photos, facts and history."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from inspector.domain.finding.assignment import Suggestion
from inspector.domain.finding.finding import Finding
from inspector.domain.visit.evidence import Evidence
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.keyed_words import HandWords
from inspector.gui.photos.before_after import BeforeAfter
from inspector.gui.rectify.ledger.ledger_finding_facts import (
    fact_titles,
    facts,
    place_line,
    standing,
    steps_of,
    suggestion_words,
)
from inspector.gui.session import Session
from inspector.gui.steps.step_buttons import StepButtons
from inspector.gui.steps.story_view import StoryView
from inspector.gui.theme import GRID
from inspector.gui.widgets.fact_grid import FactGrid
from inspector.gui.widgets.labels import hairline, label, set_role, wrapped
from inspector.gui.widgets.lists.deadline_role import deadline_role
from inspector.gui.widgets.scrolling import lay_out_now
from inspector.gui.widgets.stacked import surface
from inspector.translation import tr
from inspector.workspace.stories.story_line import StoryLine


class FindingPanel(QScrollArea):
    """With the keyboard the arrows scroll it; Enter shows the photos, Esc goes back."""

    left = Signal()
    photos_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("findingPanel")
        self.setAccessibleName(tr("Finding"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.finding: Finding | None = None
        self.evidence: Sequence[Evidence] = ()
        self._steps: StepButtons | None = None
        self._title = wrapped("", "title")
        self._place = wrapped("", "secondary")
        self._standing = wrapped("", "section")
        self._standing.setObjectName("findingStanding")
        self._suggestion = wrapped("", "secondary")
        self._suggestion.setObjectName("findingSuggestion")
        self._proposed: Suggestion | None = None
        HandWords(self._suggestion, self._suggestion.setText, self._propose)
        self.pair = BeforeAfter(session)
        self.story = StoryView()
        self._facts = FactGrid("finding", fact_titles(), spacing=GRID // 2)
        inside = surface()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        heading = (self._title, self._place, self._standing, self._suggestion)
        for widget in (*heading, self.pair, self._facts):
            column.addWidget(widget)
        column.addWidget(hairline())
        column.addWidget(label(tr("History"), "section"))
        column.addWidget(self.story)
        column.addStretch(1)
        self.setWidget(inside)
        self.pair.opened.connect(lambda _: self.photos_wanted.emit())
        self.pair.left.connect(self.left)
        self.commands = CommandTable(self)
        self.commands.add_answers(
            (tr("Photos large"), self.photos_wanted.emit), (tr("Back"), self.left.emit)
        )

    def give_steps(self, steps: StepButtons) -> None:
        """Offer from now on what can be done with the finding that is shown."""
        self._steps = steps

    def _propose(self) -> str:
        return suggestion_words(self._proposed) if self._proposed else ""

    def show_finding(
        self,
        finding: Finding,
        evidence: Sequence[Evidence],
        story: Sequence[StoryLine],
        suggestion: Suggestion | None,
        today: date,
        complaint: str = "",
        *,
        lent: bool = False,
    ) -> None:
        """Show a finding; `complaint` is the number of the one it was raised from.

        `lent` to this laptop: what is asked for is answered elsewhere.
        """
        other = self.finding is None or self.finding.id != finding.id
        self.finding, self.evidence = finding, evidence
        self._title.setText(finding.text or finding.item_text)
        self._place.setText(place_line(finding))
        self._standing.setText(standing(finding, today))
        set_role(self._standing, deadline_role(finding.urgency_on(today)) or "section")
        self._proposed = suggestion
        self._suggestion.setText(self._propose())
        self._suggestion.setVisible(bool(self._suggestion.text()))
        self.pair.show_finding(evidence)
        if self._steps is not None:
            self._steps.offer(steps_of(finding, lent))
        self._facts.show_facts(facts(finding, complaint))
        self.story.show_story(story)
        lay_out_now(self)
        if other:
            self.verticalScrollBar().setValue(0)
