"""All that can be read from and done to an opened data folder, for the window and commands."""

from pathlib import Path
from typing import TYPE_CHECKING

from inspector.workspace.opened_folder import OpenedFolder

if TYPE_CHECKING:
    from inspector.domain.visit.inspection import Inspection
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
    from inspector.workspace.papers.column_choices import ColumnChoices
    from inspector.workspace.papers.ledger_exports import LedgerExports
    from inspector.workspace.papers.notices import Notices
    from inspector.workspace.papers.period_figures import Figures
    from inspector.workspace.papers.recent_papers import RecentPapers
    from inspector.workspace.papers.reports import Reports
    from inspector.workspace.papers.summary_desk import SummaryDesk
    from inspector.workspace.preferences import PreferenceBook
    from inspector.workspace.roster.roster_steps import RosterSteps
    from inspector.workspace.roster.rosters import Rosters
    from inspector.workspace.visits.answer_moves import AnswerMoves
    from inspector.workspace.visits.arriving_pictures import NewPictures
    from inspector.workspace.visits.inspections import Inspections
    from inspector.workspace.visits.left_out_reasons import LeftOutReasons
    from inspector.workspace.visits.patrol_records import PatrolRecords
    from inspector.workspace.visits.patrols import Patrols
    from inspector.workspace.visits.phrases import Phrases
    from inspector.workspace.visits.rechecks import Rechecks
    from inspector.workspace.visits.records import Records
    from inspector.workspace.visits.stopwatches import Stopwatches


