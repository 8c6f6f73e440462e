"""A slip of the keyboard: the word that was meant is named, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.domain.errors import FaultyFileError
from inspector.paths import catalogues_folder
from inspector.storage.packs.pack_files import read_pack_folder
from inspector.translation import DEFAULT_LANGUAGE, use_language
from inspector.workspace.sentences import problem_sentences
from tests.packs.gallery.case import CLEAN, ETIQUETTE, LANGUAGE, NORMS, PACK, Case, Edit, write_case

MEANT = {"zh_CN": "是不是“{}”？", "en": " Did you mean “{}”?"}


@pytest.fixture(params=MEANT)
def meant(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(request.param, catalogues_folder())
    yield MEANT[request.param]
    use_language(DEFAULT_LANGUAGE, catalogues_folder())


def said_of(folder: Path, edit: Edit) -> list[str]:
    """Everything said of the base with one edit."""
    write_case(Case("", [edit], []), folder)
    with pytest.raises(FaultyFileError) as refused:
        read_pack_folder(folder)
    return problem_sentences(refused.value)


@pytest.mark.parametrize(
    ("edit", "word"),
    [
        # keys
        (Edit(PACK, "summary =", "summery ="), "summary"),
        (Edit(PACK, "bonus_cap", "bonuscap"), "bonus_cap"),
        (Edit(PACK, "not_applicable", "not-applicable"), "not_applicable"),
        (Edit(PACK, "aliases", "alias"), "aliases"),
        (Edit(PACK, "from = 90", "form = 90"), "from"),
        (Edit(ETIQUETTE, "window_kinds", "window_kind"), "window_kinds"),
        (Edit(ETIQUETTE, "deadline", "Deadline"), "deadline"),
        (Edit(LANGUAGE, "phrases", "pharses"), "phrases"),
        (Edit(LANGUAGE, "[[item]]", "[[itme]]"), "item"),
        (Edit(LANGUAGE, "unit", "units"), "unit"),
        (Edit(NORMS, "upto = 15", "up_to = 15"), "upto"),
        (Edit(CLEAN, "options", "option"), "options"),
        # categories
        (Edit(PACK, "etiquette = 25", "ettiquete = 25"), "etiquette"),
        (Edit(PACK, "civil-language", "civil_language"), "civil-language"),
        (Edit(PACK, "operating-norms", "operation-norms"), "operating-norms"),
        (Edit(PACK, "cleanliness", "cleanness"), "cleanliness"),
        # window kinds
        (Edit(ETIQUETTE, '"cashier"', '"cashiers"'), "cashier"),
        (Edit(ETIQUETTE, '"vip"', '"VIP"'), "vip"),
        # kinds of rule
        (Edit(LANGUAGE, '"deduct"', '"deduction"'), "deduct"),
        (Edit(NORMS, '"measure"', '"measured"'), "measure"),
        (Edit(CLEAN, '"choice"', '"Choise"'), "choice"),
        (Edit(ETIQUETTE, '"bonus"', '"bonous"'), "bonus"),
        # other words
        (Edit(CLEAN, '"public"', '"publik"'), "public"),
        (Edit(ETIQUETTE, '"on-fail"', '"onfail"'), "on-fail"),
        (Edit(ETIQUETTE, '"person"', '"personal"'), "person"),
        (Edit(PACK, '"worst"', '"worse"'), "worst"),
    ],
    ids=lambda value: f"{value.old}-{value.new}" if isinstance(value, Edit) else "",
)
def test_the_word_that_was_meant_is_named(
    tmp_path: Path, edit: Edit, word: str, meant: str
) -> None:
    (said,) = (line for line in said_of(tmp_path / "pack", edit) if meant.format(word) in line)
    assert said.endswith(meant.format(word))


@pytest.mark.parametrize(
    "edit",
    [
        Edit(PACK, "summary =", "部门 ="),
        Edit(PACK, 'summary = "示例"', 'note = "示例"'),
        Edit(ETIQUETTE, '"vip"', '"贵宾"'),
        Edit(LANGUAGE, '"deduct"', '"subtract"'),
        Edit(PACK, '"worst"', '""'),
    ],
    ids=lambda edit: edit.new,
)
def test_where_nothing_is_near_nothing_is_guessed(tmp_path: Path, edit: Edit, meant: str) -> None:
    guess = meant.partition("“")[0].strip()
    assert not any(guess in line for line in said_of(tmp_path / "pack", edit))
