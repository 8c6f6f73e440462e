"""晨会: what the next meeting of a site needs, holding it, and its minutes."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TypedDict, Unpack

from inspector.domain.days.workdays import last_workday_before
from inspector.domain.errors import MeetingDecidedError, MeetingEndedError, NotLaterError
from inspector.domain.finding.finding import PUBLIC_AREA, Finding, FindingState
from inspector.domain.finding.finding_event import EventKind, Source, SourceKind
from inspector.domain.finding.reviewed_score import ReviewedScore, ranked_score
from inspector.domain.meeting.meeting import (
    DRILL,
    Agenda,
    AgendaItem,
    Drill,
    Meeting,
    Praise,
    PraiseKind,
    agenda_items,
)
from inspector.domain.meeting.meeting_length import FINDING, pace_of
from inspector.domain.meeting.praise_words import well_done
from inspector.domain.meeting.same_problem import grave_first
from inspector.domain.visit.inspection import Inspection, Scorecard, Verdict
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.roster import Site
from inspector.excel.papers.ranking_words import basis_words
from inspector.storage.stores.meeting_store import MeetingStore
from inspector.storage.stores.patrol_store import PatrolStore
from inspector.workspace.changes import Changes
from inspector.workspace.clock import not_before, remark_on
from inspector.workspace.drafts import Drafts
from inspector.workspace.findings.findings import Findings
from inspector.workspace.holidays import Holidays
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.packs.packs import Packs
from inspector.workspace.roster.rosters import Rosters
from inspector.workspace.sheet_reading import sheet_of

OPENS_WITH = 14
"""Days back in which a site was visited that the page offers a meeting for."""


class MeetingWords(TypedDict, total=False):
    """What can be written about a meeting while it goes on."""

    host: str
    present: tuple[str, ...]
    absent: tuple[str, ...]
    budget: int
    drill: str
    drill_note: str
    tasks: str


class Meetings:
    """The operations on meetings.

    What a meeting decides about a finding is an operation on the finding, with
    `source_of(meeting_id)` as its source.
    """

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._drafts = opened.of(Drafts)
        self._findings = opened.of(Findings)
        self._holidays = opened.of(Holidays)
        self._packs = opened.of(Packs)
        self._rosters = opened.of(Rosters)
        self._store = MeetingStore(opened.database)

    # Reading

    def sites(self) -> list[Site]:
        """Return the sites a meeting may be held at, the latest visited first, then by name."""
        since = self._opened.now().date() - timedelta(days=OPENS_WITH)
        order = {site_id: at for at, site_id in enumerate(self._store.busiest(since))}
        sites = self._rosters.sites()
        return sorted(sites, key=lambda site: (order.get(site.id, len(order)), site.name))

    def since(self, site: Site) -> datetime:
        """Return from when on a site's next meeting looks back: its last one, else a workday."""
        now = self._opened.now()
        last = self._store.last_of(site.id, now)
        if last is not None:
            return last.started_at
        day = last_workday_before(now.date(), self._holidays.calendar())
        return datetime.combine(day, time(), now.tzinfo)

    def next_for(self, site: Site) -> Agenda:
        """Return what the next meeting of a site goes through, as things stand now: grave first."""
        since, today = self.since(site), self._opened.now().date()
        visits = self._store.completed_since(site.id, since)
        findings = self._findings
        new = self._new(site, since)
        due = self._store.due(site.id, today)
        kept = PatrolStore(self._opened.database).kept_from_meeting(
            site.id, since.date() - timedelta(days=7)
        )
        wanted = dict.fromkeys([*new, *due])
        items = agenda_items(
            findings.all_of(each for each in wanted if each not in kept), new, today
        )
        return Agenda(
            site.id,
            site.name,
            since,
            tuple(self._praise(site, since, visits)),
            tuple(grave_first(items, today)),
        )

    def _new(self, site: Site, since: datetime) -> list[str]:
        """Return the findings that stood on no agenda yet, whatever any clock said meanwhile.

        What is from before the first meeting of the site waits until it is due.
        """
        first = self._store.first_of(site.id)
        found = self._store.on_no_agenda(site.id)
        begin = since if first is None else min(since, first.since)
        if first is not None and first.started_at > self._opened.now():
            return [each for each, _ in found]  # no meeting says when the first one was
        return [each for each, completed in found if completed >= begin]

    def drill(self, site: Site) -> Drill | None:
        """Return what a site practises today, from the pack it is inspected with."""
        from inspector.domain.meeting.meeting_drill import drill_of_the_day

        pack = self._packs.suggest(site)
        return drill_of_the_day(pack, self._opened.now().date()) if pack else None

    def pace(self, site: Site) -> int:
        """Return the seconds that a finding takes in a hall, by the meetings it has held."""
        held = [
            (meeting.minutes_taken, findings, bool(meeting.drill))
            for meeting, findings in self._store.measured(site.id)
            if meeting.minutes_taken is not None
        ]
        return pace_of(held) or FINDING

    def drill_of(self, meeting: Meeting) -> Drill | None:
        """Return what a meeting practises; of a day that is past, the title alone is left."""
        if not meeting.drill:
            return None
        today = self.drill(Site(meeting.site_id, meeting.site_name))
        return today if today and today.title == meeting.drill else Drill(meeting.drill, ())

    def open_ones(self) -> list[Meeting]:
        """Return the meetings that go on, newest first."""
        return self._store.open_ones()

    def is_discardable(self, meeting_id: str) -> bool:
        """Tell whether nothing that a meeting decided still counts.

        What was only shown is no decision, and what was taken back is none any more.
        """
        decided = {
            event.id: event.finding_id
            for event in self._store.events(meeting_id)
            if event.kind not in (EventKind.DISCUSSED, EventKind.REVERTED)
        }
        if not decided:
            return True
        # A step may have been taken back elsewhere, in the ledger.
        lives = self._opened.finding_store.histories(decided.values())
        reverted = {getattr(each, "event_id", "") for life in lives.values() for each in life}
        return decided.keys() <= reverted

    def ended(self, limit: int = 50) -> list[Meeting]:
        """Return the newest meetings that were held, newest first."""
        return self._store.ended(limit)

    def get(self, meeting_id: str) -> Meeting:
        """Return a meeting; raises KeyError when there is none."""
        return self._store.get(meeting_id)

    def agenda(self, meeting_id: str) -> Agenda:
        """Return what a meeting goes through: as fixed when it began, findings as they are now."""
        meeting, kept = self._store.get(meeting_id), self._store.agenda(meeting_id)
        findings = self._findings.all_of(each for each, *_ in kept)
        return Agenda(
            meeting.site_id,
            meeting.site_name,
            meeting.since,
            self._store.praise(meeting_id),
            tuple(
                AgendaItem(finding, part, left_out)
                for finding, (_, part, left_out) in zip(findings, kept, strict=True)
            ),
        )

    def start(
        self, site: Site, left_out: Collection[str] = (), **words: Unpack[MeetingWords]
    ) -> tuple[str, Changes]:
        """Begin the next meeting of a site with its agenda as it is now; return its id.

        `left_out` is not shown at it: ids of findings, keys of praise, and DRILL.
        """
        agenda = self.next_for(site)
        if DRILL in left_out:
            words["drill"] = ""
        meeting = Meeting(
            id=self._opened.new_id(),
            site_id=site.id,
            site_name=site.name,
            since=agenda.since,
            started_at=self._opened.now(),
            **words,
        )
        with self._opened.database.transaction():
            self._store.add(
                meeting,
                _without(agenda.praise, left_out),
                [
                    (item.finding.id, item.part, item.finding.id in left_out)
                    for item in agenda.items
                ],
            )
            self._drafts.forget(site.id)
        return meeting.id, Changes(meetings=True)

    def write(self, meeting_id: str, **words: Unpack[MeetingWords]) -> Changes:
        """Keep host, attendance, drill or tasks of a meeting. Raises MeetingEndedError."""
        with self._opened.database.transaction():
            self._store.put(replace(self._require_open(meeting_id), **words))
        return Changes(meetings=True)

    def leave_out(self, meeting_id: str, left_out: Collection[str]) -> Changes:
        """Choose anew what a meeting that goes on shows; `left_out` is as for `start`.

        What was talked about already stays so. Raises MeetingEndedError.
        """
        with self._opened.database.transaction():
            meeting = self._require_open(meeting_id)
            self._store.leave_out(
                meeting_id,
                [(each, each in left_out) for each, *_ in self._store.agenda(meeting_id)],
                _without(self._store.praise(meeting_id), left_out),
            )
            today = self.drill(Site(meeting.site_id, meeting.site_name))
            drill = meeting.drill or (today.title if today else "")
            self._store.put(replace(meeting, drill="" if DRILL in left_out else drill))
        return Changes(meetings=True)

    def discuss(self, meeting_id: str, finding_id: str, by: str = "") -> Changes:
        """Remember that a finding was talked about; once is enough. Raises MeetingEndedError."""
        with self._opened.database.transaction():
            self._require_open(meeting_id)
            shown = any(
                event.finding_id == finding_id and event.kind is EventKind.DISCUSSED
                for event in self._store.events(meeting_id)
            )
            if shown:
                return Changes()
            return self._findings.discuss([finding_id], source_of(meeting_id), by=by)

    def stand_at(self, meeting_id: str, cursor: str) -> Changes:
        """Remember what is in front at a meeting that goes on, in the words of its screens."""
        self._store.stand_at(meeting_id, cursor)
        return Changes()

    def end(self, meeting_id: str) -> Changes:
        """End a meeting; its minutes are fixed from now on.

        Open findings that it did not come to are left out of it: they stand in its minutes as
        未讲评 and come again. Raises MeetingEndedError, and NotLaterError for one whose time has
        not come, until that was declared wrong.
        """
        with self._opened.database.transaction():
            meeting = self._require_open(meeting_id)
            now = self._opened.now()
            if now < meeting.started_at and remark_on(self._opened, meeting_id) is None:
                raise NotLaterError(meeting.started_at)
            ended = not_before(self._opened, meeting.started_at)
            self._store.leave_out(
                meeting_id,
                [(each, True) for each in self._not_come_to(meeting_id)],
                self._store.praise(meeting_id),
            )
            self._store.put(replace(meeting, ended_at=ended))
            self._drafts.forget(meeting_id)
        return Changes(meetings=True)

    def discard(self, meeting_id: str) -> Changes:
        """Take a meeting that was begun by accident off the list; its record is kept.

        Raises MeetingDecidedError where something was decided at it, MeetingEndedError.
        """
        with self._opened.database.transaction():
            meeting = self._require_open(meeting_id)
            if not self.is_discardable(meeting_id):
                raise MeetingDecidedError
            self._store.put(replace(meeting, discarded_at=self._opened.now()))
            self._drafts.forget(meeting_id)
        return Changes(meetings=True)

    def _not_come_to(self, meeting_id: str) -> list[str]:
        """Return the open findings about which nothing was said or decided at a meeting."""
        come_to = {event.finding_id for event in self._store.events(meeting_id)}
        kept = [each for each, *_ in self._store.agenda(meeting_id) if each not in come_to]
        return [
            finding.id
            for finding in self._findings.all_of(kept)
            if not finding.state.is_ended or finding.appealed_at is not None
        ]

    def _require_open(self, meeting_id: str) -> Meeting:
        meeting = self._store.get(meeting_id)
        if meeting.ended_at is not None or meeting.discarded_at is not None:
            raise MeetingEndedError
        return meeting

    def _praise(self, site: Site, since: datetime, visits: list[Inspection]) -> list[Praise]:
        if self._store.vetoed(visit.id for visit in visits):
            return []  # a veto stands: nobody of the site is praised
        praise: list[Praise] = []
        gone = self._store.withdrawn(visit.id for visit in visits)
        for visit in visits:
            sheet = sheet_of(self._opened, visit.id)
            honest = ranked_score(sheet, {})
            praise.extend(
                Praise(
                    PraiseKind.HIGHLIGHT,
                    card.window_number or PUBLIC_AREA,
                    card.staff_number,
                    card.staff_name,
                    well_done(item, answer),
                    card.id,
                    item.id,
                )
                for card, item, answer in sheet.praised()
            )
            praise.extend(
                Praise(
                    PraiseKind.FULL_MARKS,
                    card.window_number or PUBLIC_AREA,
                    card.staff_number,
                    card.staff_name,
                    basis_words(sheet.coverage(card), len(sheet.pack.overrides)),
                    card.id,
                )
                for card in sheet.inspected
                if visit.kind.scores
                and _seen_enough(sheet, card)
                and not _lost_points(sheet, honest, card, gone)
            )
        closed = self._findings.all_of(self._store.closed_since(site.id, since))
        praise.extend(_praise_of(finding) for finding in closed)
        praised = {each.key for each in self._store.lately_praised(site.id)}
        fresh = [each for each in praise if each.key not in praised]
        return _once([*self._unsaid(site), *fresh])

    def _unsaid(self, site: Site) -> list[Praise]:
        """Return the praise that the last meeting left out; what came back since is none."""
        last = self._store.last_of(site.id, self._opened.now())
        left = [each for each in self._store.praise(last.id) if each.left_out] if last else []
        fixed = self._findings.all_of(each.finding_id for each in left if each.finding_id)
        back = {each.id for each in fixed if each.state is not FindingState.CLOSED}
        return [replace(each, left_out=False) for each in left if each.finding_id not in back]


