"""The circular (通报) of a period, gathered from the data folder."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from inspector.domain.checklist.checklist import Item, Pack
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.figures.summary import SiteSummary, Visit, vetoed_sites, windows_of
from inspector.domain.finding.finding import PUBLIC_AREA, Finding
from inspector.domain.meeting.people_names import People
from inspector.domain.papers.circular import (
    Circular,
    FullMarks,
    Highlight,
    PeriodFindings,
    count_of,
)
from inspector.domain.survey.survey_table import SurveyTable, table_of
from inspector.domain.visit.coverage import Coverage
from inspector.excel.sheet.terms import numbered
from inspector.storage.registers.survey_store import SurveyStore
from inspector.storage.stores.praise_store import PraisedAnswer, PraiseStore
from inspector.workspace.extent import Extent
from inspector.workspace.meeting.minutes_book import MinutesBook
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.plans.plans import Plans
from inspector.workspace.preferences import SURVEY_LEAST, PreferenceBook
from inspector.workspace.roster.rosters import Rosters


class Circulars:
    """Reads circulars; changes nothing. Names are in them only where the preference says so."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._minutes = opened.of(MinutesBook)
        self._store = PraiseStore(opened.database)
        self._surveys = SurveyStore(opened.database)

    def of(
        self,
        extent: Extent,
        lines: list[SiteSummary],
        findings: PeriodFindings,
        visits: Sequence[Visit],
    ) -> Circular:
        """Return the circular of an extent with the `lines` of its summary and its findings.

        `visits` are the scored ones. Nobody is praised at a site that a veto stands against.
        """
        vetoed = vetoed_sites(lines)
        packs = {visit.pack_hash: self._opened.pack_store.thaw(visit.pack_hash) for visit in visits}
        items = (item for pack in packs.values() for item in pack.items())
        scored_with = {visit.inspection_id: packs[visit.pack_hash] for visit in visits}
        return Circular(
            lines=tuple(lines),
            findings=findings.scored,
            highlights=self._highlights(extent, vetoed),
            full_marks=self._full_marks(extent, vetoed),
            as_of=self._opened.now().date(),
            by_patrols=len(findings.by_patrols),
            voiced=count_of(findings.voiced, self._opened.now().date()),
            withdrawn=findings.withdrawn_by_pack,
            packs=findings.packs,
            windows=windows_of(visits),
            visits=tuple(visits),
            items=dict(_items(findings.scored, scored_with)),
            tells_gravity=any(item.gravity is not Gravity.MINOR for item in items),
            covered=self._opened.of(Plans).covered(extent),
            satisfaction=self._satisfaction(extent),
            windows_there=self._windows_there(visits),
            best_grades={visit.pack: packs[visit.pack_hash].grades[0].title for visit in visits},
        )

    def _windows_there(self, visits: Iterable[Visit]) -> dict[str, int]:
        rosters = self._opened.of(Rosters)
        sites = dict.fromkeys(visit.site_id for visit in visits if visit.lone)
        return {site: len(rosters.windows(site)) for site in sites}

    def _satisfaction(self, extent: Extent) -> SurveyTable | None:
        """Return what the public answered; None of a phase, which no sheet belongs to."""
        if extent.phase:
            return None
        period = extent.period
        sheets = self._surveys.between(period.first, period.last, extent.site)
        covered = (line for line in sheets if extent.covers(line.sheet.site_name))
        return table_of(covered, self._opened.of(PreferenceBook).number(SURVEY_LEAST))

    def _highlights(self, extent: Extent, vetoed: Container[str]) -> tuple[Highlight, ...]:
        people: dict[str, People] = {}
        return tuple(
            Highlight(
                site_name=each.site_name,
                window_number=each.window_number or PUBLIC_AREA,
                who=self._who(people, each.site_id, each.staff_number, each.staff_name),
                text=each.note.strip() or "、".join(each.phrases) or self._item_text(each),
                day=each.day,
                scorecard_id=each.scorecard_id,
                item_id=each.item_id,
            )
            for each in self._store.answers(extent.period.first, extent.period.last, extent.site)
            if extent.covers(each.site_name) and each.site_id not in vetoed
        )

    def _full_marks(self, extent: Extent, vetoed: Container[str]) -> tuple[FullMarks, ...]:
        people: dict[str, People] = {}
        who: dict[tuple[str, str], list[str]] = {}
        seen: dict[tuple[str, str], Coverage | None] = {}
        first, last = extent.period.first, extent.period.last
        for each in self._store.full_windows(first, last, extent.site):
            if not extent.covers(each.site_name) or each.site_id in vetoed:
                continue
            person = self._who(people, each.site_id, each.staff_number, each.staff_name)
            place = (each.site_name, each.window_number)
            own = who.setdefault(place, [])
            seen[place] = None if each.asked is None else Coverage(each.observed or 0, each.asked)
            if person and person not in own:
                own.append(person)
        return tuple(
            FullMarks(*place, tuple(persons), seen[place]) for place, persons in who.items()
        )

    def _who(self, people: dict[str, People], site_id: str, number: str, name: str) -> str:
        """Return a person as everybody may read it: 工号023, with the name where it is shown."""
        if site_id not in people:
            people[site_id] = self._minutes.people(site_id)
        shown = name if people[site_id].shows_names else ""
        return f"{numbered(number)}{shown}" if number else shown

    def _item_text(self, answer: PraisedAnswer) -> str:
        item = self._opened.pack_store.thaw(answer.pack_hash).item_by_id.get(answer.item_id)
        return item.text if item else ""


def _items(
    findings: Iterable[Finding], packs: Mapping[str, Pack]
) -> Iterator[tuple[tuple[str, str], Item]]:
    """Yield what findings are of; `packs` are by visit. An item that is no more says nothing."""
    for finding in findings:
        pack = packs.get(finding.inspection_id)
        item = pack.item_by_id.get(finding.item_id) if pack else None
        if item is not None:
            yield (finding.inspection_id, finding.item_id), item
