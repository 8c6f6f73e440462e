"""How window staff are named on paper: by 工号 alone unless the preferences let names appear.

Every paper asks here. What was sealed keeps its names, and so does its seal: only what is printed
of it goes without. Who acts for an office (inspectors, leaders, hosts, who signs) is named always,
and so is whoever was typed as responsible without being on the roster; words that somebody wrote
are printed as written.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import Assigned, FindingEvent
from inspector.domain.meeting.people_names import People, masked
from inspector.domain.record.patrol_record import PatrolRecord, SeenPlace
from inspector.domain.record.record import Record
from inspector.domain.visit.inspection import Scorecard
from inspector.storage.stores.steps.equal_numbers import EqualNumbers
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import SHOW_NAMES, PreferenceBook
from inspector.workspace.roster.rosters import Rosters


class StaffOnPaper:
    """Takes names from what goes onto paper, where they may not appear."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._preferences = opened.of(PreferenceBook)
        self._rosters = opened.of(Rosters)
        self._numbers = EqualNumbers(opened.database)

    @property
    def are_named(self) -> bool:
        """Their names appear beside their numbers."""
        return self._preferences.get(SHOW_NAMES) == "yes"

    def record(self, record: Record) -> Record:
        """Return the record of a visit as it is printed."""
        if self.are_named:
            return record
        sheet = record.sheet
        cards = tuple(map(_unnamed, sheet.scorecards))
        return replace(record, sheet=replace(sheet, scorecards=cards))

    def findings(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return findings as they are printed; two with one number are told apart."""
        found = list(findings)
        shown = self._numbers.shown(finding.id for finding in found)
        if shown:
            found = [replace(each, number=shown.get(each.id, each.number)) for each in found]
        return found if self.are_named else list(self.unnamed(found))

    def unnamed(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        """Return findings as they are printed where names may not appear."""
        people: dict[str, People] = {}
        return [self._without_owner(finding, people) for finding in findings]

    def patrols(self, records: Iterable[PatrolRecord]) -> list[PatrolRecord]:
        """Return patrols as they are printed."""
        found = list(records)
        if self.are_named:
            return found
        people: dict[str, People] = {}
        return [self._patrol(record, people) for record in found]

    def _patrol(self, record: PatrolRecord, people: dict[str, People]) -> PatrolRecord:
        cards = {card.id: _unnamed(card) for card in record.cards}
        seen = tuple(self._seen(place, cards, people) for place in record.seen)
        return replace(record, cards=tuple(cards.values()), seen=seen)

    def _seen(
        self, place: SeenPlace, cards: Mapping[str, Scorecard], people: dict[str, People]
    ) -> SeenPlace:
        finding, life = place.finding, place.life
        if finding is not None:
            staff = self._people(finding.site_id, people)
            life = tuple(_event(event, staff) for event in life)
            finding = self._without_owner(finding, people)
        card = cards.get(place.card.id) or _unnamed(place.card)
        return replace(place, card=card, finding=finding, life=life)

    def _without_owner(self, finding: Finding, people: dict[str, People]) -> Finding:
        if not finding.owner or finding.owner == finding.staff_number:
            return finding
        owner = self._people(finding.site_id, people).words(finding.owner)
        return finding if owner == finding.owner else replace(finding, owner=owner)

    def _people(self, site_id: str, people: dict[str, People]) -> People:
        if site_id not in people:
            windows = self._rosters.every_window(site_id)
            staff = [person for window in windows for person in window.staff]
            people[site_id] = People(staff, shows_names=False)
        return people[site_id]


def _unnamed(card: Scorecard) -> Scorecard:
    """Return a scorecard with the number of whoever was on duty; without one, 张××."""
    if not card.staff_name:
        return card
    return replace(card, staff_name="" if card.staff_number else masked(card.staff_name))


def _event(event: FindingEvent, people: People) -> FindingEvent:
    return replace(event, owner=people.words(event.owner)) if isinstance(event, Assigned) else event
