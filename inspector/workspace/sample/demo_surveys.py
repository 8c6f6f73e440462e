"""Satisfaction surveys of the sample: people were asked at each newer visit, nobody by name."""

import random
from collections.abc import Iterator
from contextlib import contextmanager

from inspector.domain.survey.survey_reasons import REASONS
from inspector.domain.survey.survey_sheet import GRADES, Channel, Satisfaction
from inspector.domain.visit.roster import Site
from inspector.workspace.sample.demo_halls import Hall
from inspector.workspace.sample.demo_identities import Identities
from inspector.workspace.surveys.surveys import Asked
from inspector.workspace.workspace import Workspace

_FEWEST, _MOST = 18, 34
"""Sheets at a visit: of a month most halls have enough to be ranked, and some have not."""

_UNREASONED = 0.2


class Interviewer:
    """Asks with chances of its own, so that the rest of the sample stays what it is."""

    def __init__(self, workspace: Workspace, identities: Identities, seed: int) -> None:
        self._workspace, self._identities = workspace, identities
        self._rng = random.Random(f"surveys {seed}")

    def ask(self, site: Site, hall: Hall, inspection_id: str) -> None:
        """Enter the sheets of a visit that goes on; one is corrected, one taken back."""
        surveys, rng = self._workspace.surveys, self._rng
        day = self._workspace.now().date()
        with self._apart():
            for place in range(rng.randint(_FEWEST, _MOST)):
                channel = Channel.PHONE if rng.random() < 0.1 else Channel.ON_SITE
                grade = self._grade(hall)
                reason = self._reason(hall, grade)
                asked = Asked(site, day, channel, "", inspection_id)
                sheet, _ = surveys.record(asked, grade, reason)
                if place == 3:
                    surveys.correct(sheet.id, self._grade(hall))
                elif place == 5:
                    surveys.take_back(sheet.id)

    def _grade(self, hall: Hall) -> Satisfaction:
        bad = min(0.3, 0.02 + 2.2 * hall.slips)
        weights = (0.5 - bad, 0.34 - bad / 2, 0.16, 1.1 * bad, 0.4 * bad)
        return self._rng.choices(GRADES, weights)[0]

    def _reason(self, hall: Hall, grade: Satisfaction) -> str:
        rng = self._rng
        if not grade.is_bad or rng.random() < _UNREASONED:
            return ""
        first = len(hall.name) % 3
        weights = [4 if place == first else 1 for place in range(len(REASONS))]
        return rng.choices(tuple(REASONS), weights)[0]

    @contextmanager
    def _apart(self) -> Iterator[None]:
        with self._identities.of(self._rng):
            yield
