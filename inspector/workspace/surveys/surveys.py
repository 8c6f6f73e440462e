"""Sheets of satisfaction surveys: entered by one key each, corrected by another sheet, counted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from inspector.domain.errors import FindingRaisedError, SheetReplacedError
from inspector.domain.survey.sheets_beside import standing
from inspector.domain.survey.survey_rate import SurveyRate, rate_of_lines
from inspector.domain.survey.survey_reasons import category_of, frequent, offered
from inspector.domain.survey.survey_sheet import (
    Channel,
    Satisfaction,
    SheetLine,
    SurveySheet,
    nameless,
)
from inspector.domain.visit.inspection import Inspection, InspectionState
from inspector.domain.visit.roster import Site, Window
from inspector.storage.registers.survey_store import SurveyStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import SURVEY_LEAST, SURVEY_LOW, PreferenceBook
from inspector.workspace.visits.phrases import Phrases

LATELY = timedelta(days=30)
"""What a meeting tells of satisfaction is about so many days."""

ABOUT = "群众满意度测评"
"""Stands in the ledger where an item of a checklist would."""

_PHRASES = ("survey", "reason")
"""What the user's own reasons are kept under, beside those of items."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where and how somebody is asked: all that the sheets of a while have in common."""

    site: Site
    day: date
    channel: Channel = Channel.ON_SITE
    window_number: str = ""
    inspection_id: str = ""


@dataclass(frozen=True, slots=True)
class Lately:
    """How satisfied people were with a site of late; `is_low`: a meeting should hear of it, with
    what was said most on bad sheets as `reasons`."""

    rate: SurveyRate
    reasons: tuple[tuple[str, int], ...]
    is_low: bool


