"""Which two characters in a row findings have, by the two letters that they are typed by.

The index of what findings say has them all; it is asked once for a folder that is open, which
takes seconds where there are some hundred thousand findings, and followed from then on.
"""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import TypeAlias

from inspector.storage.database.database import Database, writing_apart
from inspector.storage.database.pinyin_letters import letters_of
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.schema.searching.search_grams import (
    EXACT,
    pair_of,
    spelled_alone,
    spelled_question,
)
from inspector.storage.stores.ledger.finding_search import FindingSearch

_Pairs: TypeAlias = frozenset[str]

_BETWEEN = 25
"""Grams that are read between two words of progress, in which the window has Python to itself."""


_MOST = 400
"""Characters behind one, of each of which the index is asked for itself: 20 µs, and its rows."""


class FindingPairs:
    """Answers on any thread; who asks while they are being read waits for it."""

    def __init__(self, path: Path) -> None:
        """Take the database at `path`, which is open."""
        self._path = path
        self._lock = Lock()
        self._by_letters: dict[str, str] = {}  # the pairs, one after the other: they are many
        self._behind: dict[str, str] = {}  # what follows on each character
        self._until = 0
        self._erased: int | None = None  # erasures that had been made; None: nothing is read

    def make_ready(self, progress: Progress = unheard) -> None:
        """Read them, so that the first question need not; `progress` may stop it."""
        with writing_apart(self._path) as apart:
            if FindingSearch(apart).until is not None:
                self._follow(apart, progress)

    def questions(self, database: Database, word: str) -> list[str]:
        """Return what the index is asked for the findings that a word is typed for.

        One after the other; what they find may have the word's letters in another order, unless
        the word has two.
        """
        self._follow(database)
        known = [self._of("".join(letters)) for letters in pairwise(word)]
        fitting = _fitting(known)
        if not all(fitting):
            return []
        if len(word) <= EXACT:
            return [spelled_question(pair) for pair in sorted(fitting[0])]
        return _joined(*min(pairwise(fitting), key=lambda both: len(both[0]) + len(both[1])))

    def beginning(self, database: Database, character: str) -> list[str]:
        """Return what the index is asked for the findings that have a character.

        One after the other, each a gram: a question for all that begin with it puts the rows of
        all of them in order. That is left where they are not read yet, or very many.
        """
        if self._erased is None:
            return [spelled_question(character)]
        self._follow(database)
        behind = self._behind.get(character, "")
        if len(behind) > _MOST:
            return [spelled_question(character)]
        return [spelled_alone(character), *(spelled_question(character + each) for each in behind)]

    def _of(self, letters: str) -> _Pairs:
        pairs = self._by_letters.get(letters, "")
        return frozenset(pairs[at : at + 2] for at in range(0, len(pairs), 2))

    def _follow(self, database: Database, progress: Progress = unheard) -> None:
        """Take in what came since; what was erased may have other words in its place."""
        search = FindingSearch(database)
        with self._lock:
            until = search.until or 0
            erased = database.rows("SELECT count(*) AS number FROM erasure")[0]["number"]
            if self._erased != erased:
                with (
                    writing_apart(self._path) as apart,  # a table of a moment is made in it
                    closing(FindingSearch(apart).grams()) as grams,
                ):
                    self._take_in(grams, progress)
            elif until > self._until:
                self._take_in(search.grams_after(self._until), progress)
            self._until, self._erased = until, erased

    def _take_in(self, grams: Iterable[str], progress: Progress) -> None:
        new: defaultdict[str, set[str]] = defaultdict(set)
        behind: defaultdict[str, set[str]] = defaultdict(set)
        letters = _Letters()
        for number, gram in enumerate(grams):
            if not number % _BETWEEN:
                progress(0, 0)  # how many there are nobody knows
            pair = pair_of(gram)
            if len(pair) == EXACT:
                behind[pair[0]].add(pair[1])
                for first in letters[pair[0]]:
                    for second in letters[pair[1]]:
                        new[first + second].add(pair)
        for both, pairs in new.items():
            self._by_letters[both] = "".join(pairs | self._of(both))
        for first, others in behind.items():
            self._behind[first] = "".join(others.union(self._behind.get(first, "")))


class _Letters(dict[str, str]):
    def __missing__(self, character: str) -> str:
        letters = self[character] = letters_of(character)
        return letters


def _fitting(known: list[_Pairs]) -> list[_Pairs]:
    """Return of the pairs at each place those that others before and behind join on to."""
    for _ in range(2):
        for at in range(1, len(known)):
            ends = {pair[1] for pair in known[at - 1]}
            known[at] = frozenset(pair for pair in known[at] if pair[0] in ends)
        known = [frozenset(pair[::-1] for pair in each) for each in reversed(known)]
    return known


def _joined(before: _Pairs, behind: _Pairs) -> list[str]:
    """Return a question for each character that ends pairs and begins others."""
    both: defaultdict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for pair in sorted(before):
        both[pair[1]][0].append(spelled_question(pair))
    for pair in sorted(behind):
        both[pair[0]][1].append(spelled_question(pair))
    return [f"({' OR '.join(some)}) AND ({' OR '.join(others)})" for some, others in both.values()]
