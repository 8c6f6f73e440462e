"""What is being timed is remembered; what cannot be right is not gone on with."""

from contextlib import closing
from datetime import timedelta

import pytest

from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.preferences import PREFERENCES
from inspector.workspace.visits.stopwatches import LONGEST_RUN, RunningWatch
from inspector.workspace.workspace import Workspace


def at(workspace: Workspace, later: timedelta) -> Workspace:
    """Open the same data folder at another time."""
    now = workspace.now() + later
    return Workspace(workspace.folder, now=lambda: now)


def test_it_is_there_the_next_time_with_its_start(workspace: Workspace) -> None:
    workspace.stopwatches.start("visit", "card", "wait")
    with closing(at(workspace, timedelta(minutes=7))) as later:
        watch = later.stopwatches.running("visit")
        assert watch is not None
        assert (watch.scorecard_id, watch.item_id) == ("card", "wait")
        assert timedelta() <= workspace.now() - watch.started_at < timedelta(minutes=1)
        assert later.stopwatches.running("another visit") is None
        assert all(later.preferences.get(each) == each.default for each in PREFERENCES)


def test_starting_again_replaces_it_and_forgetting_ends_it(workspace: Workspace) -> None:
    workspace.stopwatches.start("visit", "card", "wait")
    workspace.stopwatches.start("visit", "card", "queue")
    watch = workspace.stopwatches.running("visit")
    assert isinstance(watch, RunningWatch)
    assert watch.item_id == "queue"
    workspace.stopwatches.forget("visit")
    assert workspace.stopwatches.running("visit") is None
    workspace.stopwatches.forget("visit")


@pytest.mark.parametrize("later", [LONGEST_RUN + timedelta(minutes=1), timedelta(hours=-1)])
def test_what_cannot_be_right_is_not_gone_on_with(workspace: Workspace, later: timedelta) -> None:
    workspace.stopwatches.start("visit", "card", "wait")
    with closing(at(workspace, later)) as then:
        assert then.stopwatches.running("visit") is None


@pytest.mark.parametrize(
    "kept", ["", "{}", "7", '["card"]', '["a", "b", 3]', '["a", "b", "2026-11-27T10:00:00"]', "no"]
)
def test_nonsense_in_the_data_folder_is_no_stopwatch(workspace: Workspace, kept: str) -> None:
    SettingStore(workspace.database).put("stopwatch:visit", kept)
    assert workspace.stopwatches.running("visit") is None
