"""How far looking a data folder over is: a share of the time that it takes, from the beginning."""

from collections.abc import Mapping
from enum import Enum, auto

from inspector.storage.comparing.counted import Counted
from inspector.storage.files.whole_files import Progress

_PAGE_CHECKED, _PAGE_COPIED, _PAGE_LINKED = 50, 16, 7
_ENTRY, _VISIT, _FINDING, _FOLLOWING, _SEARCHED, _FILE = 70, 7_500, 400, 400, 70, 4_000
"""Microseconds that one takes, measured with 5,000 visits: they matter only beside each other."""


class Stage(Enum):
    """What is looked at, one after the other."""

    CHECK = auto()  # the database, by SQLite
    COPY = auto()  # a copy of it, and the check of that
    PARENTS = auto()
    JOURNAL = auto()
    VISITS = auto()
    FINDINGS = auto()
    FOLLOWING = auto()  # what follows from findings: reviewed scores, repeats
    SEARCHED = auto()  # and what they are searched by
    FILES = auto()


class LookOverShare:
    """Tells a progress which share of the whole is done, stage by stage; it only grows."""

    def __init__(self, progress: Progress, counted: Counted) -> None:
        """`counted` is what there is to look at."""
        self._progress = progress
        pages = counted.pages
        self._takes: Mapping[Stage, int] = {
            Stage.CHECK: pages * _PAGE_CHECKED,
            Stage.COPY: pages * (_PAGE_COPIED + _PAGE_CHECKED),
            Stage.PARENTS: pages * _PAGE_LINKED,
            Stage.JOURNAL: counted.entries * _ENTRY,
            Stage.VISITS: counted.visits * _VISIT,
            Stage.FINDINGS: counted.findings * _FINDING,
            Stage.FOLLOWING: counted.findings * _FOLLOWING,
            Stage.SEARCHED: counted.findings * _SEARCHED,
            Stage.FILES: counted.files * _FILE,
        }
        self._whole = sum(self._takes.values())
        self._said = 0
        self._in_stage: dict[Stage, int] = {}
        self._say(0)

    def within(self, stage: Stage) -> Progress:
        """Return what hears how far a stage is; all before it is done by then."""
        stages = list(self._takes)
        before = sum(self._takes[each] for each in stages[: stages.index(stage)])

        def hear(done: int, total: int) -> None:
            self._say(before + self._takes[stage] * min(done, total) // max(total, 1))

        return hear

    def did(self, stage: Stage, some: int, of: int) -> None:
        """Hear that so many more of a stage's `of` were looked at."""
        self._in_stage[stage] = self._in_stage.get(stage, 0) + some
        self.within(stage)(self._in_stage[stage], of)

    def end(self) -> None:
        """Hear that everything was looked at."""
        self._say(self._whole)

    def _say(self, done: int) -> None:
        self._said = max(self._said, done)
        self._progress(self._said, self._whole)