def source_of(meeting_id: str) -> Source:
    """Return the source that marks an event as decided at a meeting."""
    return Source(SourceKind.MEETING, meeting_id)


def _without(praise: Iterable[Praise], left_out: Collection[str]) -> list[Praise]:
    return [replace(each, left_out=each.key in left_out) for each in praise]


def _seen_enough(sheet: InspectionSheet, card: Scorecard) -> bool:
    """Tell that so much was observed that nothing found wrong says something."""
    coverage = sheet.coverage(card)
    any_seen = coverage.observed > 0 or not coverage.asked
    return any_seen and coverage.enough(sheet.pack.policy.ranked_from)


def _lost_points(
    sheet: InspectionSheet,
    honest: ReviewedScore | None,
    card: Scorecard,
    gone: Collection[tuple[str, str]],
) -> bool:
    """Tell whether something was found wrong on a scorecard that no appeal took back.

    What passed by a site's own numbers alone was wrong, which `honest` is scored without.
    """
    answers = sheet.answers_of(card)
    if honest is not None and any(
        each.deduction and (card.id, each.item.id) not in gone
        for each in honest.scorecards[card.id].items
    ):
        return True
    return any(
        (answer := answers.get(item.id)) is not None
        and answer.verdict is Verdict.DEDUCT
        and not item.is_bonus
        and (card.id, item.id) not in gone
        for item in sheet.items(card)
    )


def _praise_of(finding: Finding) -> Praise:
    return Praise(
        PraiseKind.FIXED,
        finding.window_number,
        finding.staff_number,
        "",
        finding.text,
        finding.scorecard_id,
        finding.item_id,
        finding.id,
    )


def _once(praise: list[Praise]) -> list[Praise]:
    """Return praise in its order; a window without a fault on several visits is praised once."""
    said: dict[Praise, Praise] = {}
    for each in praise:
        full = each.kind is PraiseKind.FULL_MARKS
        said.setdefault(replace(each, scorecard_id="") if full else each, each)
    return list(said.values())
