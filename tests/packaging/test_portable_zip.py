"""The portable ZIP of a small program: what Windows can unpack, the marker, the same bytes."""

import importlib.util
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from inspector.paths import PORTABLE_MARKER
from tests.packaging.small_trees import PACKAGING, pack, small_tree


def module(name: str) -> ModuleType:
    """Load one of the scripts' modules, which are no package."""
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


name_faults = module("windows_names").name_faults


def made(tree: Path, output: Path) -> Path:
    done = pack("portable_zip.py", tree, "-o", output)
    assert done.returncode == 0, done.stderr
    (archive,) = output.glob("*.zip")
    return archive


@pytest.mark.parametrize("target", ["windows-x64", "linux-x64"])
def test_it_holds_the_program_and_the_marker_in_one_folder(tmp_path: Path, target: str) -> None:
    tree = small_tree(tmp_path, target)
    archive = made(tree, tmp_path / "out")
    assert archive.name == f"{tree.name}-portable.zip"
    with zipfile.ZipFile(archive) as opened:
        inside = {each.filename: each for each in opened.infolist()}
        assert set(inside) == {f"inspector/{PORTABLE_MARKER}"} | {
            f"inspector/{path.relative_to(tree).as_posix()}"
            for path in tree.rglob("*")
            if path.is_symlink() or not path.is_dir()
        }
        chinese = inside["inspector/licences/许可证 说明.txt"]
        assert chinese.flag_bits & 0x800
        assert opened.read(chinese) == b"MIT\n"
        assert "data" in opened.read(f"inspector/{PORTABLE_MARKER}").decode("utf-8")
        if target == "linux-x64":
            assert inside["inspector/inspector"].external_attr >> 16 == stat.S_IFREG | 0o755
            assert stat.S_ISLNK(inside["inspector/python/bin/python3"].external_attr >> 16)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_what_is_unpacked_on_linux_can_be_started(tmp_path: Path) -> None:
    archive = made(small_tree(tmp_path), tmp_path / "out")
    place = tmp_path / "U盘 一"
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(place)
        launcher = opened.getinfo("inspector/inspector")
    (place / "inspector" / "inspector").chmod(launcher.external_attr >> 16 & 0o777)
    said = subprocess.run([place / "inspector" / "inspector"], capture_output=True, check=True)
    assert said.stdout.decode().startswith("started ")


def test_the_same_program_makes_the_same_archive(tmp_path: Path) -> None:
    tree = small_tree(tmp_path, "windows-x64")
    first = made(tree, tmp_path / "one").read_bytes()
    copy = shutil.copytree(tree, tmp_path / "copy" / tree.name)
    for path in copy.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    assert made(copy, tmp_path / "two").read_bytes() == first


@pytest.mark.parametrize(
    "name",
    [
        "con", "NUL.txt", "site/aux.py", "com1.dll", "a:b", "what?.txt", "end.", "end ", "a\\b",
        "tab\t", "site//x", "x" * 171,
    ],
)  # fmt: skip
def test_what_windows_cannot_unpack_is_told(name: str) -> None:
    (fault,) = name_faults([name])
    assert name in fault


def test_two_names_that_windows_takes_for_one_are_told() -> None:
    assert len(name_faults(["site/README.md", "site/Readme.md"])) == 1


@pytest.mark.parametrize(
    "name", ["console.py", "com.py", "com10.txt", "许可证 说明.txt", ".hidden", "a.b.c", "nul_.py"]
)
def test_other_names_are_not(name: str) -> None:
    assert name_faults([name]) == []


def test_a_script_of_windows_with_other_line_ends_is_refused(tmp_path: Path) -> None:
    tree = small_tree(tmp_path, "windows-x64")
    (tree / "inspector.cmd").write_bytes(b"@echo off\nrem\n")
    done = pack("portable_zip.py", tree, "-o", tmp_path / "out")
    assert (done.returncode, done.stdout) == (1, "")
    assert "inspector.cmd" in done.stderr
    assert not list((tmp_path / "out").glob("*"))


def test_a_program_with_somebodys_data_is_refused(tmp_path: Path) -> None:
    tree = small_tree(tmp_path, "windows-x64")
    (tree / "data").mkdir()
    done = pack("portable_zip.py", tree, "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "was used" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="makes a link")
def test_a_link_is_refused_for_windows(tmp_path: Path) -> None:
    tree = small_tree(tmp_path, "windows-x64")
    (tree / "python" / "python").symlink_to("bin")
    done = pack("portable_zip.py", tree, "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "a link" in done.stderr
