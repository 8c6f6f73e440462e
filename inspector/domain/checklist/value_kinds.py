"""The kinds of value in a plain table: how each is read, with its problems, and written back."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from inspector.domain.checklist.points import Hundredths, to_decimal, to_hundredths
from inspector.domain.checklist.table_values import (
    LARGEST_NUMBER,
    SMALLEST_NUMBER,
    Path,
    Reading,
)
from inspector.domain.faults import Fault


class Said(NamedTuple):
    """What the window calls something, in English for the catalogue, and a workbook in Chinese."""

    english: str = ""
    chinese: str = ""


UNSAID = Said()


def on_sheet(chinese: str) -> Said:
    """Return what only workbooks call something."""
    return Said(chinese=chinese)


class Kind:
    """A kind of value. `nothing` stands for one that is absent or cannot be read."""

    nothing: Any = None
    absent: Any = None
    """What is read where there is no such key; None: nothing is."""

    words: Mapping[Any, Said] | None = None
    """What each value that it can have is called, where there are only a few."""

    def read(self, reading: Reading, value: Any, path: Path) -> Any:  # noqa: ANN401
        """Return what stands at `path`; what is wrong with it is reported."""
        raise NotImplementedError

    def write(self, value: Any) -> Any:  # noqa: ANN401
        """Return a value as it stands in a table."""
        return value

    def due(self, key: str) -> str:
        """Return what is missing where the key is."""
        return key


class Text(Kind):
    """A text without blanks around it. `long`: a sentence; `once`: other rows have another."""

    nothing = ""

    def __init__(self, *, long: bool = False, once: bool = False) -> None:
        self.long, self.once = long, once

    def read(self, reading: Reading, value: object, path: Path) -> str:
        if not isinstance(value, str):
            reading.report(path, Fault.NOT_TEXT, value)
            return ""
        return value.strip()


class Texts(Kind):
    """A list of different texts. `of_kinds`: each is the id of a window kind; `repeats`: some may
    be alike, or blank."""

    nothing = ()

    def __init__(self, *, of_kinds: bool = False, repeats: bool = False) -> None:
        self.of_kinds, self.repeats = of_kinds, repeats

    def read(self, reading: Reading, value: object, path: Path) -> tuple[str, ...]:
        if not isinstance(value, list):
            reading.report(path, Fault.NOT_A_LIST, value)
            return ()
        known, key = (reading.kinds if self.of_kinds else None), str(path[-1])
        texts: list[str] = []
        for index, entry in enumerate(value):
            own = (*path, index)
            text = entry.strip() if isinstance(entry, str) else ""
            if not isinstance(entry, str):
                reading.report(own, Fault.NOT_TEXT, entry)
            elif self.repeats:
                pass
            elif not text:
                reading.report(own, Fault.BLANK_ENTRY, key)
            elif text in texts:
                first = reading.place((*path, texts.index(text)))
                reading.report(own, Fault.DUPLICATE, text, first)
            elif known is not None and text not in known:
                # Without any to choose from: where they are declared.
                choice = ", ".join(sorted(known)) or f"[[{key.removesuffix('s')}]]"
                reading.report(own, Fault.NOT_ONE_OF, text, choice)
            texts.append(text)
        return tuple(texts)

    def write(self, value: tuple[str, ...]) -> list[str]:
        return list(value)


class Points(Kind):
    """A number of at most two decimals, in hundredths; at least 0, or above it.

    In rows one below the other it may have to fall or to rise, or this fault is reported.
    """

    nothing = 0

    def __init__(
        self, *, zero: bool = True, falls: Fault | None = None, rises: Fault | None = None
    ) -> None:
        self.zero, self.falls, self.rises = zero, falls, rises

    def read(self, reading: Reading, value: object, path: Path) -> Hundredths:
        fault, expected = Fault.TOO_PRECISE, ""
        if (
            isinstance(value, bool)
            or not isinstance(value, (int, Decimal))
            or (isinstance(value, Decimal) and not value.is_finite())
        ):
            fault = Fault.NOT_A_NUMBER
        elif value > LARGEST_NUMBER:
            fault, expected = Fault.OUT_OF_RANGE, f"≤ {LARGEST_NUMBER}"
        elif value < 0 or (value == 0 and not self.zero):
            fault, expected = Fault.OUT_OF_RANGE, "≥ 0" if self.zero else "> 0"
        # 1E-999999999 written out would fill the memory.
        elif value == 0 or value >= SMALLEST_NUMBER:
            try:
                return to_hundredths(value)
            except ValueError:
                pass
        reading.report(path, fault, value, expected)
        return 0

    def write(self, value: Hundredths) -> int | Decimal:
        return value // 100 if value % 100 == 0 else to_decimal(value).normalize()

    def is_out_of_order(self, before: Hundredths | None, after: Hundredths | None) -> Fault | None:
        """Return the fault of two numbers one below the other, if they have one."""
        if before is None or after is None:
            return None
        if after == before:
            return self.falls or self.rises
        return self.falls if after > before else self.rises


class Whole(Kind):
    """A whole number from 0 on. `percent`: a sign may be typed behind it."""

    nothing = 0

    def __init__(self, highest: int, *, percent: bool = False) -> None:
        self.highest, self.percent = highest, percent

    def read(self, reading: Reading, value: object, path: Path) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            reading.report(path, Fault.NOT_A_WHOLE_NUMBER, value)
            return 0
        if not 0 <= value <= self.highest:
            reading.report(path, Fault.OUT_OF_RANGE, value, f"0–{self.highest}")
        return value


class Flag(Kind):
    """A yes or no."""

    nothing = False
    words: Mapping[Any, Said] = {False: Said("No", "否"), True: Said("Yes", "是")}

    def read(self, reading: Reading, value: object, path: Path) -> bool:
        if not isinstance(value, bool):
            reading.report(path, Fault.NOT_YES_OR_NO, value)
            return False
        return value


class Word(Kind):
    """One of a few words, those of an enumeration; the usual one first."""

    def __init__(self, words: Mapping[Any, Said]) -> None:
        self.words: Mapping[Any, Said] = words
        self.nothing = next(iter(words))

    def read(self, reading: Reading, value: object, path: Path) -> Any:  # noqa: ANN401
        for word in type(self.nothing):
            if value == word.value:
                return word
        words = ", ".join(word.value for word in type(self.nothing))
        reading.report(path, Fault.NOT_ONE_OF, value, words)
        return self.nothing

    def write(self, value: StrEnum) -> str:
        return str(value)


class Words(Kind):
    """Several of a few words, each once, in the order of their enumeration."""

    nothing = ()
    absent = ()

    def __init__(self, words: Mapping[Any, Said]) -> None:
        self.words: Mapping[Any, Said] = words
        self._word = Word(words)

    def read(self, reading: Reading, value: object, path: Path) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            reading.report(path, Fault.NOT_A_LIST, value)
            return ()
        found: dict[Any, Path] = {}
        for index, entry in enumerate(value):
            own = (*path, index)
            word = self._word.read(reading, entry, own)
            if word in found and reading.sound(own):
                reading.report(own, Fault.DUPLICATE, entry, reading.place(found[word]))
            found.setdefault(word, own)
        return tuple(word for word in self.words if word in found)

    def write(self, value: tuple[StrEnum, ...]) -> list[str]:
        return [str(word) for word in value]
