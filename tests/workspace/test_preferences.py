"""What the user sets is kept in the data folder; nonsense in it does no harm."""

from contextlib import closing

import pytest

from inspector.domain.errors import RefusedInputError
from inspector.workspace.changes import Changes
from inspector.workspace.preferences import (
    INSPECTORS,
    LANGUAGE,
    PREFERENCES,
    REPEAT_DAYS,
    THEME,
    UNIT_NAME,
    Preference,
)
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import dump


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda preference: preference.key)
def test_nothing_set_is_the_default(workspace: Workspace, preference: Preference) -> None:
    assert workspace.preferences.get(preference) == preference.default


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda preference: preference.key)
def test_what_is_set_is_there_the_next_time(workspace: Workspace, preference: Preference) -> None:
    value = preference.choices[-1] if preference.choices else "甲、乙 '\"\\"
    value = str(preference.most) if preference.most else value
    assert workspace.preferences.set(preference, f" {value} ").preferences
    assert workspace.preferences.get(preference) == value
    with closing(Workspace(workspace.folder)) as again:
        assert again.preferences.get(preference) == value
        assert all(again.preferences.get(p) == p.default for p in PREFERENCES if p != preference)


def test_setting_the_same_changes_nothing(workspace: Workspace) -> None:
    before = dump(workspace.folder)
    assert workspace.preferences.set(THEME, "system") == Changes()
    assert workspace.preferences.set(INSPECTORS, "  ") == Changes()
    assert dump(workspace.folder) == before


def test_a_text_can_be_emptied_again(workspace: Workspace) -> None:
    workspace.preferences.set(UNIT_NAME, "市文明办")
    workspace.preferences.set(UNIT_NAME, "")
    with closing(Workspace(workspace.folder)) as again:
        assert again.preferences.get(UNIT_NAME) == ""


@pytest.mark.parametrize("value", ['"klingon"', "7", "null", "[]", "{}", "not json"])
def test_nonsense_in_the_data_folder_counts_as_not_set(workspace: Workspace, value: str) -> None:
    with workspace.database.transaction():
        for preference in (LANGUAGE, UNIT_NAME):
            workspace.database.write(
                "INSERT INTO setting (key, value) VALUES (?, ?)", (preference.key, value)
            )
    with closing(Workspace(workspace.folder)) as again:
        assert again.preferences.get(LANGUAGE) == "zh_CN"
        assert again.preferences.get(UNIT_NAME) in ("", "klingon")


@pytest.mark.parametrize("value", ["", "0", "-1", "3651", "九十", "1.5", "9" * 99, "٣x"])
def test_what_is_no_number_of_days_is_refused(workspace: Workspace, value: str) -> None:
    workspace.preferences.set(REPEAT_DAYS, "030")
    with pytest.raises(RefusedInputError):
        workspace.preferences.set(REPEAT_DAYS, value)
    assert workspace.preferences.number(REPEAT_DAYS) == 30


def test_keys_are_different() -> None:
    assert len({preference.key for preference in PREFERENCES}) == len(PREFERENCES)
