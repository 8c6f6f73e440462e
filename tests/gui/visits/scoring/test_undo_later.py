"""Ctrl+Z in a visit that one comes back to says why there is nothing to take back."""

import pytest

from tests.gui.visits.visit import ESC, Person, in_a_visit


@pytest.mark.ci
@in_a_visit
def test_what_was_entered_before_is_changed_where_it_stands(person: Person) -> None:
    person.press("1")
    visit = person.scoring.in_front.id
    person.press("z", ctrl=True)
    assert person.banner == ""
    person.press("1", ESC, ESC)
    assert person.page.start.isVisible()
    person.page.resume(visit)
    person.press("z", ctrl=True)
    assert person.banner.startswith("Nothing was changed since the visit was opened.")
    assert "where it stands" in person.banner
    person.press("1")
    assert person.banner == ""
    person.press("z", "z", ctrl=True)
    assert person.banner.startswith("Everything that was changed since the visit was opened")
