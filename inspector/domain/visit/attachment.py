"""Which files may be kept as evidence beside photos, and how their suffix is written."""

import re

from inspector.domain.errors import ProgramFileError

_WINDOWS = """
exe com scr pif cpl msi msp mst msix msixbundle appx appxbundle appinstaller application
bat cmd ps1 ps1xml ps2 psc1 psm1 psd1 vb vbs vbe vbscript js jse mjs ws wsf wsc wsh sct hta
chm hlp lnk url scf inf reg gadget msc jar jnlp dll ocx sys drv xll wll appref-ms
settingcontent-ms search-ms library-ms theme themepack diagcab iso img vhd vhdx
"""
_OTHER_SYSTEMS = """
app command tool workflow action scpt scptd applescript terminal pkg mpkg dmg webloc
desktop sh bash zsh csh ksh fish run elf appimage deb rpm snap flatpak flatpakref so dylib
"""
_INTERPRETERS = "py pyc pyo pyw pyz pyzw pl rb php lua tcl ahk au3"

PROGRAM_SUFFIXES = frozenset(f"{_WINDOWS} {_OTHER_SYSTEMS} {_INTERPRETERS}".split())
"""Suffixes of what a double click runs, installs or mounts instead of showing."""

LONGEST_SUFFIX = 12
"""Characters; what is longer is part of a sentence with a full stop, not a suffix."""

_SUFFIX = re.compile(rf"[a-z0-9]{{1,{LONGEST_SUFFIX}}}")


def refuse_program(name: str) -> None:
    """Raise ProgramFileError when the system would run a file of this name on opening it."""
    if _last_part(name) in PROGRAM_SUFFIXES:
        raise ProgramFileError(name)


def kept_suffix(name: str) -> str:
    """Return the suffix under which a file of this name is kept: lower case, without the dot.

    Empty when there is none, or none that every file system can write.
    """
    suffix = _last_part(name)
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def _last_part(name: str) -> str:
    # Windows drops dots and blanks at the end of a name: "a.exe. " is "a.exe".
    stem, dot, suffix = name.rstrip(". \t").rpartition(".")
    return suffix.lower() if stem and dot else ""
