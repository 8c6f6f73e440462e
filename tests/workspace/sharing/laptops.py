"""Several laptops with folders of their own, whose objects go from one to another in memory.

What a bundle is as a file is `tests/storage/sharing`'s to try.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path

from inspector.domain.sharing.manifest import Scope
from inspector.domain.sharing.roster_meeting import Answers
from inspector.domain.sharing.travelling import Kind, Travelling
from inspector.storage.files.laptop_code_files import SampleLaptop
from inspector.storage.sharing.arriving.objects_looked_at import LookingAt
from inspector.storage.sharing.arriving.objects_taken import Arrival, TakingIn
from inspector.storage.sharing.conflict_store import ConflictStore
from inspector.storage.sharing.travelling_rows import TravellingRows
from inspector.storage.sharing.travelling_scope import TravellingScope
from inspector.workspace.keeping.doctor import examine
from inspector.workspace.keeping.doctor_remark import Trouble
from inspector.workspace.preferences import REPEAT_DAYS
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock

EXPECTED = {Trouble.NO_BACKUP, Trouble.EVIDENCE_NOT_BROUGHT}
"""What the doctor says of a folder of a test, and of photos that did not come along."""


def ids_of(laptop: str) -> Iterator[str]:
    """Identifiers that no other laptop of the test gives out, the same in every run."""
    letter = f"{ord(laptop[0]):04x}"
    return (f"{number:08}-{letter}-4000-8000-000000000000" for number in count(1))


class LaptopFolder:
    """One laptop: its folder, open, and what it gives and takes."""

    def __init__(self, name: str, folder: Path, clock: Clock) -> None:
        self.name = name
        ids = ids_of(name)
        self.workspace = Workspace(folder, clock, lambda: next(ids))
        self.workspace.finding_numbers.laptop = SampleLaptop(f"{name}22")
        self.bundles = 0

    def objects(
        self, since: int = 0, scope: Scope | None = None, at_home: Collection[str] = ()
    ) -> list[Travelling]:
        """Everything that travels from here, of what was entered after a number."""
        database = self.workspace.database
        chosen = TravellingScope(database, scope or Scope(since=since))
        rows = TravellingRows(database, self.name)
        return [each for kind in Kind for each in rows.objects(kind, chosen.ids(kind), at_home)]

    @property
    def reached(self) -> int:
        """The number of the newest entry of the journal."""
        (row,) = self.workspace.database.rows("SELECT coalesce(max(number), 0) FROM journal")
        return int(row[0])

    def take(self, came: Iterable[Travelling], answers: Answers | None = None) -> TakingIn:
        """Take objects in, in one transaction."""
        workspace = self.workspace
        self.bundles += 1
        arrival = Arrival(
            f"{self.name}-{self.bundles}", self.name, workspace.now(), "", workspace.new_id,
            int(workspace.preferences.get(REPEAT_DAYS)), answers or {},
        )  # fmt: skip
        every = list(came)
        told = self.look(every, answers)
        waited = self.unsettled()
        with workspace.database.transaction():
            taking = TakingIn(workspace.database, arrival)
            taking.prepare(each for each in every if each.kind is Kind.CHOICE)
            for each in every:
                taking.take(each)
            taking.finish()
        assert counted(told) == counted(taking)  # what a preview says is what comes
        assert {of for _, of in told.clashing} == self.unsettled() - waited
        return taking

    def unsettled(self) -> set[str]:
        """The findings and complaints that wait to be settled."""
        return {row[0] for row in self.workspace.database.rows("SELECT subject FROM unsettled")}

    def look(self, came: Iterable[Travelling], answers: Answers | None = None) -> LookingAt:
        """Look at what would be taken in."""
        with closing(LookingAt(self.workspace.database, self.name, answers or {})) as looking:
            every = list(came)
            looking.prepare(each for each in every if each.kind is Kind.CHOICE)
            for each in every:
                looking.take(each)
            looking.finish()
        return looking

    def troubles(self) -> list[tuple[Trouble, str]]:
        """What the doctor finds wrong, but for what is so in a test."""
        report = examine(self.workspace.folder, self.workspace.now())
        return [
            (each.trouble, each.place) for each in report.remarks if each.trouble not in EXPECTED
        ]

    def said(self) -> dict[str, object]:
        """What findings, visits and figures come to, in words that no id and no order touches."""
        database = self.workspace.database

        def rows(sql: str) -> list[tuple[object, ...]]:
            return sorted((tuple(row) for row in database.rows(sql)), key=repr)

        everything = date(2026, 1, 1), date(2027, 1, 1)
        return {
            # In the order of papers
            "found": [each.id for each in self.workspace.finding_store.raised_between(*everything)],
            "scored": self.workspace.inspection_store.scored_between(*everything),
            "findings": rows("SELECT * FROM finding_status"),
            "scores": rows(
                "SELECT scorecard_id, inspection_id, day, site, window, score, grade,"
                " reviewed_score, ranked_score, is_ranked FROM scorecard_score"
            ),
            "visits": rows(
                "SELECT id, site_name, day, state, seal, reviewed_score, ranked_score"
                " FROM inspection WHERE state = 'completed'"
            ),
            "surveys": rows("SELECT id, site, grade, reason FROM survey_answer"),
            "signatures": rows(
                "SELECT inspection_id, signer, signed_at FROM signature UNION SELECT subject,"
                " json_extract(body, '$.rows.signature[0].signer'),"
                " json_extract(body, '$.rows.signature[0].signed_at') FROM set_aside"
                " WHERE kind = 'signature'"
            ),
            "set aside": rows(
                "SELECT kind, subject, title FROM set_aside WHERE kind <> 'signature'"
                " AND json_extract(body, '$.waits') IS NOT 1"
            ),
            "waiting": sorted(
                (each.kind, each.subject, each.title, each.at)
                for each in ConflictStore(database).set_aside()
                if each.kind == "survey"
            ),
            "complaints": rows("SELECT * FROM complaint_status"),
            "events": rows("SELECT id, finding_id, at, kind, author FROM finding_event"),
            "evidence": rows(
                "SELECT id, digest, role, finding_id, annotated, removed_at FROM evidence"
                " WHERE inspection_id IS NULL OR inspection_id IN"
                " (SELECT id FROM inspection WHERE state = 'completed')"
            ),
            "sites": rows('SELECT site.name, number FROM "window" JOIN site ON site.id = site_id'),
        }


def counted(looking: LookingAt) -> tuple[object, ...]:
    """Every number of what would come, or came."""
    roster = looking.roster
    fates = {what: count for what, count in looking.counts.items() if count}
    return fates, (roster.added, roster.changed, roster.differing)


def digests(came: Sequence[Travelling]) -> dict[tuple[Kind, str], str]:
    """The digest of each object that is not as it is today, by kind and id."""
    return {
        (each.kind, each.id): each.digest
        for each in came
        if each.kind not in (Kind.SITE, Kind.INSPECTOR, Kind.HOLIDAY)
    }
