"""The strip below the items: the chosen item, or the form for a site's own numbers of it."""

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.checklist import Pack
from inspector.domain.errors import InspectorError
from inspector.domain.visit.roster import Site
from inspector.gui.commands.shared_keys import UNDO, press
from inspector.gui.data.checklists.item_details import ItemDetails
from inspector.gui.data.checklists.override_form import OverrideForm
from inspector.gui.data.checklists.override_text import in_words
from inspector.gui.data.checklists.pack_model import ItemRow
from inspector.gui.editor_draft import DraftKeeper, Dropped
from inspector.gui.session import Session
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.changes import Changes


class ItemStrip(QWidget):
    """Opens the form, and keeps what is in it."""

    closed = Signal()
    """The keyboard goes back to the items."""

    keys_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._site: Site | None = None
        self._pack: Pack | None = None
        self._room = self._any = True
        self.details = ItemDetails(self)
        self._put_away: tuple[ItemRow, Pack, Site, Dropped] | None = None
        self._row: ItemRow | None = None  # the one in the form
        self._column = stack(self, (self.details,))

    @cached_property
    def form(self) -> OverrideForm:
        """Where numbers are typed."""
        made = OverrideForm(self)
        self._column.addWidget(made)
        made.confirmed.connect(self._keep)
        made.dropped.connect(self._drop)
        made.left.connect(self.close_form)
        return made

    @cached_property
    def _draft(self) -> DraftKeeper:
        return DraftKeeper(self._session, "override", self.form.drafted, self)

    @property
    def is_open(self) -> bool:
        """The form is in front."""
        return "form" in self.__dict__ and not self.form.isHidden()

    def show_row(self, row: ItemRow, pack: Pack) -> None:
        """Show an item; a form for another one is left."""
        if self.is_open and self.form.item is not None and self.form.item.id != row.item.id:
            self._leave_form()
        self.details.show_item(row.item, pack, row.override)

    def make_room(self, room: bool, any_item: bool) -> None:
        """Say whether there is room for the details, and an item to show."""
        self._room, self._any = room, any_item
        if self.is_open and not any_item:
            self._leave_form()
        self._dress()

    def open_form(self, row: ItemRow, pack: Pack, site: Site) -> None:
        """Let a site's own numbers of an item be typed."""
        self._draft.leave()
        self._site, self._pack, self._row = site, pack, row
        self.form.open_for(pack.item_by_id[row.item.id], row.override, site.name)
        self._draft.begin(site.id, f"{pack.id}/{row.item.id}")
        self._dress()
        self.keys_changed.emit()

    def close_form(self) -> None:
        """Leave the form; what was typed is put away, and Ctrl+Z brings it back."""
        dropped = self._draft.let_go()
        self._leave_form()
        self.closed.emit()
        row, pack, site = self._row, self._pack, self._site
        if dropped is not None and row is not None and pack is not None and site is not None:
            self._put_away = (row, pack, site, dropped)
            said = tr("What was written is put away. {undo} brings it back.", undo=press(UNDO))
            self._session.hinted.emit(said)

    def why_nothing_back(self) -> str:
        """Return why `bring_back` has nothing to do; '' when it has."""
        return "" if self._put_away else tr("Nothing that was written is put away.")

    def bring_back(self) -> None:
        """Open the form that was left with Esc, with what was in it."""
        if self._put_away is not None and not self.is_open:
            (row, pack, site, dropped), self._put_away = self._put_away, None
            self.open_form(row, pack, site)
            self._draft.bring_back(dropped)

    def _leave_form(self) -> None:
        self._draft.leave()
        self.form.hide()
        self._dress()
        self.keys_changed.emit()

    def _dress(self) -> None:
        self.details.setVisible(self._any and self._room and not self.is_open)
        self.setVisible(self._any and (self._room or self.is_open))

    def _keep(self) -> None:
        site, pack, item = self._site, self._pack, self.form.item
        if site is None or pack is None or item is None:
            return
        overrides = self._session.workspace.overrides

        def put() -> Changes:
            try:
                override = self.form.override()
                return overrides.put(site, pack.id, override)
            except InspectorError as error:
                self.form.go_to_fault(error)
                raise

        if self._session.attempt(lambda: in_words(item, put)) is not None:
            self._draft.drop()
            self.close_form()

    def _drop(self) -> None:
        site, pack, item = self._site, self._pack, self.form.item
        if site is None or pack is None or item is None:
            return
        overrides = self._session.workspace.overrides
        if self._session.attempt(lambda: overrides.drop(site, pack.id, item.id)) is not None:
            self._draft.drop()
            self.close_form()
