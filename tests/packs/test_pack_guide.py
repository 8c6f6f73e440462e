"""The guide to packs: its example is one, and nothing an author may write is left out."""

import re
from pathlib import Path

import pytest

from inspector.domain.checklist import checklist as words
from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.checklist import BonusRule, ChoiceRule, DeductRule, MeasureRule
from inspector.domain.checklist.item_schema import RULES
from inspector.storage.packs.pack_files import read_pack_folder
from tests.packs.gallery.case import CATEGORIES, HEAD_KEYS, ITEM_KEYS, POLICY_KEYS

GUIDE = Path(__file__).parents[2] / "resources" / "docs" / "packs.md"
SECTION = GUIDE.read_text("utf-8")
FILES = dict(re.findall(r"```toml\n# (\S+\.toml)\n(.*?)```", SECTION, re.DOTALL))


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The pack that stands in the guide."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_the_example_is_a_pack(example: Path) -> None:
    pack = read_pack_folder(example)
    assert (pack.id, pack.title, len(list(pack.items()))) == ("library", "图书馆服务台", 5)
    assert [len(list(checklist.items)) for checklist in pack.checklists] == [2, 1, 1, 1]


def test_the_example_has_every_kind_of_rule_a_veto_and_both_scopes(example: Path) -> None:
    items = list(read_pack_folder(example).items())
    rules = {type(item.rule) for item in items}
    assert rules == {DeductRule, ChoiceRule, MeasureRule, BonusRule}
    assert any(item.veto for item in items)
    assert {item.scope for item in items} == set(Scope)
    assert any(item.window_kinds for item in items)


OF_A_SITE = {"override"}  # written by the program into the packs of visits


@pytest.mark.parametrize(
    "key",
    sorted({*", ".join([HEAD_KEYS, ITEM_KEYS, POLICY_KEYS, CATEGORIES]).split(", ")} - OF_A_SITE),
)
def test_every_key_is_explained(key: str) -> None:
    tables = SECTION.split("A complete pack:")[0]
    assert re.search(rf"`(\[+)?{re.escape(key)}(\.toml)?(\]+)?`", tables), key


@pytest.mark.parametrize("kind", RULES)
def test_every_rule_is_explained_with_its_keys(kind: str) -> None:
    (row,) = [line for line in SECTION.splitlines() if line.startswith(f'| `{{ kind = "{kind}"')]
    assert all(f"{key} =" in row for key in RULES[kind].keys)


@pytest.mark.parametrize(
    "word",
    [
        word.value
        for kind in (
            Scope, words.PhotoPolicy, words.Responsible, words.NotApplicablePolicy,
            words.FloorPolicy, words.SamplePolicy, words.VetoPolicy,
        )
        for word in kind
    ],
)  # fmt: skip
def test_every_word_is_explained(word: str) -> None:
    assert f'`"{word}"`' in SECTION
