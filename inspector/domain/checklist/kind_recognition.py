"""Which kind a window is taken for: what the roster says, else its name, else the usual kind."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector.domain.checklist.checklist import WindowKind


class TakenBy(Enum):
    """How it is known which kind a window is of."""

    ROSTER = "roster"  # the roster says it: nothing overrides that
    NAME = "name"  # a name of the kind stands in the window's name
    USUAL = "usual"  # nothing tells; the checklist has a kind for such windows
    NOTHING = "nothing"  # nor has it one: everything is asked


@dataclass(frozen=True, slots=True)
class TakenKind:
    """The kind that a window is taken for; `id` is empty when it is taken for none."""

    id: str
    by: TakenBy


def taken_kind(said: str, name: str, kinds: "Sequence[WindowKind]") -> TakenKind:
    """Return what a window is taken for among the kinds of a checklist.

    Args:
        said: the id of the kind that the roster gives it; empty: none.
        name: as on its sign, 挂号收费1号. Of the names in it the longest counts; of two as long,
            the last: a 药房收费窗口 is one to pay at.
        kinds: with their titles and aliases.
    """
    if said:
        return _taken(said, TakenBy.ROSTER)
    bare = bare_name(name)
    found = {
        (len(word), bare.rfind(word), kind.id)
        for kind in kinds
        for word in map(bare_name, (kind.title, *kind.aliases))
        if word and word in bare
    }
    best = [each for each in found if each[:2] == max(found)[:2]]
    if len(best) == 1:  # else 药房1 and 药房2 are two kinds, and a name tells neither
        return _taken(best[0][2], TakenBy.NAME)
    usual = next((kind.id for kind in kinds if kind.usual), "")
    return _taken(usual, TakenBy.USUAL if usual else TakenBy.NOTHING)


@lru_cache(maxsize=1024)
def _taken(kind_id: str, by: TakenBy) -> TakenKind:
    """Return one for all windows that are taken for the same: a roster has tens of thousands."""
    return TakenKind(kind_id, by)


def taken_kinds(
    windows: Iterable[tuple[str, str]], kinds: "Sequence[WindowKind]"
) -> list[TakenKind]:
    """Return what each of some windows is taken for, each as what is said of it and its name.

    Those whose names say the same of a kind, 1号窗口 to 50号窗口, are looked at once.
    """
    seen: dict[tuple[str, str], TakenKind] = {}
    taken: list[TakenKind] = []
    for said, name in windows:
        key = said, bare_name(name)
        if key not in seen:
            seen[key] = taken_kind(said, name, kinds)
        taken.append(seen[key])
    return taken


@lru_cache(maxsize=4096)
def bare_name(name: str) -> str:
    """Return a name without numbers, 号, 窗口 and 台: they tell no kind."""
    return _PLACE.sub("", _NUMBER.sub("", _alike(name)))


def without_place(name: str) -> str:
    """Return a name without 窗口 and 台, which signs have or have not."""
    return _PLACE.sub("", _alike(name))


def _alike(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


_NUMBER = re.compile(
    r"第?(?:\d+|[一二三四五六七八九十]+(?=[号窗台#]))[-_.]?\d*[号#]?|[-_—#()\[\]、,.·/]"
)
_PLACE = re.compile(r"窗口?|[柜前]?台席?")
