"""A sentence that names a key says what to click, too: `press` tells the button with its key."""

import ast
import re
from collections.abc import Iterator

import pytest

from inspector.gui.commands.shared_keys import CONFIRM, UNDO, press
from inspector.gui.measures import FINGER, MOUSE, use_hand
from tests.gui.commands.test_keys_in_sentences import GUI
from tests.translation.update import translations

FIELDS = {
    # beside a field that opens by a click, or has its buttons around it
    "Deadline ({arrows} workday)", "Decision ({arrows})", "Outcome: {arrows}",
    "Name, then {enter}", "Text on the photo, then {enter}",
    # what was typed by key goes on by key
    "To finding {number}: {enter}", "Found {at} of {count}. {following} goes to the next.",
    # a button itself
    "{time}  {window}  {stop}",
}  # fmt: skip

A_HAND = re.compile(r"\bclick|\bbuttons?\b|\bchoose|\bleaving|quick filter|×")
"""How a sentence tells of the mouse."""

KEY_ALONE = re.compile(r"\b(?<!\()(?:F\d{1,2}|Ctrl\+|Alt\+|Space|Esc)\b")


def calls(*names: str) -> Iterator[ast.Call]:
    """Return every call of functions of these names in the window's modules."""
    for path in sorted(GUI.rglob("*.py")):
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(each, ast.Call) and getattr(each.func, "id", "") in names:
                yield each


def literals(call: ast.Call) -> list[str]:
    return [str(each.value) for each in call.args if isinstance(each, ast.Constant)]


@pytest.mark.ci
def test_a_sentence_with_a_key_says_what_to_click() -> None:
    with_keys = [
        sentence
        for call in calls("tr", "tr_count")
        if any("key_name(" in ast.unparse(word.value) for word in call.keywords)
        for sentence in literals(call)
    ]
    assert len(with_keys) > 20
    assert set(with_keys) >= FIELDS
    assert [each for each in with_keys if each not in FIELDS and not A_HAND.search(each)] == []


@pytest.mark.ci
def test_what_a_sentence_calls_a_button_stands_on_one() -> None:
    pressed = list(calls("press"))
    words = {ast.unparse(each.args[1]) for each in pressed if len(each.args) > 1}
    # What a function says is called by its module's name elsewhere.
    alone = [each for each in words if each.endswith("()")]
    said = [ast.unparse(each) for each in calls("tr")] + [
        each for path in sorted(GUI.rglob("*.py")) for each in alone
        for _ in range(path.read_text(encoding="utf-8").count(each))
    ]  # fmt: skip
    assert len(words) > 15
    named = [ast.unparse(each.args[1]) for each in pressed if len(each.args) > 1]
    assert [each for each in words if said.count(each) <= named.count(each)] == []


@pytest.mark.ci
def test_a_sentence_with_a_bare_key_is_another_for_a_finger() -> None:
    of_keys = []
    for path in sorted(GUI.rglob("*.py")):
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(each, ast.FunctionDef):
                written = ast.unparse(each)
                names_a_key = re.search(r"\btr(_count)?\(.*=(key_name|page_key)\(", written)
                if names_a_key and not re.search(r"by_hand|shows_keys|by_finger", written):
                    of_keys.append(f"{path.stem}.{each.name}")
    assert of_keys == [
        "course.add_digit",  # what was typed by key goes on by key
        "choice_section.__init__",  # it is not to be seen then
    ]


def test_a_button_is_named_with_its_key() -> None:
    assert press(UNDO) == "“Undo” (Ctrl+Z)"
    assert press(CONFIRM, "Save as…") == "“Save as” (↵)"
    use_hand(FINGER)
    try:
        assert press(UNDO) == "“Undo”"
    finally:
        use_hand(MOUSE)


def test_no_sentence_of_the_catalogue_writes_a_key() -> None:
    assert [each for each in translations() if KEY_ALONE.search(each)] == ["Space"]
