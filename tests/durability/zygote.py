"""A process that has loaded the program but not started it, and forks a run when it is told to.

    python -m tests.durability.zygote

A line `DATA<tab>JOURNAL<tab>SCRATCH<tab>SEED` forks a run and answers with its process id, one that
begins with `visit` a visitor to the folder; the line `gone PID` waits for either to end and answers
with how it ended. The fork spares a run the half second of loading Python and Qt, which is most of
a short life; it is a process with its own QApplication, files and threads all the same, and
`main()` runs in it from its first line.
"""

import os
import sys
import traceback
from pathlib import Path

from PySide6 import QtGui, QtWidgets  # noqa: F401  loaded once, here

import inspector.gui.program.run
import inspector.workspace.keeping.doctor  # noqa: F401
from tests.durability.visitors import visit
from tests.durability.worker import work


def main() -> None:
    """Serve until the input ends."""
    import PIL.JpegImagePlugin  # noqa: F401
    import sqlite_utils.cli  # noqa: F401

    for line in sys.stdin:
        word, _, number = line.partition(" ")
        if word == "gone":
            _, status = os.waitpid(int(number), 0)
            _answer(os.waitstatus_to_exitcode(status))
            continue
        words = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            try:
                code = _begin(*words)
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else bool(end.code)
            except BaseException:
                traceback.print_exc()
                code = 1
            os._exit(code)
        _answer(child)


def _begin(*words: str) -> int:
    if words[0] == "visit":
        _, kind, data, scratch, number = words
        return visit(kind, Path(data), Path(scratch), int(number))
    data, journal, scratch, seed = words
    return work(Path(data), Path(journal), Path(scratch), int(seed))


def _answer(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
