"""Qt without what it does to `import`, and without what it reads for it. To be called before
anything else imports Qt.
"""

import builtins
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from importlib.abc import Loader

_SIGNATURES = "shibokensupport.signature."
# Not "mapping": PySide's own C++ looks into it without asking.
_LATER = {_SIGNATURES + name for name in ("layout", "parser", "lib.enum_sig", "lib.pyi_generator")}


def load_qt() -> None:
    """Import Qt and leave `import` as it was; raises ImportError when Qt cannot be loaded.

    PySide puts its own in that place, which reads the source of every module that is imported
    from then on, to see who switches on the other spellings it offers (`__feature__`). Nobody does
    here, and it took a tenth of the start, time before each export, and the memory of all sources.

    What knows the signatures of Qt's functions it compiles anew at each start, 15 ms. Only a call
    with wrong arguments asks for that, to say what would be right: it is read then.
    """
    plain = builtins.__import__
    later = _Later()

    def watched(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        # PySide puts a finder of its own in front first.
        if name == "shibokensupport" and later not in sys.meta_path:
            sys.meta_path.insert(0, later)
        return plain(name, globals, locals, fromlist, level)

    builtins.__import__ = watched
    try:
        from PySide6 import QtCore  # noqa: F401
    finally:
        builtins.__import__ = plain
        if later in sys.meta_path:
            sys.meta_path.remove(later)


class _Later:
    """Finds what is in no hurry, by the finder behind this one."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        behind = sys.meta_path[sys.meta_path.index(self) + 1] if name in _LATER else None
        found = behind.find_spec(name, path, target) if behind else None
        if found is not None and found.loader is not None:
            return ModuleSpec(name, cast("Loader", _LateLoader(found.loader)))
        return found


class _LateLoader:
    """Makes a module and leaves reading it to who asks for something of it."""

    def __init__(self, loader: "Loader") -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _LateModule(spec.name, self._loader)

    def exec_module(self, module: ModuleType) -> None:
        pass


class _LateModule(ModuleType):
    def __init__(self, name: str, loader: "Loader") -> None:
        super().__init__(name)
        self._loader: Loader | None = loader

    def __getattr__(self, name: str) -> object:
        loader, spec = self._loader, self.__spec__
        if name.startswith("__") or loader is None or spec is None:
            raise AttributeError(name)
        self._loader = None  # from now on it is a module like any other
        moved, spec.name = spec.name, self.__name__  # PySide puts it into another package, too
        loader.exec_module(self)
        spec.name = moved
        return getattr(self, name)
