"""Libraries that a Linux bundle brings because a desktop may lack them.

Qt's plugin for X11 needs them, and its network library, by which a second start finds the first
window, those of Kerberos. An office's PC has no network to get them by, and a `.deb` by UOS's rules
depends on nothing. What other programs brought will not do: Qt 5 did not need libxcb-cursor. They
are small, and taken from a Debian 11, so that they ask for no newer glibc. Run by itself, this
prints the packages to install there.
"""

import shutil
import sys
from pathlib import Path

import lief
from targets import Refused

CARRIED = {
    "libcom-err2": "libcom_err.so.2",
    "libgssapi-krb5-2": "libgssapi_krb5.so.2",
    "libk5crypto3": "libk5crypto.so.3",
    "libkeyutils1": "libkeyutils.so.1",
    "libkrb5-3": "libkrb5.so.3",
    "libkrb5support0": "libkrb5support.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-render0": "libxcb-render.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-shm0": "libxcb-shm.so.0",
    "libxcb-sync1": "libxcb-sync.so.1",
    "libxcb-util1": "libxcb-util.so.1",
    "libxcb-xfixes0": "libxcb-xfixes.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxkbcommon0": "libxkbcommon.so.0",
}
"""Debian's package, and its library. libX11, libxcb and libGL have to be the desktop's own."""


def carry(system: Path, libraries: Path, licences: Path) -> int:
    """Copy them out of an unpacked Debian (`trial/chroot.sh`), each with its licence; return how
    many; raises Refused when some are not installed there.
    """
    found = system / "usr" / "lib" / "x86_64-linux-gnu"
    terms = {
        package: system / "usr" / "share" / "doc" / package / "copyright" for package in CARRIED
    }
    lacking = [
        package
        for package, library in CARRIED.items()
        if not ((found / library).exists() and terms[package].exists())
    ]
    if lacking:
        raise Refused(
            f"{system} lacks libraries: chroot {system} apt-get install {' '.join(lacking)}"
        )
    for package, library in CARRIED.items():
        _copy(found / library, libraries / library)
        shutil.copyfile(terms[package], licences / f"{package}.txt")
    return len(CARRIED)


def _copy(source: Path, copy: Path) -> None:
    """Copy a library, which looks for others beside itself from now on: what Qt asks for is found
    by Qt's own path, what that asks for in turn is not.
    """
    binary = lief.ELF.parse(str(source))
    assert binary is not None
    binary.add(lief.ELF.DynamicEntryRunPath("$ORIGIN"))
    binary.write(str(copy))


if __name__ == "__main__":
    sys.stdout.write(f"{' '.join(CARRIED)}\n")
