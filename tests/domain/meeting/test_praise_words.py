"""Praise says what was done well, of every item that ships."""

from pathlib import Path

import pytest

from inspector.domain.checklist.checklist import Item
from inspector.domain.meeting.praise_words import faults_of, well_done
from inspector.domain.visit.answer_changes import deducted, noted, passed, praised, with_phrase
from inspector.domain.visit.inspection import Answer
from inspector.paths import checklists_folder
from inspector.storage.packs.pack_files import pack_folders, read_pack_folder


@pytest.mark.parametrize("folder", pack_folders(checklists_folder()), ids=lambda path: path.name)
def test_no_highlight_of_a_pack_that_ships_repeats_a_fault(folder: Path) -> None:
    pack = read_pack_folder(folder)
    items = [item for checklist in pack.checklists for item in checklist.items]
    assert items
    for item in (each for each in items if not each.is_bonus):
        for fault in item.phrases:
            said_of_it = _told(item, fault)
            assert well_done(item, praised(item, said_of_it)) == item.text, fault
        assert not [fault for fault in faults_of(item) if _accuses(item.text, fault)], item.text
        own = noted(praised(item), "老人来办事，全程陪同")
        assert well_done(item, own) == "老人来办事，全程陪同"


def _accuses(text: str, fault: str) -> bool:
    """Tell whether a text has a fault in it that it does not deny: 不与服务对象争吵."""
    before = text.partition(fault)[0]
    return fault in text and "不" not in before and "无" not in before


def _told(item: Item, fault: str) -> Answer:
    """An answer that was wrong in these words and noted so, and was called right afterwards."""
    return noted(with_phrase(item, deducted(item), fault), f"{fault}，已说明")


def test_what_a_bonus_says_is_praise() -> None:
    packs = (read_pack_folder(each) for each in pack_folders(checklists_folder()))
    items = (item for pack in packs for checklist in pack.checklists for item in checklist.items)
    bonus = next(item for item in items if item.is_bonus and item.phrases)
    answer = with_phrase(bonus, passed(bonus), bonus.phrases[0])
    assert well_done(bonus, praised(bonus, answer)) == bonus.phrases[0]
    assert well_done(bonus, praised(bonus)) == bonus.text
