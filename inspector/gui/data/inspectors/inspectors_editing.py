"""The steps on inspectors as the window does them: a form, a step, what is said, and back again."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.domain.errors import RefusedInputError
from inspector.domain.people.inspector import Inspector
from inspector.gui.commands.shared_keys import UNDO, press
from inspector.gui.data.inspectors.inspector_form import InspectorForm
from inspector.gui.data.inspectors.inspectors_view import InspectorsView
from inspector.gui.editor_draft import DraftKeeper, Dropped
from inspector.gui.session import Session
from inspector.translation import tr, tr_count
from inspector.workspace.inspectors.inspector_steps import InspectorDone, InspectorSteps


class InspectorsEditing(QObject):
    """Opens the form, keeps what is in it, ends and brings back; knows what can be undone."""

    turned = Signal()
    """The form was opened or left."""

    closed = Signal()
    """It was left: the keyboard is wanted elsewhere."""

    def __init__(
        self, session: Session, view: InspectorsView, make_form: Callable[[], InspectorForm]
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._make_form = session, view, make_form
        self._undone: list[Callable[[], object]] = []
        # Once the list stands again: while it is read anew another row may be in front.
        view.chosen.connect(lambda: QTimer.singleShot(0, self, self._follow))

    @cached_property
    def form(self) -> InspectorForm:
        """The form, made when it is first wanted."""
        form = self._make_form()
        form.confirmed.connect(self._keep)
        form.left.connect(self.give_up)
        return form

    @cached_property
    def _draft(self) -> DraftKeeper:
        return DraftKeeper(self._session, "inspector", self.form.drafted, self)

    @property
    def is_open(self) -> bool:
        """Something is being filled in."""
        return "form" in self.__dict__ and not self.form.isHidden()

    # What can be done now

    def why_no_row(self) -> str:
        """Return why nothing can be done with a row."""
        return "" if self._view.chosen_rows else tr("No row is chosen.")

    def why_not_end(self) -> str:
        """Return why nobody can be ended."""
        if all(each.ended for each in self._view.chosen_rows):
            return self.why_no_row() or tr("This has ended already.")
        return ""

    def why_not_back(self) -> str:
        """Return why nobody can be brought back."""
        rows = self._view.chosen_rows
        if any(each.ended for each in rows):
            return ""
        return self.why_no_row() or tr("This is in use.")

    def why_not_undo(self) -> str:
        """Return why nothing can be taken back."""
        return "" if self._undone else tr("Nothing was changed here since the window was opened.")

    # Filling in

    def add(self) -> None:
        """Open the form for new inspectors."""
        self._open(None)

    def change(self) -> None:
        """Open the form with whoever is in front."""
        self._open(self._view.chosen_rows[0])

    def step_aside(self) -> None:
        """Close the form for something else; what was typed waits until it is opened again."""
        if self.is_open:
            self._draft.leave()
            self.form.hide()

    def give_up(self) -> None:
        """Leave the form; what was typed is put away, and can be brought back."""
        inspector = self.form.inspector
        dropped = self._draft.let_go()
        self._leave()
        if dropped is not None:
            self._undone.append(lambda: self._bring_again(inspector, dropped))
            said = tr("What was written is put away. {undo} brings it back.", undo=press(UNDO))
            self._session.hinted.emit(said)

    def _bring_again(self, inspector: Inspector | None, dropped: Dropped) -> None:
        self._open(inspector)
        self._draft.bring_back(dropped)

    def _follow(self) -> None:
        """Leave a form when another row is chosen than it is about."""
        about = self.form.inspector if self.is_open else None
        rows = self._view.chosen_rows
        if about is not None and rows and about.id not in [r.id for r in rows]:
            self.give_up()

    def _open(self, inspector: Inspector | None) -> None:
        everybody = self._view.rows
        self._draft.leave()
        sites = [site.name for site in self._session.workspace.rosters.sites()]
        units = list(dict.fromkeys([*(each.unit for each in everybody if each.unit), *sites]))
        groups = list(dict.fromkeys(each.group for each in everybody if each.group))
        self.form.open_for(inspector, units, groups)
        self._draft.begin("", inspector.id if inspector else "")
        self.turned.emit()

    def _leave(self) -> None:
        self.form.hide()
        self.turned.emit()
        self.closed.emit()

    def _keep(self) -> None:
        steps, about = self._session.workspace.inspector_steps, self.form.inspector
        filled = self._filled()
        if not filled:
            return
        done = self._try(lambda: steps.change(filled[0]) if about else steps.add(*filled))
        if done is None:
            return
        self._draft.drop()
        if about:
            said = tr("Changed: {name}.", name=filled[0].name.strip())
        else:
            said = tr_count(
                len(done.names),
                "Inspector added: {names}.",
                "{count} inspectors added: {names}.",
                names="、".join(done.names),
            )
        self._remember(done, said)
        self._view.choose(done.id)
        if about:
            self._leave()
        else:
            self.form.open_next()
            self._draft.begin("", "")

    def _filled(self) -> list[Inspector]:
        try:
            return self.form.filled()
        except RefusedInputError as error:
            self.form.refuse(error)
            return []

    def _try(self, step: Callable[[], InspectorDone]) -> InspectorDone | None:
        """Do a step; what is refused of it is told beside the fields."""
        refused: list[RefusedInputError] = []

        def attempted() -> InspectorDone | None:
            try:
                return step()
            except RefusedInputError as error:
                refused.append(error)
                return None

        done = self._session.attempt(attempted)
        if done is None:
            self.form.refuse(next(iter(refused), None))
        return done

    # Ending and bringing back

    def end(self) -> None:
        """End whoever is chosen."""
        rows = [each for each in self._view.chosen_rows if not each.ended]
        names = "、".join(each.name for each in rows)
        said = tr("Ended: {names}. Visits made stay as they are.", names=names)
        self._do(lambda: self._steps.end([each.id for each in rows]), said)

    def back(self) -> None:
        """Bring back whoever is chosen."""
        rows = [each for each in self._view.chosen_rows if each.ended]
        said = tr("Brought back: {names}", names="、".join(each.name for each in rows))
        self._do(lambda: self._steps.bring_back([each.id for each in rows]), said)

    def undo(self) -> None:
        """Take the last step of this run back, or bring back what was put away."""
        self._undone.pop()()

    def remember(self, batch: int, said: str) -> None:
        """Know a step that was done elsewhere: a workbook that was taken in."""
        self._undone.append(lambda: self._undo(batch, said))

    @property
    def _steps(self) -> InspectorSteps:
        return self._session.workspace.inspector_steps

    def _undo(self, batch: int, said: str) -> None:
        if self._session.attempt(lambda: self._steps.undo(batch)) is not None:
            self._session.told.emit(tr("Undone: {said}", said=said), "")

    def _do(self, step: Callable[[], InspectorDone], said: str) -> None:
        done = self._session.attempt(step)
        if done is not None:
            self._remember(done, said)

    def _remember(self, done: InspectorDone, said: str) -> None:
        self.remember(done.batch, said)
        undo = tr("{undo} takes it back.", undo=press(UNDO))
        words = tr("{sentence} {next}", sentence=said, next=undo)
        self._session.told_undoable.emit(words, self.undo)
