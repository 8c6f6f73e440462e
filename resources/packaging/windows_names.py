"""What Windows can unpack: names, lengths, letters of either case, line ends of its scripts."""

import re
from collections.abc import Iterable
from pathlib import Path

LONGEST = 170
"""Characters of a path inside the program's folder: of 260, ninety are left for where it lies."""

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_WITH_RETURNS = (".cmd", ".bat", "._pth")


def name_faults(names: Iterable[str]) -> list[str]:
    """Return what Windows would not take of paths inside an archive, each in one sentence."""
    faults = []
    seen: dict[str, str] = {}
    for name in names:
        for part in name.rstrip("/").split("/"):
            if _FORBIDDEN.search(part):
                faults.append(f"{name}: a character that Windows does not allow")
            elif _DEVICES.fullmatch(part):
                faults.append(f"{name}: the name of a device")
            elif part.endswith((".", " ")) or not part:
                faults.append(f"{name}: ends in a dot or a blank, or has an empty part")
        if len(name) > LONGEST:
            faults.append(f"{name}: {len(name)} characters, {LONGEST} at most")
        other = seen.setdefault(name.rstrip("/").casefold(), name)
        if other != name:
            faults.append(f"{name}: the same as {other}")
    return faults


def line_end_faults(files: Iterable[Path]) -> list[str]:
    """Return the scripts of Windows in which a line ends without a return: labels get lost."""
    return [
        f"{path.name}: a line that does not end as on Windows"
        for path in files
        if path.suffix.lower() in _WITH_RETURNS and re.search(rb"(?<!\r)\n", path.read_bytes())
    ]
