"""The schema of a pack: all that a pack can say stands in it, with all that is said of it."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass

import pytest

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.item_schema import BAND, ITEM, OPTION, RULES
from inspector.domain.checklist.override import OWN_NUMBERS
from inspector.domain.checklist.pack_schema import GRADE, OVERRIDE, PACK, POLICY, WINDOW_KIND
from inspector.domain.checklist.schema_fields import Record
from tests.translation.update import translations

RECORDS = [ITEM, OPTION, BAND, *RULES.values(), POLICY, GRADE, WINDOW_KIND, OVERRIDE]
OF_ITS_FILE = {"category", "checklists"}  # which file it is says them


def declared(record: Record, whole: type) -> None:
    """Assert that the fields of a record are the attributes of what it makes, each once.

    Their order is the one in which an author fills them in.
    """
    attributes = [each.name for each in fields(whole) if each.name not in OF_ITS_FILE]
    assert sorted(field.name or field.key for field in record.fields) == sorted(attributes)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.make.__name__)
def test_all_that_a_part_of_a_pack_has_is_declared(record: Record) -> None:
    assert isinstance(record.make, type)
    assert is_dataclass(record.make)
    declared(record, record.make)


def test_all_that_a_pack_has_is_declared() -> None:
    declared(PACK, Pack)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.make.__name__)
def test_what_is_absent_means_the_same_to_files_and_to_the_program(record: Record) -> None:
    assert isinstance(record.make, type)
    defaults = {each.name: each.default for each in fields(record.make)}
    for field in record.fields:
        default = defaults[field.name or field.key]
        assert default is MISSING or field.absent == default, field.key


def words(record: Record) -> Iterator[str]:
    """Every English word of the fields of a record."""
    for field in record.fields:
        for said in (field.said, field.told, *(field.kind.words or {}).values()):
            if said and said.english:
                yield said.english


def test_what_the_window_says_of_a_pack_has_its_chinese() -> None:
    known = translations()
    for record in (PACK, POLICY, ITEM):
        assert [english for english in words(record) if not known.get(english)] == []


def test_every_column_says_how_to_fill_it_in_and_is_called_something_in_the_window() -> None:
    for leaf in (*ITEM.leaves(), *WINDOW_KIND.leaves(), *PACK.leaves()):
        assert leaf.field.hint, leaf.label
    changing = [field for field in ITEM.fields if field.key != "id"]
    assert all(field.said.english for field in changing)


def test_a_field_that_comes_to_be_leaves_frozen_packs_as_they_are() -> None:
    # What equals its default is not written: the digest of an old pack stays.
    written = {field.key for field in ITEM.fields if field.always}
    assert written == {"requirement", "deadline", "phrases"}


def test_every_number_of_an_override_can_be_kept_and_read() -> None:
    keys = [field.key for field in OVERRIDE.fields]
    assert keys == ["item", "reason", "off", *(n.key for n in OWN_NUMBERS), "red_line"]
