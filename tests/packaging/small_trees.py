"""Small folders laid out as assembled programs are, and the scripts that pack them up."""

import os
import subprocess
import sys
from pathlib import Path

import inspector

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "resources" / "packaging"
BUNDLE = "application/x-inspector-bundle"
"""What a file manager calls a bundle of another laptop."""
MOMENT = "1795000000"
"""Of everything packed up in tests: 2026-11-18."""


def small_tree(
    folder: Path, target: str = "linux-x64", version: str = inspector.__version__
) -> Path:
    """Lay the parts out that every package has; return the program's folder."""
    tree = folder / f"inspector-{version}-{target}"
    package = tree / "site" / "inspector"
    icons = package / "_bundled" / "resources" / "icons"
    icons.mkdir(parents=True)
    (icons / "inspector.svg").write_bytes((ROOT / "resources/icons/inspector.svg").read_bytes())
    (package / "__init__.py").write_text(f'__version__ = "{version}"\n', "utf-8")
    (package / "general.toml").write_text("检查\n", "utf-8")
    (tree / "licences").mkdir()
    (tree / "licences" / "许可证 说明.txt").write_text("MIT\n", "utf-8")
    (tree / "python" / "bin").mkdir(parents=True)
    (tree / "python" / "bin" / "python3.13").write_text("#!/bin/sh\n", "utf-8")
    if target.startswith("windows"):
        (tree / "inspector.cmd").write_bytes(b"@echo off\r\nrem started\r\n")
    else:
        launcher = tree / "inspector"
        launcher.write_text('#!/bin/sh\necho "started $0"\n', "utf-8")
        for path in (launcher, tree / "python" / "bin" / "python3.13"):
            path.chmod(0o775)
        (tree / "python" / "bin" / "python3").symlink_to("python3.13")
    return tree


def pack(
    script: str, *words: str | Path, moment: str = MOMENT
) -> "subprocess.CompletedProcess[str]":
    """Run one of the scripts that pack up."""
    return subprocess.run(
        [sys.executable, PACKAGING / script, *words],
        env={**os.environ, "SOURCE_DATE_EPOCH": MOMENT},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
