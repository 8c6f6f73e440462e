"""For which systems a bundle is made, and where each of them has what."""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = (3, 13)
"""Of every bundle; the wheels that are locked are this Python's."""


@dataclass(frozen=True, slots=True)
class Target:
    """One system.

    `platforms` are pip's names of it, the best first; `uv` is uv's; `packages` is where the
    runtime looks for packages, from its own folder, or "" where a `._pth` file says so.
    """

    name: str
    platforms: tuple[str, ...]
    uv: str
    python: str
    packages: str
    qt: str

    @property
    def lock(self) -> Path:
        """The wheels of this target, each with its digest."""
        return HERE / "locks" / f"{self.name}.txt"

    @property
    def keep(self) -> Path:
        """What is kept of Qt."""
        return HERE / "keep" / f"{self.name}.txt"

    @property
    def is_windows(self) -> bool:
        return self.name.startswith("windows")


LINUX = Target(
    "linux-x64",
    (*(f"manylinux_2_{minor}_x86_64" for minor in (28, 27, 26, 24, 17)), "manylinux2014_x86_64"),
    "x86_64-manylinux_2_28",
    "bin/python3.13",
    "lib/python3.13/site-packages",
    "site/PySide6/Qt",
)
WINDOWS = Target(
    "windows-x64", ("win_amd64",), "x86_64-pc-windows-msvc", "python.exe", "", "site/PySide6"
)
TARGETS = {target.name: target for target in (LINUX, WINDOWS)}


class Refused(Exception):
    """Why there is no bundle; its text is one sentence for whoever makes it."""
