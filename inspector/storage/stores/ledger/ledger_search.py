"""Looking for words in the ledger: in numbers, problems and items, windows, owners, departments.

A word is found where it is part of one of them, capitals and small letters of ASCII alike. The
index answers of what findings say, the places they have of the rest; where there is no index every
finding is read. A test compares both.
"""

from typing import Any

from inspector.storage.database.database import Database
from inspector.storage.database.surrogates import whole_text
from inspector.storage.schema.searching.search_grams import EXACT, SMALL, spelled_question
from inspector.storage.stores.ledger.finding_places import Place, places, rows_at
from inspector.storage.stores.ledger.finding_search import FindingSearch

Term = tuple[str, dict[str, Any]]
"""A condition, and its values."""

_SAID = ("number", "text", "item_text")
_COLUMNS = (*_SAID, "window_number", "owner", "department")


def words_of(text: str) -> list[str]:
    """Return the words that are looked for, as they are compared."""
    return [whole_text(word.lower()) for word in text.split()]


def read_through(words: list[str]) -> list[Term]:
    """Return the conditions that look at each finding: for a few that something else leads to."""
    return [
        (f"({_holds(f'word{at}', _COLUMNS)})", {f"word{at}": word}) for at, word in enumerate(words)
    ]


def looked_up(database: Database, words: list[str], site_id: str = "") -> list[Term]:
    """Return the conditions that lead to the findings, of one site or of all."""
    until = FindingSearch(database).until
    if until is None:
        return read_through(words)
    known = places(database, site_id) if words else []
    return [_looked_up(at, word, known, until) for at, word in enumerate(words)]


def _looked_up(at: int, word: str, known: list[Place], until: int) -> Term:
    key = f"word{at}"
    there, values = rows_at((each for each in known if _is_at(each, word)), f"places{at}")
    said = f"SELECT rowid FROM finding_search WHERE finding_search MATCH :grams{at}"
    if len(word) > EXACT:  # they may stand apart
        said = f"SELECT rowid FROM finding WHERE rowid IN ({said}) AND ({_holds(key, _SAID)})"
    later = f"SELECT rowid FROM finding WHERE rowid > :until AND ({_holds(key, _COLUMNS)})"
    return (
        f"finding.rowid IN ({said} UNION ALL {there} UNION ALL {later})",
        {key: word, f"grams{at}": spelled_question(word), "until": until, **values},
    )


def _holds(key: str, columns: tuple[str, ...]) -> str:
    return " OR ".join(f"instr(lower({column}), :{key}) > 0" for column in columns)


def _is_at(place: Place, word: str) -> bool:
    return any(word in name.translate(SMALL) for name in place.names)
