"""Writes the locks of the bundles: `./run python resources/packaging/locks/renew.py`.

What development has locked (`.requirements.lock`), but Qt is the LTS: the newest PySide6 asks for
glibc 2.34, and UOS 20 has 2.28. Renew that lock first, then these. Needs uv on the PATH, as that
one does; pip cannot resolve for another system than its own.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
ROOT = PACKAGING.parents[1]
sys.path.insert(0, str(PACKAGING))

from targets import PYTHON, TARGETS, Target  # noqa: E402

LTS = "6.8.3"
QT = ("pyside6-essentials", "shiboken6")
LEFT_OUT = "pip"
"""sqlite-utils asks for it, to install its plugins; the program has none."""


def locked(lock: Path) -> dict[str, str]:
    """Return the version of each library in a lock, by its name in small letters."""
    text = lock.read_text("utf-8")
    return {name.lower(): version for name, version in re.findall(r"(?m)^([\w.-]+)==(\S+)", text)}


def renew(target: Target, uv: str) -> None:
    """Write one target's lock: what it had before does not count."""
    development = locked(ROOT / ".requirements.lock")
    wanted = {**development, **dict.fromkeys(QT, LTS)}
    constraints = "".join(f"{name}=={version}\n" for name, version in wanted.items())
    done = subprocess.run(
        [
            uv, "pip", "compile", "-q", "--generate-hashes", "--no-header", "--no-annotate",
            "--only-binary", ":all:", "--python-version", f"{PYTHON[0]}.{PYTHON[1]}",
            "--python-platform", target.uv, "--no-emit-package", LEFT_OUT,
            "--constraint", "-", "pyproject.toml",
        ],
        cwd=ROOT, input=constraints, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"renew: uv found no lock for {target.name}")
    lines = [line for line in done.stdout.splitlines() if not line.startswith("# ")]
    head = "# Of the bundle for {}: ./run python resources/packaging/locks/renew.py\n"
    target.lock.write_text(head.format(target.name) + "\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Renew the lock of every target."""
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("renew: uv is not on the PATH")
    for target in TARGETS.values():
        renew(target, uv)


if __name__ == "__main__":
    main()
