"""Whether what another laptop calls a site, window or person is one that is on the roster here.

By its natural key: a site by its name, a window by its number, a person by number and name, each
within what it belongs to. The same key is the same thing. One that is nearly the same, or was the
same once, is asked about, and never decided: two halls may differ by a bracket.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

Key: TypeAlias = tuple[str, ...]
"""What people know a thing by, within what it belongs to."""


class Match(Enum):
    """How something that came stands to the roster here."""

    SAME = "same"  # by its key
    NEAR = "near"  # a person has to say
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Matched:
    """How it stands, and to which own ones: one that is the same, all that are near."""

    match: Match
    own: tuple[str, ...] = ()


def matched(
    key: Key, own: Mapping[str, Key], former: Mapping[str, Iterable[Key]] | None = None
) -> Matched:
    """Return how a key stands to those of own things, by their ids; `former` keys are near ones.

    Brackets, spaces, width of characters, small letters, zeros before a number and the words for a
    window around it make no difference to what is near, and neither does one character more in a
    long name, unless it is of a number: 东湖路便民服务站 and 东湖便民服务站.
    """
    same = [own_id for own_id, known in own.items() if known == key]
    if same:
        return Matched(Match.SAME, (same[0],))
    loose = _loose(key)
    near = [own_id for own_id, known in own.items() if _is_near(loose, _loose(known))]
    near += [
        own_id
        for own_id, keys in (former or {}).items()
        if own_id in own and own_id not in near and key in keys
    ]
    return Matched(Match.NEAR, tuple(near)) if near else Matched(Match.NEW)


_BRACKETS = re.compile(r"[\s()\[\]{}<>（）【】〔〕《》「」·・.,，。、_\-‐‑–—－]+")
_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_AROUND_NUMBER = re.compile(r"^(?:第|no)?([a-z]*[0-9]+[a-z]*)(?:号窗口|号窗|号|窗口|窗|#)?$")
_LEAST_PART = 4
"""Characters that a name needs for another one that contains it to be near."""
_LEAST_LONG = 5
"""Characters that a name needs for another one with one more inside to be near."""
_COUNTING = frozenset("0123456789一二三四五六七八九十百零〇两东南西北中上下新老前后")
"""Characters that tell halls apart that are otherwise called alike."""


def _loose(key: Key) -> Key:
    return tuple(map(_loosely, key))


def _loosely(text: str) -> str:
    bare = _BRACKETS.sub("", unicodedata.normalize("NFKC", text).casefold())
    bare = _ZEROS.sub("", bare)
    number = _AROUND_NUMBER.match(bare)
    return number[1] if number else bare


def _is_near(one: Key, other: Key) -> bool:
    """Tell whether two loose keys are so alike that a person should look."""
    if one == other:
        return any(one)
    if len(one) != 1 or len(other) != 1:
        return False
    short, long = sorted((one[0], other[0]), key=len)
    if len(short) < _LEAST_PART or _is_number(short):
        return False
    return short in long or (len(short) >= _LEAST_LONG and _is_one_more(short, long))


def _is_one_more(short: str, long: str) -> bool:
    """Tell whether a name is another one with one character more, which counts nothing."""
    if len(long) != len(short) + 1:
        return False
    at = next((i for i, sign in enumerate(short) if long[i] != sign), len(short))
    return long[at] not in _COUNTING and long[:at] + long[at + 1 :] == short


def _is_number(text: str) -> bool:
    return _AROUND_NUMBER.match(text) is not None
