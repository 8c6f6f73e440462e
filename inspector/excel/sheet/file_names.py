"""Names for the files that exports are saved to: legal everywhere, and not taken yet."""

import os
import re
import unicodedata
from pathlib import Path

_FULL_WIDTH = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
_RESERVED = re.compile(
    r"(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\$|CONOUT\$)\s*", re.IGNORECASE
)
_NUMBERED = re.compile(r"(.*) \((\d{1,3})\)", re.DOTALL)
_LONGEST = 180  # bytes of UTF-8: Linux allows 255, and Windows' whole path has to fit 260 letters
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,8}")


def legal_file_name(text: str) -> str:
    """Return `text`, with or without an extension, as a file name legal on Windows and Linux.

    Forbidden characters become their full-width likenesses, invisible ones go, a name reserved
    by Windows gets an underscore, too long a name is cut before its extension.
    """
    text = unicodedata.normalize("NFC", text)
    text = "".join(" " if c in "\t\n\r" else c for c in text if c in "\t\n\r" or _visible(c))
    text = " ".join(text.split()).translate(_FULL_WIDTH).lstrip(".").rstrip(". ").strip()
    found = _EXTENSION.search(text, text.rfind("."))  # else a full stop within a sentence
    extension = found[0] if found and found.start() > 0 and found.end() == len(text) else ""
    stem = text.removesuffix(extension).encode()[: _LONGEST - len(extension)]
    name = stem.decode(errors="ignore").rstrip(". ")
    # NUL.xlsx and NUL.2026.xlsx are the device NUL, too.
    if _RESERVED.fullmatch(name.partition(".")[0]):
        name = f"_{name}"
    return (name or "未命名") + extension


def free_name(path: Path) -> Path:
    """Return `path`, or the first of “name (2)”, “name (3)” … beside it that does not exist."""
    if not os.path.exists(path):
        return path
    stem, number = path.stem, 1
    if match := _NUMBERED.fullmatch(stem):
        stem, number = match[1], int(match[2])
    while True:
        number += 1
        candidate = path.with_name(f"{stem} ({number}){path.suffix}")
        if not os.path.exists(candidate):
            return candidate


def _visible(character: str) -> bool:
    """Not a control or format character, half a surrogate pair or nobody's character."""
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Cn")


def is_paper(name: str) -> bool:
    """Tell whether a file is a workbook by its name, and not what an office program puts beside."""
    return name.lower().endswith(".xlsx") and not name.startswith(("~$", "."))
