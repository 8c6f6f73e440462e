"""The chapters of the handbook as they lie on the disk: Markdown, a file each, in their order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from inspector.paths import handbook_folder
from inspector.storage.database.pinyin_letters import stands_for_others, typed_by
from inspector.workspace.pinyin import begins_with, matches, parts_meant

_HEADING = re.compile(r"^(#{1,2}) +(.+)$", re.MULTILINE)
_NOT_SAID = re.compile(r"\{\w+:[^}]*\}|!\[|\]\([^)]*\)|[*#`|]|^ *[-:| ]+$", re.MULTILINE)
"""What stands in a file and is no word of a sentence: keys, links, pictures, marks."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it; the first one of a chapter is called as the chapter."""

    chapter: str
    title: str
    text: str
    number: int  # in its chapter, from 0

    @property
    def said(self) -> str:
        """Its words, without keys, links and marks."""
        return _NOT_SAID.sub("", self.text)

    def says(self, words: Sequence[str]) -> bool:
        """Tell whether every word occurs in it, or is how its heading is spelled in pinyin."""
        said = self.said.casefold()
        return all(word.casefold() in said or matches(self.title, word) for word in words)

    def is_typed_by(self, words: Sequence[str]) -> bool:
        """Tell whether every word is made of the initials of something in it, as in the ledger."""
        said = self.said
        return all(stands_for_others(word) and typed_by(word.casefold(), said) for word in words)

    def marked(self, words: Sequence[str]) -> set[str]:
        """Return what is to be marked in it of the words that found it."""
        marked: set[str] = set()
        for word in words:
            if word.casefold() in self.said.casefold():
                marked.add(word)
            else:
                marked |= parts_meant(self.title, word) or parts_meant(self.said, word)
        return marked


@dataclass(frozen=True)
class Chapter:
    """`name` is that of its file without number and ending: `meeting` of `30-meeting.md`."""

    name: str
    text: str

    @property
    def title(self) -> str:
        """What its first heading says."""
        return self.sections[0].title

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """What lies between two headings of the first two degrees."""
        return tuple(self._cut())

    def _cut(self) -> Iterator[Section]:
        heads = list(_HEADING.finditer(self.text))
        ends = [*(head.start() for head in heads[1:]), len(self.text)]
        for number, (head, end) in enumerate(zip(heads, ends, strict=True)):
            yield Section(self.name, head[2].strip(), self.text[head.start() : end], number)


def found(chapters: Iterable[Chapter], words: Sequence[str]) -> list[Section]:
    """Return the sections in which all of `words` occur; without words all of them.

    Those whose heading begins with what is searched for come first. Initials of a heading find it
    alone: in a long text any two of them occur somewhere.
    """
    every = [section for chapter in chapters for section in chapter.sections]
    if not words:
        return every
    said = [section for section in every if section.says(words)]
    first = sorted(said, key=lambda section: not begins_with(section.title, words[0]))
    return first or [section for section in every if section.is_typed_by(words)]


def chapters(language: str) -> list[Chapter]:
    """Return the chapters in a language, in the order of the numbers before their names."""
    files = sorted((handbook_folder() / language).glob("*.md"))
    return [Chapter(_name(file), file.read_text("utf-8")) for file in files]


def _name(file: Path) -> str:
    return file.stem.partition("-")[2]


def picture(name: str, language: str) -> Path:
    """Return the file of a picture that a chapter names."""
    return handbook_folder() / "pictures" / language / name
