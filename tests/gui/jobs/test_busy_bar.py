"""The bar of what is under way: full is what is done, and nothing else."""

import pytest
from PySide6.QtCore import QPoint

from inspector.gui.jobs.busy_bar import BusyBar
from inspector.gui.theme import colours_of
from tests.gui.waiting import wait_for

WIDTH = 400


@pytest.mark.usefixtures("qapp")
def test_a_bar_of_unknown_length_is_not_full_and_moves() -> None:
    bar = BusyBar()
    bar.setRange(0, 0)
    bar.resize(WIDTH, bar.height())
    bar.show()
    painted = bar.grab().toImage()
    accent, middle = colours_of(bar).colour("accent").rgb(), painted.height() // 2
    coloured = [at for at in range(WIDTH) if painted.pixel(QPoint(at, middle)) == accent]
    assert 0 < len(coloured) < WIDTH // 3
    first = bar.filled.left()
    wait_for(lambda: bar.filled.left() != first)
    bar.setRange(0, 100)
    bar.setValue(22)
    painted = bar.grab().toImage()
    coloured = [at for at in range(WIDTH) if painted.pixel(QPoint(at, middle)) == accent]
    assert len(coloured) == pytest.approx(0.22 * WIDTH, abs=3)
    bar.hide()
