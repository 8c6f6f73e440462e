"""What a screen reader is told of every page: what each control is called, and what it is."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.views import CTRL, THREE, VIEWS, Go, press
from tests.gui.looks import in_sight, settle, takes_keyboard
from tests.gui.waiting import came
from tests.written_once import Written

_ROLE = QAccessible.Role
USED = {
    _ROLE.Button, _ROLE.ButtonMenu, _ROLE.ButtonDropDown, _ROLE.CheckBox, _ROLE.RadioButton,
    _ROLE.ComboBox, _ROLE.EditableText, _ROLE.SpinBox, _ROLE.List, _ROLE.Table, _ROLE.Tree,
    _ROLE.PageTab, _ROLE.Slider, _ROLE.Link, _ROLE.MenuItem,
}  # fmt: skip
"""What one does something with."""

NO_ROLES = {_ROLE.NoRole, _ROLE.Client}
"""What says of itself only that it is something."""

DRAWN = {
    "photos", "photoPair", "signaturePad", "presenter", "findingPanel", "complaintPanel",
    "previewArea",
}  # fmt: skip
"""Parts of a page drawn as one: their names and descriptions say what is on them."""

ROWS = {_ROLE.ListItem, _ROLE.TreeItem}
FEW = 12
"""Rows of a list that are looked at; the others are made as these are."""


def told(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Return what is told of a window: what is seen, part by part."""
    pending = [root]
    while pending:
        at = pending.pop()
        if at is None or not at.isValid() or at.state().invisible:
            continue
        yield at
        rows = at.role() in (_ROLE.List, _ROLE.Tree, _ROLE.Table)
        count = min(at.childCount(), FEW) if rows else at.childCount()
        pending.extend(at.child(place) for place in range(count))


def nameless(window: MainWindow) -> set[str]:
    """What has no name of what one uses, and what takes the keyboard and is not said to be."""
    found = set()
    for each in told(QAccessible.queryAccessibleInterface(window)):
        role, name = each.role(), each.text(QAccessible.Text.Name)
        owner = each.object()
        of = owner.objectName() if owner is not None else each.parent().text(QAccessible.Text.Name)
        if role in USED | ROWS and not name.strip():
            if owner is not None and owner.objectName().startswith("qt_"):
                continue  # the inside of a field
            found.add(f"{role.name} {of} of {type(owner).__name__}")
    return found


def _role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


@pytest.mark.parametrize(
    ("language", "views"),
    [
        pytest.param("zh_CN", THREE, id="zh_CN-some"),
        pytest.param("zh_CN", VIEWS, id="zh_CN-all", marks=pytest.mark.ci),
        pytest.param("en", VIEWS, id="en-all", marks=pytest.mark.ci),
    ],
)
def test_whatever_one_uses_has_a_name(
    run_main: RunMain, written: Written, tmp_path: Path, language: str, views: dict[str, Go]
) -> None:
    without: set[str] = set()
    roleless: set[str] = set()
    seen = 0

    def drive(window: MainWindow) -> None:
        nonlocal seen
        for view, go in views.items():
            go(window)
            settle()
            # Figures are read beside the page, and named when they are there.
            if not came(lambda: not nameless(window)):
                without.update(f"{view}: {each}" for each in nameless(window))
            roleless.update(
                f"{view}: {type(each).__name__} {each.objectName()}"
                for each in in_sight(window)
                if takes_keyboard(each)
                and each.objectName() not in DRAWN
                and _role(each) in NO_ROLES
            )
            seen += sum(1 for _ in told(QAccessible.queryAccessibleInterface(window)))
        window.close()

    folder = shutil.copytree(written(write_demo, 12, 1, date.today(), rounds=True), tmp_path / "d")
    assert run_main(drive, "--data", str(folder), "--lang", language) == 0
    assert seen > 30 * len(views)
    assert not roleless, "\n".join(sorted(roleless))
    assert not without, "\n".join(sorted(without))


def test_a_slide_and_a_sentence_are_announced(
    run_main: RunMain, written: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)  # as when a screen reader runs

    def drive(window: MainWindow) -> None:
        VIEWS["sign"](window)
        press("z", CTRL)  # nothing was signed
        assert said == [window.banner.text]
        VIEWS["screens"](window)
        said.clear()
        press(Qt.Key.Key_Home)
        first = list(said)
        press(Qt.Key.Key_Right)
        stage = window.page.presenter.stage  # type: ignore[attr-defined]
        assert said == [*first, stage.view.announced]  # though its title may be that before
        assert stage.view.accessibleName() in said[-1]
        assert stage.view.accessibleName()
        window.close()

    folder = shutil.copytree(written(write_demo, 12, 1, date.today(), rounds=True), tmp_path / "d")
    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
