"""Whole trees: for Windows with a stand-in for the runtime, for Linux one that runs in a Debian 11.

Half a gigabyte of wheels is fetched, or taken from INSPECTOR_WHEELS. The Linux tree needs what
`trial/chroot.sh bullseye FOLDER/bullseye` and `trial/runtime.sh` made, in INSPECTOR_TRIAL.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import windows_tree
from bundle import Parts, assemble
from runtime_unpacking import digest
from targets import LINUX, WINDOWS

pytestmark = pytest.mark.long

TRIAL = os.environ.get("INSPECTOR_TRIAL", "")
WHEELS = os.environ.get("INSPECTOR_WHEELS", "")

SCRYPT = "import hashlib; hashlib.scrypt(b'', salt=b'', n=2, r=1, p=1)"
"""By which the window's password is kept; a Python without OpenSSL has none."""


def standing_in(folder: Path) -> Path:
    """The files of the embeddable package, by name: python.org is not reached from everywhere."""
    folder.mkdir()
    for name in ("python.exe", "pythonw.exe", "python3.dll", "python313.dll", "python313.zip"):
        (folder / name).write_bytes(b"in place of the real one")
    (folder / "python313._pth").write_bytes(b"python313.zip\r\n.\r\n")
    (folder / "LICENSE.txt").write_bytes(b"PSF")
    return folder


def test_a_tree_for_windows_is_whole(tmp_path: Path) -> None:
    said: list[str] = []
    tree = assemble(Parts(WINDOWS, standing_in(tmp_path / "python")), tmp_path, said.append)
    names = {path.relative_to(tree).as_posix() for path in tree.rglob("*")}
    assert names > {
        "inspector.cmd",
        "icons/inspector.ico",
        "licences/LGPL-3.txt",
        "site/PySide6/plugins/platforms/qwindows.dll",
        "site/inspector/__main__.py",
        "site/inspector/__pycache__/__main__.cpython-313.pyc",
        "site/inspector/_bundled/checklists/general/pack.toml",
    }
    assert not any("/qml/" in name or name.endswith((".pyi", ".so")) for name in names)
    assert windows_tree.file_faults(tree) == windows_tree.library_faults(tree) == []
    assert any(line.startswith("left out of the wheels") for line in said)


@pytest.mark.skipif(not TRIAL, reason="INSPECTOR_TRIAL names no Debian 11 and no runtime")
def test_a_tree_for_linux_runs_in_a_debian_11(tmp_path: Path) -> None:
    debian, runtime = Path(TRIAL, "bullseye"), Path(TRIAL, "runtime-linux-x64.tar.gz")
    parts = Parts(
        LINUX, runtime, digest(runtime), Path(WHEELS) if WHEELS else None, debian,
        without_input_method=True,
    )  # fmt: skip
    tree = assemble(parts, tmp_path, lambda line: None)
    place = debian / "opt" / "检查 程序"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(tree, place / "it", symlinks=True)
    try:
        for words in (
            ["python/bin/python3.13", "-I", "-c", SCRYPT],
            ["inspector", "demo", "/data", "--inspections", "3"],
            ["inspector", "--data", "/data", "export", "summary", "-o", "/data/summary.xlsx"],
            ["inspector", "--data", "/data", "--exit-when-ready"],
        ):
            done = subprocess.run(
                ["chroot", debian, f"/{place.relative_to(debian)}/it/{words[0]}", *words[1:]],
                env={
                    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
                    "LANG": "C.UTF-8",
                    "QT_QPA_PLATFORM": "offscreen",
                },
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            )  # fmt: skip
            assert done.returncode == 0, done.stdout
        assert (debian / "data" / "summary.xlsx").stat().st_size > 5_000
    finally:
        shutil.rmtree(place)
        shutil.rmtree(debian / "data", ignore_errors=True)
