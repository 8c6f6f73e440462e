"""The Python of a bundle: given as a file or a folder, never fetched."""

import hashlib
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

from targets import PYTHON, Refused, Target


def put_runtime(given: Path, sha256: str | None, target: Target, folder: Path) -> None:
    """Put a relocatable Python into `folder`; raises Refused for another than the target's.

    A file has to have the digest that is given with it: it came over a network once.
    """
    if given.is_dir():
        shutil.copytree(_root(given, target), folder, symlinks=True)
    else:
        _compare(given, sha256)
        unpacked = folder.with_name("unpacked")
        unpacked.mkdir()
        _unpack(given, unpacked)
        shutil.move(_root(unpacked, target), folder)
        shutil.rmtree(unpacked)
    if target.is_windows:
        _follow_no_links(folder)


def digest(path: Path) -> str:
    """Return a file's SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _compare(given: Path, sha256: str | None) -> None:
    if not given.is_file():
        raise Refused(f"{given} is not there")
    if sha256 is None:
        raise Refused(f"--sha256 is missing: {given.name} has to be what its maker says it is")
    if digest(given) != sha256.lower():
        raise Refused(f"{given.name} is not what --sha256 says: it has {digest(given)}")


def _unpack(given: Path, folder: Path) -> None:
    name = given.name
    if name.endswith(".zip"):
        with zipfile.ZipFile(given) as archive:
            archive.extractall(folder)
    elif name.endswith((".tar.gz", ".tgz", ".tar.xz")):
        with tarfile.open(given) as packed:
            packed.extractall(folder, filter="data")
    elif name.endswith((".tar.zst", ".tzst")):
        # Python reads it from 3.14 on; tar does where zstd is installed.
        done = subprocess.run(
            ["tar", "--zstd", "-xf", given, "-C", folder], stderr=subprocess.PIPE, text=True
        )
        if done.returncode:
            raise Refused(f"{name} cannot be unpacked: {done.stderr.strip()}")
    else:
        raise Refused(f"{name} is no .tar.gz, .tar.zst or .zip")


def _root(folder: Path, target: Target) -> Path:
    """Return the folder that has the interpreter: it may lie some folders deep."""
    for place in ("", "python", "python/install", "runtime"):
        root = folder / place
        if (root / target.python).exists():
            return root
    raise Refused(
        f"no {target.python} of Python {PYTHON[0]}.{PYTHON[1]} in {folder.name}: "
        f"a relocatable Python for {target.name} is wanted"
    )


def _follow_no_links(folder: Path) -> None:
    """A ZIP for Windows knows no links."""
    if links := [path for path in folder.rglob("*") if path.is_symlink()]:
        raise Refused(f"links are not for Windows: {', '.join(link.name for link in links)}")
