"""The steps on the roster as the window does them: a form, a step, what is said, and back again."""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.domain.checklist.kind_recognition import taken_kind
from inspector.domain.errors import RefusedInputError
from inspector.domain.visit.roster_event import RosterSubject
from inspector.gui.commands.shared_keys import UNDO, press
from inspector.gui.data.roster.roster_form import RosterForm
from inspector.gui.data.roster.roster_models import RosterLine, SiteRow, StaffRow, WindowRow
from inspector.gui.data.roster.roster_view import RosterView
from inspector.gui.data.roster.roster_words import added_words, ended_words, moved_words
from inspector.gui.editor_draft import DraftKeeper, Dropped, drafts_of
from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear, Outcome
from inspector.gui.session import Session
from inspector.translation import tr, tr_count
from inspector.workspace.roster.kind_words import taken_short
from inspector.workspace.roster.roster_steps import RosterDone

_EDITOR = "roster"
"""The name of its drafts."""


class RosterEditing(QObject):
    """Opens the form, keeps what is in it, ends and brings back; knows what can be undone."""

    turned = Signal()
    """The form was opened or left."""

    def __init__(
        self, session: Session, view: RosterView, make_form: Callable[[], RosterForm]
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._make_form = session, view, make_form
        self._undone: list[Callable[[], object]] = []  # each takes back a step of this run
        self._opened = (RosterSubject.SITE, "")  # of what kind, and the id of its site
        self._moving: list[str] = []  # the ids of people who go to another site
        # Once the lists stand again: while they are read anew another row may be in front.
        view.chosen.connect(lambda: QTimer.singleShot(0, self, self._follow))

    @cached_property
    def form(self) -> RosterForm:
        """The form, made when it is first wanted."""
        form = self._make_form()
        form.confirmed.connect(self._keep)
        form.pasted.connect(self._add_pasted)
        form.left.connect(self.give_up)
        return form

    @cached_property
    def _draft(self) -> DraftKeeper:
        return DraftKeeper(self._session, _EDITOR, self.form.drafted, self)

    @property
    def is_open(self) -> bool:
        """Something is being filled in."""
        return "form" in self.__dict__ and not self.form.isHidden()

    # What can be done now

    def why_no_site(self) -> str:
        """Return why nothing can be added to the chosen site."""
        return "" if self._view.site else tr("No site is chosen: add one first.")

    def why_no_window(self) -> str:
        """Return why no person can be added."""
        site = self._view.site
        if site is None or self._view.subject is not RosterSubject.STAFF:
            return self.why_no_site()
        return "" if site.count else tr("This site has no window yet: add one first.")

    def why_no_row(self) -> str:
        """Return why nothing can be done with a row on the right."""
        return "" if self._view.chosen_rows else tr("No row is chosen.")

    def why_not_end(self) -> str:
        """Return why nothing on the right can be ended."""
        if all(_own_end(row) for row in self._view.chosen_rows):
            return self.why_no_row() or tr("This has ended already.")
        return ""

    def why_not_move(self) -> str:
        """Return why nobody can be moved to another site."""
        if self._view.subject is not RosterSubject.STAFF:
            return tr("Only people move to another site: choose them among the people on duty.")
        if not self._view.chosen_rows or self.why_not_end():
            return self.why_not_end()
        return "" if self._elsewhere() else tr("No other site has a window yet.")

    def why_not_back(self) -> str:
        """Return why nothing on the right can be brought back."""
        rows = self._view.chosen_rows
        if not rows:
            return self.why_no_row()
        return "" if any(_own_end(row) for row in rows) else tr("This is in use.")

    def why_not_end_site(self) -> str:
        """Return why the site cannot be ended."""
        site = self._view.site
        return self.why_no_site() or (
            tr("This has ended already.") if site and site.ended_on else ""
        )

    def why_not_back_site(self) -> str:
        """Return why the site cannot be brought back."""
        site = self._view.site
        return self.why_no_site() or ("" if site and site.ended_on else tr("This is in use."))

    def why_not_undo(self) -> str:
        """Return why nothing can be taken back."""
        return "" if self._undone else tr("Nothing was changed here since the window was opened.")

    # Filling in

    def add_site(self) -> None:
        """Open the form for a new site."""
        self._open(RosterSubject.SITE, None)

    def add(self) -> None:
        """Open the form for what the list on the right shows."""
        self._open(self._view.subject, None)

    def change_site(self) -> None:
        """Open the form with the chosen site."""
        self._open(RosterSubject.SITE, self._view.site)

    def change(self) -> None:
        """Open the form with the row in front on the right."""
        self._open(self._view.subject, self._view.chosen_rows[0])

    def move(self) -> None:
        """Ask where to the chosen people go."""
        people = [row for row in self._view.chosen_rows if not _own_end(row)]
        self._draft.leave()
        self.form.open_to_move([row.name for row in people], self._elsewhere())
        self._opened = (RosterSubject.STAFF, self._site().id)
        self._moving = [row.id for row in people]
        self.turned.emit()
        self.form.focus_first()

    def _elsewhere(self) -> list[SiteRow]:
        """Return the other sites that somebody can be moved to."""
        here = self._view.site
        return [
            row
            for row in self._view.rows
            if row.ended_on is None and row.count and (here is None or row.id != here.id)
        ]

    def _keep_move(self) -> None:
        form, ids = self.form, self._moving
        done = self._try(
            lambda: self._session.workspace.roster_steps.move_staff(ids, form.window_id)
        )
        if done is None:
            return
        said = moved_words(form.moving, form.place)
        self.leave()
        self._remember(done, said)

    def give_up(self) -> None:
        """Leave the form; what was typed is put away, and can be brought back."""
        (subject, site_id), row = self._opened, self.form.row
        dropped = self._draft.let_go()
        self.leave()
        if dropped is not None:
            self._undone.append(lambda: self._bring_again(subject, site_id, row, dropped))
            said = tr("What was written is put away. {undo} brings it back.", undo=press(UNDO))
            self._session.hinted.emit(said)

    def _follow(self) -> None:
        """Leave a form when another row or site is chosen than it is about."""
        site, (subject, site_id) = self._view.site, self._opened
        if not self.is_open or site is None:
            return
        row = self.form.row
        chosen = {each.id for each in self._view.chosen_rows}
        is_other_row = (
            row is not None
            and subject is self._view.subject
            and bool(chosen)
            and row.id not in chosen
        )
        if is_other_row or (site_id and site.id != site_id):
            self.give_up()

    def _bring_again(
        self, subject: RosterSubject, site_id: str, row: RosterLine | None, dropped: Dropped
    ) -> None:
        self._view.choose_site(site_id)
        self._open(subject, self._view.row_of(subject, row.id) if row else None)
        self._draft.bring_back(dropped)

    def step_aside(self) -> None:
        """Close the form for something else; what was typed waits until it is opened again."""
        if self.is_open:
            self._draft.leave()
            self.form.hide()

    def offer_left(self) -> None:
        """Open the form that was left unfinished when the window was closed, or ended."""
        subjects = {each.value: each for each in RosterSubject}
        for key in drafts_of(self._session, ""):
            subject, site_id, row_id = (*key.place.split(" "), "", "")[:3]
            if key.editor != _EDITOR or subject not in subjects:
                continue
            if site_id and not self._view.choose_site(site_id):
                continue
            row = self._view.row_of(subjects[subject], row_id) if row_id else None
            if row_id and row is None:
                continue
            self._open(subjects[subject], row)
            self._session.hinted.emit(tr("What was written before is here again."))
            return

    def leave(self) -> None:
        """Close the form; the keyboard goes back to the list."""
        of_site = self.form.subject is RosterSubject.SITE
        # Before the form goes: Qt would look for the next stop among all that is in the window.
        (self._view.sites if of_site else self._view.table).setFocus()
        self.form.hide()
        self.turned.emit()

    def _open(self, subject: RosterSubject, row: RosterLine | None) -> None:
        site = self._view.site
        windows = site.windows if site else ()
        used = dict.fromkeys(window.kind for window in reversed(windows))
        packs = self._session.workspace.packs
        kinds = packs.kinds_at(site.site) if site else list(packs.window_kinds())
        pack = packs.suggest(site.site, windows) if site else None
        known = pack.window_kinds if pack is not None else ()
        chosen = next(iter(self._view.chosen_rows), None)
        at = chosen.window if isinstance(chosen, WindowRow | StaffRow) else None
        offered = [("", ""), *((kind.title, kind.id) for kind in kinds)]
        offered.sort(key=lambda each: list(used).index(each[1]) if each[1] in used else len(used))

        def by_name(number: str) -> str:
            return taken_short(taken_kind("", number, known), packs.kind_title) or tr("not told")

        self._draft.leave()
        self.form.open_for(subject, row, site, offered if kinds else [], by_name, at)
        is_new_site = subject is RosterSubject.SITE and row is None
        self._opened = (subject, site.id if site and not is_new_site else "")
        self._watch()
        self.turned.emit()
        self.form.focus_first()

    def _watch(self) -> None:
        (subject, site_id), row = self._opened, self.form.row
        self._draft.begin("", " ".join((subject.value, site_id, row.id if row else "")))

    def _keep(self) -> None:
        form, row = self.form, self.form.row
        if form.moving:
            self._keep_move()
            return
        done = self._try(lambda: self._step(form, row))
        if done is None:
            return
        self._draft.drop()
        name = self._name_in(form)
        said = tr("Changed: {name}.", name=name) if row else added_words(form.subject, name)
        self._remember(done, said)
        self._view.choose_row(form.subject, done.id)
        if row is not None:
            self.leave()
        elif form.subject is RosterSubject.SITE:
            self._view.tabs.choose(0)
            self._open(RosterSubject.WINDOW, None)
        else:
            form.open_next()
            self._watch()

    def _add_pasted(self, numbers: Sequence[str]) -> None:
        """Add a column of windows or people, which have in common what is filled in beside it."""
        form, site = self.form, self._view.site
        if site is None:
            return
        steps, common = self._session.workspace.roster_steps, form.own_window[1:]
        if form.subject is RosterSubject.STAFF:
            people, team = [_number_and_name(line) for line in numbers], form.person[2]
            done = self._try(lambda: steps.add_people(form.window_id, people, team))
            count = tr_count(len(numbers), "1 person added", "{count} people added")
        else:
            done = self._try(lambda: steps.add_windows(site.id, numbers, *common))
            count = tr_count(len(numbers), "1 window added", "{count} windows added")
        if done is None:
            return
        self._draft.drop()
        names = " … ".join(" ".join(line.split()) for line in (numbers[0], numbers[-1]))
        self._remember(done, tr("{count}: {names}.", count=count, names=names))
        self._view.choose_row(form.subject, done.id)
        form.open_next()
        self._watch()

    def _try(self, step: Callable[[], RosterDone]) -> RosterDone | None:
        """Do a step; what is refused of it is told beside the fields."""
        refused: list[RefusedInputError] = []

        def attempted() -> RosterDone | None:
            try:
                return step()
            except RefusedInputError as error:
                refused.append(error)
                return None

        done = self._session.attempt(attempted)
        if done is None:
            self.form.refuse(next(iter(refused), None))
        return done

    def _step(self, form: RosterForm, row: RosterLine | None) -> RosterDone:
        steps, site = self._session.workspace.roster_steps, self._view.site
        match form.subject:
            case RosterSubject.SITE:
                if row:
                    return steps.rename_site(row.id, form.name, form.unit)
                return steps.add_site(form.name, form.unit)
            case RosterSubject.WINDOW if row:
                return steps.change_window(row.id, *form.own_window)
            case RosterSubject.STAFF if row:
                return steps.change_staff(row.id, *form.person, form.window_id)
            case RosterSubject.DEPARTMENT if row:
                return steps.rename_department(row.id, form.name)
            case RosterSubject.STAFF:
                return steps.add_staff(form.window_id, *form.person)
        assert site is not None
        if form.subject is RosterSubject.WINDOW:
            return steps.add_window(site.id, *form.own_window, form.person)
        return steps.add_department(site.id, form.name)

    def _name_in(self, form: RosterForm) -> str:
        match form.subject:
            case RosterSubject.WINDOW:
                return form.own_window[0].strip()
            case RosterSubject.STAFF:
                return " ".join(word.strip() for word in form.person[:2] if word.strip())
            case _:
                return form.name.strip()

    # Ending and bringing back

    def end_site(self) -> None:
        """End the chosen site."""
        self._end(RosterSubject.SITE, [self._site()])

    def back_site(self) -> None:
        """Bring the chosen site back."""
        self._back(RosterSubject.SITE, [self._site()])

    def end(self) -> None:
        """End what is chosen on the right."""
        rows = [row for row in self._view.chosen_rows if not _own_end(row)]
        self._end(self._view.subject, rows)

    def back(self) -> None:
        """Bring back what is chosen on the right."""
        rows = [row for row in self._view.chosen_rows if _own_end(row)]
        self._back(self._view.subject, rows)

    def undo(self) -> None:
        """Take the last step of this run back, or bring back what was put away."""
        self._undone.pop()()  # refused, it does not stand before the others

    def remember(self, batch: int, said: str, *, beside: bool = False) -> None:
        """Know a step that was done elsewhere: a workbook that was taken in.

        What is too much for a key is taken back `beside` the window, too.
        """
        undo = self._undo_beside if beside else self._undo
        self._undone.append(lambda: undo(batch, said))

    def _undo(self, batch: int, said: str) -> None:
        steps = self._session.workspace.roster_steps
        if self._session.attempt(lambda: steps.undo(batch)) is not None:
            self._session.told.emit(tr("Undone: {said}", said=said), "")

    def _undo_beside(self, batch: int, said: str) -> None:
        session = self._session

        def write(hear: Hear) -> RosterDone:
            with session.workspace.writing_apart() as apart:
                return apart.roster_steps.undo(batch, hear)

        def done(undone: RosterDone) -> None:
            session.attempt(lambda: undone)
            session.told.emit(tr("Undone: {said}", said=said), "")

        def ended(outcome: Outcome, _: object) -> None:
            if outcome in (Outcome.STOPPED, Outcome.FAILED):
                self.remember(batch, said, beside=True)

        job = Job(said=tr("Undoing the import…"), work=write, done=done, ended=ended)
        if not session.runner.run(job):
            self.remember(batch, said, beside=True)

    def _end(self, subject: RosterSubject, rows: Sequence[RosterLine]) -> None:
        steps = self._session.workspace.roster_steps
        self._do(lambda: steps.end(subject, [row.id for row in rows]), ended_words(subject, rows))

    def _back(self, subject: RosterSubject, rows: Sequence[RosterLine]) -> None:
        steps = self._session.workspace.roster_steps
        names = "、".join(row.name for row in rows)
        said = tr("Brought back: {names}", names=names)
        self._do(lambda: steps.bring_back(subject, [row.id for row in rows]), said)

    def _do(self, step: Callable[[], RosterDone], said: str) -> None:
        done = self._session.attempt(step)
        if done is not None:
            self._remember(done, said)

    def _remember(self, done: RosterDone, said: str) -> None:
        self.remember(done.batch, said)
        undo = tr("{undo} takes it back.", undo=press(UNDO))
        words = tr("{sentence} {next}", sentence=said, next=undo)
        self._session.told_undoable.emit(words, self.undo)

    def _site(self) -> SiteRow:
        site = self._view.site
        assert site is not None
        return site


def _number_and_name(line: str) -> tuple[str, str]:
    """Return what a line of a pasted column says of a person; the name is a column of its own."""
    number, _, name = line.partition("\t")
    return number, name


def _own_end(row: RosterLine) -> bool:
    """Tell whether a row itself ended, and not only the window it belongs to."""
    return bool(row.staff.ended_on if isinstance(row, StaffRow) else row.ended_on)
