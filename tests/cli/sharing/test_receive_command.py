"""`inspector import FILE.inspx` through the real program."""

import json
from pathlib import Path

import pytest

from inspector.workspace.workspace import Workspace
from tests.cli.conftest import Run
from tests.workspace.visiting import add_site, visit


@pytest.fixture
def bundle(tmp_path: Path, english: Run) -> Path:
    """What a laptop with one visit hands on."""
    folder = tmp_path / "theirs"
    workspace = Workspace(folder)
    visit(workspace, add_site(workspace, "城东 厅"))
    workspace.close()
    path = tmp_path / "a.inspx"
    assert english("--data", folder, "share", "-o", path).code == 0
    return path


def test_it_is_told_and_asked_and_taken_in_once(tmp_path: Path, bundle: Path, english: Run) -> None:
    mine = tmp_path / "mine"
    workspace = Workspace(mine)
    add_site(workspace, "城东厅")
    workspace.close()
    done = english("--data", mine, "import", bundle, "--dry-run", "--json")
    facts = json.loads(done.out)
    assert (done.code, facts["changed"], facts["first_contact"]) == (0, True, True)
    assert (facts["clashing"], facts["decided"]) == ([], 0)
    assert [each["title"] for each in facts["questions"]] == ["城东 厅"]
    trust = facts["fingerprint"]
    done = english("--data", mine, "import", bundle, "--trust", trust)
    assert done.code == 1
    assert "“城东 厅” the same as “城东厅”?" in done.out + done.err
    done = english("--data", mine, "import", bundle, "--near", "same")
    assert done.code == 1  # nobody has confirmed it yet
    assert trust in done.out + done.err
    done = english("--data", mine, "import", bundle, "--near", "same", "--trust", trust)
    assert done.code == 0
    assert "Taken in: 1 visit" in done.out + done.err
    done = english("--data", mine, "import", bundle)
    assert done.code == 0
    assert "Everything in it was here already." in done.out + done.err
    done = english("--data", mine, "doctor")
    assert done.code == 0, done.out


def test_what_goes_with_a_bundle_goes_with_nothing_else(tmp_path: Path, english: Run) -> None:
    table = tmp_path / "holidays-2027.toml"
    table.write_text("", "utf-8")
    done = english("--data", tmp_path / "d", "import", table, "--near", "new")
    assert done.code == 2
    assert "go with a bundle" in done.out + done.err
