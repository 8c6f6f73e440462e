"""Packs to test with."""

from pathlib import Path

from PySide6.QtCore import Qt

from inspector.domain.checklist.pack_versions import next_version
from inspector.paths import checklists_folder
from inspector.storage.packs.pack_files import pack_folders, read_pack_folder
from inspector.storage.packs.pack_folder_writing import write_pack_folder
from tests.gui.data.widgets import press

GENERAL = read_pack_folder(checklists_folder() / "general")
SHIPPED, NEXT = GENERAL.version, next_version(GENERAL.version)
VERSION, NEXT_VERSION = f'version = "{SHIPPED}"', f'version = "{NEXT}"'
"""Lines of its pack.toml, as it ships and one version on."""

ROW = [folder.name for folder in pack_folders(checklists_folder())].index(GENERAL.id)
"""Its row among the packs that ship."""


def go_to_general() -> None:
    """Go down the list of packs, from its first row to the general one."""
    for _ in range(ROW):
        press(Qt.Key.Key_Down)


def copy_pack(target: Path, *changes: tuple[str, str]) -> Path:
    """Write the general pack, common items in full, with other lines in its pack.toml."""
    target.parent.mkdir(parents=True, exist_ok=True)
    write_pack_folder(GENERAL, target)
    change(target / "pack.toml", *changes)
    return target


def change(file: Path, *changes: tuple[str, str]) -> None:
    """Write other lines into a file, each in the first place where it stands."""
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")
