"""What a superior's form without placeholders is taken for: its columns and labels.

Pure: what was read of the form, and what is put where. Nothing of it is written here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from inspector.excel.forms.form_fields import FIELDS, Rows, rows_of
from inspector.excel.forms.row_shift import RecordRows

Choices = Callable[[str], Mapping[str, str]]
"""Returns the words of columns as somebody corrected them, by their keys, of a table's digest."""


def nothing_chosen(digest: str) -> Mapping[str, str]:
    """Return that nobody corrected anything."""
    return {}


@dataclass(frozen=True, slots=True)
class MappedHead:
    """A column of a table: what stands over it, and which word is filled in; an empty one: none."""

    place: str  # 台账!F4, where the head stands
    column: int
    line: int  # of the rows of a record, from 0
    head: str  # as it is read: 整改情况 of 整改 over 情况
    word: str = ""  # 问题.整改时限
    is_sure: bool = True
    is_chosen: bool = False  # by somebody

    @property
    def key(self) -> str:
        """What the column is remembered by within its table."""
        from openpyxl.utils import get_column_letter

        letter = str(get_column_letter(self.column))
        return f"{letter}{self.line + 1}" if self.line else letter

    @property
    def field(self) -> str:
        """The word as people call it: 整改时限."""
        return self.word.partition(".")[2]


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table of a form: its columns, and the rows for its records."""

    sheet: str
    heads: tuple[MappedHead, ...]
    records: RecordRows

    @property
    def digest(self) -> str:
        """What the table is known by next month: its heads, and where they stand."""
        heads = "\n".join(f"{each.key} {each.head}" for each in self.heads)
        return sha256(f"{self.records.kind}\n{heads}".encode()).hexdigest()[:32]

    def chosen(self, choices: Mapping[str, str]) -> "FormTable":
        """Return the table with words as they were chosen; words that are gone count as none."""
        return replace(
            self,
            heads=tuple(
                replace(each, word=choices[each.key], is_sure=True, is_chosen=True)
                if each.key in choices
                and (not choices[each.key] or choices[each.key] in words_for(self.records.kind))
                else each
                for each in self.heads
            ),
        )


@dataclass(frozen=True, slots=True)
class MappedLabel:
    """A label beside which something is written: 填报单位：."""

    place: str  # 台账!A2, where the label stands
    label: str
    word: str = ""  # 单位; empty: left blank


@dataclass(frozen=True, slots=True)
class FormMapping:
    """All that was recognised of a form."""

    tables: tuple[FormTable, ...]
    labels: tuple[MappedLabel, ...]

    @property
    def kinds(self) -> tuple[FormTable, ...]:
        """The tables that differ in their heads: of twelve sheets with the same one, the first."""
        return tuple({each.digest: each for each in reversed(self.tables)}.values())[::-1]

    @property
    def blank(self) -> Iterator[MappedHead]:
        """The columns that stay blank."""
        return (head for table in self.kinds for head in table.heads if not head.word)

    @property
    def unsure(self) -> Iterator[MappedHead]:
        """The columns whose meaning was guessed: somebody has to look."""
        return (h for table in self.kinds for h in table.heads if h.word and not h.is_sure)

    def chosen(self, choices: Choices) -> "FormMapping":
        """Return the mapping with words as they were chosen."""
        return replace(
            self,
            tables=tuple(each.chosen(choices(each.digest)) for each in self.tables),
        )


def words_for(kind: Rows) -> dict[str, str]:
    """Return every word that a column can have, with what it means."""
    return {word: said for word, said in FIELDS.items() if rows_of(word) is kind}
