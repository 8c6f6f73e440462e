"""What the system would run is not taken in; a suffix is kept as every disk can write it."""

import pytest

from inspector.domain.errors import ProgramFileError
from inspector.domain.visit.attachment import LONGEST_SUFFIX, kept_suffix, refuse_program

SUFFIXES = """
exe bat cmd com scr js vbs ps1 msi lnk sh jar hta pif reg url app command desktop py dll
"""


@pytest.mark.parametrize(
    "name",
    [
        *(f"a.{suffix}" for suffix in SUFFIXES.split()),
        "整改照片.jpg.exe",
        "A.EXE",
        "a.Exe. . ",
        "窗口3.Lnk",
    ],
)
def test_programs_are_refused(name: str) -> None:
    with pytest.raises(ProgramFileError) as refusal:
        refuse_program(name)
    assert refusal.value.name == name


@pytest.mark.parametrize(
    "name",
    [
        "a.pdf",
        "录音.m4a",
        "a.mp4",
        "a.docx",
        "a.exe.pdf",
        "exe",
        ".exe",
        "",
        "...",
        "a.",
        "第3.窗口",
    ],
)
def test_other_files_are_not(name: str) -> None:
    refuse_program(name)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.PDF", "pdf"),
        ("a.b.mp4", "mp4"),
        ("a.tar.gz", "gz"),
        ("a.pdf. ", "pdf"),
        ("a", ""),
        (".bashrc", ""),
        ("", ""),
        ("a.照片", ""),
        ("a.p/../x", ""),
        ("a.😀", ""),
        ("a." + "x" * LONGEST_SUFFIX, "x" * LONGEST_SUFFIX),
        ("a." + "x" * (LONGEST_SUFFIX + 1), ""),
        ("a.ＰＤＦ", ""),
    ],
)
def test_suffixes(name: str, suffix: str) -> None:
    assert kept_suffix(name) == suffix
