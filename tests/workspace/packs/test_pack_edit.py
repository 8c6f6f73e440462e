"""A pack while it is edited: what is typed comes back as a pack, or as what is wrong and where."""

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import ChoiceRule, DeductRule, MeasureRule, Pack
from inspector.domain.faults import Fault
from inspector.workspace.packs.edit_words import wrong_text
from inspector.workspace.packs.pack_edit import EditedItem, PackEdit
from tests.excel.packs.pack_books import SHIPPED, sample_pack, shipped_pack

CLEAN = Category.CLEANLINESS
ETIQUETTE = Category.ETIQUETTE


def packs() -> list[Pack]:
    return [sample_pack(), *(shipped_pack(name) for name in SHIPPED)]


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)
def test_every_item_is_read_from_its_fields_as_it_was(pack: Pack) -> None:
    edit = PackEdit(pack)
    assert edit.read() == (pack, edit.read()[1])
    for category in Category:
        for item in edit.items(category):
            item.was = None  # as if every field of it was typed anew
    got, wrong = edit.read()
    assert not wrong
    assert got == pack


@pytest.fixture
def edit() -> PackEdit:
    return PackEdit(sample_pack())


def item_of(edit: PackEdit, number: str) -> EditedItem:
    return next(each for c in Category for each in edit.items(c) if each.id == number)


def wrong_of(edit: PackEdit, number: str) -> list[tuple[tuple[str, ...], Fault]]:
    pack, wrong = edit.read()
    assert pack is None
    return [(key, problem.fault) for key, problem in wrong.of_items.get(number, [])]


def test_a_field_of_another_kind_of_rule_is_not_asked_and_comes_back(edit: PackEdit) -> None:
    greet = item_of(edit, "rise-to-greet")
    before = [key for key, _ in edit.fields(greet)]
    edit.put(greet, ("rule", "kind"), "bonus")
    keys = [key for key, _ in edit.fields(greet)]
    assert ("full",) not in keys
    assert ("veto",) not in keys
    assert ("rule", "each") in keys
    edit.put(greet, ("rule", "kind"), "choice")
    keys = [key for key, _ in edit.fields(greet)]
    assert ("rule", "options") in keys
    assert ("phrases",) not in keys
    edit.put(greet, ("rule", "kind"), "deduct")
    assert [key for key, _ in edit.fields(greet)] == before
    assert edit.read()[0] == sample_pack()
    assert not edit.changed


def test_what_is_typed_is_in_the_pack(edit: PackEdit) -> None:
    greet = item_of(edit, "rise-to-greet")
    edit.put(greet, ("full",), "３。５")
    edit.put(greet, ("rule", "each"), "0.5")
    edit.put(greet, ("phrases",), "未起身\n\n 未微笑 ")
    edit.put(greet, ("window_kinds",), "药房、收银")
    pack, _ = edit.read()
    assert pack is not None
    made = pack.item_by_id["rise-to-greet"]
    assert (made.full, made.rule) == (350, DeductRule(50, "人次"))
    assert made.phrases == ("未起身", "未微笑")
    assert made.window_kinds == ("pharmacy", "cashier")


def test_cases_are_typed_in_lines(edit: PackEdit) -> None:
    floor, wait = item_of(edit, "floor"), item_of(edit, "wait")
    edit.put(floor, ("rule", "options"), "干净＝3\n有纸屑=1.5\n脏=0")
    edit.put(wait, ("rule", "bands"), "≤5分钟=4\n<=20=1\n以上=0")
    pack, _ = edit.read()
    assert pack is not None
    choice, measure = pack.item_by_id["floor"].rule, pack.item_by_id["wait"].rule
    assert isinstance(choice, ChoiceRule)
    assert [(each.title, each.points) for each in choice.options][1] == ("有纸屑", 150)
    assert isinstance(measure, MeasureRule)
    assert [each.upto for each in measure.bands] == [500, 2000, None]


