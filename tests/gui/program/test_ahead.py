"""The code of the other pages comes before the keys that lead to them."""

import subprocess
import sys

import pytest

SCRIPT = """
import sys
from inspector.gui.program.plain_import import load_qt
load_qt()
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from inspector.gui.program import ahead
import inspector.gui.program.application
app = QCoreApplication([])
before = set(sys.modules)
assert not before & set(ahead.STEPS)
ahead.AFTER = 0
parent = QObject()
more = []
ahead.Ahead(parent, (more.append(None) for _ in range(2)))
timer = QTimer(interval=1)
timer.timeout.connect(lambda: len(more) == 2 and app.quit())
timer.start()
QTimer.singleShot(60_000, app.quit)
app.exec()
assert set(ahead.STEPS) <= set(sys.modules)
"""


@pytest.mark.ci
def test_every_step_is_loaded_one_after_the_other() -> None:
    subprocess.run([sys.executable, "-c", SCRIPT], check=True, timeout=120)
