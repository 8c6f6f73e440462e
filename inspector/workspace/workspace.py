"""All that can be read from and done to an opened data folder, for the window and commands."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from inspector.workspace.opened_folder import OpenedFolder

if TYPE_CHECKING:
    from inspector.domain.visit.inspection import Inspection
    from inspector.workspace.complaints.complaint_intake import ComplaintIntake
    from inspector.workspace.complaints.complaints import Complaints
    from inspector.workspace.drafts import Drafts
    from inspector.workspace.evaluation.evaluations import Evaluations
    from inspector.workspace.evidence.evidence_book import EvidenceBook
    from inspector.workspace.findings.arrangements import Arrangements
    from inspector.workspace.findings.close_out import CloseOut
    from inspector.workspace.findings.finding_numbers import FindingNumbers
    from inspector.workspace.findings.findings import Findings
    from inspector.workspace.findings.ledger_desk import LedgerDesk
    from inspector.workspace.findings.ledger_reader import LedgerReader
    from inspector.workspace.findings.returned_intake import Returned
    from inspector.workspace.holidays import Holidays
    from inspector.workspace.inspectors.inspector_figures import InspectorFigures
    from inspector.workspace.inspectors.inspector_steps import InspectorSteps
    from inspector.workspace.inspectors.inspectors import Inspectors
    from inspector.workspace.last_folders import LastFolders
    from inspector.workspace.meeting.meetings import Meetings
    from inspector.workspace.meeting.minutes_book import MinutesBook
    from inspector.workspace.packs.overrides import Overrides
    from inspector.workspace.packs.packs import Packs
    from inspector.workspace.papers.circular.kept_circulars import KeptCirculars
    from inspector.workspace.papers.column_choices import ColumnChoices
    from inspector.workspace.papers.ledger_exports import LedgerExports
    from inspector.workspace.papers.notices import Notices
    from inspector.workspace.papers.period_figures import Figures
    from inspector.workspace.papers.recent_papers import RecentPapers
    from inspector.workspace.papers.reports import Reports
    from inspector.workspace.papers.summary_desk import SummaryDesk
    from inspector.workspace.personal.erasures import Erasures
    from inspector.workspace.plans.draws import Draws
    from inspector.workspace.plans.plan_intake import PlanIntake
    from inspector.workspace.plans.plans import Plans
    from inspector.workspace.preferences import PreferenceBook
    from inspector.workspace.roster.roster_steps import RosterSteps
    from inspector.workspace.roster.rosters import Rosters
    from inspector.workspace.surveys.survey_intake import SurveyIntake
    from inspector.workspace.surveys.surveys import Surveys
    from inspector.workspace.training.trainings import Trainings
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


_Kind = TypeVar("_Kind")


class _Group(Generic[_Kind]):
    """Operations on one thing; their code loads when they are first asked for."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = f"inspector.workspace.{module}", name

    def __get__(self, opened: OpenedFolder, owner: object = None) -> _Kind:
        kind: Callable[[OpenedFolder], _Kind] = getattr(import_module(self._module), self._name)
        return opened.of(kind)


