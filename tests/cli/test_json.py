"""`import --json` and `doctor --json`: the same that is said, by names that stay."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.cli.test_commands import TIDY
from tests.cli.test_returned import numbers, write_until_today
from tests.excel.returned.returned_books import edit, fill
from tests.workspace.kept import fill as fill_folder
from tests.workspace.kept import photos
from tests.written_once import Written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill_folder(tmp_path / "kept")
    return tmp_path / "kept"


OWN = {"file", "dry_run", "kind", "changed", "lines"}


@pytest.mark.ci
def test_a_roster(run: Run, home: Path) -> None:
    asked = ("--data", home / "d", "import", TIDY)
    said = run(*asked, "--dry-run").out.splitlines()
    dry = json.loads(run(*asked, "--dry-run", "--json").out)
    assert not (home / "d").exists()
    assert (dry["kind"], dry["dry_run"], dry["changed"], dry["lines"]) == (
        "roster", True, True, said,
    )  # fmt: skip
    first, again = (json.loads(run(*asked, "--json").out) for _ in range(2))
    assert first == {**dry, "dry_run": False}
    assert (first["new_sites"] > 0, again["new_sites"], again["changed"]) == (True, 0, False)
    assert again["unchanged_windows"] == first["new_windows"]
    assert set(first) > OWN


@pytest.mark.ci
def test_a_returned_slip(run: Run, copied: Written, tmp_path: Path) -> None:
    data = copied(write_until_today)
    month = ("--from", "2000-01-01", "--to", "2199-12-31")
    out = run("--data", data, "export", "notice", "-o", tmp_path / "out", *month).out
    slip = Path(out.splitlines()[0])
    one, two = numbers(slip)[:2]
    edit(slip, lambda sheet: fill(sheet, one, "已改", date.today()))
    edit(slip, lambda sheet: fill(sheet, two, "已改", "月底"))
    done = run("--data", data, "import", slip, "--json")
    told = json.loads(done.out)
    assert (done.code, told["kind"], told["changed"]) == (1, "returned", True)
    fates = {row["number"]: (row["fate"], row["text"], row["done_on"]) for row in told["rows"]}
    assert fates[one] == ("done", "已改", date.today().isoformat())
    assert fates[two] == ("refused", "已改", None)
    (refused,) = told["refused"]
    assert "月底" in refused
    assert set(told) > OWN


def test_what_is_refused_whole_has_no_json(run: Run, data: Path, home: Path) -> None:
    openpyxl.Workbook().save(home / "x.xlsx")
    done = run("--data", data, "import", home / "x.xlsx", "--json")
    assert (done.code, done.out) == (1, "")
    assert done.err


def test_doctor(run: Run, folder: Path) -> None:
    done = run("--data", folder, "doctor", "--json")
    told = json.loads(done.out)
    assert (done.code, told["sound"], told["mended"]) == (0, True, 0)
    assert (told["visits"], told["files"]) == (1, 2)
    assert set(told) == {
        "sound",
        "visits",
        "files",
        "code",
        "mended",
        "policy",
        "erasures",
        "remarks",
    }
    photo = photos(folder)[0]
    photo.unlink()
    (folder / ".half.tmp").write_text("x")
    done = run("--data", folder, "doctor", "--repair", "--json")
    told = json.loads(done.out)
    assert (done.code, told["sound"], told["mended"]) == (1, False, 1)
    (missing,) = [each for each in told["remarks"] if each["is_fault"]]
    assert missing["trouble"] == "evidence_missing"
    assert missing["place"] == photo.relative_to(folder).as_posix()
    assert set(missing) == {"trouble", "is_fault", "place", "owner", "text"}
