"""How a long export tells how far it is."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Is told how much of how much is done; what it raises stops the writing."""


def unheard(done: int, total: int) -> None:
    """Nobody wants to know."""
