"""What is typed for a text, by every reading of its characters."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin.pinyin_dict import pinyin_dict

from inspector.storage.database.pinyin_letters import letters_of, stands_for_others, typed_by
from inspector.storage.database.pinyin_readings import readings


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("未起身迎接", "wqs"),
        ("未起身迎接", "qsyj"),
        ("重庆", "cq"),
        ("重庆", "zq"),
        ("3号窗口", "3hck"),
        ("ETC车道", "etccd"),
        ("绿地", "ld"),
        ("女工", "ng"),
        ("水，电", "s，d"),
        ("\U00020000好", "hh"),
    ],
)
def test_it_is_typed(text: str, word: str) -> None:
    assert typed_by(word, "", text)


@pytest.mark.parametrize(
    ("text", "word"),
    [("未起身", "wsq"), ("未起身", "wqsy"), ("水，电", "sd"), ("", "aa"), ("未", "[w]")],
)
def test_it_is_not_typed(text: str, word: str) -> None:
    assert not typed_by(word, text)


def test_one_text_does_not_go_on_in_the_next() -> None:
    assert not typed_by("qs", "起", "身")


def test_a_letter_alone_or_digits_stand_for_themselves() -> None:
    assert [word for word in ("w", "wq", "12", "1w", "未w", "") if stands_for_others(word)] == [
        "wq", "1w",
    ]  # fmt: skip


@given(st.text(min_size=1, max_size=8), st.data())
def test_whatever_one_types_of_it_finds_it(text: str, data: st.DataObject) -> None:
    typed = [letters_of(each) for each in text]
    begin = data.draw(st.integers(0, len(text) - 1))
    word = ""
    for letters in typed[begin:]:
        if not letters:
            break
        word += data.draw(st.sampled_from(letters))
    assert typed_by(word, text)


@pytest.mark.ci
def test_the_table_is_that_of_the_package_and_comes_without_it() -> None:
    assert readings() == pinyin_dict
    said = (
        "import sys; from inspector.storage.database.pinyin_order import pinyin_key;"
        "assert pinyin_key('城'); assert 'pypinyin' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", said], check=True)
