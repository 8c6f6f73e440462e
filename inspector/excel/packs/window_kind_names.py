"""The names of window kinds in one cell: 收费、投诉咨询."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from inspector.excel.reading.typed_cells import comparable

_SEPARATOR = "、"
_SEPARATORS = re.compile(r"[、；，;,]")
_ALL = ("全部", "所有")
_NOBODY = object()


class KindNames:
    """The window kinds of a pack by all of their names; the title goes before the rest."""

    def __init__(self, kinds: Sequence[Mapping[str, Any]]) -> None:
        self.titles = [kind["title"] for kind in kinds if kind.get("title")]
        self._spellings = {kind.get("id"): _spellings(kind) for kind in kinds}
        titles = [(kind.get("title"), kind.get("id")) for kind in kinds]
        names = [(name, kind.get("id")) for kind in kinds for name in _other_names(kind)]
        # Where names clash a title wins, then the first kind; but what is alike only in
        # width, case or spaces comes after what is the same.
        meanings = [(name, kind_id) for name, kind_id in reversed([*titles, *names]) if name]
        self._id_of = {comparable(name): kind_id for name, kind_id in meanings} | dict(meanings)

    def text(self, ids: Sequence[str]) -> str:
        """Return the cell that means the kinds of these ids, in this order."""
        names = [self._name(kind_id) for kind_id in ids]
        line = _SEPARATOR.join(names)
        return line if self.ids(line) == list(ids) else "\n".join(names)

    def ids(self, text: str) -> list[str]:
        """Return the ids of the kinds that a cell names.

        A name that no kind has is returned as it is; a kind without an id says nothing.
        """
        found: list[Any] = []
        if text in _ALL and text not in self._id_of:
            return found
        for line in text.split("\n"):
            parts = _SEPARATORS.split(line) if self._meaning(line) is _NOBODY else [line]
            meanings = [(part.strip(), self._meaning(part)) for part in parts]
            found += [name if kind_id is _NOBODY else kind_id for name, kind_id in meanings]
        return [kind_id for kind_id in found if kind_id]

    def _meaning(self, name: str) -> Any:  # noqa: ANN401 -- an id, None, or _NOBODY
        return self._id_of.get(name.strip(), self._id_of.get(comparable(name), _NOBODY))

    def _name(self, kind_id: str) -> str:
        """Return the first spelling that means this kind and no other."""
        for name in self._spellings.get(kind_id, ()):
            if self.ids(name) == [kind_id]:
                return name
        return kind_id


def _other_names(kind: Mapping[str, Any]) -> list[str]:
    return [*kind.get("aliases", ()), *_spellings(kind)[1:]]


def _spellings(kind: Mapping[str, Any]) -> list[str]:
    """Return the ways to write a kind, the last one being long and unlike those of others."""
    title, kind_id = kind.get("title", ""), kind.get("id", "")
    return [title, kind_id, f"{title}（{kind_id}）"]
