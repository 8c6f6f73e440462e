"""The circular (通报) of an extent as a paper: its text, and what the text comes with."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from inspector.domain.days.span import Span, SpanKind
from inspector.domain.figures.summary import Visit
from inspector.domain.papers.circular import Circular, PeriodFindings
from inspector.excel.papers.circular_workbook import write_circular
from inspector.excel.papers.seal_words import records_alarm
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.report_heading import Heading
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.extent import Extent, Period
from inspector.workspace.papers.circular.circular_photos import circular_photos, photos_shown
from inspector.workspace.papers.circular.circular_text import circular_text, circular_title
from inspector.workspace.papers.circular.circulars import Circulars
from inspector.workspace.papers.collector_pause import seldom_collected
from inspector.workspace.papers.summary_papers import SummaryPapers, marked
from inspector.workspace.preferences import UNIT_NAME

_BEFORE = {
    SpanKind.DAY: "前一天", SpanKind.WEEK: "上周", SpanKind.MONTH: "上月",
    SpanKind.QUARTER: "上季度", SpanKind.YEAR: "上年",
}  # fmt: skip


class CircularPapers(SummaryPapers):
    """Writes circulars."""

    def circular_name(self, extent: Extent, suffix: str = ".xlsx") -> str:
        """Return the file name that a circular is offered under."""
        return self._file_name("通报附件", extent, suffix=suffix)

    @seldom_collected
    def write_circular(
        self,
        path: Path,
        extent: Extent,
        progress: Progress = unheard,
        *,
        open_only: bool = False,
    ) -> Path:
        """Write the circular (通报附件) of an extent.

        With `open_only` its list has what is not closed, and tells of the others.
        Raises UnknownSiteError, NothingToExportError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        visits, findings = self._visits(extent), self._told_apart(extent)
        circular = self._circular(extent, visits, findings)
        book = self._opened.of(EvidenceBook)
        shown = photos_shown(book, circular)
        check = self._check(extent, findings.counted, (each[0] for each in shown))
        changed = check.changed(progress)
        circular = replace(circular, lines=tuple(marked(circular.lines, changed)))
        photos = circular_photos(book, shown, progress)
        heading = replace(self._sender(extent), alarm=records_alarm(changed))
        write_circular(
            path, circular, self._packs(visits), photos, heading, progress,
            title=circular_title(heading), text=circular_text(circular, heading, before(extent)),
            open_only=open_only,
        )  # fmt: skip
        return path

    def circular(self, extent: Extent) -> Circular:
        """Return what is told of an extent; raises UnknownSiteError or NothingToExportError."""
        return self._circular(extent, self._visits(extent), self._told_apart(extent))

    def _circular(
        self, extent: Extent, visits: Sequence[Visit], findings: PeriodFindings
    ) -> Circular:
        lines = self._lines(extent, visits)
        return self._opened.of(Circulars).of(extent, lines, findings, visits)

    def _sender(self, extent: Extent) -> Heading:
        """Return who sends a circular: who was inspected does not inspect."""
        unit = self._preferences.get(UNIT_NAME)
        return replace(
            self._heading(extent), unit=unit, site=extent.site or "", period=_period(extent.period)
        )


def _period(period: Period) -> str:
    """Return a period as a title says it: 2026年第三季度, or as any paper does."""
    year = f"{period.first.year}年"
    match Span(period.first, period.last).kind:
        case SpanKind.QUARTER:
            return f"{year}第{'一二三四'[period.first.month // 3]}季度"
        case SpanKind.YEAR:
            return year
    return period.chinese


def before(extent: Extent) -> str:
    """Return what the period is called that an extent is compared with: 上月."""
    if extent.phase:
        return "上阶段"
    return _BEFORE.get(Span(extent.period.first, extent.period.last).kind, "上期")
