"""The licences of everything inside a bundle, in its folder `licences/`."""

import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from targets import HERE, Refused
from wheel_unpacking import ROOT, Unpacked

SYSTEM_TEXTS = Path("/usr/share/common-licenses")
"""Where Debian keeps the texts that many packages share."""

LESSER = ("LGPL-3", "GPL-3")
"""Of Qt and PySide6: the first one refers to the second. Their wheels carry neither."""

CARRIES = {
    "pi_heif": "carries libheif and libde265 (LGPL-3.0)",
    "pynacl": "carries libsodium (ISC)",
}
"""What a wheel brings inside beyond what its metadata says: whoever hands it on has to know."""

_OF_QT = re.compile(r"(pyside6|shiboken6).*", re.I)
_TEXT = re.compile(r"(licen[cs]es?|copying|notice|copyright)(\W.*)?", re.I)


def gather_licences(
    folder: Path, runtime: Path, unpacked: Unpacked, texts: Path, others: Iterable[Path]
) -> list[str]:
    """Write every licence into `folder` and return its table, a line for each thing inside.

    `texts` has the LGPL and the GPL, `others` are folders of things that are no wheels: in each a
    text, or a folder of texts, for each thing. Raises Refused for what has no licence.
    """
    folder.mkdir()
    shutil.copy(ROOT / "LICENSE", folder / "inspector.txt")
    lines = ["inspector: MIT, inspector.txt", _python(folder, runtime)]
    shared = [_shared(folder, texts, name) for name in LESSER]
    shutil.copy(HERE / "licence_of_qt.txt", folder / "Qt.txt")
    for distribution in sorted(unpacked.licences, key=str.lower):
        stated = unpacked.stated.get(distribution, "")
        if distribution.startswith("inspector-"):
            continue
        if _OF_QT.fullmatch(distribution):
            lines.append(f"{distribution}: LGPL-3.0-only, Qt.txt, {', '.join(shared)}")
            continue
        _write(folder / distribution, distribution, unpacked.licences)
        terms = [stated or "see its texts", *carried(distribution), f"{distribution}/"]
        lines.append(f"{distribution}: {', '.join(terms)}")
    for other in others:
        for each in sorted(other.iterdir()):
            into = folder / each.name
            _copy(each, into)
            lines.append(f"{each.stem if each.is_file() else each.name}: {each.name}")
    (folder / "README.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return lines


def carried(distribution: str) -> list[str]:
    """Return what else a distribution ("pi_heif-1.4.0") brings, in words, if anything."""
    name = distribution.partition("-")[0]
    return [CARRIES[name]] if name in CARRIES else []


def _python(folder: Path, runtime: Path) -> str:
    own = folder / "python"
    own.mkdir()
    places = (runtime, runtime / "lib" / "python3.13", runtime / "licenses", runtime / "licences")
    for place in places:
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            named = _TEXT.fullmatch(path.name) or place.name in ("licenses", "licences")
            if path.is_file() and named:
                shutil.copy(path, own / path.name)
    if not any(_TEXT.fullmatch(path.name) for path in own.iterdir()):
        raise Refused("the runtime brings no licence of Python")
    return "Python and what its runtime carries: PSF-2.0 and others, python/"


def _shared(folder: Path, texts: Path, name: str) -> str:
    text = texts / name
    if not text.is_file():
        raise Refused(f"{text} is missing: --licence-texts names a folder that has {name}")
    shutil.copy(text, folder / f"{name}.txt")
    return f"{name}.txt"


def _write(
    folder: Path, distribution: str, licences: Mapping[str, list[tuple[str, bytes]]]
) -> None:
    if not licences[distribution]:
        raise Refused(f"{distribution} brings no licence")
    folder.mkdir()
    for number, (name, text) in enumerate(licences[distribution]):
        path = folder / name
        (folder / f"{number}-{name}" if path.exists() else path).write_bytes(text)


def _copy(source: Path, into: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, into, dirs_exist_ok=True)
    else:
        shutil.copy(source, into)
