"""What could not be written, kept as a file while it waits, and read again by the next run.

A window that is killed while its disk is full loses nothing: what waited lies in a file wherever
a disk took it, and is written when the folder is opened again.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inspector.storage.files.recovery_files import RecoveryFiles
from inspector.typed_values import typed

if TYPE_CHECKING:
    from inspector.workspace.pending.pending_writes import Pending

_FORMAT = 1


class Recovered(NamedTuple):
    """What earlier runs left unwritten, oldest first, and files that hold something else."""

    waiting: "tuple[Pending, ...]" = ()
    unreadable: tuple[Path, ...] = ()


class Recovery:
    """The file of one data folder."""

    def __init__(self, folder: Path) -> None:
        self._files = RecoveryFiles(folder)
        self._serial = 0

    def keep(self, waiting: "Iterable[Pending]") -> Path | None:
        """Let the file hold exactly these; return where it is, None when no disk takes it.

        Nothing waits: there is no file.
        """
        content = list(waiting)
        if not content:
            self._files.drop()
            return None
        self._serial += 1
        return self._files.keep(_written(content, self._serial))

    def read(self) -> Recovered:
        """Return what an earlier run left; the files stay until `keep` replaces them.

        A file that holds nothing of ours is renamed and kept.
        """
        found: list[tuple[int, list[Pending]]] = []
        unreadable: list[Path] = []
        for path, content in self._files.found():
            try:
                found.append(_read(content))
            except (ValueError, TypeError, LookupError):
                unreadable.append(self._files.set_aside(path))
        # Of two the later one holds all that the earlier one did, but what was written since.
        self._serial, latest = max(found, key=lambda each: each[0], default=(0, []))
        return Recovered(tuple(latest), tuple(unreadable))

    def refuse(self, waiting: "Sequence[Pending]") -> Path | None:
        """Keep for good what cannot be written any more; return where."""
        return self._files.keep_refused(_written(waiting, 0))


def _written(waiting: "Sequence[Pending]", serial: int) -> bytes:
    from msgspec import to_builtins

    from inspector.workspace.pending.pending_writes import KINDS

    names = {kind: name for name, kind in KINDS.items()}
    content = [
        {"kind": names[type(each)], "write": to_builtins(each, builtin_types=(datetime,))}
        for each in waiting
    ]
    held = {"format": _FORMAT, "serial": serial, "waiting": content}
    return json.dumps(held, ensure_ascii=False, indent=1, default=datetime.isoformat).encode()


def _read(content: bytes) -> "tuple[int, list[Pending]]":
    """Raises ValueError, TypeError or LookupError."""
    from inspector.workspace.pending.pending_writes import KINDS

    held = json.loads(content)
    if held["format"] != _FORMAT:
        raise ValueError(held["format"])
    waiting: list[Pending] = [typed(each["write"], KINDS[each["kind"]]) for each in held["waiting"]]
    return int(held["serial"]), waiting
