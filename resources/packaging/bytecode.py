"""What is imported is compiled beforehand: a folder below /opt cannot be written at the start."""

import platform
import subprocess
import sys
from pathlib import Path

from targets import PYTHON, Refused, Target


def compile_all(tree: Path, target: Target) -> None:
    """Compile everything in a tree.

    Not compared with its source at the start (unchecked): nobody edits it, and an archive that is
    unpacked need not keep the times. Raises Refused where no Python of that version is at hand.
    """
    folders = [tree / "site"]
    if not target.is_windows:  # there the standard library is compiled, in one archive
        folders.append(tree / "python" / "lib" / "python3.13")
    done = subprocess.run(
        [
            _python(tree, target), "-I", "-m", "compileall", "-q", "-f",
            "--invalidation-mode", "unchecked-hash", "-s", str(tree), *map(str, folders),
        ],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    if done.returncode:
        raise Refused(f"what is inside cannot be compiled:\n{done.stdout.strip()}")


def _python(tree: Path, target: Target) -> str:
    if sys.version_info[:2] == PYTHON:
        return sys.executable
    if not target.is_windows and sys.platform == "linux" and platform.machine() == "x86_64":
        return str(tree / "python" / target.python)
    raise Refused(f"for {target.name} this has to run with Python {PYTHON[0]}.{PYTHON[1]}")
