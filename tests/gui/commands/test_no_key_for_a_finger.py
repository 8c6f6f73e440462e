"""触控模式: no sentence in sight names a key, which a finger does not have.

On the same walk: between Chinese sentences there is no blank.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.touch.touch_mode import ON, choose_touch
from tests.gui.commands.conftest import EVERY
from tests.gui.commands.views import VIEWS
from tests.gui.looks import settle

KEY = re.compile(
    r"\b(?:Ctrl|Alt|Shift)\+|[↵⌫]|[↑↓]\s?[↑↓]|[←→]\s?[←→]"
    r"|\b(?:Esc|Enter|Del|Backspace|PgUp|PgDn|Space|F\d{1,2})\b"
    r"|(?<![A-Za-z0-9/–-])[B-HJ-Z](?![A-Za-z0-9/.–-])|(?<!long )[Pp]ress\b|\bkeys?\b|\bdigits?\b"
    r"|按键|键盘|数字键|空格|回车"
)
"""What a key looks like in a sentence of either language; an article and 'I' are none."""

BLANK = re.compile(r"[。；，！？] +[^ ]")
"""Of Chinese sentences that were put together as English ones are."""


@pytest.mark.ci  # all that comes to the front, in both languages
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_sentence_names_a_key(walk: Callable[..., None], language: str) -> None:
    named: set[str] = set()
    apart: set[str] = set()
    read = 0
    made = {f"{name}, by mouse": go for name, go in VIEWS.items()}  # what is made once is made now

    def look(name: str, window: MainWindow) -> None:
        nonlocal read
        if name in made:
            return
        if not read:
            choose_touch(ON)
            settle()
            EVERY[name](window)
            QApplication.processEvents()
        for where, text in _sentences(window):
            read += 1
            if KEY.search(text):
                named.add(f"{name}: {where}: {text}")
            if BLANK.search(text):
                apart.add(f"{name}: {where}: {text}")

    walk(language, look, made | EVERY)
    assert not named, "\n".join(sorted(named))
    assert not apart, "\n".join(sorted(apart))
    assert read > 1000


def _sentences(window: QWidget) -> Iterator[tuple[str, str]]:
    """Return what one reads: labels, and what a field says while it is empty."""
    for each in window.findChildren(QLabel):
        if each.isVisible() and each.objectName() != "columnLetter":  # of a workbook
            yield each.objectName(), re.sub("U盘", "", each.text())
    fields: list[QLineEdit | QPlainTextEdit] = [*window.findChildren(QLineEdit)]
    for field in (*fields, *window.findChildren(QPlainTextEdit)):
        if field.isVisible():
            yield field.objectName(), field.placeholderText()
