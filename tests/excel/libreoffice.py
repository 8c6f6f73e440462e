"""LibreOffice as a second reader of what is written: it converts, in a profile of its own."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest


class LibreOffice:
    """An installed LibreOffice, with a profile that no other instance uses."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self._folder = folder

    def convert(self, path: Path, to: str) -> Path:
        """Return `path` converted to the format `to`, such as pdf or xlsx."""
        target = self._folder / "converted"
        subprocess.run(
            [
                self._program,
                "--headless",
                f"-env:UserInstallation={(self._folder / 'profile').as_uri()}",
                "--convert-to",
                to,
                "--outdir",
                str(target),
                str(path),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return target / f"{path.stem}.{to}"


def find_libreoffice(folder: Path) -> LibreOffice:
    """Return LibreOffice working in `folder`; without one skip the test."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    return LibreOffice(program, folder)


def pages(path: Path) -> int:
    """The number of pages of a PDF."""
    counts = re.findall(rb"/Count\s+(\d+)", path.read_bytes())
    return max(int(count) for count in counts)
