"""`inspector laptop`: who this one is to others, and which others are known."""

import json
import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from inspector.domain.sharing.laptop import new_identity
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import Run

OTHER = new_identity("other", "M3X", "二组").laptop


@pytest.fixture
def folder(home: Path) -> Path:
    folder = home / "data"
    Workspace(folder).close()
    return folder


def test_a_name_a_code_and_a_fingerprint(english: Run, folder: Path) -> None:
    def laptop(*words: str) -> str:
        done = english("--data", folder, "laptop", *words)
        assert (done.code, done.err) == (0, "")
        return done.out

    assert laptop().startswith("There is no fingerprint yet:")
    assert json.loads(laptop("--json"))["fingerprint"] is None
    first, second = laptop("--name", "一组 电脑").splitlines()
    found = re.fullmatch(r"This laptop: 一组 电脑 \((\w{3})\)", first)
    assert found
    fingerprint = laptop("--fingerprint").strip()
    assert second == f"Fingerprint: {fingerprint}"
    assert re.fullmatch(r"(\d{4} ){7}\d{4}", fingerprint)
    told = json.loads(laptop("--json"))
    assert (told["code"], told["fingerprint"]) == (found[1], fingerprint)
    assert laptop("--list") == "No other laptop is known here yet.\n"
    assert found[1] not in laptop("--new-code")


def test_a_copied_folder_says_once_that_it_is_a_new_laptop(english: Run, folder: Path) -> None:
    english("--data", folder, "laptop", "--name", "一组")
    copy = shutil.copytree(folder, folder.with_name("copy"))
    said = english("--data", copy, "laptop").out
    assert "shared as “一组”" in said
    assert "This laptop: " in said
    assert "shared as" not in english("--data", copy, "laptop").out
    assert "shared as" not in english("--data", folder, "laptop").out


def test_another_laptop_is_confirmed_by_its_fingerprint(english: Run, folder: Path) -> None:
    with closing(Workspace(folder)) as workspace:
        Contacts(workspace).meet(OTHER)
    confirm = ("--data", folder, "laptop", "--confirm")
    done = english(*confirm, "M3X", "1234 5678")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"That is not the fingerprint of “二组”, which is {OTHER.fingerprint}."
        " It was not confirmed.\n"
    )
    assert english(*confirm, "K7M", OTHER.fingerprint).code == 1
    assert "not confirmed" in english("--data", folder, "laptop", "--list").out
    done = english(*confirm, "二组", OTHER.fingerprint.replace(" ", "-"))
    assert (done.code, done.out) == (0, "Confirmed: 二组 (M3X).\n")
    (told,) = json.loads(english("--data", folder, "laptop", "--list", "--json").out)
    assert told["fingerprint"] == OTHER.fingerprint
    assert told["confirmed_at"]


@pytest.mark.parametrize("name", ["", " ", "长" * 41])
def test_a_name_that_is_none_is_refused(english: Run, folder: Path, name: str) -> None:
    done = english("--data", folder, "laptop", "--name", name)
    assert (done.code, done.err) == (1, "The name of a laptop has 1 to 40 characters.\n")
