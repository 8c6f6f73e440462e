"""What the ledger page remembers in the data folder."""

from contextlib import closing

import pytest

from inspector.domain.errors import MissingWordError
from inspector.domain.finding.ledger_view import LedgerView, Quick
from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.changes import Changes
from inspector.workspace.preferences import FILLED_BY
from inspector.workspace.workspace import Workspace

LATE = LedgerView(quick=Quick.OVERDUE, text="柜台")
SITE = LedgerView(site_id="east")


def names(workspace: Workspace) -> list[str]:
    return [each.name for each in workspace.ledger_desk.saved()]


def test_filters_are_saved_replaced_and_forgotten(workspace: Workspace) -> None:
    desk = workspace.ledger_desk
    assert desk.save(" 逾期  柜台 ", LATE) == Changes(preferences=True)
    desk.save("城东", LATE)
    desk.save("城东", SITE)
    assert [(each.name, each.view) for each in desk.saved()] == [
        ("逾期 柜台", LATE),
        ("城东", SITE),
    ]
    with closing(Workspace(workspace.folder)) as again:
        assert again.ledger_desk.saved() == desk.saved()
    desk.forget("逾期 柜台")
    assert names(workspace) == ["城东"]
    with pytest.raises(MissingWordError):
        desk.save("  ", LATE)


def test_the_last_look_is_remembered_but_not_what_was_searched_for(workspace: Workspace) -> None:
    assert workspace.ledger_desk.last() == LedgerView()
    workspace.ledger_desk.remember(LATE)
    assert workspace.ledger_desk.last() == LedgerView(quick=Quick.OVERDUE)


def test_who_works_is_at_first_who_fills_in_workbooks(workspace: Workspace) -> None:
    workspace.preferences.set(FILLED_BY, "张三")
    assert workspace.ledger_desk.by == "张三"
    workspace.ledger_desk.remember_by(" 李四 ")
    assert workspace.ledger_desk.by == "李四"
    assert workspace.ledger_desk.rechecked_by == ""
    workspace.ledger_desk.remember_rechecked_by(" 王五 ")
    assert (workspace.ledger_desk.by, workspace.ledger_desk.rechecked_by) == ("李四", "王五")


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"quick": "gone"}', "3", '[{"name": 1}]'])
def test_what_cannot_be_read_is_nothing(workspace: Workspace, kept: str) -> None:
    store = SettingStore(workspace.database)
    store.put("ledger:filters", kept)
    store.put("ledger:last", kept)
    assert workspace.ledger_desk.saved() == []
    assert workspace.ledger_desk.last() == LedgerView()


def test_one_that_cannot_be_read_leaves_the_others(workspace: Workspace) -> None:
    workspace.ledger_desk.save("good", SITE)
    store = SettingStore(workspace.database)
    kept = store.get("ledger:filters")
    store.put("ledger:filters", kept[:-1] + ', {"name": "bad", "view": {"round": "x"}}]')
    assert names(workspace) == ["good"]
