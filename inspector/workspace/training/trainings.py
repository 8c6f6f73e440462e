"""培训建议: what should be trained, that it was held, and whether it helped.

Suggestions are worked out anew each time; what is kept are the trainings that were held.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from inspector.domain.days.span import Span
from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.domain.training.lesson import Lesson, lessons_of
from inspector.domain.training.suggestion import FOR_MEETING, Counted, Suggestion, suggestions
from inspector.domain.training.training_entry import (
    Effect,
    TrainingHeld,
    TrainingTakenBack,
    standing,
)
from inspector.domain.training.training_facts import (
    AskedFact,
    Grouping,
    WrongFact,
    group_of,
)
from inspector.domain.visit.roster import Site
from inspector.excel.papers.training_words import meeting_line
from inspector.excel.sheet.terms import CATEGORIES
from inspector.storage.figures.training_figures import TrainingFigures
from inspector.storage.registers.training_store import TrainingStore
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.extent import Extent, Period
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.packs.packs import Packs
from inspector.workspace.roster.rosters import Rosters
from inspector.workspace.training.training_report import HeldLine, TrainingReport

MOST_PEOPLE = 9_999

BEFORE_MEETING = 30
"""Days up to a meeting whose mistakes it suggests to train."""


class Trainings:
    """The operations on trainings; reading may be done on any thread of its own folder."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._figures = TrainingFigures(opened.database)
        self._packs = opened.of(Packs)
        self._rosters = opened.of(Rosters)
        self._store = TrainingStore(opened.database)

    # Reading

    def of(self, extent: Extent) -> TrainingReport:
        """Return what should be trained in an extent, and what came of trainings before.

        Raises UnknownSiteError.
        """
        sites = {site.id: site.name for site in self._rosters.every_site()}
        own = [self._rosters.site_named(name).id for name in extent.named]
        span, today = Span(extent.period.first, extent.period.last), self._opened.now().date()
        wrong = self._wrong(span, own, sites)
        asked = self._asked(span, {each.item_id for each in wrong}, own, sites)
        lessons = self._lessons({each.pack_id for each in wrong}, span.last)
        entered = self._store.between(span.before.first, span.last)
        held = standing(entered, self._store.taken_back(entered))
        return TrainingReport(
            span,
            today,
            {each: suggestions(asked, wrong, each, lessons) for each in Grouping},
            tuple(
                self._line(each, today, sites)
                for each in held
                if not own or each.key.group.site_id in own
            ),
            {kind.id: kind.title for kind in self._packs.window_kinds()},
        )

    def all_held(self) -> TrainingReport:
        """Return every training that stands, as a report that suggests nothing."""
        sites = {site.id: site.name for site in self._rosters.every_site()}
        today = self._opened.now().date()
        entered = self._store.between(date.min, today)
        held = standing(entered, self._store.taken_back(entered))
        return TrainingReport(
            Span(date.min, today),
            today,
            {},
            tuple(self._line(each, today, sites) for each in held),
            {kind.id: kind.title for kind in self._packs.window_kinds()},
        )

    def for_meeting(self, site: Site) -> tuple[str, ...]:
        """Return the trainings that a site's meeting of today may put among the day's work.

        At most three lines as its minutes would have them, of the last thirty days; by team, or
        by window kind where the roster has no teams. What was trained meanwhile is left out.
        """
        today = self._opened.now().date()
        period = Period(today - timedelta(days=BEFORE_MEETING - 1), today)
        report = self.of(Extent(period, site.name))
        by_team, by_kind = report.suggested[Grouping.TEAM], report.suggested[Grouping.KIND]
        open_ones = [each for each in by_team or by_kind if report.held_for(each) is None]
        return tuple(
            meeting_line(each, report.group_name(each.key.group))
            for each in open_ones[:FOR_MEETING]
        )

    # Writing

    def hold(
        self, suggestion: Suggestion, span: Span, held_on: date, took_part: int, led_by: str
    ) -> tuple[str, Changes]:
        """Enter that the training of a suggestion was held; return its id.

        `span` are the days of the suggestion. Raises RefusedInputError for a day to come, or one
        before the span, and where nobody took part.
        """
        today = self._opened.now().date()
        if not span.first <= held_on <= today:
            expected = tr("{first} to {last}", first=span.first, last=today)
            raise RefusedInputError(
                [Problem(tr("Held on"), Fault.NOT_A_DATE, held_on.isoformat(), expected)]
            )
        if not 1 <= took_part <= MOST_PEOPLE:
            expected = tr("1 to {most}", most=MOST_PEOPLE)
            raise RefusedInputError(
                [Problem(tr("Took part"), Fault.NOT_A_NUMBER, str(took_part), expected)]
            )
        items = tuple(item.lesson.item_id for item in suggestion.items)
        held = TrainingHeld(
            self._opened.new_id(),
            self._opened.now(),
            suggestion.key,
            items,
            span,
            held_on,
            took_part,
            led_by.strip(),
        )
        self._store.add(held)
        return held.id, Changes(trainings=True)

    def take_back(self, held_id: str, reason: str = "") -> Changes:
        """Enter that a training was entered by mistake; once is enough. Raises KeyError."""
        held = self._store.get(held_id)
        with self._opened.database.transaction():
            if not self._store.taken_back([held]):
                self._store.take_back(
                    TrainingTakenBack(
                        self._opened.new_id(), self._opened.now(), held_id, reason.strip()
                    )
                )
        return Changes(trainings=True)

    # What it is worked out of

    def _line(self, held: TrainingHeld, today: date, sites: dict[str, str]) -> HeldLine:
        after = held.after(today)
        counted = Counted() if after is None else self._count(held, after, sites)
        return HeldLine(held, after, Effect(self._count(held, held.before, sites), counted))

    def _count(self, held: TrainingHeld, span: Span, sites: dict[str, str]) -> Counted:
        """Count the items of a training in its group, over some days."""
        group, own = held.key.group, [held.key.group.site_id]

        def concerns(fact: AskedFact | WrongFact) -> bool:
            its = group_of(fact.place, group.grouping)
            return (
                fact.pack_id == held.key.pack_id
                and fact.item_id in held.items
                and its is not None
                and its.identity == group.identity
            )

        asked = filter(concerns, self._asked(span, held.items, own, sites))
        wrong = filter(concerns, self._wrong(span, own, sites))
        found = {(fact.scorecard_id, fact.item_id) for fact in wrong}
        judged = sum(fact.judged for fact in asked)
        return Counted(max(judged, len(found)), len(found))

    def _wrong(
        self, span: Span, site_ids: Collection[str], sites: dict[str, str]
    ) -> list[WrongFact]:
        return list(_of_today(self._figures.wrong(span, site_ids), sites))

    def _asked(
        self, span: Span, items: Collection[str], site_ids: Collection[str], sites: dict[str, str]
    ) -> list[AskedFact]:
        return list(_of_today(self._figures.asked(span, items, site_ids), sites))

    def _lessons(self, pack_ids: Collection[str], last: date) -> dict[tuple[str, str], Lesson]:
        """Return what there is to teach, from the newest version that was inspected with."""
        newest = self._figures.newest_packs(pack_ids, last)
        return {
            (pack_id, item_id): lesson
            for pack_id, digest in newest.items()
            for item_id, lesson in lessons_of(
                self._opened.pack_store.thaw(digest), CATEGORIES
            ).items()
        }


def _of_today(facts: Sequence[AskedFact | WrongFact], sites: dict[str, str]) -> Iterable:  # type: ignore[type-arg]
    """Yield facts with the names that their sites have today: visits keep those of their day."""
    for fact in facts:
        name = sites.get(fact.place.site_id, fact.place.site_name)
        yield fact._replace(place=fact.place._replace(site_name=name))
