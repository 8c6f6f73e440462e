"""Why personal data is not erased; each bears the facts that its sentence needs."""

from collections.abc import Sequence
from datetime import date

from inspector.domain.errors import InspectorError
from inspector.domain.personal.erasure import Hindrance


class UnknownPersonError(InspectorError):
    """Nothing in the data folder names anybody so."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SeveralPersonsError(InspectorError):
    """Several people are called `name`; `whose` names each by site, unit or complaint."""

    def __init__(self, name: str, whose: Sequence[str]) -> None:
        super().__init__(name, *whose)
        self.name = name
        self.whose = tuple(whose)


class StillNeededError(InspectorError):
    """A person's data cannot go while something that names them is open."""

    def __init__(self, name: str, obstacles: Sequence[Hindrance]) -> None:
        super().__init__(name, *obstacles)
        self.name = name
        self.obstacles = tuple(obstacles)


class ChangedBeforeErasureError(InspectorError):
    """What would be changed is not what was entered: an erasure must not cover that up."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class PhotoErasedError(InspectorError):
    """The bytes of a photo were lawfully erased on a `day`."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


class NothingToEraseError(InspectorError):
    """No photo is old enough, and nobody's name is."""
