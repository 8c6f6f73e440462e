"""Results of a survey that came as a workbook: told first, then taken in; twice is once.

A row is recognised by its 编号, from whatever file, or by its place in a file of the same bytes.
What it says recognises nobody: two people may well say the same on one day, so rows of another
file that look alike are told and taken in.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.domain.survey.survey_sheet import SurveySheet, nameless
from inspector.domain.visit.roster import Site
from inspector.excel.surveys.survey_results import ResultRow, read_results
from inspector.read_back import digest_at
from inspector.storage.registers.survey_store import SurveyStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.roster.rosters import Rosters


@dataclass(frozen=True, slots=True)
class SurveyPreview:
    """What taking in would come to: new sheets, rows known already, columns that are not read.

    Of the new ones `alike` say what sheets of other files say; the grades of `by_number` were
    numbers.
    """

    name: str
    new: tuple[SurveySheet, ...]
    known: int
    unread: tuple[str, ...]
    alike: int = 0
    by_number: int = 0


class SurveyIntake:
    """Takes in results that others collected."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = SurveyStore(opened.database)

    def preview(self, path: Path) -> SurveyPreview:
        """Read a workbook of results and compare it with what is there.

        Raises FaultyFileError naming every cell that is wrong: what is no grade or day, a site or
        window that is not on the roster, a day that has not come, a number that stood for another
        answer.
        """
        now = self._opened.now()
        results = read_results(path, now.date())
        sites = {site.name: site for site in self._opened.of(Rosters).every_site()}
        problems = self._problems(results.rows, sites, now.date())
        if problems:
            raise FaultyFileError(results.name, problems)
        keys = _keys(results.rows, digest_at(path))
        known = self._store.known_keys(keys)
        new, clashes = list[SurveySheet](), list[Problem]()
        for key, row in zip(keys, results.rows, strict=True):
            assert row.day is not None  # or it had a problem
            assert row.grade is not None
            sheet = SurveySheet(
                id=self._opened.new_id(),
                site_id=sites[row.site].id,
                site_name=row.site,
                day=row.day,
                entered_at=now,
                channel=row.channel,
                grade=row.grade,
                reason=nameless(row.reason),
                window_number=row.window,
                source=results.name,
                source_key=key,
            )
            before = known.get(key)
            if before is None:
                new.append(sheet)
            elif _said(before) != _said(sheet):
                said = f"{before.day} {before.site_name}"
                clashes.append(Problem(row.number_place, Fault.DUPLICATE, row.number, said))
        if clashes:
            raise FaultyFileError(results.name, clashes)
        by_number = sum(row.by_number for row in results.rows)
        return SurveyPreview(
            results.name, tuple(new), len(known), results.unread, self._alike(new), by_number
        )

    def take_in(self, preview: SurveyPreview) -> Changes:
        """Keep what is new of a preview, whole or not at all."""
        if not preview.new:
            return Changes()
        self._store.add(preview.new)
        return Changes(surveys=True)

    def _alike(self, new: Sequence[SurveySheet]) -> int:
        """Return how many new sheets say what others say that were taken in before."""
        if not new:
            return 0
        days = [sheet.day for sheet in new]
        lines = self._store.between(min(days), max(days))
        before = Counter(_all_said(each.sheet) for each in lines if each.sheet.source_key)
        return (Counter(map(_all_said, new)) & before).total()

    def _problems(
        self, rows: Iterable[ResultRow], sites: dict[str, Site], today: date
    ) -> list[Problem]:
        problems: list[Problem] = []
        windows: dict[str, list[str]] = {}
        numbers: dict[tuple[str, str], str] = {}
        for row in rows:
            problems += row.problems
            if row.day is not None and row.day > today:
                problems.append(
                    Problem(row.day_place, Fault.OUT_OF_RANGE, str(row.day), f"≤ {today}")
                )
            if not row.site:
                continue
            site = sites.get(row.site)
            if site is None:
                known = "、".join(sites)
                problems.append(Problem(row.site_place, Fault.NOT_ONE_OF, row.site, known))
                continue
            if row.window:
                own = windows.setdefault(site.id, self._windows(site))
                if row.window not in own:
                    expected = "、".join(own)
                    problems.append(
                        Problem(row.window_place, Fault.NOT_ONE_OF, row.window, expected)
                    )
            if row.number:
                first = numbers.setdefault((site.id, row.number), row.number_place)
                if first != row.number_place:
                    problems.append(Problem(row.number_place, Fault.DUPLICATE, row.number, first))
        return problems

    def _windows(self, site: Site) -> list[str]:
        return [each.number for each in self._opened.of(Rosters).every_window(site.id)]


def _keys(rows: Sequence[ResultRow], digest: str) -> list[str]:
    """Return what each row is recognised by: its number, or its place in a file of a digest."""
    keys: list[str] = []
    for place, row in enumerate(rows):
        if row.number:
            facts: list[object] = ["number", row.site, row.number]
        else:
            facts = ["row", digest, place]
        text = json.dumps(facts, ensure_ascii=False)
        keys.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return keys


def _said(sheet: SurveySheet) -> tuple[object, ...]:
    return (sheet.day, sheet.grade, sheet.reason, sheet.window_number, sheet.channel)


def _all_said(sheet: SurveySheet) -> tuple[object, ...]:
    return (sheet.site_id, *_said(sheet))
