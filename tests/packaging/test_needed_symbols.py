"""What a tree asks of the system is read from its files; Qt's LTS asks for no more than it may.

Run by the newest Qt and, with `tests/packaging/every_version.py`, by the LTS.
"""

import shutil
import sys
from pathlib import Path

import needed_symbols
import PySide6
import pytest

FOLDER = Path(PySide6.__file__).parent
IS_LTS = PySide6.__version__.startswith("6.8.")
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ELF is Linux's")


@pytest.mark.parametrize(
    ("version", "above"),
    [
        ("GLIBC_2.28", False),
        ("GLIBC_2.2.5", False),
        ("GLIBC_2.29", True),
        ("GLIBC_PRIVATE", True),
        ("GLIBCXX_3.4.25", False),
        ("GLIBCXX_3.4.26", True),
        ("CXXABI_1.3.12", True),
        ("Qt_6.8", False),
        ("V_0.5.0", False),
    ],
)
def test_versions_of_symbols_are_compared_as_numbers(version: str, above: bool) -> None:
    assert needed_symbols.is_above(version, needed_symbols.LIMITS) == above


def some(folder: Path, *libraries: str) -> Path:
    for name in libraries:
        shutil.copyfile(FOLDER / "Qt" / "lib" / name, folder / name)
    return folder


def test_what_needs_a_newer_system_is_told_by_file_and_symbol(tmp_path: Path) -> None:
    tree = some(tmp_path, "libQt6Core.so.6")
    faults = needed_symbols.symbol_faults(tree, {"GLIBC": "2.2"})
    assert "libQt6Core.so.6: statx (GLIBC_2.28)" in faults
    assert any("libicuuc" in fault for fault in needed_symbols.library_faults(tree))


def test_the_lts_needs_nothing_above_the_limits_and_the_newest_does(tmp_path: Path) -> None:
    tree = FOLDER if IS_LTS else some(tmp_path, "libQt6Core.so.6", "libQt6Gui.so.6")
    assert (needed_symbols.symbol_faults(tree) == []) == IS_LTS
