"""The place in front of a patrol: what was wrong there, its photos, and the lines to write in."""

from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.category import Scope
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.patrol import PatrolEntry
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import CommandButton
from inspector.gui.commands.shared_keys import (
    CONFIRM,
    DEDUCT,
    LEAVE,
    REWRITE,
    SIDEWAYS,
    UP_DOWN,
    by_hand,
    key_name,
    press,
)
from inspector.gui.measures import measures
from inspector.gui.photos.photo_strip import PhotoStrip
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.beside_button import BesideButton
from inspector.gui.visits.parts.on_duty_bar import on_duty_words
from inspector.gui.visits.parts.side_column import SideColumn
from inspector.gui.visits.walks.patrol.entry_cards import EntryCards
from inspector.gui.visits.walks.patrol.entry_editor import EntryEditor
from inspector.gui.visits.walks.patrol.found_before import FoundBefore
from inspector.gui.visits.walks.patrol.handling_editor import HandlingEditor
from inspector.gui.visits.walks.patrol.look_at import LookAt, looked_at
from inspector.gui.visits.walks.patrol.patrol_walk import PatrolWalk
from inspector.gui.visits.walks.walk_panel import WalkPanel
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import hairline, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.gui.words import scorecard_title
from inspector.translation import tr
from inspector.workspace.findings.finding_reading import LATELY


class PatrolPanel(WalkPanel):
    """One column: where one is, the lines, what was wrong there and its photos; then what was found
    there before, and what to look at.
    """

    large_verdict = True

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = ElidedLabel("figure")
        self._title.setObjectName("placeTitle")
        self._hint = wrapped("", "secondary")
        self._hint.setObjectName("placeHint")
        self.who = BesideButton("onDuty")
        self._goes_on = CommandButton("goOnWriting")
        self._goes_on.hide()
        self.cards = EntryCards()
        self.photos = PhotoStrip()
        self.before = FoundBefore()
        self._look_at = LookAt()
        head = QWidget()
        stack(head, ((self._title, 1), self.who), spacing=GRID, across=True)
        widgets = (head, self._hint, self._goes_on, self.cards, self.photos,
                   hairline(), self.before, self._look_at)  # fmt: skip
        self._column = SideColumn("surface", 2 * GRID, widgets, self)
        stack(self, [self._column])
        self.photos.left.connect(self.left)
        self.before.left.connect(self.left)

    def give_way_on(self, go_on: Command) -> None:
        """Let a button do what goes on with what is written and not kept yet."""
        self._goes_on.give(go_on, tr("Go on writing"))

    def add_line(self, line: QWidget) -> None:
        """Put a line to write in above what was wrong."""
        self._column.put_below(self._goes_on, line)
        self.lines = (*self.lines, line)

    def show_place(
        self,
        walk: PatrolWalk,
        card: Scorecard,
        current: PatrolEntry | None,
        unkept: bool = False,
    ) -> None:
        """Show a place; `current` is the entry that keys act on.

        `unkept`: something is written there and waits to be gone on with.
        """
        title = scorecard_title(card)
        self._title.setText(f"{title}  {card.department}" if card.department else title)
        self.who.say(f"{on_duty_words(card)} ▾")
        self.who.setVisible(card.scope is not Scope.PUBLIC)
        seen = walk.entries_at(card.id)
        wrong = [entry for entry in seen if not entry.clean]
        hint = self._next_keys(seen, unkept)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.cards.setVisible(bool(wrong))
        self._goes_on.setVisible(unkept and not self.is_writing)
        at = next((i for i, entry in enumerate(wrong) if current and entry.id == current.id), -1)
        self.cards.show_entries(wrong, at, lambda entry_id: len(walk.evidence_of(entry_id)))
        self.photos.show_evidence(self._evidence(walk, current))
        found, items = walk.found_before(card), walk.sheet.items(card)
        self.before.show_findings(found, walk.photos_before, walk.today, LATELY)
        # Who has seen something, or writes, looks at that.
        self._look_at.show_items([] if seen or self.is_writing else looked_at(items))

    def _next_keys(self, seen: list[PatrolEntry], unkept: bool) -> str:
        ends = {"enter": press(CONFIRM, tr("Keep")), "esc": press(LEAVE, tr("Back"))}
        line = next((each for each in self.lines if not each.isHidden()), None)
        if isinstance(line, EntryEditor):
            return by_hand(
                tr(
                    "Type for suggestions: a click or {arrows} chooses one, {enter} keeps it,"
                    " {esc} goes back",
                    arrows=key_name(UP_DOWN),
                    **ends,
                ),
                tr(
                    "Type for suggestions: a tap chooses one, {enter} keeps it, {esc} goes back",
                    **ends,
                ),
            )
        if isinstance(line, HandlingEditor):
            return by_hand(
                tr("A digit or a few words, {enter} keeps them, {esc} goes back", **ends),
                tr("What is usual or a few words, {enter} keeps them, {esc} goes back", **ends),
            )
        if unkept:
            goes_on = press(CONFIRM, tr("Go on writing"))
            return tr("Written and not kept yet: {enter} goes on with it", enter=goes_on)
        if any(not entry.clean for entry in seen):
            if measures().by_finger:
                return ""  # the buttons say it
            return tr(
                "{wrong} one more · {rewrite} other words · a click or {sideways} another one",
                wrong=press(DEDUCT, tr("Something wrong")),
                rewrite=press(REWRITE, tr("Rewrite")),
                sideways=key_name(SIDEWAYS),
            )
        if seen:
            return tr("Nothing wrong, {time}.", time=f"{seen[0].at:%H:%M}")
        return tr("Not seen")

    def _evidence(self, walk: PatrolWalk, current: PatrolEntry | None) -> tuple[Evidence, ...]:
        return walk.evidence_of(current.id) if current is not None else ()
