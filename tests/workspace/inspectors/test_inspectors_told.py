"""What happened to the roster of inspectors is in the journal, and stays there."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database as UtilsDatabase

from inspector.domain.people.inspector import Inspector, Role
from inspector.domain.record.journal import TAKEN_IN, Flaw, Subject
from inspector.storage.comparing.journal_walk import discrepancies_of
from inspector.storage.schema.m023_inspectors_told import m023_inspectors_told
from inspector.storage.stores.journal_store import JournalStore
from inspector.workspace.keeping.seal_remarks import subject_words
from inspector.workspace.workspace import Workspace

HEAD = Inspector("", "周敏", "市文明办", Role.HEAD, "第一组")


def entered(workspace: Workspace) -> list[str]:
    """Return the owners of the entries about inspectors, in their order."""
    store = JournalStore(workspace.database)
    return [each.owner for each in store.entries() if each.kind == Subject.INSPECTOR]


def test_every_step_is_an_entry(workspace: Workspace) -> None:
    workspace.inspector_steps.add(HEAD, Inspector("", "郑洁"))
    head, member = (each.id for each in workspace.inspectors.all())
    workspace.inspector_steps.end([member])
    assert entered(workspace) == [head, member, member]
    assert discrepancies_of(workspace.database) == []


def test_what_somebody_changes_of_a_step_is_noticed(workspace: Workspace) -> None:
    workspace.inspector_steps.add(HEAD)
    with workspace.database.transaction():
        workspace.database.write(
            "UPDATE inspector_event SET after = replace(after, '文明办', '大厅')"
        )
    (found,) = discrepancies_of(workspace.database)
    assert (found.flaw, found.kind) == (Flaw.SUBJECT_CHANGED, Subject.INSPECTOR)
    assert "市文明办" in subject_words(found)  # no name is in the journal: it could not go


def test_no_step_is_taken_away(workspace: Workspace) -> None:
    workspace.inspector_steps.add(HEAD)
    with (
        pytest.raises(sqlite3.IntegrityError, match="only ever added"),
        workspace.database.transaction(),
    ):
        workspace.database.write("DELETE FROM inspector_event")


def test_what_was_there_before_is_taken_in(tmp_path: Path) -> None:
    """As a folder of the version before comes to step 23."""
    with closing(Workspace(tmp_path)) as workspace:
        workspace.inspector_steps.add(HEAD)
    with closing(sqlite3.connect(tmp_path / "inspector.db")) as connection:
        for trigger in ("journal_is_kept", "inspector_event_is_kept"):
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("DELETE FROM journal WHERE kind = 'inspector'")
        m023_inspectors_told(UtilsDatabase(connection))
        connection.commit()
    with closing(Workspace(tmp_path)) as workspace:
        store = JournalStore(workspace.database)
        notes = [each.note for each in store.entries() if each.kind == Subject.INSPECTOR]
        assert notes == [TAKEN_IN]
        workspace.inspector_steps.add(Inspector("", "郑洁"))
        assert discrepancies_of(workspace.database) == []
