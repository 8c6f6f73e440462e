"""`inspector share`: said before it is written, and refused with one sentence."""

import json
from pathlib import Path

import pytest

from inspector.domain.sharing.travelling import Kind
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.workspace.policy import policy
from tests.cli.conftest import Run


def kinds_in(path: Path) -> set[Kind]:
    with opened_bundle(path, work=path.parent) as bundle:
        return set(bundle.manifest.counts)


def test_what_it_would_hold_is_said_and_nothing_written(english: Run, few: Path) -> None:
    done = english("share", "--data", few, "--dry-run")
    assert done.code == 0
    assert done.out.startswith("It would hold: 4 visits, ")
    assert "These stay here: " in done.out
    assert (
        "These go along: "
        in english("share", "--data", few, "--dry-run", "--with", "photos,sketches").out
    )
    told = json.loads(english("share", "--data", few, "--dry-run", "--json").out)
    assert told["news"]
    assert told["objects"]["visit"] == 4
    assert list(few.glob("*.inspx")) == []


def test_a_bundle_is_written_and_the_next_one_has_only_what_is_new(
    english: Run, few: Path, home: Path
) -> None:
    words = ("share", "--data", few, "-o", "east.inspx", "--since-last", "city")
    done = english(*words)
    assert done.code == 0
    assert done.out.startswith("east.inspx is written and read back. It holds: 4 visits, ")
    assert {Kind.VISIT, Kind.EVENT, Kind.SITE, Kind.PACK} <= kinds_in(home / "east.inspx")
    again = english(*words)
    assert (again.code, again.out) == (1, "")
    assert "nothing new to hand on" in again.err
    assert "nothing new" in english(*words[:3], "--dry-run", "--since-last", "city").out
    told = json.loads(english("share", "--data", few, "-o", "west.inspx", "--json").out)
    assert told["since"] == 0
    assert told["left_out"] == ["sketches"]  # no photo was taken, and staff goes by numbers
    assert Path(told["files"][0]).name == "west.inspx"


def test_a_site_and_days_choose(english: Run, few: Path, home: Path) -> None:
    sites = json.loads(english("list", "sites", "--data", few, "--json").out)
    name = sites[0]["name"]
    told = json.loads(english("share", "--data", few, "--dry-run", "--site", name, "--json").out)
    assert told["objects"]["site"] == 1
    none = json.loads(
        english("share", "--data", few, "--dry-run", "--month", "2019-01", "--json").out
    )
    assert "visit" not in none["objects"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "-o names the file"),
        (("-o", "x.zip"), 2, "does not end in .inspx"),
        (("-o", "x.inspx", "--with", "names,faces"), 2, "“faces” is none of"),
        (("-o", "x.inspx", "--from", "2026-11", "--to", "2026-10"), 2, "lies after"),
        (("-o", "x.inspx", "--site", "Nowhere"), 1, "There is no site “Nowhere”"),
        (("-o", "gone/x.inspx"), 1, "x.inspx"),
        (("-o", "x.inspx", "--passphrase-file", "gone"), 1, "gone"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    english: Run, few: Path, home: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = english("share", "--data", few, *words)
    assert done.code == code
    assert said in done.err
    assert not (home / "x.inspx").exists()


def test_no_folder(english: Run, home: Path) -> None:
    assert english("share", "--data", home / "none", "-o", "x.inspx").code == 1
    assert not (home / "none").exists()


@pytest.mark.ci
def test_a_passphrase_is_the_first_line_of_a_file(english: Run, few: Path, home: Path) -> None:
    (home / "phrase").write_text("open sesame, please\n")
    done = english("share", "--data", few, "-o", "x.inspx", "--passphrase-file", "phrase")
    assert done.code == 0
    with opened_bundle(home / "x.inspx", "open sesame, please", work=home) as bundle:
        assert bundle.manifest.counts[Kind.VISIT] == 4


def test_an_administrators_folder_of_exports_holds(
    english: Run, few: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "allowed").mkdir()
    rule = home / "inspector.policy.toml"
    rule.write_text(f"export_folder = '{home / 'allowed'}'\n")
    monkeypatch.setattr(policy, "policy_files", lambda: (rule,))
    done = english("share", "--data", few, "-o", "x.inspx")
    assert done.code == 1
    assert "An administrator has ruled" in done.err
    assert english("share", "--data", few, "-o", home / "allowed" / "x.inspx").code == 0
