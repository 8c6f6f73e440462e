"""How the summary uses its room: shades one can read, labels that fit, names the last to shrink."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTableView

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.summary.sections.shade import STEPS, Shaded, shade_of, shade_step
from inspector.gui.theme import DARK, GRID, LIGHT, Colours
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.workspace.sample.demo import write_demo
from tests.conftest import Keyboard, RunMain
from tests.gui.commands.views import figure_board, press
from tests.gui.summary.reader import LEFT, Reader
from tests.gui.test_theme import contrast
from tests.gui.visits.photos import until
from tests.gui.visits.visit import Person
from tests.gui.waiting import rest
from tests.written_once import Written


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_rate_is_read_on_every_shade(colours: Colours) -> None:
    text = colours.colour("text")
    for step in range(1, STEPS + 1):
        shade = shade_of(step, colours)
        assert shade is not None
        assert contrast(text, shade) >= 4.5


def test_the_lower_the_darker() -> None:
    shades = [shade_of(step, LIGHT) for step in range(1, STEPS + 1)]
    light = [shade.lightness() for shade in shades if shade is not None]
    assert light == sorted(light, reverse=True)
    assert len(set(light)) == STEPS
    assert shade_of(0, LIGHT) is None


def test_a_rate_is_shaded_by_its_grade_and_the_best_is_not() -> None:
    bounds = (9500, 8500, 7000)
    steps = [shade_step(Shaded(rate, bounds)) for rate in (100_00, 9500, 9499, 8499, 6999)]
    assert steps == [0, 0, 2, 4, STEPS]
    assert shade_step(Shaded(0, (6000,))) == STEPS
    assert shade_step(Shaded(5000, ())) == 0  # a checklist without grades
    assert shade_step(None) == 0


@pytest.mark.ci
def test_a_week_fits_into_its_label(run_main: RunMain, keyboard: Keyboard, folder: Path) -> None:
    def drive(window: MainWindow) -> None:
        reader = Reader(Person(window, keyboard, folder))
        reader.press("w")
        for _ in range(9):  # some of them begin in another month than they end
            label = window.findChild(ElidedLabel, "periodLabel")
            assert label is not None
            assert label.shown == label.text()
            reader.press(LEFT)

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0


@pytest.mark.ci
def test_the_last_group_is_seen_on_a_low_screen(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def drive(window: MainWindow) -> None:
        window.showNormal()
        window.resize(1366, 768)
        section = Reader(Person(window, keyboard, folder)).board.sections[0]
        section.say("A veto. " * 40)
        until(section.short_note.isVisible)
        assert not section.note.isVisible()
        assert section.short_note.shown != section.short_note.text()
        assert section.short_note.toolTip() == section.note.text()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0


@pytest.mark.ci
def test_names_are_the_last_to_shrink(
    run_main: RunMain, keyboard: Keyboard, written: Written, tmp_path: Path
) -> None:
    def drive(window: MainWindow) -> None:
        window.showNormal()
        Reader(Person(window, keyboard, folder)).press(LEFT)
        table = window.page.findChild(QTableView, "ranking")
        assert isinstance(table, QTableView)
        assert table.model().rowCount() > 0
        for size in (QSize(1366, 768), QSize(1280, 720), QSize(911, 440), QSize(1366, 768)):
            window.resize(size)
            rest(50)
            names = [
                str(table.model().index(row, 0).data()) for row in range(table.model().rowCount())
            ]
            widest = max(map(table.fontMetrics().horizontalAdvance, names))
            assert widest > 60
            assert table.columnWidth(0) > widest + GRID, size
            assert table.columnViewportPosition(0) >= 0

    first = date.today().replace(day=1)  # whatever day it is, all visits are of last month
    folder = shutil.copytree(written(write_demo, 12, 1, first, rounds=True), tmp_path / "d")
    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0


@pytest.mark.ci
def test_names_keep_their_room_in_every_section(
    run_main: RunMain, written: Written, tmp_path: Path
) -> None:
    def drive(window: MainWindow) -> None:
        window.showNormal()
        window.resize(QSize(911, 440))
        figure_board(window)
        press(LEFT)
        board = figure_board(window)
        board.pick_sites()  # at once: what is behind it has no width now
        rest(30)
        board = figure_board(window)
        for number, section in enumerate(board.sections):
            press(str(number + 1))
            board.show_now()
            rest(30)
            titles = [column.title for column in section.model.columns]
            if "单位" in titles:
                place, model = titles.index("单位"), section.model
                names = [str(model.index(row, place).data()) for row in range(model.rowCount())]
                measured = section.table.fontMetrics().horizontalAdvance
                alone = [name for row, name in enumerate(names)
                         if section.table.columnSpan(row, 0) == 1]  # fmt: skip
                assert max(map(measured, alone)) > 60
                assert section.table.columnWidth(place) > max(map(measured, alone)), section.title

    first = date.today().replace(day=1)
    folder = shutil.copytree(written(write_demo, 12, 1, first, rounds=True), tmp_path / "d")
    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
