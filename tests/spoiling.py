"""Another program that spoils a file in the moment before it is opened to be read."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_hooks: list[Callable[[str], None]] = []


def _on_event(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _hooks and arguments[1] in ("rb", "r"):
        for hook in list(_hooks):
            hook(os.fspath(arguments[0]) if isinstance(arguments[0], str | Path) else "")


sys.addaudithook(_on_event)  # stays for good: there is no way to take it off


@contextmanager
def spoilt(is_it: Callable[[Path], bool], spoil: Callable[[Path], None]) -> Iterator[list[Path]]:
    """Spoil, once, the first file that fits as it is about to be read; yields what was spoilt."""
    done: list[Path] = []

    def hook(name: str) -> None:
        if not done and name and is_it(Path(name)):
            done.append(Path(name))
            spoil(Path(name))

    _hooks.append(hook)
    try:
        yield done
    finally:
        _hooks.remove(hook)


def cut_off(path: Path) -> None:
    """Leave half of a file."""
    os.truncate(path, path.stat().st_size // 2)


def one_bit_changed(path: Path) -> None:
    """Change one bit in the middle of a file, as bad memory or a bad stick does."""
    place = path.stat().st_size // 2
    descriptor = os.open(path, os.O_RDWR)
    try:
        (byte,) = os.pread(descriptor, 1, place)
        os.pwrite(descriptor, bytes([byte ^ 1]), place)
    finally:
        os.close(descriptor)
