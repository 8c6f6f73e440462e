"""The circular (通报) of an extent as a paper: its text, and what the text comes with."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.domain.days.span import Span, SpanKind
from inspector.domain.figures.summary import Visit
from inspector.domain.papers.circular import Circular, PeriodFindings
from inspector.domain.papers.kept_text import ChangedSentence, KeptText, changed_sentences
from inspector.excel.papers.circular_workbook import CircularPhoto, annexes, write_circular
from inspector.excel.papers.seal_words import records_alarm
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.report_heading import Heading
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.paper_photos import PaperPhotos
from inspector.workspace.extent import Extent, Period
from inspector.workspace.papers.circular.circular_letter import circular_letter
from inspector.workspace.papers.circular.circular_photos import circular_photos, photos_shown
from inspector.workspace.papers.circular.circular_text import circular_text, circular_title
from inspector.workspace.papers.circular.circulars import Circulars
from inspector.workspace.papers.circular.kept_circulars import KeptCirculars
from inspector.workspace.papers.collector_pause import seldom_collected
from inspector.workspace.papers.letters.letter_saving import write_letter
from inspector.workspace.papers.summary_papers import SummaryPapers, marked
from inspector.workspace.preferences import UNIT_NAME

LETTER = ".docx"

_BEFORE = {
    SpanKind.DAY: "前一天", SpanKind.WEEK: "上周", SpanKind.MONTH: "上月",
    SpanKind.QUARTER: "上季度", SpanKind.YEAR: "上年",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CircularDraft:
    """The text of a circular: what the figures of now make of it, and what was edited."""

    title: str
    generated: str
    kept: KeptText | None

    @property
    def content(self) -> str:
        """The text that goes out."""
        return self.kept.content if self.kept else self.generated

    @property
    def changed(self) -> list[ChangedSentence]:
        """What the figures say otherwise since the text was edited."""
        return changed_sentences(self.kept, self.generated) if self.kept else []


class CircularPapers(SummaryPapers):
    """Writes circulars."""

    def circular_name(self, extent: Extent, suffix: str = ".xlsx") -> str:
        """Return the file name that a circular is offered under."""
        subject = "通报" if suffix == LETTER else "通报附件"
        return self._file_name(subject, extent, suffix=suffix)

    def circular_draft(self, extent: Extent) -> CircularDraft:
        """Return the text of a circular as it stands: made by rule, and what was edited of it.

        Raises UnknownSiteError or NothingToExportError.
        """
        circular, heading = self.circular(extent), self._sender(extent)
        return CircularDraft(
            circular_title(heading),
            circular_text(circular, heading, before(extent)),
            self._opened.of(KeptCirculars).of(extent),
        )

    @seldom_collected
    def write_circular(
        self,
        path: Path,
        extent: Extent,
        progress: Progress = unheard,
        *,
        generated: bool = False,
        open_only: bool = False,
    ) -> Path:
        """Write the circular (通报附件) of an extent; its text is the one that was edited, if any.

        Under a name in .docx it is an official letter alone, else a workbook with what comes
        with it; with `open_only` its list has what is not closed. `generated`: what was edited is
        left aside. Raises UnknownSiteError, NothingToExportError, FileInUseError or
        CannotWriteError.
        """
        self._refuse_own(path)
        visits, findings = self._visits(extent), self._told_apart(extent)
        circular = self._circular(extent, visits, findings)
        book = self._opened.of(EvidenceBook)
        shown = photos_shown(book, circular)
        check = self._check(extent, findings.counted, (each[0] for each in shown))
        begun: AbstractContextManager[Sequence[CircularPhoto]] = nullcontext(())
        if not is_letter(path):  # they take longest, and are made while all else is written
            begun = circular_photos(self._opened.of(PaperPhotos), shown, progress)
        with begun as photos:
            changed = check.changed(progress)
            circular = replace(circular, lines=tuple(marked(circular.lines, changed)))
            heading = replace(self._sender(extent), alarm=records_alarm(changed))
            kept = None if generated else self._opened.of(KeptCirculars).of(extent)
            text = kept.content if kept else circular_text(circular, heading, before(extent))
            title = circular_title(heading)
            if is_letter(path):
                names = annexes(has_photos=bool(shown))
                letter = circular_letter(title, text, heading, names, self._preferences)
                write_letter(letter, path)
                return path
            write_circular(
                path, circular, self._packs(visits), photos, heading, progress, title=title,
                text=text, open_only=open_only,
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


def is_letter(path: Path) -> bool:
    """Tell whether a circular at a path is a letter, without what comes with it."""
    return path.suffix.lower() == LETTER


def before(extent: Extent) -> str:
    """Return what the period is called that an extent is compared with: 上月."""
    if extent.phase:
        return "上阶段"
    return _BEFORE.get(Span(extent.period.first, extent.period.last).kind, "上期")
