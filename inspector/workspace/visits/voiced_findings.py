"""What the public said is wrong, raised as a finding: from a survey's sheet, from a complaint.

A finding belongs to a sealed visit, and a visit that is sealed takes no more findings. So each
has a carrier of its own: a visit that nobody walked (群众反映), begun and sealed at once, without
a score, in no list of visits.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Responsible
from inspector.domain.days.workdays import add_workdays
from inspector.domain.errors import MissingWordError, UnknownPackError
from inspector.domain.finding.finding import PUBLIC_AREA, Finding, RectificationType
from inspector.domain.finding.finding_event import Source
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site, Window
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder


@dataclass(frozen=True, slots=True)
class Voiced:
    """What is to be put right: in whose words, of which category, by whom, in how many workdays.

    `about` is what it is about where an item of a checklist would stand. Without a `window` it is
    the site's.
    """

    text: str
    about: str
    category: Category = Category.ETIQUETTE
    requirement: str = ""
    department: str = ""
    window: Window | None = None
    workdays: int = 5


class VoicedFindings:
    """Raises findings that no visit made."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened

    def raise_one(
        self, site: Site, voiced: Voiced, source: Source, by: Iterable[str] = ()
    ) -> tuple[str, Changes]:
        """Raise what was voiced; return the id of the finding. `by` took it down.

        Raises MissingWordError without a text, UnknownPackError when there is no checklist at all.
        """
        from inspector.domain.record.record_seal import seal_of
        from inspector.workspace.findings.finding_numbers import FindingNumbers
        from inspector.workspace.findings.findings import Findings
        from inspector.workspace.holidays import Holidays
        from inspector.workspace.packs.packs import Packs
        from inspector.workspace.sheet_reading import sheet_of
        from inspector.workspace.visits.inspections import Duty, Inspections

        text = voiced.text.strip()
        if not text:
            raise MissingWordError("note")
        pack = self._opened.of(Packs).suggest(site)
        if pack is None:
            raise UnknownPackError("")
        window, names = voiced.window, tuple(by)
        duties = [Duty(window, None)] if window is not None else []
        with self._opened.database.transaction():
            carrier, _ = self._opened.of(Inspections).begin(
                site, InspectionKind.VOICE, names, pack, duties, public_area=window is None
            )
            sheet = sheet_of(self._opened, carrier)
            (card,), moment = sheet.scorecards, sheet.inspection.started_at
            self._opened.inspection_store.seal(carrier, moment, seal_of(sheet))
            (number,) = self._opened.of(FindingNumbers).draw(moment, 1)
            calendar = self._opened.of(Holidays).calendar()
            finding = Finding(
                id=self._opened.new_id(),
                number=number,
                inspection_id=carrier,
                scorecard_id=card.id,
                item_id="",
                site_id=site.id,
                site_name=site.name,
                window_number=card.window_number or PUBLIC_AREA,
                staff_number="",
                category=voiced.category,
                item_text=voiced.about,
                text=text,
                deduction=0,
                veto=False,
                requirement=voiced.requirement.strip(),
                responsible=Responsible.SITE,
                department=voiced.department.strip() or card.department,
                owner="",
                leader=card.leader,
                type=RectificationType.TIMED,
                deadline=add_workdays(moment.date(), voiced.workdays, calendar),
                raised_at=moment,
                changed_at=moment,
            )
            by_whom = "、".join(names)
            changes = self._opened.of(Findings).raise_all([finding], by=by_whom, source=source)
        return finding.id, changes
