"""Packs to test with."""

import shutil
from pathlib import Path

from inspector.paths import checklists_folder

VERSION = 'version = "2026.2"'


def copy_pack(target: Path, *changes: tuple[str, str]) -> Path:
    """Copy the general pack, with other lines in its pack.toml."""
    shutil.copytree(checklists_folder() / "general", target)
    change(target / "pack.toml", *changes)
    return target


def change(file: Path, *changes: tuple[str, str]) -> None:
    """Write other lines into a file, each in the first place where it stands."""
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")
