"""Assembles the program for a system, with everything it needs, in one folder:

    ./run python resources/packaging/bundle.py --target linux-x64 --runtime FILE -o FOLDER

A relocatable Python, our wheel, the locked wheels, what is kept of them, compiled; a launcher,
icons, and the licences of everything. Nothing is frozen into an executable: such stubs are slower
to start, and antivirus programs dislike them. CONTRIBUTING tells where the parts come from.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import needed_symbols
import windows_tree
from bytecode import compile_all
from carried_libraries import carry
from input_plugins import input_plugins, put_input_method
from launchers import write_launcher
from licence_folder import SYSTEM_TEXTS, gather_licences
from runtime_unpacking import put_runtime
from targets import HERE, TARGETS, Refused, Target
from wheel_unpacking import ROOT, Unpacked, get_wheels, make_own_wheel, unpack_wheels

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a bundle is made of; see the options of the same names."""

    target: Target
    runtime: Path
    sha256: str | None = None
    wheels: Path | None = None
    libraries: Path | None = None
    input_method: Path | None = None
    without_input_method: bool = False
    licence_texts: Path = SYSTEM_TEXTS
    glibc: str = needed_symbols.LIMITS["GLIBC"]


def main(words: list[str]) -> int:
    """Make a bundle; return 0, or 2 after one sentence that says why there is none."""
    options = _options().parse_args(words)
    folder: Path = options.output
    parts = Parts(
        TARGETS[options.target],
        options.runtime,
        options.sha256,
        options.wheels,
        options.libraries,
        options.input_method,
        options.without_input_method,
        options.licence_texts,
        options.glibc,
    )
    try:
        tree = assemble(parts, folder, lambda line: print(line, flush=True))
    except Refused as refused:
        print(f"bundle: {refused}", file=sys.stderr)
        return 2
    print(tree)
    return 0


def assemble(parts: Parts, folder: Path, say: Say) -> Path:
    """Make the tree in `folder` and return it; one that is refused is not left there."""
    target = parts.target
    if not (parts.input_method or parts.without_input_method or target.is_windows):
        raise Refused(
            "without fcitx's plugin no Chinese can be typed on UOS and Kylin: --input-method"
            " FOLDER, which input_method/fcitx_plugin.sh makes, or --without-input-method"
        )
    tree = folder / f"inspector-{version()}-{target.name}"
    if tree.exists():
        raise Refused(f"{tree} is there already")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".bundle-", dir=folder) as name:
        made = Path(name) / tree.name
        made.mkdir()
        _put_together(parts, made, say)
        made.rename(tree)
    return tree


def version() -> str:
    """Return the version of the source tree."""
    text = (ROOT / "inspector" / "__init__.py").read_text("utf-8")
    found = re.search(r'(?m)^__version__ = "([^"]+)"', text)
    assert found is not None
    return found.group(1)


def _put_together(parts: Parts, tree: Path, say: Say) -> None:
    target = parts.target
    say(f"runtime   {parts.runtime}")
    put_runtime(parts.runtime, parts.sha256, target, tree / "python")
    with tempfile.TemporaryDirectory() as name:
        wheels = Path(name)
        say("wheels    ours, and those of the lock")
        own = make_own_wheel(wheels)
        unpacked = unpack_wheels(
            [own, *get_wheels(target, _made(wheels / "locked"), parts.wheels)],
            target,
            tree / "site",
        )
    qt = tree / target.qt
    others: list[Path] = []
    with tempfile.TemporaryDirectory() as name:
        if parts.libraries and not target.is_windows:
            carried = _made(Path(name) / "carried")
            count = carry(parts.libraries, qt / "lib", carried)
            say(f"carried   {count} libraries that a desktop may lack")
            others.append(carried)
        if parts.input_method and not target.is_windows:
            terms = _made(Path(name) / "input")
            say(f"input     {parts.input_method}")
            put_input_method(parts.input_method, tree, terms)
            others.append(terms)
        say("licences  of everything inside")
        gather_licences(tree / "licences", tree / "python", unpacked, parts.licence_texts, others)
    _put_icons(tree / "icons", target)
    write_launcher(tree, target)
    say("bytecode")
    compile_all(tree, target)
    say("checks")
    _check(parts, tree)
    for line in table(tree, unpacked):
        say(line)


