"""The portable program for Windows under wine: unpacked, a sample, a paper, its window; by hand.

`INSPECTOR_WINDOWS_TREE` names what bundle.py made for windows-x64 of python.org's package. Wine is
not Windows: what it shows is that nothing is missing, and that launcher, paths and marker do.
"""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.packaging.fcitx_session import running
from tests.packaging.small_trees import pack

pytestmark = pytest.mark.long

TREE = os.environ.get("INSPECTOR_WINDOWS_TREE", "")


@pytest.mark.skipif(not TREE, reason="INSPECTOR_WINDOWS_TREE names no program that bundle.py made")
@pytest.mark.skipif(not all(map(shutil.which, ("wine", "Xvfb"))), reason="needs wine and Xvfb")
def test_the_portable_program_keeps_all_beside_it(tmp_path: Path) -> None:
    packed = pack("portable_zip.py", TREE, "-o", tmp_path)
    assert packed.returncode == 0, packed.stderr
    stick = tmp_path / "U 盘"
    with zipfile.ZipFile(packed.stdout.partition(": ")[0]) as archive:
        archive.extractall(stick)
    program, prefix = stick / "inspector", tmp_path / "wine"
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "WINEPREFIX": str(prefix),
        "WINEDEBUG": "-all",
    }
    read, write = os.pipe()
    screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24"]
    with running(screen, environment, write), os.fdopen(read) as said:
        environment["DISPLAY"] = f":{said.readline().strip()}"
        for words in (
            ["demo", "data", "--inspections", "3"],
            ["export", "summary", "-o", "汇总 表.xlsx"],
            ["export", "summary", "-o", "汇总 表.pdf"],
            ["--exit-when-ready"],
        ):
            done = subprocess.run(
                ["wine", "cmd", "/c", "inspector.cmd", *words],
                cwd=program,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=600,
            )
            assert done.returncode == 0, done.stdout
        subprocess.run(["wineserver", "-k"], env=environment)
    assert (program / "data" / "inspector.db").is_file()
    assert load_workbook(program / "汇总 表.xlsx").sheetnames
    assert b"/FontFile" in (program / "汇总 表.pdf").read_bytes()  # letters, not boxes
    assert not list(prefix.rglob("inspector.db"))
