"""What the ledger page remembers in the data folder: saved filters, the last one, who works."""

import json
from dataclasses import dataclass, replace

from inspector.domain.errors import MissingWordError
from inspector.domain.finding.ledger_layout import LedgerLayout
from inspector.domain.finding.ledger_view import LedgerView, view_from_plain, view_to_plain
from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import PreferenceBook

_SAVED, _LAST, _BY = "ledger:filters", "ledger:last", "ledger:by"
_RECHECKED_BY = "ledger:rechecked-by"
_WIDTHS, _SHOWN = "ledger:widths", "ledger:shown"


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A way to look at the ledger under a name."""

    name: str
    view: LedgerView


class LedgerDesk:
    """The operations on what the ledger page remembers; what cannot be read is nothing."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._preferences = opened.of(PreferenceBook)
        self._store = SettingStore(opened.database)

    def saved(self) -> list[SavedFilter]:
        """Return the saved filters in the order they were first saved."""
        found = map(_saved_filter, self._store.kept(_SAVED, list[object], []))
        return [each for each in found if each is not None]

    def save(self, name: str, view: LedgerView) -> Changes:
        """Save a filter; one of the same name is replaced. Raises MissingWordError."""
        name = " ".join(name.split())
        if not name:
            raise MissingWordError("name")
        new = SavedFilter(name, view)
        with self._opened.database.transaction():
            saved = self.saved()
            names = [each.name for each in saved]
            if name in names:
                saved[names.index(name)] = new
            else:
                saved.append(new)
            self._put(saved)
        return Changes(preferences=True)

    def forget(self, name: str) -> Changes:
        """Save the filter of this name no longer."""
        with self._opened.database.transaction():
            self._put([each for each in self.saved() if each.name != name])
        return Changes(preferences=True)

    def last(self) -> LedgerView:
        """Return how the ledger was looked at last; what was searched for is not kept."""
        return _view(self._store.kept(_LAST, dict[str, object], {})) or LedgerView()

    def remember(self, view: LedgerView) -> None:
        """Remember how the ledger is looked at; raises CannotWriteError."""
        self._keep(_LAST, json.dumps(view_to_plain(replace(view, text="", source=None))))

    def layout(self) -> LedgerLayout:
        """Return which columns are wanted, and how wide."""
        return LedgerLayout(
            self._store.kept(_WIDTHS, dict[str, int], {}),
            self._store.kept(_SHOWN, dict[str, bool], {}),
        )

    def remember_layout(self, layout: LedgerLayout) -> None:
        """Remember which columns are wanted, and how wide; raises CannotWriteError."""
        with self._opened.database.transaction():
            self._keep(_WIDTHS, json.dumps(dict(layout.widths)))
            self._keep(_SHOWN, json.dumps(dict(layout.shown)))

    @property
    def by(self) -> str:
        """Who took the last step; at first, who fills in workbooks."""
        from inspector.workspace.preferences import FILLED_BY

        return self._store.get(_BY) or self._preferences.get(FILLED_BY)

    def remember_by(self, name: str) -> None:
        """Remember who takes steps; raises CannotWriteError."""
        self._keep(_BY, name.strip())

    @property
    def rechecked_by(self) -> str:
        """Who rechecked last; never who reported: nobody rechecks what he put right himself."""
        return self._store.get(_RECHECKED_BY)

    def remember_rechecked_by(self, name: str) -> None:
        """Remember who rechecks; raises CannotWriteError."""
        self._keep(_RECHECKED_BY, name.strip())

    def _keep(self, key: str, value: str) -> None:
        if value != self._store.get(key):
            self._store.put(key, value)

    def _put(self, saved: list[SavedFilter]) -> None:
        plain = [{"name": each.name, "view": view_to_plain(each.view)} for each in saved]
        self._store.put(_SAVED, json.dumps(plain, ensure_ascii=False))


def _saved_filter(kept: object) -> SavedFilter | None:
    match kept:
        case {"name": str(name), "view": dict(plain)}:
            view = _view(plain)
            return SavedFilter(name, view) if view else None
    return None


def _view(plain: dict[str, object]) -> LedgerView | None:
    try:
        return view_from_plain(plain)
    except ValueError:
        return None
