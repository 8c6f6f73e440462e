"""What the program says of itself: every library it needs is named with a licence."""

import re
import tomllib
from pathlib import Path

import pytest

from inspector import paths
from inspector.workspace.about import Inside, inside

ROOT = Path(__file__).parents[2]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_library_of_the_project_is_named_with_its_licence() -> None:
    told = {plain(each.name.split(" ")[0]): each.licence for each in inside()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for need in project["dependencies"]:
        named = re.match(r"[\w.-]+", need)
        assert named
        assert told[plain(named[0])]
    assert told["python"]
    assert "inspector" not in told
    assert "pytest" not in told
    assert all(told.values())
    # Its own code is BSD, and its wheel brings libheif and libde265.
    assert told["pi-heif"].startswith("BSD-3-Clause, ")
    assert "LGPL" in told["pi-heif"]


def test_an_assembled_program_tells_its_own_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "python").mkdir()
    (tmp_path / "site" / "inspector").mkdir(parents=True)
    (tmp_path / "licences").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "site" / "inspector")
    assert [each for each in inside() if each.name == "libfcitx"] == []
    table = "inspector: MIT, inspector.txt\nlxml-6.0.2: BSD-3-Clause, lxml-6.0.2/\nfcitx: fcitx\n"
    table += "pi_heif-1.4.0: BSD-3-Clause, carries libheif (LGPL-3.0), pi_heif-1.4.0/\n"
    (tmp_path / "licences" / "README.txt").write_text(table, "utf-8")
    assert inside() == [
        Inside("fcitx", "fcitx"),
        Inside("lxml-6.0.2", "BSD-3-Clause"),
        Inside("pi_heif-1.4.0", "BSD-3-Clause, carries libheif (LGPL-3.0)"),
    ]
    assert paths.licences_folder() == tmp_path / "licences"
