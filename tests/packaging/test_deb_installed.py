"""The .deb of a real program in clean Debian 11, 12 and 13: installed, used, removed; by hand.

`INSPECTOR_TREE` names what bundle.py made for linux-x64, `INSPECTOR_CHROOTS` a folder in which
chroots stand already, by their suite; those that are missing are made.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import inspector
from tests.packaging.small_trees import PACKAGING, pack

pytestmark = pytest.mark.long

TREE = os.environ.get("INSPECTOR_TREE", "")
TRIAL = PACKAGING / "trial"
DISPLAY = ":77"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not TREE:
        pytest.skip("INSPECTOR_TREE names no program that bundle.py made")
    done = pack("deb.py", TREE, "-o", tmp_path_factory.mktemp("deb"))
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.partition(": ")[0])


@pytest.mark.parametrize("suite", ["bullseye", "bookworm", "trixie"])
def test_it_is_installed_used_and_removed_without_a_trace(
    package: Path, suite: str, tmp_path: Path
) -> None:
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        pytest.skip("needs root and debootstrap")
    if not all(map(shutil.which, ("Xvfb", "xdotool"))):
        pytest.skip("needs Xvfb and xdotool")
    chroot = Path(os.environ.get("INSPECTOR_CHROOTS", tmp_path)) / suite
    subprocess.run(["sh", TRIAL / "chroot.sh", suite, chroot], check=True)
    screen = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1366x768x24"])
    try:
        done = subprocess.run(
            ["sh", TRIAL / "install_deb.sh", chroot, package, DISPLAY],
            capture_output=True,
            encoding="utf-8",
        )
    finally:
        screen.terminate()
        screen.wait()
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert f"version: {inspector.__version__}" in lines
    assert "papers: 12" in lines
    assert sum(line.startswith("started: ") for line in lines) == 3
    assert "typed: asked twice" in lines
    assert lines[-1] == "left: nothing"
