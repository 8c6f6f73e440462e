"""Identifiers of the sample: the same for the same seed."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID


class Identities:
    """Makes identifiers, drawn from one source or for a while from another."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng

    def __call__(self) -> str:
        """Return a new identifier."""
        return str(UUID(int=self._rng.getrandbits(128), version=4))

    @contextmanager
    def of(self, rng: random.Random) -> Iterator[None]:
        """Draw from `rng` for a while."""
        own, self._rng = self._rng, rng
        try:
            yield
        finally:
            self._rng = own
