"""Looking for words in the ledger: in numbers, problems and items, windows, owners, departments.

A word is found where it is part of one of them, capitals and small letters of ASCII alike, and one
of several letters where it is typed for a part of one. The index answers of what findings say, the
places they have of the rest; where there is no index every finding is read. A test compares both.
"""

import json
from collections.abc import Sequence
from typing import Any

from inspector.storage.database.database import Database
from inspector.storage.database.pinyin_letters import FUNCTION, stands_for_others, typed_by
from inspector.storage.database.surrogates import whole_text
from inspector.storage.schema.searching.search_grams import EXACT, SMALL, spelled_question
from inspector.storage.stores.ledger.finding_pairs import FindingPairs
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
    return [(_holds(f"word{at}", word), {f"word{at}": word}) for at, word in enumerate(words)]


def leads(database: Database, words: list[str], pairs: FindingPairs | None) -> bool:
    """Tell whether the index answers for all words, so that no finding has to be looked at."""
    known = pairs is not None or not any(map(stands_for_others, words))
    return known and FindingSearch(database).until is not None


def looked_up(
    database: Database,
    words: list[str],
    site_id: str = "",
    pairs: FindingPairs | None = None,
    *,
    alone: bool = False,
    within: str = "",
) -> list[Term]:
    """Return the conditions that lead to the findings, of one site or of all.

    Without `pairs` a word that may be typed for another is looked for in each finding. Where
    `leads` says so they may be `alone`: they ask for numbers of rows and for nothing of a row.
    `within` is a condition on `rowid`: no other rows are looked for.
    """
    until = FindingSearch(database).until
    if until is None:
        return read_through(words)
    known = places(database, site_id) if words else []
    terms = []
    for at, word in enumerate(words):
        if not stands_for_others(word):
            questions = [spelled_question(word)]
        elif pairs is not None:
            questions = pairs.questions(database, word)
        else:
            terms.append((_holds(f"word{at}", word), {f"word{at}": word}))
            continue
        terms.append(_looked_up(at, word, questions, known, until, alone=alone, within=within))
    return terms


def _looked_up(
    at: int,
    word: str,
    questions: list[str],
    known: list[Place],
    until: int,
    *,
    alone: bool,
    within: str,
) -> Term:
    key = f"word{at}"
    there, values = rows_at((each for each in known if _is_at(each, word)), f"places{at}")
    said = (
        f"SELECT s.rowid FROM json_each(:grams{at}) AS q CROSS JOIN finding_search AS s"
        " WHERE finding_search MATCH q.value"
    )
    if within:
        said, there = f"{said} AND s.{within}", f"{there} AND f.{within}"
    # Of a longer word the pairs may stand apart, or in another order.
    is_sure = len(word) <= EXACT
    if alone and not is_sure:
        said = f"SELECT rowid FROM finding WHERE rowid IN ({said}) AND {_holds(key, word, _SAID)}"
    later = f"SELECT rowid FROM finding WHERE rowid > :until AND {_holds(key, word)}"
    term = f"finding.rowid IN ({said} UNION ALL {there} UNION ALL {later})"
    if not (alone or is_sure):
        term = f"{term} AND {_holds(key, word)}"
    return term, {key: word, f"grams{at}": json.dumps(questions), "until": until, **values}


def _holds(key: str, word: str, columns: Sequence[str] = _COLUMNS) -> str:
    if stands_for_others(word):
        return f"{FUNCTION}(:{key}, {', '.join(columns)})"
    said = " OR ".join(f"instr(lower({column}), :{key}) > 0" for column in columns)
    return f"({said})"


def _is_at(place: Place, word: str) -> bool:
    if stands_for_others(word):
        return typed_by(word, *place.names)
    return any(word in name.translate(SMALL) for name in place.names)