def _put_icons(folder: Path, target: Target) -> None:
    folder.mkdir()
    shutil.copy(ROOT / "resources" / "icons" / "inspector.svg", folder)
    if target.is_windows:
        shutil.copy(HERE / "windows" / "inspector.ico", folder)


def _check(parts: Parts, tree: Path) -> None:
    """Raise Refused for a tree that would not run where it is said to."""
    if parts.target.is_windows:
        _refuse("Windows would not take", windows_tree.file_faults(tree))
        _refuse("neither inside nor Windows's", windows_tree.library_faults(tree))
        return
    limits = {**needed_symbols.LIMITS, "GLIBC": parts.glibc}
    _refuse("needs a newer system", needed_symbols.symbol_faults(tree, limits))
    if parts.libraries:
        _refuse("neither inside nor a desktop's", needed_symbols.library_faults(tree))
    if not parts.without_input_method:
        _refuse("Chinese could not be typed without", input_plugins(tree))


def _refuse(reason: str, faults: list[str]) -> None:
    if faults:
        raise Refused("\n  ".join([f"{reason}:", *faults]))


def table(tree: Path, unpacked: Unpacked) -> list[str]:
    """Return what the tree weighs, by its parts, a line each: name, files, bytes."""
    qt = [tree / "site" / "PySide6", tree / "site" / "shiboken6"]
    own = [tree / "site" / "inspector"]
    other = [path for path in sorted((tree / "site").iterdir()) if path not in (*qt, *own)]
    rows = [
        ("Python", *_weight([tree / "python"])),
        ("Qt and PySide6", *_weight(qt)),
        ("other libraries", *_weight(other)),
        ("the program", *_weight(own)),
        ("licences, icons", *_weight([tree / "licences", tree / "icons"])),
        ("all", *_weight([tree])),
        ("left out of the wheels", unpacked.files_left_out, unpacked.bytes_left_out),
    ]
    return [f"{name:<24}{files:>7} files {size / 1e6:>8.1f} MB" for name, files, size in rows]


def _weight(paths: list[Path]) -> tuple[int, int]:
    files = [
        file
        for path in paths
        for file in (path.rglob("*") if path.is_dir() else [path])
        if file.is_file() and not file.is_symlink()
    ]
    return len(files), sum(file.stat().st_size for file in files)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bundle.py", description="Assemble the program.")
    parser.add_argument("--target", required=True, choices=sorted(TARGETS))
    parser.add_argument(
        "--runtime", required=True, type=Path, metavar="FILE",
        help="a relocatable Python 3.13: .tar.gz, .tar.zst or .zip, or a folder",
    )  # fmt: skip
    parser.add_argument("--sha256", metavar="DIGEST", help="of that file, as its maker tells it")
    parser.add_argument(
        "--wheels", type=Path, metavar="FOLDER", help="has the locked wheels: nothing is fetched"
    )
    parser.add_argument(
        "--libraries", type=Path, metavar="FOLDER",
        help="an unpacked Debian 11: what a desktop may lack is taken from it",
    )  # fmt: skip
    parser.add_argument(
        "--input-method", type=Path, metavar="FOLDER",
        help="fcitx's plugin, as input_method/fcitx_plugin.sh makes it",
    )  # fmt: skip
    parser.add_argument("--without-input-method", action="store_true")
    parser.add_argument(
        "--licence-texts", type=Path, default=SYSTEM_TEXTS, metavar="FOLDER",
        help="has LGPL-3 and GPL-3",
    )  # fmt: skip
    parser.add_argument(
        "--glibc", default=needed_symbols.LIMITS["GLIBC"], metavar="VERSION",
        help="the newest that may be needed: for a trial with another runtime",
    )  # fmt: skip
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FOLDER")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
