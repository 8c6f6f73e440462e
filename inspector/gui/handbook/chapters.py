"""The chapters of the handbook as they lie on the disk: Markdown, a file each, in their order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from inspector.paths import handbook_folder

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

    def says(self, words: Sequence[str]) -> bool:
        """Tell whether every word occurs in it."""
        said = _NOT_SAID.sub("", self.text).casefold()
        return all(word.casefold() in said for word in words)


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


def chapters(language: str) -> list[Chapter]:
    """Return the chapters in a language, in the order of the numbers before their names."""
    files = sorted((handbook_folder() / language).glob("*.md"))
    return [Chapter(_name(file), file.read_text("utf-8")) for file in files]


def _name(file: Path) -> str:
    return file.stem.partition("-")[2]


def picture(name: str, language: str) -> Path:
    """Return the file of a picture that a chapter names."""
    return handbook_folder() / "pictures" / language / name
