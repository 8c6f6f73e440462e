"""An opened data folder: the stores behind it and the operations on it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from inspector.storage.database.database import Check, Database, open_database, reading_apart
from inspector.storage.files.folder_layout import DATABASE_FILE as DATABASE_FILE
from inspector.storage.stores.inspection_store import InspectionStore
from inspector.storage.stores.roster_store import RosterStore

if TYPE_CHECKING:
    from inspector.domain.visit.inspection import Inspection
    from inspector.storage.stores.evidence_store import EvidenceStore
    from inspector.storage.stores.finding_store import FindingStore
    from inspector.storage.stores.pack_store import PackStore
    from inspector.workspace.drafts import Drafts
    from inspector.workspace.evidence.evidence_book import EvidenceBook
    from inspector.workspace.findings.arrangements import Arrangements
    from inspector.workspace.findings.close_out import CloseOut
    from inspector.workspace.findings.finding_numbers import FindingNumbers
    from inspector.workspace.findings.findings import Findings
    from inspector.workspace.findings.ledger_desk import LedgerDesk
    from inspector.workspace.findings.ledger_reader import LedgerReader
    from inspector.workspace.findings.returned_intake import Returned
    from inspector.workspace.holidays import Holidays
    from inspector.workspace.last_folders import LastFolders
    from inspector.workspace.meeting.meetings import Meetings
    from inspector.workspace.meeting.minutes_book import MinutesBook
    from inspector.workspace.packs.overrides import Overrides
    from inspector.workspace.packs.packs import Packs
    from inspector.workspace.papers.circulars import Circulars
    from inspector.workspace.papers.column_choices import ColumnChoices
    from inspector.workspace.papers.ledger_exports import LedgerExports
    from inspector.workspace.papers.notices import Notices
    from inspector.workspace.papers.period_figures import Figures
    from inspector.workspace.papers.reports import Reports
    from inspector.workspace.papers.summary_desk import SummaryDesk
    from inspector.workspace.preferences import PreferenceBook
    from inspector.workspace.rosters import Rosters
    from inspector.workspace.visits.arriving_pictures import NewPictures
    from inspector.workspace.visits.inspections import Inspections
    from inspector.workspace.visits.left_out_reasons import LeftOutReasons
    from inspector.workspace.visits.patrol_records import PatrolRecords
    from inspector.workspace.visits.patrols import Patrols
    from inspector.workspace.visits.phrases import Phrases
    from inspector.workspace.visits.rechecks import Rechecks
    from inspector.workspace.visits.records import Records
    from inspector.workspace.visits.stopwatches import Stopwatches


def local_now() -> datetime:
    """Return the present moment with the local offset from UTC."""
    return datetime.now().astimezone()


def new_uuid() -> str:
    """Return an identifier that no other laptop gives out."""
    return str(uuid4())


class Workspace:
    """Everything that can be read from and done to one data folder.

    Operations are grouped by what they are about; a group loads when it is first used, so that
    the first page appears without the code of the others.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime] = local_now,
        new_id: Callable[[], str] = new_uuid,
        check: Check = Check.NONE,
        *,
        create: bool = True,
    ) -> None:
        """Open `folder` after a `check`; with `create` it is made when there is none.

        Raises NotFoundError, NewerDatabaseError, DamagedDatabaseError, CannotReadError or
        CannotWriteError.
        """
        database = open_database(folder / DATABASE_FILE, check, create=create)
        self._read_from(folder, now, new_id, database)

    @classmethod
    def upon(cls, folder: Path, database: Database) -> "Workspace":
        """Return the data folder `folder` with a database that is open already."""
        workspace = cls.__new__(cls)
        workspace._read_from(folder, local_now, new_uuid, database)
        return workspace

    def _read_from(
        self,
        folder: Path,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        database: Database,
    ) -> None:
        self.folder = folder
        self.now = now
        self.new_id = new_id
        self.as_sealed: dict[str, bool] = {}
        """Whether a record from before the journal is as it was sealed, by its entry's digest.

        It follows from what the digest is over, and takes milliseconds to work out.
        """
        self.database = database
        database.journal.now = now
        self.roster_store = RosterStore(self.database)
        self.inspection_store = InspectionStore(self.database)

    @contextmanager
    def reading_apart(self) -> Iterator["Workspace"]:
        """Yield the same data folder opened once more, to be read on a thread of its own.

        Nothing can be written through it.
        """
        with reading_apart(self.database.path) as database:
            apart = Workspace.__new__(Workspace)
            apart._read_from(self.folder, self.now, self.new_id, database)
            apart.as_sealed = self.as_sealed
            yield apart

    def close(self) -> None:
        """Close the data folder; everything is on disk already."""
        self.database.close()

    @cached_property
    def pack_store(self) -> "PackStore":
        """The packs that visits are frozen with."""
        from inspector.storage.stores.pack_store import PackStore

        return PackStore(self.database)

    @cached_property
    def finding_store(self) -> "FindingStore":
        """Findings and their history."""
        from inspector.storage.stores.finding_store import FindingStore

        return FindingStore(self.database)

    @cached_property
    def finding_numbers(self) -> "FindingNumbers":
        """Numbers that no other laptop gives out."""
        from inspector.workspace.findings.finding_numbers import FindingNumbers

        return FindingNumbers(self)

    @cached_property
    def evidence_store(self) -> "EvidenceStore":
        """What is known of photos and files."""
        from inspector.storage.stores.evidence_store import EvidenceStore

        return EvidenceStore(self.database)

    @cached_property
    def packs(self) -> "Packs":
        """The checklists one can inspect with."""
        from inspector.workspace.packs.packs import Packs

        return Packs(self)

    @cached_property
    def overrides(self) -> "Overrides":
        """What sites change of packs."""
        from inspector.workspace.packs.overrides import Overrides

        return Overrides(self)

    @cached_property
    def rosters(self) -> "Rosters":
        """Sites, windows and staff."""
        from inspector.workspace.rosters import Rosters

        return Rosters(self)

    @cached_property
    def inspections(self) -> "Inspections":
        """Visits and their answers."""
        from inspector.workspace.visits.inspections import Inspections

        return Inspections(self)

    @cached_property
    def findings(self) -> "Findings":
        """What became of what was found."""
        from inspector.workspace.findings.findings import Findings

        return Findings(self)

    @cached_property
    def close_out(self) -> "CloseOut":
        """Steps of findings that come with photos."""
        from inspector.workspace.findings.close_out import CloseOut

        return CloseOut(self)

    @cached_property
    def ledger_desk(self) -> "LedgerDesk":
        """What the ledger page remembers."""
        from inspector.workspace.findings.ledger_desk import LedgerDesk

        return LedgerDesk(self)

    @cached_property
    def drafts(self) -> "Drafts":
        """What is typed and not handed in yet."""
        from inspector.workspace.drafts import Drafts

        return Drafts(self)

    @cached_property
    def left_out_reasons(self) -> "LeftOutReasons":
        """Why windows are left out of visits."""
        from inspector.workspace.visits.left_out_reasons import LeftOutReasons

        return LeftOutReasons(self)

    @cached_property
    def summary_desk(self) -> "SummaryDesk":
        """What the summary page remembers."""
        from inspector.workspace.papers.summary_desk import SummaryDesk

        return SummaryDesk(self)

    @cached_property
    def ledger_reader(self) -> "LedgerReader":
        """The ledger as it is read beside the window."""
        from inspector.workspace.findings.ledger_reader import LedgerReader

        return LedgerReader(self)

    @cached_property
    def figures(self) -> "Figures":
        """What the visits of a period come to."""
        from inspector.workspace.papers.period_figures import Figures

        return Figures(self)

    @cached_property
    def holidays(self) -> "Holidays":
        """Which days are worked."""
        from inspector.workspace.holidays import Holidays

        return Holidays(self)

    @cached_property
    def arrangements(self) -> "Arrangements":
        """The holidays of a year, to be taken in."""
        from inspector.workspace.findings.arrangements import Arrangements

        return Arrangements(self)

    @cached_property
    def stopwatches(self) -> "Stopwatches":
        """What is being timed."""
        from inspector.workspace.visits.stopwatches import Stopwatches

        return Stopwatches(self)

    @cached_property
    def last_folders(self) -> "LastFolders":
        """Where files were last read from and written to."""
        from inspector.workspace.last_folders import LastFolders

        return LastFolders(self)

    @cached_property
    def reports(self) -> "Reports":
        """Workbooks for others."""
        from inspector.workspace.papers.reports import Reports

        return Reports(self)

    @cached_property
    def ledger_exports(self) -> "LedgerExports":
        """The ledger of findings as a workbook."""
        from inspector.workspace.papers.ledger_exports import LedgerExports

        return LedgerExports(self)

    @cached_property
    def notices(self) -> "Notices":
        """Notices to units, each with its number."""
        from inspector.workspace.papers.notices import Notices

        return Notices(self)

    @cached_property
    def returned(self) -> "Returned":
        """Ledgers and reply slips that come back."""
        from inspector.workspace.findings.returned_intake import Returned

        return Returned(self)

    @cached_property
    def preferences(self) -> "PreferenceBook":
        """What the user set."""
        from inspector.workspace.preferences import PreferenceBook

        return PreferenceBook(self)

    @cached_property
    def column_choices(self) -> "ColumnChoices":
        """Which columns workbooks have."""
        from inspector.workspace.papers.column_choices import ColumnChoices

        return ColumnChoices(self)

    @cached_property
    def circulars(self) -> "Circulars":
        """What is told of a period."""
        from inspector.workspace.papers.circulars import Circulars

        return Circulars(self)

    @cached_property
    def evidence(self) -> "EvidenceBook":
        """Photos and files."""
        from inspector.workspace.evidence.evidence_book import EvidenceBook

        return EvidenceBook(self)

    def new_pictures(
        self, folder: Path, inspection: "Inspection", side: int, *, everything: bool = False
    ) -> "NewPictures":
        """Return the pictures that arrive in a folder during a visit."""
        from inspector.workspace.visits.arriving_pictures import NewPictures

        return NewPictures(self, folder, inspection, side, everything=everything)

    @cached_property
    def records(self) -> "Records":
        """Sealed records: signatures and later words."""
        from inspector.workspace.visits.records import Records

        return Records(self)

    @cached_property
    def phrases(self) -> "Phrases":
        """What this user wrote for an item before."""
        from inspector.workspace.visits.phrases import Phrases

        return Phrases(self)

    @cached_property
    def patrols(self) -> "Patrols":
        """Daily rounds."""
        from inspector.workspace.visits.patrols import Patrols

        return Patrols(self)

    @cached_property
    def patrol_records(self) -> "PatrolRecords":
        """Completed patrols, to be told to others."""
        from inspector.workspace.visits.patrol_records import PatrolRecords

        return PatrolRecords(self)

    @cached_property
    def rechecks(self) -> "Rechecks":
        """Visits that see whether findings were put right."""
        from inspector.workspace.visits.rechecks import Rechecks

        return Rechecks(self)

    @cached_property
    def meetings(self) -> "Meetings":
        """Morning meetings."""
        from inspector.workspace.meeting.meetings import Meetings

        return Meetings(self)

    @cached_property
    def minutes(self) -> "MinutesBook":
        """What morning meetings came to."""
        from inspector.workspace.meeting.minutes_book import MinutesBook

        return MinutesBook(self)