class Workspace(OpenedFolder):
    """Everything that can be read from and done to one data folder.

    Operations are grouped by what they are about; a group loads when it is first used, so that
    the first page appears without the code of the others. Nothing below knows this class.
    """

    @property
    def finding_numbers(self) -> "FindingNumbers":
        """Numbers that no other laptop gives out."""
        from inspector.workspace.findings.finding_numbers import FindingNumbers

        return self.of(FindingNumbers)

    @property
    def packs(self) -> "Packs":
        """The checklists one can inspect with."""
        from inspector.workspace.packs.packs import Packs

        return self.of(Packs)

    @property
    def overrides(self) -> "Overrides":
        """What sites change of packs."""
        from inspector.workspace.packs.overrides import Overrides

        return self.of(Overrides)

    @property
    def rosters(self) -> "Rosters":
        """Sites, windows and staff."""
        from inspector.workspace.roster.rosters import Rosters

        return self.of(Rosters)

    @property
    def roster_steps(self) -> "RosterSteps":
        """What is added to the roster, changed, ended and brought back."""
        from inspector.workspace.roster.roster_steps import RosterSteps

        return self.of(RosterSteps)

    @property
    def inspections(self) -> "Inspections":
        """Visits and their answers."""
        from inspector.workspace.visits.inspections import Inspections

        return self.of(Inspections)

    @property
    def answer_moves(self) -> "AnswerMoves":
        """Answers moved to another window."""
        from inspector.workspace.visits.answer_moves import AnswerMoves

        return self.of(AnswerMoves)

    @property
    def findings(self) -> "Findings":
        """What became of what was found."""
        from inspector.workspace.findings.findings import Findings

        return self.of(Findings)

    @property
    def close_out(self) -> "CloseOut":
        """Steps of findings that come with photos."""
        from inspector.workspace.findings.close_out import CloseOut

        return self.of(CloseOut)

    @property
    def ledger_desk(self) -> "LedgerDesk":
        """What the ledger page remembers."""
        from inspector.workspace.findings.ledger_desk import LedgerDesk

        return self.of(LedgerDesk)

    @property
    def drafts(self) -> "Drafts":
        """What is typed and not handed in yet."""
        from inspector.workspace.drafts import Drafts

        return self.of(Drafts)

    @property
    def left_out_reasons(self) -> "LeftOutReasons":
        """Why windows are left out of visits."""
        from inspector.workspace.visits.left_out_reasons import LeftOutReasons

        return self.of(LeftOutReasons)

    @property
    def summary_desk(self) -> "SummaryDesk":
        """What the summary page remembers."""
        from inspector.workspace.papers.summary_desk import SummaryDesk

        return self.of(SummaryDesk)

    @property
    def ledger_reader(self) -> "LedgerReader":
        """The ledger as it is read beside the window."""
        from inspector.workspace.findings.ledger_reader import LedgerReader

        return self.of(LedgerReader)

    @property
    def figures(self) -> "Figures":
        """What the visits of a period come to."""
        from inspector.workspace.papers.period_figures import Figures

        return self.of(Figures)

    @property
    def holidays(self) -> "Holidays":
        """Which days are worked."""
        from inspector.workspace.holidays import Holidays

        return self.of(Holidays)

    @property
    def arrangements(self) -> "Arrangements":
        """The holidays of a year, to be taken in."""
        from inspector.workspace.findings.arrangements import Arrangements

        return self.of(Arrangements)

    @property
    def stopwatches(self) -> "Stopwatches":
        """What is being timed."""
        from inspector.workspace.visits.stopwatches import Stopwatches

        return self.of(Stopwatches)

    @property
    def last_folders(self) -> "LastFolders":
        """Where files were last read from and written to."""
        from inspector.workspace.last_folders import LastFolders

        return self.of(LastFolders)

    @property
    def reports(self) -> "Reports":
        """Workbooks for others."""
        from inspector.workspace.papers.reports import Reports

        return self.of(Reports)

    @property
    def ledger_exports(self) -> "LedgerExports":
        """The ledger of findings as a workbook."""
        from inspector.workspace.papers.ledger_exports import LedgerExports

        return self.of(LedgerExports)

    @property
    def recent_papers(self) -> "RecentPapers":
        """The papers that were written last."""
        from inspector.workspace.papers.recent_papers import RecentPapers

        return self.of(RecentPapers)

    @property
    def notices(self) -> "Notices":
        """Notices to units, each with its number."""
        from inspector.workspace.papers.notices import Notices

        return self.of(Notices)

    @property
    def returned(self) -> "Returned":
        """Ledgers and reply slips that come back."""
        from inspector.workspace.findings.returned_intake import Returned

        return self.of(Returned)

    @property
    def preferences(self) -> "PreferenceBook":
        """What the user set."""
        from inspector.workspace.preferences import PreferenceBook

        return self.of(PreferenceBook)

    @property
    def column_choices(self) -> "ColumnChoices":
        """Which columns workbooks have."""
        from inspector.workspace.papers.column_choices import ColumnChoices

        return self.of(ColumnChoices)

    @property
    def evidence(self) -> "EvidenceBook":
        """Photos and files."""
        from inspector.workspace.evidence.evidence_book import EvidenceBook

        return self.of(EvidenceBook)

    def new_pictures(
        self, folder: Path, inspection: "Inspection", side: int, *, everything: bool = False
    ) -> "NewPictures":
        """Return the pictures that arrive in a folder during a visit."""
        from inspector.workspace.visits.arriving_pictures import NewPictures

        return NewPictures(self, folder, inspection, side, everything=everything)

    @property
    def records(self) -> "Records":
        """Sealed records: signatures and later words."""
        from inspector.workspace.visits.records import Records

        return self.of(Records)

    @property
    def phrases(self) -> "Phrases":
        """What this user wrote for an item before."""
        from inspector.workspace.visits.phrases import Phrases

        return self.of(Phrases)

    @property
    def patrols(self) -> "Patrols":
        """Daily rounds."""
        from inspector.workspace.visits.patrols import Patrols

        return self.of(Patrols)

    @property
    def patrol_records(self) -> "PatrolRecords":
        """Completed patrols, to be told to others."""
        from inspector.workspace.visits.patrol_records import PatrolRecords

        return self.of(PatrolRecords)

    @property
    def rechecks(self) -> "Rechecks":
        """Visits that see whether findings were put right."""
        from inspector.workspace.visits.rechecks import Rechecks

        return self.of(Rechecks)

    @property
    def meetings(self) -> "Meetings":
        """Morning meetings."""
        from inspector.workspace.meeting.meetings import Meetings

        return self.of(Meetings)

    @property
    def minutes(self) -> "MinutesBook":
        """What morning meetings came to."""
        from inspector.workspace.meeting.minutes_book import MinutesBook

        return self.of(MinutesBook)
