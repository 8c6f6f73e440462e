"""Looking for words in the ledger: in numbers, problems and items, windows, owners, departments.

A word is found where it is part of one of them, capitals and small letters of ASCII alike, and one
of several letters where it is typed for a part of one. The index answers of what findings say, the
places they have of the rest; where there is no index every finding is read. A test compares both.
"""

import json
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
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
        if pairs is None and stands_for_others(word):
            terms.append((_holds(f"word{at}", word), {f"word{at}": word}))
            continue
        questions = _questions(database, word, pairs)
        led = _led(at, word, questions, known, until, alone=alone, within=within)
        term = f"finding.rowid IN ({' UNION ALL '.join(led.queries)})"
        if not (alone or _is_sure(word)):
            term = f"{term} AND {_holds(f'word{at}', word)}"
        terms.append((term, led.values))
    return terms


@dataclass(frozen=True, slots=True)
class Led:
    """What leads to the findings that have a word; to some of them twice."""

    queries: list[str]
    """For numbers of rows."""
    values: dict[str, Any]
    windows: frozenset[str] = frozenset()
    """All at windows of these names have it."""


def leading(database: Database, word: str, pairs: FindingPairs, names: Container[str]) -> Led:
    """Return what leads to a word, where `leads` says so.

    Windows of some `names` are told by their names alone.
    """
    until, known = FindingSearch(database).until or 0, places(database)
    windows = {each.window for each in known if each.window in names}
    windows = {name for name in windows if _is_in((name,), word)}
    others = [each for each in known if each.window not in windows]
    led = _led(0, word, _questions(database, word, pairs), others, until, alone=True)
    return replace(led, windows=frozenset(windows))


def _questions(database: Database, word: str, pairs: FindingPairs | None) -> list[str]:
    if pairs is not None and stands_for_others(word):
        return pairs.questions(database, word)
    if pairs is not None and len(word) == 1:
        return pairs.beginning(database, word)
    return [spelled_question(word)]


def _led(
    at: int,
    word: str,
    questions: list[str],
    known: list[Place],
    until: int,
    *,
    alone: bool,
    within: str = "",
) -> Led:
    key = f"word{at}"
    there, values = rows_at((each for each in known if _is_in(each.names, word)), f"places{at}")
    said = (
        f"SELECT s.rowid FROM json_each(:grams{at}) AS q CROSS JOIN finding_search AS s"
        " WHERE finding_search MATCH q.value"
    )
    if within:
        said, there = f"{said} AND s.{within}", f"{there} AND f.{within}"
    if alone and not _is_sure(word):
        said = f"SELECT rowid FROM finding WHERE rowid IN ({said}) AND {_holds(key, word, _SAID)}"
    later = f"SELECT rowid FROM finding WHERE rowid > :until AND {_holds(key, word)}"
    values |= {key: word, f"grams{at}": json.dumps(questions), "until": until}
    return Led([said, there, later], values)


def _is_sure(word: str) -> bool:
    """Tell whether what the index finds has a word; of a longer one the pairs may stand apart."""
    return len(word) <= EXACT


def _holds(key: str, word: str, columns: Sequence[str] = _COLUMNS) -> str:
    if stands_for_others(word):
        return f"{FUNCTION}(:{key}, {', '.join(columns)})"
    said = " OR ".join(f"instr(lower({column}), :{key}) > 0" for column in columns)
    return f"({said})"


def _is_in(names: tuple[str, ...], word: str) -> bool:
    if stands_for_others(word):
        return typed_by(word, *names)
    return any(word in name.translate(SMALL) for name in names)
