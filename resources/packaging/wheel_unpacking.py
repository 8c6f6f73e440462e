"""Our wheel and the locked ones, unpacked into a bundle's `site/`.

pip looks for them and compares their digests; what it would do beyond unpacking (scripts, a record
of what is installed) a bundle does not need, and half of what it would write is left out again.
"""

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from keep_list import read_keep_list
from targets import PYTHON, Refused, Target

ROOT = Path(__file__).resolve().parents[2]

_INFORMATION = re.compile(r"[^/]+\.dist-info/(METADATA|entry_points\.txt)")
"""All that is read of it when the program runs; licences are gathered beside."""

_LICENCE = re.compile(r"[^/]+\.dist-info/(?:.*/)?(licen[cs]|copying|notice|author)[^/]*", re.I)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What was in the wheels and is not in the tree, and which licences they bring."""

    files_left_out: int
    bytes_left_out: int
    licences: dict[str, list[tuple[str, bytes]]]
    """By distribution ("lxml-6.1.3"): the name and contents of each of its texts."""

    stated: dict[str, str]
    """By distribution: what its metadata says its licence is, "" if it says nothing."""


def make_own_wheel(folder: Path) -> Path:
    """Build the program's wheel from the source tree."""
    _pip(
        "wheel", "-q", "--no-index", "--no-deps", "--no-build-isolation", "-w", str(folder),
        str(ROOT),
    )  # fmt: skip
    (made,) = folder.glob("inspector-*.whl")
    return made


def get_wheels(target: Target, folder: Path, given: Path | None) -> list[Path]:
    """Return the locked wheels of a target, from `given` if they lie there, each compared."""
    words = ["download", "-q", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
    words += ["--python-version", f"{PYTHON[0]}.{PYTHON[1]}", "--implementation", "cp"]
    words += [word for platform in target.platforms for word in ("--platform", platform)]
    words += ["--no-index", "--find-links", str(given)] if given else []
    _pip(*words, "-d", str(folder), "-r", str(target.lock))
    return sorted(folder.glob("*.whl"))


def unpack_wheels(wheels: Iterable[Path], target: Target, site: Path) -> Unpacked:
    """Unpack what is kept of the wheels; raises Refused where the list names what is not there."""
    keep = read_keep_list(target.keep)
    names: list[str] = []
    left_out: list[int] = []
    licences: dict[str, list[tuple[str, bytes]]] = {}
    stated: dict[str, str] = {}
    for wheel in wheels:
        distribution = "-".join(wheel.name.split("-")[:2])
        licences[distribution] = []
        with zipfile.ZipFile(wheel) as archive:
            for member in archive.infolist():
                if member.is_dir():
                    continue
                name = _place(member.filename)
                names.append(name)
                if _LICENCE.fullmatch(name):
                    text = (name.rpartition("/")[2], archive.read(member))
                    licences[distribution].append(text)
                if name.endswith(".dist-info/METADATA"):
                    stated[distribution] = stated_licence(archive.read(member).decode("utf-8"))
                if not _is_kept(name, keep.keeps(name)):
                    left_out.append(member.file_size)
                    continue
                path = site / name
                path.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as source, path.open("xb") as file:
                    shutil.copyfileobj(source, file)
    if missing := keep.unmatched(names):
        raise Refused(f"{target.keep.name} names what no wheel has: {', '.join(missing)}")
    return Unpacked(len(left_out), sum(left_out), licences, stated)


def stated_licence(metadata: str) -> str:
    """Return what a distribution's metadata says its licence is, in one line."""
    head = metadata.split("\n\n")[0]
    for field in ("License-Expression", "License"):
        found = re.search(rf"(?m)^{field}: (\S.*)$", head)
        if found:
            return found.group(1)
    classified = re.findall(r"(?m)^Classifier: License :: (?:OSI Approved :: )?(.+)$", head)
    return ", ".join(classified)


def _place(name: str) -> str:
    """Return where a member belongs: `x.data/purelib/y` is y."""
    return re.sub(r"^[^/]+\.data/(purelib|platlib)/", "", name)


def _is_kept(name: str, listed: bool) -> bool:
    if ".dist-info/" in name:
        return _INFORMATION.fullmatch(name) is not None
    return listed and ".data/" not in name and not name.endswith((".pyc", ".pth"))


def _pip(*words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise Refused(f"pip {words[0]} failed:\n{done.stdout.strip()}")
