"""The form in which a bundle is put together: for whom, of what, what of people goes along."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.domain.sharing.bundle_contents import Contents
from inspector.domain.sharing.manifest import Aim, Scope
from inspector.domain.sharing.travelling import LEFT_AT_HOME, NAMES, PHOTOS, SKETCHES
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.sharing.chosen_sites import ChosenSites
from inspector.gui.frame.whole_label import WholeLabel
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.day_field import DayField
from inspector.gui.widgets.fields.name_field import NameField
from inspector.gui.widgets.fields.secret_field import SecretField
from inspector.gui.widgets.fields.text_limit import NAME
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr


class ShareForm(QWidget):
    """Enter asks where the bundle goes. `changed` says that it would hold something else."""

    confirmed = Signal()
    left = Signal()
    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(area=self)
        self._names: Sequence[str] = ()
        self._by_aim: dict[Aim, Sequence[str]] = {}  # what is ticked of each, once it is left
        self._shown: Aim | None = None  # whose ticks are shown
        self._name = NameField("shareName", tr("For whom"), NAME)
        self._aim = Choice("shareAim", tr("What goes"))
        self._sites = ChosenSites("shareSite", tr("Sites"))
        self._first = DayField("shareFirst", tr("From"), today)
        self._last = DayField("shareLast", tr("To"), today)
        self._secret = SecretField("sharePassphrase", tr("Passphrase, or none"))
        widths = ((self._name, 176), (self._aim, 272), (self._sites.choice, 200),
                  (self._first, 152), (self._last, 152), (self._secret, 160))  # fmt: skip
        parts = []
        for field, width in widths:
            fix_width(field, width)
            named = field.field if isinstance(field, DayField) else field
            part = QWidget()
            stack(part, (label(named.accessibleName(), "secondary"), field), spacing=GRID // 2)
            parts.append(part)
        self._new = _box("shareNew", tr("Only what is new since the last bundle for them"))
        self._ticks = {
            NAMES: _box("shareNames", tr("Names of staff")),
            PHOTOS: _box("sharePhotos", tr("Photos and files")),
            SKETCHES: _box("shareSketches", tr("Drawn signatures")),
        }
        self._said = WholeLabel("shareContents", "secondary")
        self.commands = CommandTable(self)
        write, leave = self.commands.add_answers(
            (tr("Write the bundle…"), self.confirmed.emit), (tr("Cancel"), self.left.emit)
        )
        buttons = stack(
            None,
            (
                (self._said, 1),
                command_button(leave, "cancelShare"),
                command_button(write, "writeBundle", "primary"),
            ),
            spacing=GRID,
            across=True,
        )
        along = label(tr("Goes along, if ticked:"), "secondary")
        self._flows = (FlowRow(parts, at_top=True), FlowRow([along, *self._ticks.values()]))
        inside = stack(
            None,
            (self._flows[0], self._sites, self._new, self._flows[1], buttons),
            margin=(2 * GRID, GRID, 2 * GRID, GRID),
            spacing=GRID,
        )
        stack(self, (inside,))
        self.hide()
        self._aim.currentIndexChanged.connect(lambda _: self._on_aim())
        self._name.currentTextChanged.connect(self._on_name)
        self._sites.changed.connect(self.changed)
        for day in (self._first, self._last):
            day.changed.connect(self.changed)
        for box in (self._new, *self._ticks.values()):
            box.toggled.connect(lambda _: self.changed.emit())

    def offer_aims(self, *, is_halls: bool) -> None:
        """Offer whom a bundle can be for; `is_halls`: this laptop is a site's, and returns first.

        Before `open_for`.
        """
        before = self.blockSignals(True)
        back = [(tr("What was done here, to those who inspect"), Aim.BACK)] if is_halls else []
        self._aim.clear()
        self._aim.offer(
            [
                *back,
                (tr("Everything, to others who inspect"), Aim.GROUP),
                (tr("A site's findings alone, to the site"), Aim.HALL),
            ]
        )
        self._on_aim()
        self.blockSignals(before)

    def open_for(
        self,
        sites: Sequence[tuple[str, str]],
        names: Sequence[str],
        known: Sequence[str],
        ticked: Mapping[Aim, Sequence[str]],
        *,
        needs_passphrase: bool,
    ) -> None:
        """Begin with everything for nobody in particular.

        `names` were written for before, `known` are other laptops; both are offered. `ticked` is
        what was ticked last, by whom it was for: nothing passes from one to another.
        """
        self._names = names
        before = self.blockSignals(True)
        self._sites.offer(sites)
        others = [each for each in known if each not in names]
        self._name.propose("", [*names, *others], tr("anybody"))
        self._first.show_day(None)
        self._last.show_day(None)
        self._secret.clear()
        self._secret.setPlaceholderText(tr("required here") if needs_passphrase else "")
        self._by_aim, self._shown = dict(ticked), None
        self._show_ticks()
        self._on_name()
        self.blockSignals(before)
        self.show()
        for flow in self._flows:
            flow.arrange()
        self.take_focus()

    def take_focus(self) -> None:
        """Take the keyboard, as when it was opened."""
        self._name.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def name(self) -> str:
        """For whom it is; '' for anybody."""
        return self._name.text

    @property
    def aim(self) -> Aim:
        """Whom it can be for: others who inspect, a site, or back from one."""
        return Aim(str(self._aim.currentData() or ""))

    @property
    def passphrase(self) -> str:
        """What locks it; '' for nothing."""
        return self._secret.text()

    @property
    def ticked(self) -> tuple[str, ...]:
        """What of names, photos and sketches goes along."""
        return tuple(part for part in LEFT_AT_HOME if self._ticks[part].isChecked())

    @property
    def only_new(self) -> bool:
        """What was sent to them before is left out."""
        return self._new.isEnabled() and self._new.isChecked()

    def scope(self) -> Scope:
        """Return the part of the folder that is chosen; raises RefusedInputError for none."""
        aim, sites = self.aim, self._sites.chosen
        if aim is Aim.BACK:
            return Scope(aim=aim)
        if aim is Aim.HALL and not sites:
            raise RefusedInputError([Problem(tr("Sites"), Fault.NOT_ONE_OF)])
        return replace(Scope(sites, self._first.day(), self._last.day()), aim=aim)

    def go_to_passphrase(self) -> None:
        """Let a passphrase be typed, which is wanted."""
        self._secret.setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """Keep no passphrase."""
        self._secret.clear()

    def show_contents(self, contents: Contents | None, said: str) -> None:
        """Say what it would hold, and beside each tick how much that is; None: not known yet."""
        from inspector.workspace.sharing.contents_words import personal_words

        self._said.setText(said)
        if contents is None:
            return
        for part, box in self._ticks.items():
            box.setText(personal_words(contents, part))
            box.setAccessibleName(box.text())
        self._flows[1].arrange()

    def _on_aim(self) -> None:
        """Sites and days are chosen but of what goes back, which is everything that was done."""
        for field in (self._sites.choice, self._sites, self._first, self._last):
            field.setEnabled(self.aim is not Aim.BACK)
        self._show_ticks()
        self.changed.emit()

    def _show_ticks(self) -> None:
        """Tick what goes to whom is chosen; what was ticked for others waits for them."""
        if self._shown is not None:
            self._by_aim[self._shown] = self.ticked
        self._shown = self.aim
        ticked = self._by_aim.get(self._shown, ())
        for part, box in self._ticks.items():
            box.setChecked(part in ticked)

    def _on_name(self) -> None:
        was_there = self._new.isEnabled()
        is_there = self.name in self._names
        self._new.setEnabled(is_there)
        self._new.setVisible(is_there)
        if is_there != was_there:
            self._new.setChecked(is_there)
        self.changed.emit()


def _box(name: str, text: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setObjectName(name)
    box.setAccessibleName(text)
    box.setMinimumHeight(4 * GRID)
    return box
