"""A patrol: place after place, a key when nothing is wrong, a line when something is."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.finding.finding import Finding
from inspector.domain.visit.draft import DraftKey
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.patrol import PatrolEntry
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import (
    PASTE,
    PHOTO,
    UNDO,
    press,
)
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_visit import Target
from inspector.gui.session import Session
from inspector.gui.visits.parts.beside_button import give_menu_beside
from inspector.gui.visits.parts.on_duty_bar import OnDutyBar, on_duty_words
from inspector.gui.visits.parts.recheck_states import problem_text
from inspector.gui.visits.parts.verdict_segment import Given
from inspector.gui.visits.parts.visit_drafts import Lines, entry_of
from inspector.gui.visits.parts.walk_rows import WalkRow
from inspector.gui.visits.walks.patrol import patrol_questions as questions
from inspector.gui.visits.walks.patrol.entry_editor import EntryEditor
from inspector.gui.visits.walks.patrol.handling_editor import HandlingEditor
from inspector.gui.visits.walks.patrol.patrol_commands import patrol_commands
from inspector.gui.visits.walks.patrol.patrol_panel import PatrolPanel
from inspector.gui.visits.walks.patrol.patrol_walk import PatrolWalk
from inspector.gui.visits.walks.walk_page import WalkPage
from inspector.gui.words import scorecard_title
from inspector.translation import tr, tr_count
from inspector.workspace.finding_state_words import staff_word

PLACES_WIDTH, NARROW_PLACES_WIDTH = 280, 208
_WRONG, _HANDLED = "patrol", "handled"

_OF_ENTRY = ("rewrite", "handled", "meeting", "photo", "paste", "view", "drop")


class PatrolPage(WalkPage[PatrolWalk, Scorecard]):
    """The places on the left, the one in front on the right."""

    widths = (PLACES_WIDTH, NARROW_PLACES_WIDTH)
    menu = ("clean", "wrong", *_OF_ENTRY, "on-duty", "rest")
    panel: PatrolPanel

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        lines: Lines = {
            _WRONG: lambda: {"place": self.editor.place, "text": self.editor.text},
            _HANDLED: lambda: {"text": self.handling.text},
        }
        super().__init__(session, ("places", tr("Places of the round")), lines, parent)
        panel = self.panel
        self._entry_id = ""  # the entry that keys act on
        self._editing: PatrolEntry | None = None  # the entry whose words are written anew
        of_entry = [self.commands[name] for name in _OF_ENTRY]
        for each in (panel.cards, panel.photos):
            give_menu_beside(each, of_entry, self.stops)
        panel.who.belong(self.commands["on-duty"], self.stops)
        panel.give_way_on(self.commands["next"])
        panel.photos.use(session)
        panel.before.use(session)
        panel.before.opened.connect(self._see_before)
        panel.cards.chosen.connect(self._choose_entry)
        panel.photos.opened.connect(self._see)
        panel.photos.removed.connect(self._remove_photo)

    @cached_property
    def editor(self) -> EntryEditor:
        """Where it is written what is wrong."""
        made = EntryEditor()
        self._add_line(made, made.commands)
        made.left.connect(self._give_up)
        made.written.connect(self._on_written)
        made.lacking.connect(lambda: self.line.ask(questions.nothing_written()))
        made.text.textEdited.connect(lambda text: self.line.stop())
        self.drafts.shown.connect(made.show_again)
        return made

    @cached_property
    def handling(self) -> HandlingEditor:
        """Where it is written what was done about it."""
        made = HandlingEditor()
        self._add_line(made, made.commands)
        made.left.connect(self._give_up)
        made.written.connect(self._on_handled)
        return made

    def _add_line(self, line: QWidget, table: CommandTable) -> None:
        self.panel.add_line(line)
        self._write_with(table)

    @cached_property
    def on_duty(self) -> OnDutyBar:
        """Asks who is on duty at the window in front."""
        made = self._put_above(OnDutyBar())
        self.panel.bars = (made,)
        made.written.connect(self._name_on_duty)
        made.left.connect(self._back)
        return made

    def _made_panel(self) -> PatrolPanel:
        return PatrolPanel(self)

    def _made_commands(self) -> CommandTable:
        return patrol_commands(self)

    def _verdicts(self) -> Sequence[Given]:
        table = self.commands
        return (
            Given(table["clean"], tr("Nothing wrong"), "✓", "passed"),
            Given(table["wrong"], tr("Something wrong"), "✗", "deducted"),
        )

    # Opening and closing

    def _made(self, sheet: InspectionSheet) -> PatrolWalk:
        return PatrolWalk(self._session, sheet, self)

    def _first_stop(self, unkept: list[DraftKey]) -> str:
        return self.walk.sheet.inspection.cursor_scorecard or ""

    @property
    def place(self) -> Scorecard:
        """The place in front."""
        return self._stop

    @property
    def entry(self) -> PatrolEntry | None:
        """The entry that keys act on: the one chosen, else the last at the place."""
        wrong = self.walk.wrong_at(self.place.id)
        chosen = next((entry for entry in wrong if entry.id == self._entry_id), None)
        return chosen or (wrong[-1] if wrong else None)

    # What was seen

    def mark_clean(self) -> None:
        """Nothing is wrong at the place: on to the next one."""
        self.line.stop()
        place = self.place
        if self.walk.wrong_at(place.id):
            self._next(questions.kept_findings(place))
        elif self.walk.is_done(place.id) or self.walk.mark_clean([place]):
            self._next()

    def write(self) -> None:
        """Write down what is wrong at the place."""
        self._begin(_WRONG)

    def rewrite(self) -> None:
        """Write other words for the entry in front."""
        if entry := self._entry_or_say():
            self._begin(_WRONG, entry.id)

    def handle(self) -> None:
        """Write how the entry in front was handled on the spot."""
        if entry := self._entry_or_say():
            self._begin(_HANDLED, entry.id)

    def _begin(self, line: str, entry_id: str = "") -> None:
        self.line.stop()
        self._write_in(DraftKey(line, self.walk.id, f"{self.place.id}/{entry_id}"))

    def _open_line(self, key: DraftKey) -> None:
        entries = {entry.id: entry for entry in self.walk.entries}
        entry = self._editing = entries.get(entry_of(key))
        self._entry_id = entry.id if entry else self._entry_id
        self.panel.close_lines()
        if key.editor == _HANDLED and entry is not None:
            self.handling.begin(entry.handled or "")
        else:
            self.editor.begin(self.place, self.walk.suggestions(self.place), entry)

    def _on_written(self, text: str, place: str, item_id: str, category: Category) -> None:
        known = {entry.id for entry in self.walk.entries}
        if self.walk.note(self.place.id, text, place, item_id, category, self._editing):
            new = [entry.id for entry in self.walk.entries if entry.id not in known]
            self._entry_id = new[0] if new else self._entry_id
            self._kept()

    def _on_handled(self, how: str) -> None:
        if self._editing and self.walk.put(replace(self._editing, handled=how or None)):
            self._kept()

    def _back(self) -> None:
        self._editing = None
        super()._back()

    def why_nobody(self) -> str:
        """Return why nobody can be on duty in front."""
        if self.is_open and self.place.scope is Scope.PUBLIC:
            return tr("Nobody is on duty at the public area.")
        return ""

    def open_on_duty(self) -> None:
        """Ask who is on duty at the window in front."""
        self.line.stop()
        self._back()
        rosters = self._session.workspace.rosters
        site = self.walk.sheet.inspection.site_id
        self.on_duty.open(self.place, *rosters.people_at(site, self.place.window_id))

    def _name_on_duty(self, number: str, name: str) -> None:
        self._back()
        if self.walk.name_on_duty(self.place, number, name):
            who = on_duty_words(self.place)
            said = tr("On duty at {window}: {who}", window=self.place.window_number, who=who)
            self.line.tell(said)

    def toggle_meeting(self) -> None:
        """Let the meeting hear of the entry in front, or not."""
        self.line.stop()
        if entry := self._entry_or_say():
            self.walk.put(replace(entry, to_meeting=not entry.to_meeting))

    def drop(self) -> None:
        """Take the current entry away, or 未发现问题."""
        self.line.stop()
        entry = self.entry or next(iter(self.walk.entries_at(self.place.id)), None)
        if entry is None:
            self.line.ask(questions.no_entry())
        elif self.walk.drop(entry):
            self.line.tell(tr("Taken away. {undo} puts it back.", undo=press(UNDO)))

    def _entry_or_say(self) -> PatrolEntry | None:
        entry = self.entry
        if entry is None:
            self.line.ask(questions.no_entry())
        return entry

    def ask_rest(self) -> None:
        """Nothing is wrong at the rest; asks first."""
        if self.line.asked_again(self._clean_rest):
            return
        if self.walk.left:
            question = questions.confirm_rest(self.walk.left)
            self.line.wait(self._clean_rest, question, tr("Confirm"))
            self.stops.setFocus()
        else:
            self.line.tell(questions.all_seen())

    def _clean_rest(self) -> None:
        if self.walk.mark_clean(self.walk.left):
            self.line.tell(questions.all_seen())

    # Photos

    def _target(self) -> Target | None:
        entry = self._entry_or_say() if self.is_open else None
        if entry is None:
            return None
        # What is photographed once it is handled shows how it was put right.
        role = EvidenceRole.FOUND if entry.handled is None else EvidenceRole.CORRECTED
        words = scorecard_title(self.place)
        return Target(words, role, entry.inspection_id, entry.scorecard_id, entry.id)

    def view(self) -> None:
        """Show the photos of the entry in front large; without one, what was found here last."""
        self.line.stop()
        before = next(filter(self._photos_before, self.walk.found_before(self.place)), None)
        if self.entry is None and before is not None:
            self._see_before(before)
        elif self._entry_or_say() is not None:
            self._see()

    def _photos_before(self, finding: Finding) -> Sequence[Evidence]:
        return self.walk.photos_before.get(finding.id, ())

    def _see_before(self, finding: Finding) -> None:
        """Show large how something was that was found at the place in front before."""
        words = f"{scorecard_title(self.place)} · {problem_text(finding)}"
        self.photos.view(Subject(words, lambda: self._photos_before(finding)), "")

    def _see(self, at: int = 0) -> None:
        if entry := self.entry:
            place = scorecard_title(self.place)
            words = tr("{window} · {item}", window=place, item=entry.text)
            nothing = tr(
                "There is no photo here yet: {paste} pastes one, {choose} chooses files.",
                paste=press(PASTE, tr("Paste photo")),
                choose=press(PHOTO, tr("Photo")),
            )
            walk = self.walk
            subject = Subject(words, lambda: walk.evidence_of(entry.id), self.photos)
            self.photos.view(subject, nothing, at)

    def _remove_photo(self, at: int) -> None:
        if self.entry is not None:
            self.photos.remove(self.walk.evidence_of(self.entry.id)[at])
            self.stops.setFocus()

    # Moving

    def _on_stop(self, current: QModelIndex, before: QModelIndex) -> None:
        self._entry_id = ""
        super()._on_stop(current, before)
        if self.is_open and current.isValid():
            self.walk.stand_at(self.place.id)

    def step_entry(self, arrow: int) -> None:
        """Go to the entry before (0) or after (1)."""
        wrong = [entry.id for entry in self.walk.wrong_at(self.place.id)]
        if self.entry is not None:
            at = wrong.index(self.entry.id) + (-1, 1)[arrow]
            self._choose_entry(max(0, min(at, len(wrong) - 1)))

    def _choose_entry(self, at: int) -> None:
        self._entry_id = self.walk.wrong_at(self.place.id)[at].id
        self._show_stop()

    # Handing in

    def _why_not_complete(self) -> str:
        return "" if self.walk.entries else questions.nothing_seen()

    def _completion(self) -> tuple[str, str]:
        return questions.confirm_hand_in(self.walk), tr("Confirm")

    def _complete_visit(self, visit: str) -> object:
        return self._session.workspace.patrols.complete(visit)

    # Showing

    def _all_done(self) -> str:
        return questions.all_seen()

    def _row(self, stop: Scorecard) -> WalkRow:
        wrong = self.walk.wrong_at(stop.id)
        if wrong:
            standing = tr_count(len(wrong), "1 finding", "{count} findings")
            shape, role = "✗", "deducted"
        elif self.walk.is_done(stop.id):
            shape, standing, role = "✓", tr("Nothing wrong"), "passed"
        else:
            shape, standing, role = "·", tr("Not seen"), "secondary"
        kind = self.walk.sheet.pack.kind_title(stop.window_kind)
        who = staff_word(stop.staff_number) or stop.staff_name or kind or tr("The whole site")
        return WalkRow(stop.id, shape, scorecard_title(stop), who, standing, role, True)

    def _show_stop(self) -> None:
        walk = self.walk
        self.figures.setText(
            tr(
                "Places {seen} / {places}   Findings {wrong}",
                seen=len(walk.stops) - len(walk.left),
                places=len(walk.stops),
                wrong=sum(not entry.clean for entry in walk.entries),
            )
        )
        is_seen, is_wrong = walk.is_done(self.place.id), bool(walk.wrong_at(self.place.id))
        self.panel.verdicts.show_given(["wrong"] if is_wrong else ["clean"] if is_seen else [])
        unkept = self.place.id in self._unkept
        self.panel.show_place(walk, self.place, self.entry, unkept)
