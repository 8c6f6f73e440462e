"""What people call the objects of a bundle: a step by the number it belongs to and its own word."""

import json
from contextlib import suppress

from inspector.domain.complaint.complaint_event import ComplaintStep
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.sharing.titles import title_of
from inspector.domain.sharing.travelling import Kind, Travelling
from inspector.translation import tr
from inspector.workspace.finding_state_words import event_word
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.stories.complaint_words import step_word

_STEPS, _COMPLAINT_STEPS = frozenset(EventKind), frozenset(ComplaintStep)
_MOST = 2000
"""Numbers of findings that are remembered of what comes itself: enough for what is named."""


class ComingTitles:
    """Remembers the numbers of findings that visits bring, for the steps behind them."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._numbers: dict[str, str] = {}

    def heed(self, came: Travelling) -> None:
        """Remember what a visit calls its findings."""
        if came.kind is not Kind.VISIT or len(self._numbers) >= _MOST:
            return
        for row in came.rows.get("finding_event", ()):
            with suppress(ValueError):  # what is none is told of where it is taken in
                said = json.loads(str(row["content"]))
                if isinstance(said, dict):
                    self._numbers[str(row["id"])] = str(said.get("number") or "")

    def of(self, came: Travelling) -> str:
        """Return what people call an object."""
        named = title_of(came)
        if came.kind is Kind.EVENT:
            for row in came.rows["finding_event"]:
                number = self.finding_number(str(row["finding_id"]))
                kind = row["kind"]
                word = event_word(EventKind(kind)) if kind in _STEPS else ""
                return _joined(number, word, named)
        if came.kind is Kind.COMPLAINT:
            for row in came.rows["complaint_event"]:
                kind = row["kind"]
                word = step_word(ComplaintStep(kind)) if kind in _COMPLAINT_STEPS else ""
                return _joined(word, named)
        return named

    def finding_number(self, finding_id: str) -> str:
        """Return the number of a finding that is here or was heeded; '' of any other."""
        known = self._numbers.get(finding_id)
        if known is None:
            known = ""
            with suppress(KeyError):  # it waits for its finding, which another bundle brings
                known = self._opened.finding_store.all_of([finding_id])[finding_id].number
        return known


def _joined(*parts: str) -> str:
    return tr(", ").join(filter(None, parts))
