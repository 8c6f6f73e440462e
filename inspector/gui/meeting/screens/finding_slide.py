"""A finding on the projector: what was wrong, where, what it should be, who puts it right."""

from datetime import date

from inspector.domain.meeting.minutes import MinutesLine
from inspector.gui.meeting.screens.meeting_words import (
    deadline_word,
    deduction_word,
    part_word,
    standing,
    step_words,
)
from inspector.gui.meeting.screens.slide_view import SlideView
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.theme import GRID
from inspector.gui.widgets.fact_grid import FactGrid
from inspector.gui.widgets.labels import hairline, set_role, wrapped
from inspector.translation import tr
from inspector.workspace.finding_state_words import owner_word, times_word, type_word
from inspector.workspace.packs.pack_scoring_words import category_word


class FindingSlideView(SlideView):
    """One finding."""

    def __init__(self, cache: PhotoCache) -> None:
        super().__init__(cache, "findingSlide")
        self._kind = wrapped("", "section")
        self._kind.setObjectName("slideKind")
        self.title = wrapped("", "title")
        self.title.setObjectName("slideTitle")
        facts = (
            ("window", tr("Window")),
            ("standard", tr("Standard")),
            ("requirement", tr("Required")),
            ("department", tr("Department")),
            ("owner", tr("Owner")),
            ("deadline", tr("Deadline")),
            ("state", tr("State")),
        )
        self._facts = FactGrid("slide", facts, spacing=GRID)
        self._decided = wrapped()
        self._decided.setObjectName("slideDecided")
        self._line = hairline()
        self.words.addWidget(self._kind)
        self.words.addWidget(self.title)
        self.words.addWidget(self._facts)
        self.words.addWidget(self._line)
        self.words.addWidget(self._decided)
        self.words.addStretch(1)

    def fact(self, name: str) -> str:
        """Return what the screen says of a fact."""
        return self._facts.value(name).text()

    @property
    def decided(self) -> str:
        """What the meeting came to so far."""
        return self._decided.text()

    @property
    def kind(self) -> str:
        """The short words at the top."""
        return self._kind.text()

    def show_line(self, line: MinutesLine, places: str, today: date) -> None:
        """Show a finding as it stands; `places` are its windows, as everybody may read them."""
        finding = line.finding
        overdue = finding.overdue_on(today)
        self._show_kind(line)
        self.title.setText(finding.text)
        kind = type_word(finding.type)
        deadline = f"{deadline_word(finding, today)}  {kind}"
        self._facts.show_facts(
            {
                "window": places,
                "standard": finding.item_text,
                "requirement": finding.requirement,
                "department": finding.department,
                "owner": owner_word(finding.owner),
                "deadline": deadline,
                "state": standing(finding),
            }
        )
        set_role(self._facts.value("deadline"), "overdue" if overdue else "")
        steps = step_words(line.steps)
        self._decided.setText("\n".join(tr("Meeting: {words}", words=said) for said in steps))
        self._line.setVisible(bool(steps))
        self._decided.setVisible(bool(steps))
        self.setAccessibleName(finding.text)

    def _show_kind(self, line: MinutesLine) -> None:
        finding = line.finding
        texts = [
            part_word(line.part),
            times_word(finding.times_at_window),
            category_word(finding.category),
            deduction_word(finding),
            tr("★ Veto") if finding.brands else "",
        ]
        self._kind.setText("   ·   ".join(text for text in texts if text))
