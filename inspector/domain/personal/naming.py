"""A person as texts name them, and the same texts without that name. Pure rules."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

NUMBERED = frozenset({"staff_number", "owner", "present", "absent", "number"})
"""Fields in which a 工号 stands for a person."""

_PHONES = frozenset({"phone"})
_IDENTIFIER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}")
_BETWEEN = re.compile(r"""([\s、,，;；/／（）()：:。."“”]+)""")


@dataclass(frozen=True, slots=True)
class Naming:
    """How one person is named, and what is to stand there instead. Some have a 工号 and no name.

    `longer` are names of others that contain this one. `is_word`: what the person is called is
    also a word of the checklists (文明, 安全), so that it is a name only where it stands alone.
    """

    name: str
    stand_in: str
    numbers: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    longer: tuple[str, ...] = ()
    is_word: bool = False

    def names(self, text: str, field: str) -> bool:
        """Tell whether a text of a field names the person."""
        return self.without(text, field) != text

    def without(self, text: str, field: str) -> str:
        """Return a text of a field, be it JSON, without anything that names the person."""
        if text[:1] in ("[", "{"):
            try:
                told = json.loads(text)
            except ValueError:
                return self._plain(text, field)
            erased = self._json(told, field)
            if erased == told:
                return text
            return json.dumps(erased, ensure_ascii=text.isascii() and "\\u" in text)
        return self._plain(text, field)

    def _json(self, told: Any, field: str) -> Any:  # noqa: ANN401
        if isinstance(told, str):
            return self.without(told, field)  # JSON in JSON, as of what came from elsewhere
        if isinstance(told, list):
            return [self._json(each, field) for each in told]
        if isinstance(told, dict):
            return {
                key: each if _names_nobody(key) else self._json(each, key)
                for key, each in told.items()
            }
        return told

    def _plain(self, text: str, field: str) -> str:
        if _IDENTIFIER.fullmatch(text):
            return text
        if field in NUMBERED and text in self.numbers:
            return self.stand_in
        if field in _PHONES and text in self.phones:
            return ""
        for phone in self.phones:
            text = text.replace(phone, self.stand_in)
        if not self.name or self.name.isdecimal() or self.name not in text:
            return text
        if self.is_word:
            parts = _BETWEEN.split(text)
            return "".join(self.stand_in if each == self.name else each for each in parts)
        return self._mentions().sub(self._one(), text)

    def _mentions(self) -> re.Pattern[str]:
        ways = sorted((*self.longer, self.name), key=len, reverse=True)
        said = "|".join(map(re.escape, ways))
        # Of a name in Latin letters only whole words: Ann is not in Annex, nor in an identifier.
        return re.compile(rf"(?<![A-Za-z0-9])(?:{said})(?![A-Za-z0-9])" if self._latin else said)

    @property
    def _latin(self) -> bool:
        return self.name.isascii()

    def _one(self) -> Callable[[re.Match[str]], str]:
        return lambda found: self.stand_in if found[0] == self.name else found[0]


def _names_nobody(key: str) -> bool:
    """Tell whether a field of JSON holds an identifier, or a word of ours."""
    return key in ("id", "kind", "state", "digest") or key.endswith(("_id", "_at"))
