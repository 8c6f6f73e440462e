"""What the programs and libraries of a tree ask of the system: versions of symbols, libraries.

Read from the files themselves. Whoever runs it on an older system would be told by the loader, and
only when the library is first needed.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import lief

lief.disable_leak_warning()
lief.logging.disable()  # notes that it does not know

LIMITS: Mapping[str, str] = {"GLIBC": "2.28", "GLIBCXX": "3.4.25", "CXXABI": "1.3.11", "GCC": "8.0"}
"""UOS 20's: glibc 2.28 and GCC 8; Kylin V10 and Debian 11 are newer."""

SYSTEM = re.compile(
    r"ld-linux-x86-64\.so\.2"
    r"|lib(c|m|mvec|dl|rt|util|pthread|gcc_s|crypt|nsl|resolv)\.so\.\d+|libstdc\+\+\.so\.6"
    # What a desktop has, and what has to be the desktop's own: its screen, fonts, printers, bus.
    r"|lib(X11|X11-xcb|xcb|GL|EGL|wayland-client|wayland-cursor|fontconfig|freetype)(-xcb)?\.so\.\d+"
    r"|lib(uuid|glib-2\.0|gthread-2\.0|dbus-1|cups|z|zstd)\.so\.\d+"
)
"""Libraries that a tree may ask of the system."""


def symbol_faults(tree: Path, limits: Mapping[str, str] = LIMITS) -> list[str]:
    """Return what needs a newer system, as "file: symbol (version)"."""
    faults: list[str] = []
    for name, binary in _binaries(tree):
        too_new = {
            str(each.name)
            for needed in binary.symbols_version_requirement
            for each in needed.get_auxiliary_symbols()
            if is_above(str(each.name), limits)
        }
        if not too_new:
            continue
        by_version: dict[str, list[str]] = {version: [] for version in too_new}
        # Not `imported_symbols`: what a program takes the address of is none for it.
        for symbol in binary.dynamic_symbols:
            version = symbol.symbol_version
            if symbol.shndx or version is None or not version.has_auxiliary_version:
                continue
            auxiliary = version.symbol_version_auxiliary
            if auxiliary is not None and str(auxiliary.name) in by_version:
                by_version[str(auxiliary.name)].append(str(symbol.name))
        for version_name, symbols in sorted(by_version.items()):
            for symbol_name in sorted(symbols) or ["(a symbol that is not named)"]:
                faults.append(f"{name}: {symbol_name} ({version_name})")
    return faults


def library_faults(tree: Path) -> list[str]:
    """Return which libraries are neither in the tree nor the desktop's, as "file: library"."""
    inside = {path.name for path in tree.rglob("*.so*")}
    return [
        f"{name}: {library}"
        for name, binary in _binaries(tree)
        for library in sorted(map(str, binary.libraries))
        if library not in inside and not SYSTEM.fullmatch(library)
    ]


def is_above(version: str, limits: Mapping[str, str]) -> bool:
    """Tell whether a version of a symbol ("GLIBC_2.34") is above the limit of its kind."""
    kind, _, number = version.rpartition("_")
    if number == "PRIVATE":
        return kind in limits
    return kind in limits and _numbers(number) > _numbers(limits[kind])


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _binaries(tree: Path) -> Iterator[tuple[str, lief.ELF.Binary]]:
    for path in sorted(tree.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            if file.read(4) != b"\x7fELF":
                continue
        binary = lief.ELF.parse(str(path))
        if binary is not None:
            yield path.relative_to(tree).as_posix(), binary
