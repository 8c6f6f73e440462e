"""Minutes of morning meetings (晨会纪要), read back from the meeting and the findings' events."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import Assigned, EventKind, FindingEvent, Raised
from inspector.domain.finding.finding_life import fold
from inspector.domain.meeting.meeting import Agenda, AgendaItem, Meeting, Part, Praise
from inspector.domain.meeting.minutes import Minutes, MinutesLine
from inspector.domain.meeting.people_names import People
from inspector.domain.people.party import PartyMember
from inspector.storage.stores.meeting_store import MeetingStore
from inspector.storage.stores.steps.equal_numbers import EqualNumbers
from inspector.workspace.clock import remark_on
from inspector.workspace.meeting.meetings import Meetings, source_of
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import SHOW_NAMES, PreferenceBook
from inspector.workspace.roster.rosters import Rosters
from inspector.workspace.surveys.surveys import Surveys

_SILENT = (EventKind.DISCUSSED, EventKind.REVERTED)


class MinutesBook:
    """Reads minutes; changes nothing. Names are in them only where the preference says so."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._preferences = opened.of(PreferenceBook)
        self._rosters = opened.of(Rosters)
        self._meetings = MeetingStore(opened.database)
        self._findings = opened.finding_store
        self._numbers = EqualNumbers(opened.database)

    def people(self, site_id: str, *, by_name: bool = False) -> People:
        """Return everyone who was ever on a site's roster, and whether names may be shown.

        They may be shown `by_name` to whoever leads a meeting, whatever the audience may see.
        """
        staff = [each for window in self._rosters.every_window(site_id)
                 for each in window.staff]  # fmt: skip
        return People(staff, by_name or self._preferences.get(SHOW_NAMES) == "yes")

    def readable(self, agenda: Agenda) -> Agenda:
        """Return an agenda as everybody may read it: without names unless they may be shown."""
        people = self.people(agenda.site_id)
        return replace(agenda, praise=tuple(_praise(each, people) for each in agenda.praise))

    def of(self, meeting_id: str) -> Minutes:
        """Return the minutes of a meeting, which may go on; raises KeyError."""
        meeting = self._meetings.get(meeting_id)
        people = self.people(meeting.site_id)
        agenda = self._opened.of(Meetings).agenda(meeting_id)
        lives = self._findings.histories(item.finding.id for item in agenda.items)
        shown = self._numbers.shown(item.finding.id for item in agenda.items)
        return Minutes(
            meeting,
            tuple(map(people.words, meeting.present)),
            tuple(map(people.words, meeting.absent)),
            tuple(_praise(each, people) for each in agenda.praise),
            tuple(
                _numbered(_line(item, lives[item.finding.id], meeting, people), shown)
                for item in agenda.items
            ),
            remark_on(self._opened, meeting_id),
            self._parties(agenda),
            self._opened.of(Surveys).rate_at(meeting.site_name, meeting.started_at),
        )

    def _parties(self, agenda: Agenda) -> tuple[tuple[PartyMember, ...], ...]:
        """Return who made the visits of which the meeting goes through what is new."""
        new = (each.finding for each in agenda.items if each.part is Part.NEW)
        visits = dict.fromkeys(finding.inspection_id for finding in new)
        store = self._opened.inspection_store
        parties = (store.get(each).party for each in visits)
        return tuple(dict.fromkeys(party for party in parties if party))

    def between(self, first: date, last: date, site_name: str | None = None) -> list[Minutes]:
        """Return the minutes of the meetings ended in a period, newest first.

        Raises UnknownSiteError for a site that is not on the roster and never met.
        """
        held = self._meetings.between(first, last, site_name)
        if site_name is not None and not held:
            self._rosters.site_named(site_name)
        return [self.of(meeting.id) for meeting in held]


def _line(
    item: AgendaItem, life: Iterable[FindingEvent], meeting: Meeting, people: People
) -> MinutesLine:
    source, ended_at = source_of(meeting.id), meeting.ended_at
    then = [
        event for event in life
        if ended_at is None or event.source == source
        or isinstance(event, Raised)  # also by a clock that was put back since
        or event.at.replace(microsecond=0) <= ended_at  # meetings end to the second
    ]  # fmt: skip
    own = [event for event in then if event.source == source]
    reverted = {getattr(event, "event_id", "") for event in then}
    steps = [
        _readable(event, people)
        for event in sorted(own, key=lambda event: (event.at, event.id))
        if event.id not in reverted and event.kind not in _SILENT
    ]
    finding = _as_it_stood(item.finding, then, people)
    return MinutesLine(finding, item.part, tuple(steps), bool(own), item.left_out)


def _numbered(line: MinutesLine, shown: Mapping[str, str]) -> MinutesLine:
    """Return a line with its number as it is shown: two with one number are told apart."""
    finding = line.finding
    if finding.id not in shown:
        return line
    return replace(line, finding=replace(finding, number=shown[finding.id]))


def _as_it_stood(finding: Finding, life: list[FindingEvent], people: People) -> Finding:
    stood = fold(life)
    return replace(
        stood,
        owner=people.words(stood.owner),
        times_at_window=finding.times_at_window,  # other findings decide these
        times_at_site=finding.times_at_site,
    )


def _readable(event: FindingEvent, people: People) -> FindingEvent:
    if isinstance(event, Assigned):
        return replace(event, owner=people.words(event.owner))
    return event


def _praise(praise: Praise, people: People) -> Praise:
    return praise if people.shows_names else replace(praise, staff_name="")