@pytest.mark.parametrize(
    ("number", "key", "text", "fault", "said"),
    [
        ("rise-to-greet", "full", "三", Fault.NOT_A_NUMBER, "“三” is not a number."),
        ("rise-to-greet", "full", "", Fault.MISSING, "“Full marks” is not written yet."),
        ("rise-to-greet", "deadline", "1.5", Fault.NOT_A_WHOLE_NUMBER, "not a whole number"),
        ("rise-to-greet", "text", " ", Fault.MISSING, "“Wording” is not written yet."),
        ("floor", "full", "5", Fault.BEST_NOT_FULL, "gives 3 points instead of full 5"),
        ("rise-to-greet", "phrases", "甲\n甲", Fault.DUPLICATE, "“甲” is said here twice."),
        ("rise-to-greet", "window_kinds", "大堂", Fault.NOT_ONE_OF, "choose one of: 收费、药房"),
        ("floor", "rule.options", "干净=3", Fault.TOO_FEW, "two cases at least"),
        ("floor", "rule.options", "干净=3；脏=0", Fault.TOO_FEW, "on a line of its own"),
        ("floor", "rule.options", "干净\n脏=0", Fault.MISSING, "Each case is a name"),
        ("wait", "rule.bands", "≤10=4\n≤9=2\n以上=0", Fault.BANDS_NOT_ASCENDING, "not above"),
    ],
)
def test_what_is_wrong_is_said_of_its_field(
    edit: PackEdit, number: str, key: str, text: str, fault: Fault, said: str
) -> None:
    item, where = item_of(edit, number), tuple(key.split("."))
    edit.put(item, where, text)
    ((place, problem),) = edit.read()[1].of_items[number]
    assert problem.fault is fault
    assert said in wrong_text(place, problem, item.typed[place], edit.kinds)


def test_the_same_text_twice_names_the_other_item(edit: PackEdit) -> None:
    greet, praise = item_of(edit, "rise-to-greet"), item_of(edit, "praise")
    edit.put(praise, ("text",), greet.text)
    _, wrong = edit.read()
    ((key, problem),) = wrong.of_items["praise"]
    assert greet.text in wrong_text(key, problem, greet.text, edit.kinds)


def test_a_new_item_has_the_next_free_number_and_stands_below_the_chosen_one(
    edit: PackEdit,
) -> None:
    later = PackEdit(sample_pack(), [edit.pack])
    for each in (edit, later):
        assert each.add(ETIQUETTE, 0) == 1
        new = each.items(ETIQUETTE)[1]
        assert (new.id, new.was) == ("服务礼仪-1", None)
        assert {key for key, _ in wrong_of(each, new.id)} >= {("text",), ("full",)}
        for key, text in (("text", "站姿端正"), ("full", "2"), ("rule.each", "1")):
            each.put(new, tuple(key.split(".")), text)
        pack, _ = each.read()
        assert pack is not None
        assert [item.id for item in pack.checklists[0].items] == [
            "rise-to-greet", "服务礼仪-1", "praise",
        ]  # fmt: skip


def test_an_item_is_moved_and_switched_off_and_nothing_of_it_is_lost(edit: PackEdit) -> None:
    assert edit.move(ETIQUETTE, 0, 1) == 1
    assert edit.move(ETIQUETTE, 1, 1) == 1  # the last one
    edit.items(ETIQUETTE)[0].off = True
    pack, _ = edit.read()
    assert pack is not None
    assert [item.id for item in pack.checklists[0].items] == ["rise-to-greet"]
    assert edit.changed
    edit.items(ETIQUETTE)[0].off = False
    edit.move(ETIQUETTE, 1, -1)
    assert (edit.read()[0], edit.changed) == (sample_pack(), False)


def test_it_comes_back_from_a_draft(edit: PackEdit) -> None:
    assert edit.to_text() == ""
    edit.put(item_of(edit, "floor"), ("full",), "三")
    edit.add(CLEAN, 0)
    edit.items(ETIQUETTE)[1].off = True
    again = PackEdit(sample_pack())
    again.show_text(edit.to_text())
    for category in Category:
        assert again.items(category) == edit.items(category)
    again.show_text("no draft")
    assert again.read()[0] == sample_pack()


def test_more_points_each_time_than_the_item_has() -> None:
    edit = PackEdit(shipped_pack("general"))
    uniform = edit.items(ETIQUETTE)[0]
    edit.put(uniform, ("rule", "each"), "9")
    ((key, problem),) = edit.read()[1].of_items[uniform.id]
    assert (key, problem.fault) == (("rule", "each"), Fault.EACH_ABOVE_FULL)
