"""Photos that the system's file dialog gives back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog


@pytest.fixture
def choose_photos(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Return a function that says which files the next dialog for photos gives back."""
    answers: list[list[str]] = []

    def answer(*_: object, **__: object) -> tuple[list[str], str]:
        return (answers.pop(0) if answers else []), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)

    def choose(*paths: Path) -> None:
        answers.append([str(path) for path in paths])

    yield choose
    assert answers == [], "a file dialog was expected and did not open"
