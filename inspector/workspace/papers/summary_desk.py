"""What the summary page remembers in the data folder: the kind of period and the sites."""

import json
from dataclasses import dataclass
from datetime import date

from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.storage.own.setting_store import SettingStore
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


@dataclass(frozen=True, slots=True)
class _Kept:
    """A view as it is kept."""

    kind: SpanKind = SpanKind.MONTH
    free: tuple[date, ...] = ()  # the first day and the last
    phase: str = ""
    sites: tuple[str, ...] = ()


class SummaryDesk:
    """The operations on what the summary page remembers; what cannot be read is nothing."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._store = SettingStore(opened.database)

    def last(self) -> SummaryView:
        """Return how the summary was looked at last."""
        kept = self._store.kept(_LAST, _Kept, _Kept())
        if not kept.free:
            return SummaryView(kept.kind, None, kept.phase, kept.sites)
        if len(kept.free) != 2 or kept.free[0] > kept.free[1]:
            return SummaryView()
        return SummaryView(kept.kind, Span(*kept.free), kept.phase, kept.sites)

    def remember(self, view: SummaryView) -> bool:
        """Remember how the summary is looked at; raises CannotWriteError."""
        free = [str(view.free.first), str(view.free.last)] if view.free else []
        plain = {"kind": view.kind, "free": free, "phase": view.phase, "sites": view.site_ids}
        content = json.dumps(plain, ensure_ascii=False)
        if content != self._store.get(_LAST) and (view != self.last()):
            self._store.put(_LAST, content)
        return True
