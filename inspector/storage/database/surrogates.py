"""Texts with half of a surrogate pair, which no database holds. Knows values, not SQL."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

Values: TypeAlias = tuple[Any, ...] | Mapping[str, Any]

_HALF = re.compile("[\ud800-\udfff]")


def whole(values: Values) -> Values:
    """Return values with U+FFFD for every half of a surrogate pair in a text."""
    if not any(map(_has_half, values.values() if isinstance(values, Mapping) else values)):
        return values
    if isinstance(values, Mapping):
        return {name: _whole(value) for name, value in values.items()}
    return tuple(map(_whole, values))


class Taken:
    """Values one after the other, that remember which were taken last: whoever stops goes on."""

    def __init__(self, values: Iterable[Values]) -> None:
        self._rest = iter(values)
        self.last: Values = ()
        self.all = False

    def __iter__(self) -> Iterator[Values]:
        for values in self._rest:
            self.last = values
            yield values
        self.all = True


def whole_text(text: str) -> str:
    """Return a text as a database holds it."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)


def _has_half(value: Any) -> bool:  # noqa: ANN401 -- whatever a column may hold
    return isinstance(value, str) and not value.isascii() and _HALF.search(value) is not None


def _whole(value: Any) -> Any:  # noqa: ANN401 -- whatever a column may hold
    return whole_text(value) if isinstance(value, str) else value
