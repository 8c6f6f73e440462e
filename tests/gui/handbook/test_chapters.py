"""The chapters as they lie in the program: the same in both languages, with all they point to."""

import re

import pytest

from inspector.gui.handbook.chapters import Chapter, chapters, found, picture
from inspector.gui.handbook.told_keys import named
from inspector.paths import handbook_folder
from inspector.translation import LANGUAGES

MOST_BYTES = 1_500_000
"""Of all pictures, four of which the README shows: the program is carried on a USB drive."""

LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([a-z-]+)(?:#(\d+))?\)")
PICTURE = re.compile(r"!\[[^\]]+\]\(([a-z-]+\.png)\)")


def by_name(language: str) -> dict[str, Chapter]:
    return {each.name: each for each in chapters(language)}


def told(chapter: Chapter) -> set[str]:
    return {command for _, command in named(chapter.text)}


def test_both_languages_have_the_same_chapters_sections_pictures_and_keys() -> None:
    chinese, english = (by_name(language) for language in ("zh_CN", "en"))
    assert list(chinese) == list(english)
    for name, chapter in chinese.items():
        other = english[name]
        assert len(chapter.sections) == len(other.sections), name
        assert PICTURE.findall(chapter.text) == PICTURE.findall(other.text), name
        assert sorted(LINK.findall(chapter.text)) == sorted(LINK.findall(other.text)), name
        assert told(chapter) == told(other), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_section(language: str) -> None:
    known = by_name(language)
    for chapter in known.values():
        for name, number in LINK.findall(chapter.text):
            assert name in known, (chapter.name, name)
            assert int(number or 0) < len(known[name].sections), (chapter.name, name, number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_that_is_named_is_there_and_no_other(language: str) -> None:
    named = {name for each in chapters(language) for name in PICTURE.findall(each.text)}
    there = {file.name for file in (handbook_folder() / "pictures" / language).iterdir()}
    assert named
    assert named == there
    assert all(picture(name, language).stat().st_size for name in named)


def test_the_pictures_weigh_little() -> None:
    files = (handbook_folder() / "pictures").rglob("*.png")
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


def test_a_section_says_what_stands_below_its_heading_and_not_how_it_is_written() -> None:
    chapter = Chapter(
        "a", "# One\n\nPress {key:scoring.pass}. [Two](two)\n\n## Next\n\n**bold** x\n"
    )
    first, second = chapter.sections
    assert (first.title, second.title, second.number) == ("One", "Next", 1)
    assert first.says(["press", "TWO"])
    assert not first.says(["scoring"])
    assert not first.says(["bold"])
    assert second.says(["bold x"])


def test_sections_are_found_by_pinyin_and_by_initials() -> None:
    every = chapters("zh_CN")
    for typed in ("bf", "beifen", "beif", "备份"):
        first = found(every, [typed])[0]
        assert first.title.startswith("备份"), typed
        assert first.marked([typed]) == {"备份"}
    assert [section.title for section in found(every, ["bf", "mima"])] == ["备份密码"]
    chapter = Chapter("a", "# 打分\n先把手册看完\n## 签字\n当场签")
    (second,) = found([chapter], ["dcq"])  # no heading is called so
    assert second.title == "签字"
    assert second.marked(["dcq"]) == {"当场签"}
    assert found([chapter], ["xyz"]) == []
    assert found([chapter], ["d", "xyz"]) == []
