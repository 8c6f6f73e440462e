"""Numbers that no other laptop gives out, and this one never twice."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from inspector.domain.finding.finding_number import ALPHABET, code_of
from inspector.domain.finding.ledger import LedgerColumn, LedgerFilter, LedgerOrder
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.laptop_code_files import LaptopFile
from inspector.storage.stores.ledger.finding_search import FindingSearch
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, dump, start, visit

MORNING = datetime.fromisoformat("2026-11-27T09:30:00+08:00")
WRONG = {0: ["rise-to-greet", "desk-tidy"]}


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    return tmp_path / "state"


def numbers(folder: Path, day: str = "2026-11-27") -> list[str]:
    """The numbers of what one more visit in a folder finds."""
    clock = Clock(MORNING)
    clock.set(day)
    with closing(Workspace(folder, clock)) as workspace:
        sites = workspace.rosters.sites()
        site = sites[0] if sites else add_site(workspace)
        found = workspace.inspections.findings(visit(workspace, site, WRONG))
        return [finding.number for finding in found]


def code(folder: Path) -> str:
    return code_of(numbers(folder)[0])


def test_a_code_cannot_be_confused_in_speech_or_writing() -> None:
    assert not set("0OQD1ILJ2Z5S8BUV6G") & set(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET) >= 18


@pytest.mark.ci
def test_month_code_and_serial(tmp_path: Path, state: Path) -> None:
    folder = tmp_path / "data"
    first = numbers(folder)
    own = code_of(first[0])
    assert len(own) == 3
    assert own[0].isalpha()  # so that older numbers of the month stay before it
    assert set(own) <= set(ALPHABET)
    assert first == [f"2611-{own}-0001", f"2611-{own}-0002"]
    assert numbers(folder) == [f"2611-{own}-0003", f"2611-{own}-0004"]
    assert numbers(folder, "2026-12-01")[0] == f"2612-{own}-0001"
    # It is kept where neither the database nor a copy of the folder takes it along.
    assert own not in (folder / DATABASE_FILE).read_bytes()[:100].decode("latin-1")
    (file,) = state.rglob("laptop-*.json")
    assert json.loads(file.read_text("utf-8"))["code"] == own


@pytest.mark.ci
def test_a_copy_beside_its_original_draws_another(tmp_path: Path, state: Path) -> None:
    original = code(tmp_path / "data")
    shutil.copytree(tmp_path / "data", tmp_path / "copy")
    assert code(tmp_path / "copy") != original
    assert code(tmp_path / "data") == original


@pytest.mark.ci
def test_a_copy_on_another_laptop_draws_another(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = code(tmp_path / "data")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other home"))
    assert code(tmp_path / "data") != original
    monkeypatch.setenv("XDG_STATE_HOME", str(state))
    assert code(tmp_path / "data") == original


@pytest.mark.ci
def test_a_home_that_moved_to_another_machine_draws_another(tmp_path: Path, state: Path) -> None:
    original = code(tmp_path / "data")
    (file,) = state.rglob("laptop-*.json")
    held = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**held, "machine": "another"}), "utf-8")
    assert code(tmp_path / "data") != original


@pytest.mark.ci
def test_one_folder_by_two_names_has_one_code(tmp_path: Path, state: Path) -> None:
    original = code(tmp_path / "data")
    (tmp_path / "link").symlink_to(tmp_path / "data")
    assert code(tmp_path / "link") == original


@pytest.mark.ci
@pytest.mark.parametrize(
    "held", [b"", b"{", b"[]", b"\xff\x00", b'{"code": "0OI"}', b'{"code": 7, "last": 3}',
             b'{"code": "K7M", "folder": 1, "last": {"2611": "x"}}'],
)  # fmt: skip
def test_a_damaged_code_is_drawn_anew_and_nothing_is_refused(
    tmp_path: Path, state: Path, held: bytes
) -> None:
    first = numbers(tmp_path / "data")
    (file,) = state.rglob("laptop-*.json")
    file.write_bytes(held)
    again = numbers(tmp_path / "data")
    assert not set(first) & set(again)
    assert code_of(again[0]) != code_of(first[0])
    assert code(tmp_path / "data") == code_of(again[0])


@pytest.mark.ci
def test_a_lost_code_is_drawn_anew(tmp_path: Path, state: Path) -> None:
    first = numbers(tmp_path / "data")
    shutil.rmtree(state)
    assert code_of(numbers(tmp_path / "data")[0]) != code_of(first[0])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_where_no_code_can_be_kept_work_goes_on_as_a_user(tmp_path: Path, state: Path) -> None:
    state.mkdir()
    state.chmod(0o500)
    assert len(numbers(tmp_path / "data")) == 2


@pytest.mark.ci
def test_where_no_code_can_be_kept_work_goes_on(tmp_path: Path, state: Path) -> None:
    state.write_text("a file where the folder would be", "utf-8")
    first, second = numbers(tmp_path / "data"), numbers(tmp_path / "data")
    assert not set(first) & set(second)


@pytest.mark.ci
def test_a_restored_backup_gives_no_number_twice(tmp_path: Path, state: Path) -> None:
    folder = tmp_path / "data"
    first = numbers(folder)
    kept = (folder / DATABASE_FILE).read_bytes()
    out = numbers(folder)  # on papers by now
    (folder / DATABASE_FILE).write_bytes(kept)
    again = numbers(folder)
    assert code_of(again[0]) == code_of(first[0])
    assert not set(again) & {*first, *out}
    assert again[0].endswith("-0005")


@pytest.mark.ci
def test_what_is_refused_gives_no_number_twice(tmp_path: Path, state: Path) -> None:
    with closing(Workspace(tmp_path / "data", Clock(MORNING))) as workspace:
        with pytest.raises(RuntimeError), workspace.database.transaction():  # noqa: PT012
            refused = workspace.finding_numbers.draw(MORNING, 3)
            raise RuntimeError
        assert not set(workspace.finding_numbers.draw(MORNING, 2)) & set(refused)
        assert workspace.finding_numbers.draw(MORNING, 0) == []


@pytest.mark.ci
def test_a_visit_without_findings_draws_nothing(tmp_path: Path, state: Path) -> None:
    with closing(Workspace(tmp_path / "data", Clock(MORNING))) as workspace:
        visit(workspace, add_site(workspace))
    assert list(state.rglob("*")) == []


_DRAW = """
import sys
from datetime import datetime
from pathlib import Path
from inspector.workspace.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]))
sys.stdin.readline()
for _ in range(20):
    print(*workspace.finding_numbers.draw(datetime(2026, 11, 27), 3), sep="\\n")
