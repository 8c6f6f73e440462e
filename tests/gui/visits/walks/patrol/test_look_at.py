"""What a patrol looks at in a place stands there until something was seen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.checklist import Pack
from inspector.gui.visits.walks.patrol.look_at import MOST, looked_at
from tests.checklists.test_shipped import PACKS
from tests.gui.visits.honest_hall import write_honest_folder
from tests.gui.visits.visit import Person, at_the_window, click
from tests.gui.visits.walks.test_walks_by_mouse import begin
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    return copied(write_honest_folder)


@at_the_window
def test_a_patrol_says_what_to_look_at_until_something_was_seen(person: Person) -> None:
    begin(person, "3")
    page = person.page.patrol
    click(page.stops, page.model.index(1))
    look_at = page.panel.findChild(QWidget, "lookAt")
    assert look_at is not None
    assert look_at.isVisible()
    said = [each.text() for each in look_at.findChildren(QLabel) if each.isVisible()]
    wanted = looked_at(page.walk.sheet.items(page.place))
    assert wanted
    assert said == ["Look at", *(f"· {text}" for text in wanted)]
    person.press("1")
    click(page.stops, page.model.index(1))
    assert not look_at.isVisible()


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_every_pack_says_what_to_look_at(pack: Pack) -> None:
    for kind in pack.window_kinds:
        items = pack.items_for(Scope.WINDOW, kind.id)
        said = looked_at(items)
        assert 3 <= len(said) <= MOST, kind.title
        by_text = {item.text: item for item in items}
        assert not any(by_text[text].veto for text in said)
    assert looked_at(pack.items_for(Scope.PUBLIC, None))
