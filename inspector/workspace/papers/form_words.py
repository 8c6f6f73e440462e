"""The words that a superior's form can hold, each with what it means and what it stands for now."""

from dataclasses import dataclass

from inspector.excel.forms.form_fields import FIELDS, FormData, Rows, is_rate, rows_of, value_text
from inspector.translation import tr
from inspector.workspace.pinyin import matches


@dataclass(frozen=True, slots=True)
class FormWord:
    """A word: as it is written into a cell, what it means, and its value of an extent.

    Of words that repeat for each finding or site the value is that of the first.
    """

    word: str
    meaning: str
    kind: Rows | None
    value: str

    @property
    def written(self) -> str:
        """The word in its braces."""
        return f"{{{{{self.word}}}}}"

    @property
    def where(self) -> str:
        """In which cells it can stand."""
        return {
            None: tr("anywhere"),
            Rows.FINDINGS: tr("a row for each finding"),
            Rows.RANKING: tr("a row for each site"),
        }[self.kind]


def words_with_values(data: FormData) -> list[FormWord]:
    """Return every word that is known, in the order of the list."""
    return [
        FormWord(word, meaning, kind := rows_of(word), _value(data, word, kind))
        for word, meaning in FIELDS.items()
    ]


def narrowed(words: list[FormWord], query: str) -> list[FormWord]:
    """Return the words that a query names by part, pinyin or initials."""
    return [each for each in words if matches(each.word, query)]


def _value(data: FormData, word: str, kind: Rows | None) -> str:
    if kind is None:
        value = data.single[word]
    else:
        rows = data.rows[kind]
        value = rows[0].get(word.partition(".")[2]) if rows else None
    return value_text(value, is_rate=is_rate(word))