workspace.close()
"""


@pytest.mark.ci
def test_two_processes_that_draw_at_once_agree(tmp_path: Path, state: Path) -> None:
    folder = tmp_path / "data"
    Workspace(folder).close()
    both = [
        subprocess.Popen(
            [sys.executable, "-c", _DRAW, str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    for process in both:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    drawn = [number for process in both for number in process.communicate()[0].split()]
    assert [process.returncode for process in both] == [0, 0]
    assert len(drawn) == len(set(drawn)) == 120
    assert len({code_of(number) for number in drawn}) == 1


@pytest.mark.ci
def test_sample_data_is_numbered_alike_for_the_same_seed(tmp_path: Path, state: Path) -> None:
    def written(name: str, seed: int) -> list[str]:
        write_demo(tmp_path / name, 3, seed, date(2026, 11, 27))
        with closing(Workspace(tmp_path / name)) as workspace:
            return [row.number for row in workspace.findings.ledger(LedgerFilter())]

    assert written("a", 1) == written("b", 1)
    assert {code_of(n) for n in written("c", 2)}.isdisjoint(code_of(n) for n in written("d", 3))
    assert list(state.rglob("*")) == []


@pytest.fixture
def mixed(tmp_path: Path, state: Path) -> Iterator[Workspace]:
    """A folder that was numbered without a code until today."""
    with closing(Workspace(tmp_path / "data", Clock(MORNING))) as workspace:
        site = add_site(workspace)
        for number in range(3):
            (found, _) = workspace.inspections.findings(visit(workspace, site, WRONG))
            if number < 2:
                workspace.database._connection.execute(
                    "UPDATE finding SET number = ? WHERE id = ?",
                    (f"2611-{number + 40:03}", found.id),
                )
        FindingSearch(workspace.database).rebuild()  # of the words that were changed behind it
        yield workspace


def test_older_numbers_are_found_and_stand_first(mixed: Workspace) -> None:
    order = LedgerOrder(LedgerColumn.NUMBER, descending=False)
    listed = [row.number for row in mixed.findings.ledger(LedgerFilter(), order)]
    assert listed == sorted(listed)
    assert listed[:2] == ["2611-040", "2611-041"]
    own = code_of(listed[-1])
    assert [code_of(number) for number in listed] == ["", "", own, own, own, own]
    for words, expected in (
        ("2611-04", listed[:2]),
        (own.lower(), listed[2:]),
        ("0005", [f"2611-{own}-0005"]),
        (f"2611-{own}-0005", [f"2611-{own}-0005"]),
    ):
        found = mixed.findings.ledger(LedgerFilter(text=words), order)
        assert [row.number for row in found] == expected


@pytest.mark.ci
def test_starting_a_visit_needs_no_code(tmp_path: Path, state: Path) -> None:
    with closing(Workspace(tmp_path / "data", Clock(MORNING))) as workspace:
        start(workspace, add_site(workspace))
        assert dump(workspace.folder)
    assert not LaptopFile(tmp_path / "data").exists
