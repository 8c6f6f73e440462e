"""Every module can be imported and every workbook be written, by whichever Python runs this.

`tests/packaging/every_version.py` runs it with the oldest Python and libraries that are promised;
`./run pytest` with the newest ones.
"""

import pkgutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import openpyxl
import pytest

import inspector
from inspector.__main__ import main
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace

ROOT = Path(__file__).parents[2]
MONTH = ("--month", "2026-11")

KINDS = {"整改台账", "检查汇总表", "通报附件", "巡视记录表", "检查记录简表", "整改通知单"}
"""Minutes are written by `tests/workspace/papers/test_every_paper.py`, which holds a meeting."""


def modules() -> list[str]:
    names = [each.name for each in pkgutil.walk_packages(inspector.__path__, "inspector.")]
    assert len(names) > 400
    return [name for name in names if name != "inspector.__main__"]


def test_every_module_is_imported() -> None:
    lines = [
        "import importlib, sys, traceback",
        "for name in sys.argv[1:]:",
        "    try:",
        "        importlib.import_module(name)",
        "    except BaseException:",
        "        traceback.print_exc()",
    ]
    done = subprocess.run(
        [sys.executable, "-W", "error::SyntaxWarning", "-c", "\n".join(lines), *modules()],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A month with visits, patrols and rechecks."""
    folder = tmp_path_factory.mktemp("every") / "data"
    write_demo(folder, 4, 1, date(2026, 11, 27), rounds=True)
    return folder


def written(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    assert all(sheet.max_row > 1 for sheet in book.worksheets), path.name


def export(data: Path, *words: object) -> None:
    assert main(["--data", str(data), "export", *map(str, words)]) == 0


@pytest.mark.ci
def test_every_paper_is_written(data: Path, tmp_path: Path) -> None:
    assert main(["form", "--sample", str(tmp_path / "forms")]) == 0
    form = min((tmp_path / "forms").iterdir())
    export(data, "all", "-o", tmp_path / "all", "--form", form, *MONTH)
    export(data, "notice", "-o", tmp_path / "notices", *MONTH)
    for own in ("--photos", "--fill-in"):
        export(data, "rectification", own, "-o", tmp_path / f"台账{own}.xlsx", *MONTH)
    books = list(tmp_path.rglob("*.xlsx"))
    names = " ".join(path.name for path in books)
    assert [kind for kind in KINDS if kind not in names] == []
    for path in books:
        written(path)


def test_a_filled_ledger_a_pack_and_a_roster_go_out_and_come_back(
    data: Path, tmp_path: Path
) -> None:
    workspace = Workspace(data)
    try:
        workspace.packs.write_workbook(tmp_path / "pack.xlsx", "general")
        workspace.rosters.write_template(tmp_path / "roster.xlsx")
    finally:
        workspace.close()
    for name in ("pack.xlsx", "roster.xlsx"):
        written(tmp_path / name)
    assert main(["check", str(tmp_path / "pack.xlsx")]) == 0
    export(data, "rectification", "--fill-in", "-o", tmp_path / "out.xlsx", *MONTH)
    assert main(["--data", str(data), "import", "--dry-run", str(tmp_path / "out.xlsx")]) == 0


def test_what_is_promised_is_what_runs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == ">=3.11,<3.14"
    assert (3, 11) <= sys.version_info < (3, 14)
    named = {each.rpartition(" ")[2] for each in project["classifiers"] if "3." in each}
    assert named == {"3.11", "3.12", "3.13"}


def test_what_runs_this_is_the_oldest_or_the_newest() -> None:
    if sys.version_info[:2] not in ((3, 11), (3, 13)):
        pytest.skip("neither the oldest nor the newest Python that is promised")
