"""How every character is read, as pypinyin's table has it, without the rest of that package.

Its phrases take four times as long to load, in which no key is heard; who asks how a word in a
sentence is read needs them (`workspace/pinyin.py`).
"""

import sys
from collections.abc import Mapping
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec

_PACKAGE, _TABLE = "pypinyin", "pinyin_dict"


@cache
def readings() -> Mapping[int, str]:
    """Return the readings of characters by their code, the usual one first: `chéng,shèng`."""
    loaded = sys.modules.get(f"{_PACKAGE}.{_TABLE}")
    if loaded is None:
        package = find_spec(_PACKAGE)
        spec = package and PathFinder.find_spec(_TABLE, package.submodule_search_locations)
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError(_TABLE)
        loaded = module_from_spec(spec)
        spec.loader.exec_module(loaded)
    table: Mapping[int, str] = loaded.pinyin_dict
    return table
