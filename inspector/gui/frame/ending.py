"""What is to happen after the window has closed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from inspector.workspace.keeping.restore_from_backup import Prepared


@dataclass(frozen=True, slots=True)
class Restart:
    """Open the same folder again, at the visit that was in front, if one was."""

    visit: str = ""


@dataclass(frozen=True, slots=True)
class PutInPlace:
    """Let a prepared backup be the data folder, then open it."""

    prepared: "Prepared"


@dataclass(frozen=True, slots=True)
class StartEmpty:
    """Set the damaged database aside and begin with an empty one."""


Ending: TypeAlias = Restart | PutInPlace | StartEmpty | None
"""None: quit."""
