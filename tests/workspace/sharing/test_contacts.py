"""Other laptops: first contact, changed keys, codes that meet, clocks that are ahead."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from inspector.domain.sharing.laptop import Laptop, new_identity
from inspector.domain.sharing.laptop_errors import (
    ChangedKeyError,
    FirstContactError,
    OtherFingerprintError,
    UnknownLaptopError,
)
from inspector.workspace.preferences import FILLED_BY
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock

MORNING = datetime.fromisoformat("2026-11-29T09:30:00+08:00")
OTHER = new_identity("other", "M3X", "二组").laptop
IMPOSTOR = Laptop("other", "M3X", "二组", new_identity("x", "M3X", "").laptop.key)
THIRD = new_identity("third", "M3X", "三组").laptop


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with closing(Workspace(tmp_path / "data", Clock(MORNING))) as workspace:
        yield workspace


@pytest.fixture
def contacts(workspace: Workspace) -> Contacts:
    return Contacts(workspace)


def test_a_first_contact_is_confirmed_by_its_fingerprint(
    workspace: Workspace, contacts: Contacts
) -> None:
    workspace.preferences.set(FILLED_BY, "王芳")
    assert contacts.is_first(OTHER)
    with pytest.raises(FirstContactError) as refused:
        contacts.require_confirmed(OTHER)
    assert refused.value.fingerprint == OTHER.fingerprint
    assert contacts.all() == []
    assert contacts.meet(OTHER).laptops
    assert not contacts.meet(OTHER).laptops
    assert contacts.is_first(OTHER)
    with pytest.raises(OtherFingerprintError):
        contacts.confirm(OTHER, IMPOSTOR.fingerprint)
    (met,) = contacts.all()
    assert (met.laptop, met.met_at, met.is_confirmed) == (OTHER, MORNING, False)
    assert contacts.confirm(OTHER, OTHER.fingerprint.replace(" ", "-")).laptops
    contacts.require_confirmed(OTHER)
    (met,) = contacts.all()
    assert (met.confirmed_at, met.confirmed_by) == (MORNING, "王芳")


def test_a_changed_key_is_refused_with_both_fingerprints(contacts: Contacts) -> None:
    contacts.confirm(OTHER, OTHER.fingerprint, "王芳")
    for refuse in (
        lambda: contacts.require_confirmed(IMPOSTOR),
        lambda: contacts.meet(IMPOSTOR),
        lambda: contacts.confirm(IMPOSTOR, IMPOSTOR.fingerprint),
    ):
        with pytest.raises(ChangedKeyError) as refused:
            refuse()
        assert refused.value.known == OTHER.fingerprint
        assert refused.value.shown == IMPOSTOR.fingerprint
    assert [each.laptop for each in contacts.all()] == [OTHER]


def test_the_database_itself_changes_no_key(workspace: Workspace, contacts: Contacts) -> None:
    contacts.meet(OTHER)
    with pytest.raises(sqlite3.IntegrityError), workspace.database.transaction():
        workspace.database.write("UPDATE laptop SET key = ?", (IMPOSTOR.key,))


def test_what_a_laptop_is_called_now_is_kept(contacts: Contacts) -> None:
    contacts.confirm(OTHER, OTHER.fingerprint, "王芳")
    renamed = Laptop(OTHER.id, "P7K", "二组（新）", OTHER.key)
    assert contacts.meet(renamed).laptops
    (met,) = contacts.all()
    assert met.laptop == renamed
    assert met.is_confirmed


def test_who_was_only_heard_of_is_met_later(contacts: Contacts) -> None:
    assert contacts.hear_of({"other": ("M3X", "别人口中的二组")}).laptops
    assert not contacts.hear_of({"other": ("AAA", "另一个名字")}).laptops
    assert contacts.names()["other"].name == "别人口中的二组"
    with pytest.raises(UnknownLaptopError):
        contacts.told("M3X")
    assert contacts.is_first(OTHER)
    contacts.confirm(OTHER, OTHER.fingerprint, "王芳")
    (met,) = contacts.all()
    assert met.laptop == OTHER


def test_this_laptop_is_no_contact(workspace: Workspace, contacts: Contacts) -> None:
    here = workspace.of(LaptopHere).identity().laptop
    assert not contacts.is_first(here)
    assert not contacts.meet(here).laptops
    assert not contacts.hear_of({here.id: (here.code, here.name)}).laptops
    assert contacts.all() == []
    assert contacts.names() == {here.id: here}
    with pytest.raises(ChangedKeyError):
        contacts.require_confirmed(Laptop(here.id, here.code, here.name, OTHER.key))


def test_one_is_told_by_code_name_or_id(contacts: Contacts) -> None:
    contacts.meet(OTHER)
    assert contacts.told("m3x ") == contacts.told("二组") == contacts.told("other") == OTHER
    contacts.meet(THIRD)
    assert contacts.told("三组") == THIRD
    for words, many in (("M3X", True), ("K7M", False), ("", False)):
        with pytest.raises(UnknownLaptopError) as refused:
            contacts.told(words)
        assert refused.value.many == many


def test_a_code_that_two_have_is_told_and_another_is_drawn(
    workspace: Workspace, contacts: Contacts
) -> None:
    here = workspace.of(LaptopHere).identity().laptop
    twin = Laptop("twin", here.code, "一组", OTHER.key)
    assert contacts.clashes(OTHER) == []
    assert contacts.clashes(twin) == [here]
    contacts.meet(OTHER)
    assert contacts.clashes(THIRD) == [OTHER]
    contacts.meet(twin)
    assert contacts.draw_another_code().laptops
    drawn = workspace.of(LaptopHere).identity().laptop
    assert drawn.id == here.id
    assert drawn.code not in (here.code, OTHER.code)
    assert contacts.clashes(twin) == []


@pytest.mark.parametrize(("minutes", "ahead"), [(-60, False), (5, False), (6, True)])
def test_a_clock_that_is_ahead_is_told(contacts: Contacts, minutes: int, ahead: bool) -> None:
    assert contacts.clock_ahead(MORNING + timedelta(minutes=minutes)) == ahead
