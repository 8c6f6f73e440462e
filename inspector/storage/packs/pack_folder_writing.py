"""A pack to a folder of TOML files, as a person would write them; read back by `pack_files`."""

import os
import shutil
from pathlib import Path

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_writing import pack_tables
from inspector.domain.errors import CannotWriteError
from inspector.paths import make_private_folder, open_private
from inspector.storage.packs.pack_files import HEAD_FILE

NOT_A_PACK = "it holds other files"
"""The reason why a folder is not replaced by a pack."""

_OWN_FILES = {HEAD_FILE, *(f"{category}.toml" for category in Category)}


def write_pack_folder(pack: Pack, folder: Path) -> None:
    """Write `pack` into `folder`, replacing the pack that is there, whole or not at all.

    Raises CannotWriteError with the system's reason, or NOT_A_PACK for a folder that holds
    anything but a pack's own files: it is somebody's, and stays.
    """
    import tomli_w

    beside = folder.with_name(f".{folder.name}.new")
    try:
        if os.path.isdir(folder) and any(not _is_own(entry) for entry in folder.iterdir()):
            raise CannotWriteError(folder, NOT_A_PACK)
        make_private_folder(folder.parent)
        shutil.rmtree(beside, ignore_errors=True)
        make_private_folder(beside)
        for name, table in pack_tables(pack).items():
            text = tomli_w.dumps(table, multiline_strings=False)
            path = beside / f"{name}.toml"
            with open(path, "w", encoding="utf-8", newline="\n", opener=open_private) as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        _replace(folder, beside)
    except OSError as error:
        shutil.rmtree(beside, ignore_errors=True)
        raise CannotWriteError(folder, error.strerror or str(error)) from error


def _is_own(entry: Path) -> bool:
    return entry.name in _OWN_FILES and os.path.isfile(entry)


def _replace(folder: Path, new: Path) -> None:
    """Put `new` in the place of `folder`; an old one is out of the way before it is deleted.

    Deleting can stop half-way, where another program has one of the files open.
    """
    if not os.path.isdir(folder):
        new.rename(folder)
        return
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
