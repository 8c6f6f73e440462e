"""`inspector archive` and `verify`: a year leaves, and is read back with nothing else there."""

import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Process, Run

NOVEMBER = ("--month", "2026-11")


@pytest.mark.ci
def test_a_period_leaves_as_a_folder_and_is_read_back(
    run: Run, english: Run, process: Process, few: Path, tmp_path: Path
) -> None:
    target = tmp_path / "2026年归档"
    # A program of its own, as drawing PDFs makes an application that no window may meet.
    made = process("--data", few, "archive", "-o", target, *NOVEMBER)
    assert made.returncode == 0, made.stderr.decode()
    assert made.stdout.decode().startswith(f"已归档到 {target}，并已重新读出核对：")
    pdfs = sorted((target / "data/papers").rglob("*.pdf"))
    names = " ".join(path.name for path in pdfs)
    for kind in ("整改台账", "检查汇总表", "通报附件", "检查记录表"):
        assert kind in names
    for path in pdfs:
        pages = PdfReader(path).pages
        assert any(page.extract_text().strip() for page in pages), path.name
    checked = subprocess.run(
        ["sha256sum", "--strict", "--quiet", "-c", "manifest-sha256.txt"], cwd=target
    )
    assert checked.returncode == 0
    # Wherever it lies, and whatever data folder there is: an archive is all by itself.
    moved = target.rename(tmp_path / "elsewhere")
    done = english("--data", tmp_path / "none", "verify", moved)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("The archive is unchanged. ")
    victim = next((moved / "data/visits").rglob("*.json"))
    victim.write_text(victim.read_text("utf-8").replace("合格", "不适用", 1), "utf-8")
    done = run("verify", moved)
    assert done.code == 1
    assert f"被改动：{victim.relative_to(moved).as_posix()}" in done.out


def test_a_period_without_visits_is_no_refusal(run: Run, few: Path, tmp_path: Path) -> None:
    done = run("--data", few, "archive", "-o", tmp_path / "a.zip", "--month", "2019-01")
    assert (done.code, done.out) == (0, "")
    assert done.err.count("\n") == 1
    assert not (tmp_path / "a.zip").exists()


def test_an_archive_takes_no_others_place(english: Run, few: Path, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("last year's")
    done = english("--data", few, "archive", "-o", tmp_path / "a.zip", *NOVEMBER)
    assert done.code == 1
    assert "there is a file of this name already, and it stays; name another" in done.err
    assert (tmp_path / "a.zip").read_text() == "last year's"


def test_an_archive_is_not_called_like_a_paper(english: Run, few: Path, tmp_path: Path) -> None:
    done = english("--data", few, "archive", "-o", tmp_path / "a.pdf", *NOVEMBER)
    assert done.code == 2
    assert "is neither a .zip nor a name for a folder" in done.err
    assert not (tmp_path / "a.pdf").exists()


def test_what_is_no_archive_is_refused(english: Run, few: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("words")
    done = english("--data", few, "verify", tmp_path / "text.txt")
    assert done.code == 1
    assert "holds no backup" in done.err
    (tmp_path / "own").mkdir()
    (tmp_path / "own/letter.txt").write_text("mine")
    done = english("--data", few, "archive", "-o", tmp_path / "own", *NOVEMBER)
    assert done.code == 1
    assert "there are other files in this folder" in done.err
