"""No sentence writes a key by hand: it takes its name from where the tables take the key."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import inspector.gui

GUI = Path(inspector.gui.__file__).parent

SAID = {
    "tr", "tr_count", "setText", "setPlaceholderText", "setToolTip", "setAccessibleName", "label",
    "button", "wrapped", "tell", "ask", "told",
}  # fmt: skip
"""What puts words before people."""

KEY = re.compile(
    r"\b(?:Ctrl|Alt|Shift)\+|[↵⌫]|[↑↓]\s?[↑↓]|[←→] ?[←→]"
    r"|\b(?:Esc|Enter|Del|Backspace|PgUp|PgDn|F\d{1,2})\b"
    r"|\b(?<!/)[B-HJ-Z]\b(?!/)|(?<!^)(?<![.:?!“] )(?<!/)\bA\b(?!/)|\bA again|\bI (?:adds?|again)\b"
    r"|\b\d (?:again|first|passed|nothing|something|confirms)\b|· ?\d [a-z]|\(\d, then"
)
"""What a key looks like in a sentence; an article and 'I' are none."""


def words_said() -> Iterator[tuple[str, str]]:
    """Return each literal that somebody reads, with where it stands, but for those of tables."""
    for path in sorted(GUI.rglob("*.py")):
        if path.parent.name == "commands":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in (each for each in ast.walk(tree) if isinstance(each, ast.Call)):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if name in SAID:
                for argument in call.args:
                    yield from _literals(argument, path.relative_to(GUI).as_posix())


def _literals(argument: ast.expr, place: str) -> Iterator[tuple[str, str]]:
    """Return the text of a literal, also of one with values in it."""
    match argument:
        case ast.Constant(value=str(text)):
            yield f"{place}:{argument.lineno}", text
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from _literals(part, place)


def keys_of(text: str) -> list[str]:
    """Return what looks like a key in a sentence, its values left out."""
    return [found[0] for found in KEY.finditer(re.sub(r"\{\w+(:[^}]*)?\}", "…", text))]


@pytest.mark.ci
def test_no_key_is_written_by_hand() -> None:
    found = [(place, text, keys) for place, text in words_said() if (keys := keys_of(text))]
    assert found == []


def test_a_key_would_be_found() -> None:
    for text in (
        "Taken away. Ctrl+Z puts it back.", "Keep  ↵", "Esc goes back", "A again confirms",
        "+ Photo  P", "1 passed · 2 failed", "Missing: ↓ ↑ along the list", "I adds a new photo",
        "{number} is assigned already; E puts the deadline off", "Found (2, then a digit)",
        "F3 next", "Y passed or N failed",
    ):  # fmt: skip
        assert keys_of(text), text
    for text in (
        "A visit that is discarded waits here.", "Nothing is due. A finding is.", "N/A",
        "{undo} brings it back.", "I have taken note of the result", "1 finding", "Tab",
    ):  # fmt: skip
        assert not keys_of(text), text
