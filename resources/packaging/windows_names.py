"""What Windows can unpack: names, lengths, letters of either case, line ends of its scripts."""

import re
from collections.abc import Iterable
from pathlib import Path

LONGEST = 170
"""Characters of a path inside the program's folder: of 260, ninety are left for where it lies."""

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_READ_BY_LINE = (".cmd", ".bat", "._pth")


def name_faults(names: Iterable[str]) -> list[str]:
    """Return what Windows would not take of paths inside an archive, each in one sentence."""
    faults = []
    seen: dict[str, str] = {}
    for name in names:
        for part in name.rstrip("/").split("/"):
            if _FORBIDDEN.search(part):
                faults.append(f"{name}: no name on Windows, a character that it does not allow")
            elif _DEVICES.fullmatch(part):
                faults.append(f"{name}: no name on Windows, but that of a device")
            elif part.endswith((".", " ")) or not part:
                faults.append(f"{name}: no name on Windows, which ends in no dot or blank")
        if len(name) > LONGEST:
            faults.append(f"{name}: {len(name)} characters, {LONGEST} at most")
        other = seen.setdefault(name.rstrip("/").casefold(), name)
        if other != name:
            faults.append(f"{name}: the same as {other}")
    return faults


def line_end_faults(files: Iterable[Path]) -> list[str]:
    """Return what Windows reads line by line and could not: other line ends lose labels, and
    letters beyond ASCII depend on its code page."""
    faults = []
    for path in files:
        if path.suffix.lower() in _READ_BY_LINE:
            text = path.read_bytes()
            if re.search(rb"(?<!\r)\n", text) or not text.isascii():
                faults.append(f"{path.name}: line ends or letters of another system")
    return faults
