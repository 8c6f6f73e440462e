"""What can be said of a Windows tree without Windows: its files, and the libraries they ask for."""

import re
from pathlib import Path

import lief
from windows_names import line_end_faults, name_faults

lief.disable_leak_warning()
lief.logging.disable()  # notes that it does not know

_SYSTEM = re.compile(
    r"(api|ext)-ms-win-.*"
    r"|(advapi32|authz|bcrypt|bcryptprimitives|comctl32|comdlg32|crypt32|d2d1|d3d9|d3d11|d3d12"
    r"|dnsapi|dwmapi|dwrite|dxgi|gdi32|imm32|iphlpapi|kernel32|mpr|msimg32|msvcrt|netapi32|ntdll"
    r"|ole32|oleaut32|propsys|psapi|rpcrt4|secur32|setupapi|shcore|shell32|shlwapi|ucrtbase|user32"
    r"|userenv|uiautomationcore|uxtheme|version|windowscodecs|winhttp|winmm|winspool\.drv|ws2_32|wtsapi32)(\.dll)?"
)
"""Windows 10's own."""

_RUNTIME = re.compile(r"(python3|python313|vcruntime140|vcruntime140_1)\.dll")
"""Beside the interpreter, in the package that is given."""


def file_faults(tree: Path) -> list[str]:
    """Return what Windows could not unpack, or would take for something else."""
    paths = sorted(tree.rglob("*"))
    scripts = [path for path in paths if path.suffix.lower() in (".cmd", ".bat", "._pth")]
    return [
        *name_faults(path.relative_to(tree).as_posix() for path in paths),
        *line_end_faults(scripts),
        *(f"{path.name}: not in ASCII" for path in scripts if not path.read_bytes().isascii()),
        *(f"{path.name}: a link" for path in paths if path.is_symlink()),
    ]


def library_faults(tree: Path) -> list[str]:
    """Return which libraries are neither in the tree, the runtime's nor Windows's."""
    inside = {path.name.lower() for path in tree.rglob("*.dll")}
    faults: list[str] = []
    for path in sorted((tree / "site").rglob("*")):
        if path.suffix.lower() not in (".dll", ".pyd"):
            continue
        binary = lief.PE.parse(str(path))
        if binary is None:
            faults.append(f"{path.name}: cannot be read")
            continue
        for entry in binary.imports:
            library = str(entry.name).lower()
            if library in inside or _SYSTEM.fullmatch(library) or _RUNTIME.fullmatch(library):
                continue
            faults.append(f"{path.relative_to(tree).as_posix()}: {library}")
    return faults
