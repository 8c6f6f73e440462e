"""The list of written files, when several programs add to it at once."""

from datetime import datetime
from pathlib import Path
from threading import Thread

import pytest

from inspector.storage.files.paper_list import PAPER_LIST, list_papers, listed_papers

NOW = datetime(2026, 11, 29, 9, 15)
MOST = 3


def add(folder: Path, name: str) -> None:
    list_papers(folder, [Path("/盘") / name], NOW, MOST)


def names(folder: Path) -> list[str]:
    return [Path(path).name for path, _ in listed_papers(folder)]


def test_what_is_added_just_as_it_is_begun_anew_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / PAPER_LIST).write_text("\n" * (64 << 10), "utf-8")
    replace, beside = Path.replace, Thread(target=add, args=(tmp_path, "another's.xlsx"))

    def with_another(path: Path, target: Path) -> Path:
        beside.start()
        beside.join(0.1)  # it would be done by then, if nothing held it
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", with_another)
    add(tmp_path, "ours.xlsx")
    beside.join()
    assert names(tmp_path) == ["another's.xlsx", "ours.xlsx"]
    assert (tmp_path / PAPER_LIST).stat().st_size < 1000


def test_a_lock_that_cannot_be_made_loses_no_line(tmp_path: Path) -> None:
    (tmp_path / "recent-papers.lock").mkdir()
    add(tmp_path, "1.xlsx")
    assert names(tmp_path) == ["1.xlsx"]
