"""What starts the program in a bundle."""

from pathlib import Path

from targets import Target

LINUX = """\
#!/bin/sh
# Starts the program with the Python beside this file, from wherever it lies, by a link as well.
here=$(readlink -f -- "$0")
exec "${here%/*}/python/bin/python3.13" -I -m inspector "$@"
"""
"""-I: no variable of the caller's (PYTHONPATH, PYTHONHOME) and no package of the user's counts."""

WINDOWS = """\
@echo off
rem Starts the program with the Python beside this file. With words after it, it is a command and
rem answers here; without, or with a bundle (.inspx), it opens the window and leaves no console.
if "%~1"=="" goto window
if /i "%~x1"==".inspx" goto window
"%~dp0python\\python.exe" -m inspector %*
exit /b %errorlevel%
:window
start "" "%~dp0python\\pythonw.exe" -m inspector %*
"""

PATHS = "python313.zip\n.\n..\\site\n"
"""Of the Windows runtime: with this file it looks nowhere else, whatever is installed."""


def write_launcher(tree: Path, target: Target) -> Path:
    """Write the launcher, and where the runtime finds the packages; return the launcher."""
    if target.is_windows:
        _write(tree / "python" / "python313._pth", PATHS)
        return _write(tree / "inspector.cmd", WINDOWS)
    packages = tree / "python" / target.packages
    packages.mkdir(parents=True, exist_ok=True)
    up = "/".join(".." for _ in (Path("python") / target.packages).parts)
    (packages / "bundle.pth").write_text(f"{up}/site\n", "ascii")
    launcher = tree / "inspector"
    launcher.write_text(LINUX, "ascii")
    launcher.chmod(0o755)
    return launcher


def _write(path: Path, text: str) -> Path:
    """Write a file for Windows: its line ends, and no letter that depends on a code page."""
    path.write_bytes(text.replace("\n", "\r\n").encode("ascii"))
    return path
