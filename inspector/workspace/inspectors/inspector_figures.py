"""What each inspector found and how strictly, for the office: it stands on no paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.people.inspector import Inspector
from inspector.domain.people.strictness import Strictness, strictness_of
from inspector.storage.figures.judged_windows import (
    findings_of_visits,
    judged_windows,
    parties_between,
)
from inspector.storage.stores.joined.joined_visits import leads_between
from inspector.workspace.inspectors.inspectors import Inspectors
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import STRICTNESS_LEAST, PreferenceBook


@dataclass(frozen=True, slots=True)
class InspectorFigure:
    """One inspector in a period: scored visits they took part in, what was found on them."""

    inspector: Inspector
    visits: int
    windows: int
    findings: int
    strictness: Strictness


class InspectorFigures:
    """Reads; writes nothing."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened

    @property
    def least(self) -> int:
        """Windows on both sides from which there is a figure."""
        return self._opened.of(PreferenceBook).number(STRICTNESS_LEAST)

    def of(self, first: date, last: date) -> Sequence[InspectorFigure]:
        """Return those who took part in a visit of a period, in the order of the roster.

        Only visits of a known party that score and are ranked count; what several found together
        is found by each of them.
        """
        database = self._opened.database
        parties = parties_between(database, first, last)
        judged = judged_windows(database, first, last)
        findings = findings_of_visits(database, list(parties))
        leads = leads_between(database, first, last)  # parts of one visit are one
        figures = []
        for each in self._opened.of(Inspectors).all():
            visits = {visit for visit, party in parties.items() if each.id in party}
            if visits:
                figures.append(
                    InspectorFigure(
                        each,
                        len({leads.lead(visit) for visit in visits}),
                        sum(window.visit in visits for window in judged),
                        sum(findings.get(visit, 0) for visit in visits),
                        strictness_of(each.id, judged, parties, self.least),
                    )
                )
        return figures
