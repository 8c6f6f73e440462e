"""A page of which only some parts are built yet hears of everything that happens meanwhile."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.page_frame import Page
from inspector.gui.program import pages
from inspector.gui.session import Session
from inspector.workspace.changes import Changes
from inspector.workspace.preferences import TEXT_SIZE, THEME
from inspector.workspace.sample.demo import write_demo
from tests.gui.conftest import Visit
from tests.gui.visits.visit import Person
from tests.written_once import Written

_PARTS: dict[str, Any] = {each.name: True for each in fields(Changes) if each.default is False}
EVERYTHING = Changes(**_PARTS)

DRESSES = (THEME, "dark"), (TEXT_SIZE, "large"), (THEME, "light"), (TEXT_SIZE, "usual")

ON_RAIL = ("meeting", "rectify", "summary", "data", "help")

GONE_INTO: dict[str, Callable[[Session, MainWindow], Page]] = {
    "complaints": pages.complaints_page,
    "evaluation": pages.evaluation_page,
    "training": pages.training_page,
}


def coming(window: MainWindow, name: str) -> Iterator[None]:
    """Return the pieces of a page."""
    if name in GONE_INTO:
        return GONE_INTO[name](window.session, window).pieces
    return window.pieces_of(name)


@pytest.fixture
def folder(copied: Written) -> Path:
    """Visits of the last weeks."""
    return copied(write_demo, 6, 1, date.today())


@pytest.mark.ci
@pytest.mark.parametrize("name", [*ON_RAIL, *GONE_INTO])
def test_whatever_happens_between_two_pieces(visit: Visit, name: str) -> None:
    def work(person: Person) -> None:
        window, app = person.window, QApplication.instance()
        preferences = window.session.workspace.preferences
        assert app is not None
        done = 0
        for done, _ in enumerate(coming(window, name), 1):
            window.resize(1000 + 20 * (done % 9), 620 + 10 * (done % 7))
            window.session.changed.emit(EVERYTHING)
            key, value = DRESSES[done % len(DRESSES)]
            window.session.attempt(partial(preferences.set, key, value))
            app.processEvents()
        assert done > 2

    visit(work)