class Surveys:
    """The operations on sheets."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = SurveyStore(opened.database)

    # Reading

    def newest(self, site_id: str, limit: int = 200) -> list[SheetLine]:
        """Return the sheets of a site that were entered last, the newest first."""
        return self._store.newest(site_id, limit)

    def between(self, first: date, last: date, site_name: str | None = None) -> list[SheetLine]:
        """Return the sheets that were answered in a period, those that do not count as well."""
        return self._store.between(first, last, site_name)

    def rates(self, first: date, last: date) -> Mapping[str, SurveyRate]:
        """Return what the sheets of a period come to, by the id of each site that has any."""
        least = self._opened.of(PreferenceBook).number(SURVEY_LEAST)
        counts = self._store.counts(first, last)
        return {key: SurveyRate(own, least) for key, own in counts.items()}

    def rate_of(self, site_id: str, first: date, last: date) -> SurveyRate | None:
        """Return what the sheets of one site come to in a period; None: it has none."""
        counts = self._store.counts(first, last, site_id).get(site_id)
        least = self._opened.of(PreferenceBook).number(SURVEY_LEAST)
        return SurveyRate(counts, least) if counts else None

    def lately(self, site: Site) -> Lately | None:
        """Return how satisfied people were with a site in the last 30 days; None: nobody asked.

        It is low where some are not satisfied and fewer than the user's mark are; only then the
        sheets are read for their reasons.
        """
        today, book = self._opened.now().date(), self._opened.of(PreferenceBook)
        first = today - LATELY
        counts = self._store.counts(first, today, site.id, site.name).get(site.id)
        if counts is None:
            return None
        rate = SurveyRate(counts, book.number(SURVEY_LEAST))
        if (rate.percent or 0) >= book.number(SURVEY_LOW) * 100:
            return Lately(rate, (), is_low=False)
        lines = self._store.between(first, today, site.name, site.id)
        return Lately(rate, tuple(frequent(lines)), is_low=True)

    def rate_at(self, site_name: str, moment: datetime) -> SurveyRate | None:
        """Return how satisfied people were in the 30 days before a moment, as it stood then.

        What was entered or corrected later changes nothing of it. None: nobody was asked.
        """
        day = moment.date()
        lines = self._store.between(day - LATELY, day, site_name)
        entered = (line.sheet for line in lines if line.sheet.entered_at <= moment)
        least = self._opened.of(PreferenceBook).number(SURVEY_LEAST)
        rate = rate_of_lines(standing(entered), least)
        return rate if rate.n else None

    def reasons(self) -> tuple[str, ...]:
        """Return up to nine reasons to choose from, the user's most used first."""
        pack, item = _PHRASES
        return offered(self._opened.of(Phrases).of(pack).get(item, ()))

    def number_of(self, sheet_id: str) -> str:
        """Return the number of the finding that a sheet raised; '' where it raised none."""
        return self._store.get(sheet_id).finding_number

    def next_slip(self, site_id: str, day: date) -> int:
        """Return the number of the slip to be entered next, from 1 on each day."""
        return self._store.last_slip(site_id, day) + 1

    def visit_at(self, site_id: str) -> Inspection | None:
        """Return the visit that is going on at a site, the newest of several."""
        going_on = self._opened.inspection_store.in_state(InspectionState.OPEN, 50)
        return next((each for each in going_on if each.site_id == site_id), None)

    # Writing

    def record(
        self, asked: Asked, grade: Satisfaction, reason: str = "", slip: int | None = None
    ) -> tuple[SurveySheet, Changes]:
        """Enter one sheet; nothing in it can be changed afterwards. The reason is remembered."""
        sheet = SurveySheet(
            id=self._opened.new_id(),
            site_id=asked.site.id,
            site_name=asked.site.name,
            day=asked.day,
            entered_at=self._opened.now(),
            channel=asked.channel,
            grade=grade,
            reason=nameless(reason),
            window_number=asked.window_number,
            inspection_id=asked.inspection_id,
            slip=slip,
        )
        return self._add(sheet)

    def correct(
        self, sheet_id: str, grade: Satisfaction, reason: str = ""
    ) -> tuple[SurveySheet, Changes]:
        """Enter a sheet that stands for another one; that one stays, struck out.

        Raises SheetReplacedError where another one stands for it already.
        """
        return self._replace(sheet_id, grade, reason)

    def take_back(self, sheet_id: str) -> tuple[SurveySheet, Changes]:
        """Say that a sheet was entered by mistake: it stays, and does not count.

        Raises SheetReplacedError where another one stands for it already.
        """
        return self._replace(sheet_id, None, "")

    def raise_finding(self, sheet_id: str, text: str, by: str = "") -> tuple[str, Changes]:
        """Raise what a sheet says as a finding of its window; return its id.

        It is the site's public area's where the sheet names no window that is on the roster.
        Raises MissingWordError without a text, FindingRaisedError the second time,
        SheetReplacedError for a sheet that does not count, UnknownPackError.
        """
        from inspector.domain.finding.finding_event import Source, SourceKind
        from inspector.workspace.visits.voiced_findings import Voiced, VoicedFindings

        line = self._store.get(sheet_id)
        sheet = line.sheet
        if line.finding_number:
            raise FindingRaisedError(line.finding_number)
        if not line.counts:
            raise SheetReplacedError
        site = Site(sheet.site_id, sheet.site_name)
        window = self._window(sheet)
        voiced = Voiced(text, ABOUT, category_of(sheet.reason), window=window)
        names = [by] if by else []
        source = Source(SourceKind.SURVEY, sheet.id)
        raised, changes = self._opened.of(VoicedFindings).raise_one(site, voiced, source, names)
        return raised, replace(changes, surveys=True)

    def _window(self, sheet: SurveySheet) -> Window | None:
        from inspector.workspace.roster.rosters import Rosters

        windows = self._opened.of(Rosters).windows(sheet.site_id)
        return next((each for each in windows if each.number == sheet.window_number), None)

    def _replace(
        self, sheet_id: str, grade: Satisfaction | None, reason: str
    ) -> tuple[SurveySheet, Changes]:
        line = self._store.get(sheet_id)
        if line.replaced or line.sheet.grade is None:
            raise SheetReplacedError
        return self._add(
            replace(
                line.sheet,
                id=self._opened.new_id(),
                entered_at=self._opened.now(),
                grade=grade,
                reason=nameless(reason),
                source_key="",
                replaces=sheet_id,
            )
        )

    def _add(self, sheet: SurveySheet) -> tuple[SurveySheet, Changes]:
        with self._opened.database.transaction():
            self._store.add([sheet])
            if sheet.reason:
                self._opened.of(Phrases).use(*_PHRASES, sheet.reason)
        return sheet, Changes(surveys=True)