class Workspace(OpenedFolder):
    """Everything that can be read from and done to one data folder.

    Operations are grouped by what they are about; a group loads when it is first used, so that
    the first page appears without the code of the others. Nothing below knows this class.
    """

    finding_numbers: "_Group[FindingNumbers]" = _Group("findings.finding_numbers", "FindingNumbers")
    """Numbers that no other laptop gives out."""

    packs: "_Group[Packs]" = _Group("packs.packs", "Packs")
    """The checklists one can inspect with."""

    overrides: "_Group[Overrides]" = _Group("packs.overrides", "Overrides")
    """What sites change of packs."""

    rosters: "_Group[Rosters]" = _Group("roster.rosters", "Rosters")
    """Sites, windows and staff."""

    roster_steps: "_Group[RosterSteps]" = _Group("roster.roster_steps", "RosterSteps")
    """What is added to the roster, changed, ended and brought back."""

    inspectors: "_Group[Inspectors]" = _Group("inspectors.inspectors", "Inspectors")
    """Who inspects."""

    inspector_figures: "_Group[InspectorFigures]" = _Group(
        "inspectors.inspector_figures", "InspectorFigures"
    )
    """What each inspector found and how strictly, for the office."""

    inspector_steps: "_Group[InspectorSteps]" = _Group(
        "inspectors.inspector_steps", "InspectorSteps"
    )
    """Inspectors who are added, changed, ended and brought back."""

    inspections: "_Group[Inspections]" = _Group("visits.inspections", "Inspections")
    """Visits and their answers."""

    answer_moves: "_Group[AnswerMoves]" = _Group("visits.answer_moves", "AnswerMoves")
    """Answers moved to another window."""

    findings: "_Group[Findings]" = _Group("findings.findings", "Findings")
    """What became of what was found."""

    complaint_intake: "_Group[ComplaintIntake]" = _Group(
        "complaints.complaint_intake", "ComplaintIntake"
    )
    """Complaints that come back filled in."""

    complaints: "_Group[Complaints]" = _Group("complaints.complaints", "Complaints")
    """What people complained of, and what became of it."""

    close_out: "_Group[CloseOut]" = _Group("findings.close_out", "CloseOut")
    """Steps of findings that come with photos."""

    ledger_desk: "_Group[LedgerDesk]" = _Group("findings.ledger_desk", "LedgerDesk")
    """What the ledger page remembers."""

    drafts: "_Group[Drafts]" = _Group("drafts", "Drafts")
    """What is typed and not handed in yet."""

    left_out_reasons: "_Group[LeftOutReasons]" = _Group("visits.left_out_reasons", "LeftOutReasons")
    """Why windows are left out of visits."""

    summary_desk: "_Group[SummaryDesk]" = _Group("papers.summary_desk", "SummaryDesk")
    """What the summary page remembers."""

    ledger_reader: "_Group[LedgerReader]" = _Group("findings.ledger_reader", "LedgerReader")
    """The ledger as it is read beside the window."""

    figures: "_Group[Figures]" = _Group("papers.period_figures", "Figures")
    """What the visits of a period come to."""

    evaluations: "_Group[Evaluations]" = _Group("evaluation.evaluations", "Evaluations")
    """What a period comes to by what the office weighs, and what was published of it."""

    holidays: "_Group[Holidays]" = _Group("holidays", "Holidays")
    """Which days are worked."""

    arrangements: "_Group[Arrangements]" = _Group("findings.arrangements", "Arrangements")
    """The holidays of a year, to be taken in."""

    stopwatches: "_Group[Stopwatches]" = _Group("visits.stopwatches", "Stopwatches")
    """What is being timed."""

    last_folders: "_Group[LastFolders]" = _Group("last_folders", "LastFolders")
    """Where files were last read from and written to."""

    reports: "_Group[Reports]" = _Group("papers.reports", "Reports")
    """Workbooks for others."""

    ledger_exports: "_Group[LedgerExports]" = _Group("papers.ledger_exports", "LedgerExports")
    """The ledger of findings as a workbook."""

    kept_circulars: "_Group[KeptCirculars]" = _Group(
        "papers.circular.kept_circulars", "KeptCirculars"
    )
    """Texts of circulars that somebody edited."""

    recent_papers: "_Group[RecentPapers]" = _Group("papers.recent_papers", "RecentPapers")
    """The papers that were written last."""

    notices: "_Group[Notices]" = _Group("papers.notices", "Notices")
    """Notices to units, each with its number."""

    returned: "_Group[Returned]" = _Group("findings.returned_intake", "Returned")
    """Ledgers and reply slips that come back."""

    preferences: "_Group[PreferenceBook]" = _Group("preferences", "PreferenceBook")
    """What the user set."""

    column_choices: "_Group[ColumnChoices]" = _Group("papers.column_choices", "ColumnChoices")
    """Which columns workbooks have."""

    evidence: "_Group[EvidenceBook]" = _Group("evidence.evidence_book", "EvidenceBook")
    """Photos and files."""

    def new_pictures(
        self, folder: Path, inspection: "Inspection", side: int, *, everything: bool = False
    ) -> "NewPictures":
        """Return the pictures that arrive in a folder during a visit."""
        from inspector.workspace.visits.arriving_pictures import NewPictures

        return NewPictures(self, folder, inspection, side, everything=everything)

    records: "_Group[Records]" = _Group("visits.records", "Records")
    """Sealed records: signatures and later words."""

    phrases: "_Group[Phrases]" = _Group("visits.phrases", "Phrases")
    """What this user wrote for an item before."""

    patrols: "_Group[Patrols]" = _Group("visits.patrols", "Patrols")
    """Daily rounds."""

    patrol_records: "_Group[PatrolRecords]" = _Group("visits.patrol_records", "PatrolRecords")
    """Completed patrols, to be told to others."""

    rechecks: "_Group[Rechecks]" = _Group("visits.rechecks", "Rechecks")
    """Visits that see whether findings were put right."""

    surveys: "_Group[Surveys]" = _Group("surveys.surveys", "Surveys")
    """What the public answered."""

    survey_intake: "_Group[SurveyIntake]" = _Group("surveys.survey_intake", "SurveyIntake")
    """Results of a survey that came as a workbook."""

    meetings: "_Group[Meetings]" = _Group("meeting.meetings", "Meetings")
    """Morning meetings."""

    minutes: "_Group[MinutesBook]" = _Group("meeting.minutes_book", "MinutesBook")
    """What morning meetings came to."""

    plans: "_Group[Plans]" = _Group("plans.plans", "Plans")
    """Phases of a campaign, plans of visits, and what is covered of them."""

    plan_intake: "_Group[PlanIntake]" = _Group("plans.plan_intake", "PlanIntake")
    """A plan of visits from a workbook."""

    draws: "_Group[Draws]" = _Group("plans.draws", "Draws")
    """Which site of a plan is visited next."""

    erasures: "_Group[Erasures]" = _Group("personal.erasures", "Erasures")
    """What is kept of people, and its lawful erasure."""

    training: "_Group[Trainings]" = _Group("training.trainings", "Trainings")
    """What to train, and what came of it."""
