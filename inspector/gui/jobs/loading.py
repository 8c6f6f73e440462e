"""Code loaded in pieces: a module and all that it imports would be waited for in one.

A module's imports are read off its code and loaded before it, each for itself. What only types are
taken from (`if TYPE_CHECKING`) is none of them.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.abc import InspectLoader
from importlib.util import find_spec
from time import perf_counter
from types import CodeType

LONGEST = 0.01
"""Seconds of a piece; some modules take twice as long alone."""

_OURS = f"{__name__.partition('.')[0]}."


def load(*names: str) -> Iterator[None]:
    """Load modules that are not loaded yet, some milliseconds each time."""
    begun = perf_counter()
    for name in names:
        for _ in _loaded(name, set()):
            if perf_counter() - begun > LONGEST:
                yield
                begun = perf_counter()


def _loaded(name: str, met: set[str]) -> Iterator[None]:
    """Load a module behind those it imports, one each time."""
    if name in sys.modules or name in met or (spec := find_spec(name)) is None:
        return
    met.add(name)
    code = spec.loader.get_code(name) if isinstance(spec.loader, InspectLoader) else None
    if isinstance(code, CodeType):
        for each in _imported(code):
            yield from _loaded(each, met)
    import_module(name)
    yield


def _imported(code: CodeType) -> Iterator[str]:
    """Return the modules of this program that the code of a module imports as it is loaded."""
    from opcode import EXTENDED_ARG, opmap

    takes, looks, above = opmap["IMPORT_NAME"], opmap["LOAD_NAME"], 0
    names, steps = code.co_names, code.co_code  # which is made anew whenever it is asked for
    for operation, place in zip(steps[::2], steps[1::2], strict=True):
        place |= above
        above = place << 8 if operation == EXTENDED_ARG else 0
        if operation == looks and names[place] == "TYPE_CHECKING":
            return  # what comes behind that is imported by nobody
        if operation == takes and names[place].startswith(_OURS):
            yield names[place]
