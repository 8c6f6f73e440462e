"""What the summary page remembers in the data folder: the kind of period and the sites."""

import json
from dataclasses import dataclass
from datetime import date

from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.storage.stores.setting_store import SettingStore
from inspector.workspace.opened_folder import OpenedFolder

_LAST = "summary:last"


@dataclass(frozen=True, slots=True)
class SummaryView:
    """How somebody looks at the summary. A month is kept as such: in December it is December."""

    kind: SpanKind = SpanKind.MONTH
    free: Span | None = None  # the days, where they are of no kind
    phase: str = ""
    site_ids: tuple[str, ...] = ()

    def span(self, today: date) -> Span:
        """Return the days that it means today."""
        return self.free or span_of(SpanKind.MONTH if self.kind is SpanKind.FREE else self.kind,
                                    today)  # fmt: skip


class SummaryDesk:
    """The operations on what the summary page remembers; what cannot be read is nothing."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._store = SettingStore(opened.database)

    def last(self) -> SummaryView:
        """Return how the summary was looked at last."""
        try:
            return _from_plain(json.loads(self._store.get(_LAST) or "{}"))
        except (ValueError, TypeError):
            return SummaryView()

    def remember(self, view: SummaryView) -> bool:
        """Remember how the summary is looked at; raises CannotWriteError."""
        free = [str(view.free.first), str(view.free.last)] if view.free else []
        plain = {"kind": view.kind, "free": free, "phase": view.phase, "sites": view.site_ids}
        content = json.dumps(plain, ensure_ascii=False)
        if content != self._store.get(_LAST) and (view != self.last()):
            self._store.put(_LAST, content)
        return True


def _from_plain(plain: object) -> SummaryView:
    """Return the view that was kept; raises ValueError or TypeError for what is none."""
    if not isinstance(plain, dict):
        raise TypeError
    first_last = [date.fromisoformat(day) for day in plain.get("free", [])]
    if first_last and (len(first_last) != 2 or first_last[0] > first_last[1]):
        raise ValueError
    sites = plain.get("sites", [])
    phase = plain.get("phase", "")
    if not isinstance(phase, str) or not all(isinstance(each, str) for each in sites):
        raise TypeError
    return SummaryView(
        SpanKind(plain.get("kind", SpanKind.MONTH)),
        Span(*first_last) if first_last else None,
        phase,
        tuple(sites),
    )
