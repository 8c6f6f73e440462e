"""What patrols find has to be put right like everything else: findings raised from entries."""

from collections.abc import Iterable, Mapping

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Pack, Responsible
from inspector.domain.days.workdays import Calendar, add_workdays
from inspector.domain.finding.finding import PUBLIC_AREA, Finding, RectificationType
from inspector.domain.visit.inspection import Inspection, Scorecard
from inspector.domain.visit.patrol import PatrolEntry


def findings_of(
    inspection: Inspection,
    pack: Pack,
    scorecards: Mapping[str, Scorecard],
    entries: Iterable[PatrolEntry],
    numbers: Iterable[str],
    ids: Iterable[str],
    calendar: Calendar,
) -> list[Finding]:
    """Return a finding for every entry of a patrol that is not clean, in order.

    Nothing is taken off: a patrol does not score. What the item it breaks says of requirement,
    deadline and responsibility is taken over; without an item it is the site's, for tomorrow.
    `numbers` and `ids` are drawn one for each finding. Deadlines count workdays of `calendar`.
    """
    number, identifier = iter(numbers), iter(ids)
    found: list[Finding] = []
    for entry in entries:
        if entry.clean:
            continue
        item = pack.item_by_id.get(entry.item_id)
        card = scorecards[entry.scorecard_id]
        responsible = item.responsible if item else Responsible.SITE
        days = item.deadline if item else 1
        category = item.category if item else entry.category
        place = f"{entry.place}：" if entry.place else ""
        found.append(
            Finding(
                id=next(identifier),
                number=next(number),
                inspection_id=inspection.id,
                scorecard_id=card.id,
                item_id=entry.item_id,
                site_id=inspection.site_id,
                site_name=inspection.site_name,
                window_number=card.window_number or PUBLIC_AREA,
                staff_number=card.staff_number,
                category=category or Category.OPERATING_NORMS,
                item_text=item.text if item else "",
                text=f"{place}{entry.text}",
                deduction=0,
                veto=False,
                requirement=item.requirement if item else "",
                responsible=responsible,
                department=card.department,
                owner=card.staff_number if responsible is Responsible.PERSON else "",
                leader=card.leader,
                type=RectificationType.TIMED if days else RectificationType.IMMEDIATE,
                deadline=add_workdays(inspection.started_at.date(), days, calendar),
                raised_at=inspection.started_at,
                changed_at=inspection.started_at,
            )
        )
    return found
