"""`inspector list`: what is in the data folder, as a table to read or as JSON."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from inspector.arguments import (
    COMPLAINTS,
    EVALUATIONS,
    FINDINGS,
    INSPECTORS,
    PACKS,
    PLANS,
    SITES,
    SURVEYS,
    TRAININGS,
    VISITS,
)
from inspector.cli.folder import opened
from inspector.cli.register_lists import (
    evaluation_cells,
    listed_evaluations,
    listed_surveys,
    listed_trainings,
    survey_cells,
    training_cells,
)
from inspector.cli.speaking import UsageError, say, say_json, say_table
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.storage.stores.listed_rows import Listed
    from inspector.workspace.extent import Period
    from inspector.workspace.workspace import Workspace


_OF_DAYS = (VISITS, FINDINGS, COMPLAINTS, SURVEYS)


def list_all(options: argparse.Namespace) -> None:
    """List one kind of thing; without days, of all days."""
    kind: str = options.kind
    if kind not in _OF_DAYS and (options.first or options.last or options.month or options.site):
        raise UsageError(
            tr("Only inspections, findings, complaints and surveys have days and a site.")
        )
    with opened(options) as workspace:
        listed: dict[str, Callable[[Workspace, argparse.Namespace], list[Listed]]] = {
            SITES: _sites,
            VISITS: _visits,
            FINDINGS: _findings,
            COMPLAINTS: _complaints,
            PACKS: _packs,
            INSPECTORS: _inspectors,
            PLANS: _plans,
            SURVEYS: _surveys,
            EVALUATIONS: lambda workspace, _: listed_evaluations(workspace),
            TRAININGS: lambda workspace, _: listed_trainings(workspace),
        }
        rows = listed[kind](workspace, options)
    if options.json:
        say_json(rows)
    elif rows:
        heads, cells = _TABLES[kind]
        say_table(heads(), [cells(row) for row in rows])
    else:
        say(tr("There is nothing of that kind."))


def _sites(workspace: "Workspace", options: argparse.Namespace) -> "list[Listed]":
    rosters = workspace.rosters
    listed: list[Listed] = []
    for site in rosters.every_site():
        windows = rosters.windows(site.id)
        listed.append(
            {
                "id": site.id,
                "name": site.name,
                "windows": len(windows),
                "staff": len({person.id for window in windows for person in window.staff}),
                "ended_on": site.ended_on and site.ended_on.isoformat(),
            }
        )
    return listed


def _inspectors(workspace: "Workspace", options: argparse.Namespace) -> "list[Listed]":
    def day(value: date | None) -> str | None:
        return value.isoformat() if value else None

    return [
        {
            "id": each.id,
            "name": each.name,
            "unit": each.unit,
            "role": each.role.value,
            "group": each.group,
            "phone": each.phone,
            "reachable": each.reachable,
            "away_from": day(each.away_first),
            "away_to": day(each.away_last),
            "ended_on": day(each.ended_on),
        }
        for each in workspace.inspectors.all()
    ]


def _plans(workspace: "Workspace", options: argparse.Namespace) -> "list[Listed]":
    today = workspace.now().date()
    listed: list[Listed] = []
    for plan in workspace.plans.all():
        covered = workspace.plans.coverage_of(plan, today)
        listed.append(
            {
                "id": plan.id,
                "name": plan.name,
                "version": plan.version,
                "phase": plan.phase,
                "first": plan.first.isoformat(),
                "last": plan.last.isoformat(),
                "sites": len(plan.sites),
                "wanted": covered.wanted,
                "done": covered.done,
                "gap": covered.gap,
                "extra": covered.extra,
                "covert_wanted": covered.covert_wanted,
                "covert_done": covered.covert_done,
                "windows_wanted": covered.windows_wanted,
                "windows_done": covered.windows_done,
            }
        )
    return listed


def _packs(workspace: "Workspace", options: argparse.Namespace) -> "list[Listed]":
    return [
        {
            "id": pack.id,
            "title": pack.title,
            "version": pack.version,
            "items": sum(1 for _ in pack.items()),
            "window_kinds": [kind.title for kind in pack.window_kinds],
        }
        for pack in workspace.packs.all()
    ]


def _visits(workspace: "Workspace", options: argparse.Namespace) -> "list[Listed]":
    from inspector.storage.stores.listed_rows import listed_visits

    period = _days(options)
    return _of_sites(
        workspace, options, listed_visits(workspace.database, period.first, period.last)
    )


def _findings(workspace: "Workspace", options: argparse.Namespace) -> "list[Listed]":
    from inspector.storage.stores.listed_rows import listed_findings

    period = _days(options)
    return _of_sites(
        workspace, options, listed_findings(workspace.database, period.first, period.last)
    )


def _complaints(workspace: "Workspace", options: argparse.Namespace) -> "list[Listed]":
    from inspector.storage.stores.listed_rows import listed_complaints

    period = _days(options)
    return _of_sites(
        workspace, options, listed_complaints(workspace.database, period.first, period.last)
    )


def _surveys(workspace: "Workspace", options: argparse.Namespace) -> "list[Listed]":
    period = _days(options)
    rows = listed_surveys(workspace, period.first, period.last)
    return _of_sites(workspace, options, rows)


def _days(options: argparse.Namespace) -> "Period":
    from inspector.cli.exporting import period_of
    from inspector.workspace.extent import Period

    if options.month is None:
        first, last = options.first or date.min, options.last or date.max
        if first <= last:
            return Period(first, last)
    return period_of(options)


def _of_sites(
    workspace: "Workspace", options: argparse.Namespace, rows: "list[Listed]"
) -> "list[Listed]":
    """Return the rows of the sites that are named; raises UnknownSiteError."""
    names = {workspace.rosters.site_named(name).name for name in options.site}
    return [row for row in rows if row["site"] in names] if names else rows


def _visit_cells(row: "Listed") -> list[str]:
    from inspector.domain.visit.inspection import InspectionKind
    from inspector.gui.words import kind_word  # which has no Qt in it

    is_open = row["state"] == "open"
    score = row["score"]
    return [
        str(row["day"]),
        str(row["site"]),
        kind_word(InspectionKind(str(row["kind"]))),
        tr("under way") if is_open else "–" if score is None else f"{score:.2f}",
        str(row["grade"] or ""),
        str(row["findings"]),
        str(row["id"]),
    ]


def _finding_cells(row: "Listed") -> list[str]:
    from inspector.domain.finding.finding import FindingState
    from inspector.workspace.finding_state_words import state_word

    return [
        *(str(row[name]) for name in ("number", "day", "site", "window")),
        state_word(FindingState(str(row["state"]))),
        str(row["deadline"]),
        str(row["text"]),
    ]


def _complaint_cells(row: "Listed") -> list[str]:
    from inspector.domain.complaint.complaint import ComplaintKind, ComplaintState
    from inspector.workspace.stories.complaint_words import (
        complaint_kind_word,
        complaint_state_word,
    )

    return [
        *(str(row[name]) for name in ("number", "day", "site")),
        complaint_kind_word(ComplaintKind(str(row["kind"]))),
        complaint_state_word(ComplaintState(str(row["state"]))),
        str(row["deadline"]),
        str(row["content"]),
    ]


def _inspector_cells(row: "Listed") -> list[str]:
    from inspector.domain.people.inspector import Role
    from inspector.workspace.inspectors.inspector_words import role_word

    state = row["ended_on"] or ("" if row["reachable"] else tr("away"))
    return [
        str(row["name"]),
        str(row["unit"]),
        role_word(Role(str(row["role"]))),
        str(row["group"]),
        str(row["phone"]),
        str(state),
    ]


_Table = tuple[Callable[[], Sequence[str]], Callable[[Mapping[str, object]], Sequence[str]]]
_TABLES: Mapping[str, _Table] = {
    SITES: (
        lambda: (tr("Site"), tr("Windows"), tr("Staff"), tr("Ended")),
        lambda row: [str(row[name] or "") for name in ("name", "windows", "staff", "ended_on")],
    ),
    VISITS: (
        lambda: (
            tr("Day"), tr("Site"), tr("Kind"), tr("Score"), tr("Grade"), tr("Findings"), tr("ID"),
        ),
        _visit_cells,
    ),
    FINDINGS: (
        lambda: (
            tr("Number"), tr("Day"), tr("Site"), tr("Window"), tr("State"), tr("Deadline"),
            tr("Finding"),
        ),
        _finding_cells,
    ),
    COMPLAINTS: (
        lambda: (
            tr("Number"), tr("Day"), tr("Site"), tr("Kind"), tr("State"), tr("Deadline"),
            tr("What is said"),
        ),
        _complaint_cells,
    ),
    PACKS: (
        lambda: (tr("ID"), tr("Checklist"), tr("Version"), tr("Items")),
        lambda row: [str(row[name]) for name in ("id", "title", "version", "items")],
    ),
    PLANS: (
        lambda: (
            tr("Plan"), tr("Version"), tr("Phase"), tr("From"), tr("To"), tr("Sites"), tr("Due"),
            tr("Made"), tr("To go"),
        ),
        lambda row: [
            str(row[name])
            for name in (
                "name", "version", "phase", "first", "last", "sites", "wanted", "done", "gap",
            )
        ],
    ),
    SURVEYS: (
        lambda: (
            tr("Day"), tr("Site"), tr("Window"), tr("Grade"), tr("Reason"), tr("Channel"),
            tr("State"),
        ),
        survey_cells,
    ),
    EVALUATIONS: (
        lambda: (
            tr("From"), tr("To"), tr("Phase"), tr("Version"), tr("Published on"), tr("By"),
            tr("Sites"), tr("State"),
        ),
        evaluation_cells,
    ),
    TRAININGS: (
        lambda: (
            tr("Held on"), tr("Site"), tr("Group"), tr("Trained"), tr("Took part"), tr("Before"),
            tr("After"), tr("Outcome"),
        ),
        training_cells,
    ),
    INSPECTORS: (
        lambda: (
            tr("Person's name"), tr("Unit"), tr("Role"), tr("Group"), tr("Phone"),
            tr("Ended or away"),
        ),
        _inspector_cells,
    ),
}  # fmt: skip
