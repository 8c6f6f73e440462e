"""The finding in front of a recheck: its photos as found and now, its facts, what it came to."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from inspector.domain.finding.finding import Finding
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.keyed_words import HandWords, hand_label
from inspector.gui.commands.shared_keys import PASTE, press, with_key
from inspector.gui.measures import measures, sized
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.photos.photo_pane import PhotoPane, ShownPhoto
from inspector.gui.photos.photo_words import role_word
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.beside_button import BesideButton
from inspector.gui.visits.parts.recheck_states import problem_text
from inspector.gui.visits.parts.side_column import SideColumn
from inspector.gui.visits.walks.recheck.finding_words import FindingWords
from inspector.gui.visits.walks.recheck.recheck_finding_facts import FindingFacts
from inspector.gui.visits.walks.recheck.recheck_walk import RecheckWalk
from inspector.gui.visits.walks.recheck.recheck_words import outcome_role, outcome_text
from inspector.gui.visits.walks.walk_panel import WalkPanel
from inspector.gui.widgets.labels import breakable, hairline, label, set_role, wrapped
from inspector.gui.widgets.note_edit import LineEdit
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.words import short_day_text, unsaved_word
from inspector.translation import tr

_ANY = (1 << 24) - 1
FACTS_WIDTH, NARROW_FACTS_WIDTH = 344, 280


class RecheckPanel(WalkPanel):
    """Photos on the left, facts on the right."""

    failed = Signal(str)  # what is still wrong

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        cache = PhotoCache.of(session)
        self.before = PhotoPane(cache, "photosBefore")
        self.words = FindingWords(self)
        self.now = PhotoPane(cache, "photosNow")
        self.add_now = BesideButton("addNow")
        how = hand_label(wrapped("", "secondary"), _how_to_add)
        how.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.now.fill_empty(self.add_now, how)
        self._title = wrapped("", "section")
        self._title.setObjectName("findingText")
        self._outcome = wrapped()
        self._outcome.setObjectName("outcome")
        note_title = label(tr("What is still wrong"), "section")
        self.note = LineEdit("recheckNote", tr("What is still wrong"))
        table = CommandTable(self.note)
        keep = tr("Keep it as failed")
        table.add_answers((keep, self._on_failed), (tr("Back"), self.given_up.emit))
        HandWords(
            self.note,
            self.note.setPlaceholderText,
            lambda: with_key(keep, table["confirm"].key, first=True),
        )
        self.tables = (table,)
        self.lines = (note_title, self.note)
        self._facts = FindingFacts()
        parts = (*self.lines, self._title, self._outcome, hairline(), self._facts)
        self._column = SideColumn("panel", GRID, parts, self)
        self._lay_out()
        self.close_lines()

    def _lay_out(self) -> None:
        photos = surface(area=QWidget(self))
        pair = (self.before, 2), (self.words, 3), (self.now, 2)
        stack(photos, pair, margin=2 * GRID, spacing=2 * GRID, across=True)
        self._row = stack(self, ((photos, 1), self._column), across=True)
        self.give_way(False)

    def give_way(self, is_narrow: bool) -> None:
        """Take less room for the facts; on a tablet that stands upright they are below."""
        upright = measures().by_finger and self.height() > self.width()
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if upright else direction.LeftToRight)
        if upright:
            self._column.setMinimumWidth(0)
            self._column.setMaximumWidth(_ANY)
        else:
            self._column.setFixedWidth(sized(NARROW_FACTS_WIDTH if is_narrow else FACTS_WIDTH))

    def _on_failed(self) -> None:
        self.failed.emit(self.note.text().strip())

    def begin_note(self, note: str) -> None:
        """Take the keyboard for what is still wrong."""
        for each in self.lines:
            each.show()
        self.note.setText(note)
        self.note.setFocus()
        self._column.verticalScrollBar().setValue(0)

    def show_finding(self, walk: RecheckWalk, finding: Finding, today: date) -> None:
        """Show a finding, with what it came to."""
        entry = walk.entries[finding.id]
        before = walk.before(finding.id)
        self._title.setText(breakable(problem_text(finding)))
        self._title.setVisible(bool(before))  # else it stands at large
        self._outcome.setText(breakable(outcome_text(entry)))
        set_role(self._outcome, outcome_role(entry.outcome))
        self._facts.show_finding(finding, today, beside_words=not before)
        self.words.show_finding(finding, today)
        self.words.setVisible(not before)
        self.before.setVisible(bool(before))
        found_on = short_day_text(finding.raised_at.date())
        title = tr("{word}, {day}", word=role_word(EvidenceRole.FOUND), day=found_on)
        _show(self.before, title, before)
        self._show_after(walk, finding, today)

    def _show_after(self, walk: RecheckWalk, finding: Finding, today: date) -> None:
        """Show what was taken on this visit; until then what the site reported, if anything."""
        now, reported = walk.now(finding.id), walk.reported(finding.id)
        if now or not reported:
            title = tr("Now, {day}", day=short_day_text(today))
            waiting = sum(each.id in walk.unsaved for each in now)
            _show(self.now, f"{title} · ! {unsaved_word()}" if waiting else title, now)
            return
        last = reported[-1]
        day = short_day_text(last.added_at.astimezone().date())
        title = tr("{word}, {day}", word=role_word(last.role), day=day)
        _show(self.now, title, reported)


def _how_to_add() -> str:
    return tr("How it is now: {paste}", paste=press(PASTE, tr("Paste photo")))


def _show(pane: PhotoPane, title: str, evidence: Sequence[Evidence]) -> None:
    pane.show_photos([ShownPhoto(each) for each in evidence if each.is_photo], title=title)
