"""The columns of workbooks as the user wants them, kept in the data folder."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.papers.column_choice import ColumnChoice, choice_of
from inspector.excel.papers.ledger.ledger_sheet_columns import (
    FIXED_LEDGER_HEADERS,
    LEDGER_HEADERS,
    OPTIONAL_LEDGER_HEADERS,
)
from inspector.excel.papers.summary_workbook import FIXED_SUMMARY_HEADERS, SUMMARY_HEADERS
from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder


@dataclass(frozen=True, slots=True)
class ColumnSet:
    """The columns a workbook can have; `optional` are hidden until they are wanted."""

    key: str
    headers: Sequence[str]
    fixed: frozenset[str]
    optional: frozenset[str] = frozenset()


LEDGER_COLUMNS = ColumnSet(
    "columns:rectification", LEDGER_HEADERS, FIXED_LEDGER_HEADERS, OPTIONAL_LEDGER_HEADERS
)
SUMMARY_COLUMNS = ColumnSet("columns:summary", SUMMARY_HEADERS, FIXED_SUMMARY_HEADERS)


class ColumnChoices:
    """What was chosen; only a choice that differs from the usual one is kept."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._store = SettingStore(opened.database)

    def of(self, columns: ColumnSet) -> ColumnChoice:
        """Return the columns as they are wanted now."""
        kept = self._store.kept(columns.key, list[tuple[str, bool]], [])
        return choice_of(kept, columns.headers, columns.optional, columns.fixed)

    def usual(self, columns: ColumnSet) -> ColumnChoice:
        """Return the columns as they are unless somebody chose."""
        return choice_of((), columns.headers, columns.optional, columns.fixed)

    def put(self, columns: ColumnSet, choice: ColumnChoice) -> Changes:
        """Keep a choice. Raises CannotWriteError."""
        if choice == self.of(columns):
            return Changes()
        if choice == self.usual(columns):
            self._store.drop(columns.key)
        else:
            pairs = [[column.header, column.shown] for column in choice.columns]
            self._store.put(columns.key, json.dumps(pairs, ensure_ascii=False))
        return Changes(preferences=True)
