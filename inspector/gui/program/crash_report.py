"""An unexpected error as text that may be sent to anybody.

It names versions, modules, lines and functions. It holds no path, no name of a site or person and
nothing that was typed: the words of an error are kept only where Python itself made them up.
"""

import logging
import re
import traceback
from datetime import datetime

from inspector import __version__

_ABOUT_CODE = (
    ArithmeticError, AssertionError, AttributeError, ImportError, IndexError, MemoryError,
    NameError, NotImplementedError, RecursionError, RuntimeError, StopIteration, TypeError,
)  # fmt: skip
"""Errors whose words speak of code; those of a KeyError or ValueError may be a person's name."""

_PATH = re.compile(r"(?:[A-Za-z]:)?[/\\][^\s'\",:;)]*")
_NOT_ASCII = re.compile(r"[^\x20-\x7e]+")

_MOST_FRAMES = 30


def crash_report(error: BaseException, moment: datetime) -> str:
    """Return versions and the traceback, innermost last."""
    import platform

    from PySide6 import __version__ as pyside
    from PySide6.QtCore import qVersion

    return "\n".join(
        (
            f"inspector {__version__}",
            f"Python {platform.python_version()} · Qt {qVersion()} · PySide6 {pyside}",
            f"{platform.system()} {platform.release()} {platform.machine()}",
            f"{moment:%Y-%m-%d %H:%M:%S}",
            "",
            traced(error),
        )
    )


def traced(error: BaseException) -> str:
    """Return the traceback of an error and of those behind it, without paths and data."""
    chain: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in chain:
        chain.append(at)
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return "\n\n".join("\n".join(_lines(each)) for each in reversed(chain))


def _lines(error: BaseException) -> list[str]:
    frames = [
        f"  {frame.f_globals.get('__name__', '?')}:{line} in {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    if len(frames) > _MOST_FRAMES:
        half = _MOST_FRAMES // 2
        frames = [*frames[:half], f"  … {len(frames) - _MOST_FRAMES} more", *frames[-half:]]
    kind = type(error)
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    words = _words(error)
    return [*frames, f"{name}: {words}" if words else name]


def _words(error: BaseException) -> str:
    if isinstance(error, OSError):
        return "" if error.errno is None else f"errno {error.errno}"
    # SQLite's speak of tables and columns; values are bound and never in them.
    if not isinstance(error, _ABOUT_CODE) and type(error).__module__ != "sqlite3":
        return ""
    return _NOT_ASCII.sub("…", _PATH.sub("…", str(error)))[:300]


class DiscreetFormatter(logging.Formatter):
    """Writes unexpected errors into the log as the report does."""

    def formatException(self, ei: object) -> str:
        error = ei[1] if isinstance(ei, tuple) else None
        return traced(error) if isinstance(error, BaseException) else ""
