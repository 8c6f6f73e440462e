"""Threads begin in one room, whose joining ends them all (`gui/jobs/joining.py`)."""

import re
from pathlib import Path

from inspector import gui

GUI = Path(gui.__file__).parent
_MAKES = re.compile(r"\b(QThreadPool|QRunnable|QThread|Thread|Task)\(")


def test_nobody_else_makes_a_thread() -> None:
    made = {
        str(path.relative_to(GUI))
        for path in GUI.rglob("*.py")
        if _MAKES.search(path.read_text(encoding="utf-8"))
    }
    assert made == {"jobs/background.py", "jobs/runner.py", "jobs/task.py"}
