"""python resources/packaging/portable_zip.py TREE -o FOLDER

Packs an assembled program up as a ZIP to be unpacked anywhere, a USB stick as well: the folder
`inspector`, and in it the file `portable`, by which the program keeps its data in `data` beside it.
Whatever Windows could not unpack is refused by name; the archive is read back before it is told of.
"""

import argparse
import os
import stat
import sys
import time
import zipfile
from pathlib import Path

from assembled_tree import (
    LAUNCHERS,
    Tree,
    TreeError,
    is_executable,
    megabytes,
    moment,
    read_tree,
)
from windows_names import line_end_faults, name_faults

FOLDER = "inspector"
"""Without a version: a later program unpacked over it finds the data of the earlier one."""

MARKER = "portable"
SAID = (
    "有这个文件，数据就放在旁边的 data 文件夹里；删掉它，数据放在本机用户的文件夹里。\r\n"
    "While this file is here, the data are kept in the folder data beside it.\r\n"
)
_UTF8_NAMES = 0x800


def write_zip(tree: Tree, output: Path) -> Path:
    """Write the archive into the folder `output`; return it. Raises TreeError."""
    entries = {f"{FOLDER}/{path.relative_to(tree.folder).as_posix()}": path
               for path in tree.entries()}  # fmt: skip
    faults = name_faults(entries)
    if tree.is_windows:
        faults += line_end_faults(entries.values())
        faults += [f"{name}: a link" for name, path in entries.items() if path.is_symlink()]
    if faults:
        raise TreeError("; ".join(faults))
    output.mkdir(parents=True, exist_ok=True)
    target = output / f"{tree.folder.name}-portable.zip"
    draft = output / f".{target.name}.tmp"
    at = time.gmtime(max(moment(tree), 315619200))[:6]  # a ZIP knows no day before 1980-01-02
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            archive.writestr(_information(f"{FOLDER}/{MARKER}", at, 0o644), SAID)
            for name, path in entries.items():
                _add(archive, name, path, at)
        _read_back(draft, {*entries, f"{FOLDER}/{MARKER}"})
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def _information(name: str, at: tuple[int, ...], mode: int) -> zipfile.ZipInfo:
    information = zipfile.ZipInfo(name, (at[0], at[1], at[2], at[3], at[4], at[5]))
    information.compress_type = zipfile.ZIP_DEFLATED
    information.create_system = 3  # Unix, whose rights follow: one archive wherever it is made
    information.external_attr = (stat.S_IFREG | mode) << 16
    return information


def _add(archive: zipfile.ZipFile, name: str, path: Path, at: tuple[int, ...]) -> None:
    if path.is_symlink():
        information = _information(name, at, 0o777)
        information.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(information, os.readlink(path))
    elif path.is_dir():
        information = _information(f"{name}/", at, 0o755)
        information.external_attr = (stat.S_IFDIR | 0o755) << 16 | 0x10
        archive.writestr(information, b"")
    else:
        mode = 0o755 if is_executable(path) else 0o644
        archive.writestr(_information(name, at, mode), path.read_bytes())


def _read_back(path: Path, expected: set[str]) -> None:
    with zipfile.ZipFile(path) as archive:
        bad = archive.testzip()
        members = archive.infolist()
    if bad is not None or {each.filename.rstrip("/") for each in members} != expected:
        raise TreeError(f"{path.name} was not written whole")
    for each in members:
        if not each.filename.isascii() and not each.flag_bits & _UTF8_NAMES:
            raise TreeError(f"{each.filename}: a name that is not told to be UTF-8")


def main() -> int:
    """Read the words behind the name; return the exit code."""
    parser = argparse.ArgumentParser(description="Pack an assembled program up as a portable ZIP.")
    parser.add_argument("tree", type=Path, metavar="TREE", help="what bundle.py made")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    options = parser.parse_args()
    try:
        tree = read_tree(options.tree)
        archive = write_zip(tree, options.output)
    except TreeError as error:
        print(f"portable_zip.py: {error}", file=sys.stderr)
        return 1
    print(f"{archive}: {megabytes(archive.stat().st_size)} of {megabytes(tree.bytes())}")
    print(f"unpacked, {FOLDER}/{LAUNCHERS[tree.target.partition('-')[0]]} starts it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
