"""Every refusal is one sentence, in both languages, with its place and nothing technical."""

import errno
import os
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from inspector.domain import errors
from inspector.domain.complaint import complaint_errors
from inspector.domain.errors import FaultyFileError, InspectorError
from inspector.domain.faults import Fault, Problem
from inspector.domain.personal import personal_errors
from inspector.domain.personal.erasure import Hindrance, Obstacle
from inspector.domain.plan.plan_errors import NoPlanError, UnknownPlanError
from inspector.domain.sharing import city_errors, laptop_errors, sharing_errors
from inspector.excel.forms.form_fields import FIELDS
from inspector.excel.reading.workbook_opening import Refusal
from inspector.paths import NOT_A_FILE, catalogues_folder
from inspector.storage.packs.pack_folder_writing import NOT_A_PACK
from inspector.translation import LANGUAGES, use_language
from inspector.workspace.fault_sentences import problem_sentence
from inspector.workspace.sentences import problem_sentences, sentence

PATH = Path("/数据/{0} %s {path}.xlsx")
LEDGER = "postgresql://{0}@%s/数据"
PROBLEM = Problem("pack.toml:7", Fault.NOT_TEXT, "7")

EXAMPLES: list[InspectorError] = [
    errors.FaultyFileError("花名册.xlsx", [PROBLEM]),
    errors.FaultyFormError("花名册.xlsx", [PROBLEM]),
    errors.NotBroughtOverError("花名册.xlsx", [PROBLEM]),
    errors.RefusedInputError([PROBLEM]),
    errors.LetterTextError(errors.TextFault.LONG_PARAGRAPH, 3, 2_000),
    errors.NotFoundError(PATH),
    errors.NotAWorkbookError(PATH),
    errors.CannotReadError(PATH, "Permission denied"),
    errors.CannotWriteError(PATH, "No space left on device"),
    errors.NoRoomError(PATH, 12_800_000, 9_000_000),
    errors.NotAsWrittenError(PATH),
    errors.FileInUseError(PATH),
    errors.ProcessEndedError("-9"),
    errors.NewerDatabaseError(PATH),
    errors.DamagedDatabaseError(PATH, "database disk image is malformed"),
    errors.DamagedDatabaseError(PATH, "database disk image is malformed", untouched=False),
    errors.OldSqliteError("3.34.1", "3.37.0"),
    errors.FolderInUseError(PATH),
    errors.NotABackupError(PATH),
    errors.NotAnArchiveError(PATH),
    errors.DamagedBackupError(PATH, "inspector.db"),
    errors.MissingVolumeError(PATH),
    errors.SeveralBackupsError(
        PATH,
        [
            ("inspector-backup-00000001", date(2026, 11, 28), False),
            ("inspector-backup-00000001-0a0b0c0d", date(2026, 11, 29), True),
            ("inspector-backup-00000002", None, False),
        ],
    ),
    errors.BackupDriveMissingError(PATH),
    errors.PassphraseNeededError(PATH, "2026-11-28 09:15"),
    errors.WrongPassphraseError(PATH),
    errors.ShortPassphraseError(8),
    errors.RuledError("export_folder", "/srv/数据"),
    errors.RuledError("usb_copy", "locked"),
    errors.RuledError("names_on_papers", "no"),
    errors.UnknownPackError("{hall}"),
    errors.PackChangedError("{hall}", "2026.2"),
    errors.UnknownSiteError("{城东厅}"),
    errors.NotOpenError(),
    errors.IncompleteInspectionError(3),
    errors.UnexplainedError(2),
    errors.NothingInspectedError(),
    errors.NoInspectorError(),
    errors.NothingToExportError(),
    errors.NothingToNotifyError(),
    errors.ChangedFileError(PATH),
    errors.NoPatrolError(),
    errors.NoSurveyError(),
    personal_errors.UnknownPersonError("Zhou"),
    personal_errors.SeveralPersonsError("Wang", ["East Hall", "Hospital"]),
    personal_errors.StillNeededError(
        "Zhou", [Hindrance(each, ("2611-001", "2", "3", "4")) for each in Obstacle]
    ),
    personal_errors.ChangedBeforeErasureError(2),
    personal_errors.PhotoErasedError(date(2026, 11, 28)),
    personal_errors.NothingToEraseError(),
    city_errors.DriverMissingError(),
    city_errors.PasswordInTargetError(),
    city_errors.NotALedgerError(LEDGER),
    city_errors.NoLedgerNamedError(),
    city_errors.LedgerAwayError(LEDGER, "Connection refused"),
    city_errors.LoginRefusedError(LEDGER, "FATAL"),
    city_errors.LedgerRoleError(LEDGER, "permission denied"),
    city_errors.LedgerNotPreparedError(LEDGER),
    city_errors.LedgerFullError(LEDGER),
    city_errors.LedgerBusyError(LEDGER),
    city_errors.LedgerRefusedError(LEDGER, "database {0} does not exist"),
    city_errors.OvertakenError(LEDGER),
    city_errors.NewerLedgerError(LEDGER, 2, 1),
    laptop_errors.FirstContactError("城东厅 {0}", "K7M", "0123 4567"),
    laptop_errors.ChangedKeyError("城东厅 {0}", "K7M", "0123 4567", "7654 3210"),
    laptop_errors.OtherFingerprintError("城东厅", "0123 4567"),
    laptop_errors.UnknownLaptopError("{K7M}"),
    laptop_errors.LaptopNameError(40),
    sharing_errors.NotABundleError(PATH),
    sharing_errors.CutBundleError(PATH),
    sharing_errors.NewerBundleError(PATH),
    sharing_errors.BundleSignatureError(PATH),
    sharing_errors.LockedBundleError(PATH),
    sharing_errors.BundlePassphraseError(PATH),
    sharing_errors.MissingBundleVolumeError(PATH),
    sharing_errors.ChangedMemberError(PATH, "objects/visit.jsonl"),
    sharing_errors.MissingMemberError(PATH, "objects/visit.jsonl"),
    sharing_errors.StrangeMemberError(PATH, "../x"),
    sharing_errors.SwollenBundleError(PATH, "objects/visit.jsonl"),
    sharing_errors.NothingToShareError(),
    sharing_errors.UnplacedError(("East {0}", "3")),
    sharing_errors.UnplacedError(("East {0}",)),
    sharing_errors.UnfitObjectError(PATH),
    sharing_errors.WhoseLaptopError(PATH),
    sharing_errors.HallStepError("2611-041", "rechecked"),
    sharing_errors.HallDeadlineError("2611-041"),
    sharing_errors.NothingAskedForError("2611-041"),
    sharing_errors.SeveralNumberedError("2611-041", ("East 1", "{0}")),
    NoPlanError(),
    UnknownPlanError("Q4"),
    errors.SheetReplacedError(),
    errors.FindingRaisedError("2611-K7M-0123"),
    errors.NoMeetingError(),
    errors.NotPublishedError(),
    errors.NoTrainingError(),
    errors.UnknownFindingError("{2611-041}"),
    complaint_errors.UnknownComplaintError("{2611-K7M-T0001}"),
    complaint_errors.IllegalComplaintStepError("2611-K7M-T0001", "archived", "received"),
    complaint_errors.NobodyToCallError("2611-K7M-T0001"),
    complaint_errors.AnonymousNamedError(),
    complaint_errors.NoComplaintError(),
    complaint_errors.ReceivedLaterError(datetime(2026, 11, 30, 9, 0).astimezone()),
    errors.IllegalTransitionError("2611-041", "corrected", "closed"),
    errors.DeadlineNotLaterError("2611-041", date(2026, 11, 30)),
    errors.NeedsExtensionError("2611-041", date(2026, 11, 30)),
    errors.NotLowerError("2611-041", 150),
    *map(
        errors.MissingWordError,
        ("reason", "approver", "note", "owner", "name", "content", "publisher"),
    ),
    errors.MissingWordError("owner", "2611-041"),
    errors.DaysOutOfOrderError(date(2026, 5, 4), date(2026, 5, 1), 31),
    errors.NothingToRevertError("2611-041"),
    errors.UnknownInspectionError("{hall}"),
    errors.SeveralVisitsError(3),
    errors.NotCompletedError(),
    errors.AlreadySignedError(),
    errors.SealBrokenError(),
    errors.WrongKindError(),
    errors.MeetingEndedError(),
    errors.MeetingDecidedError(),
    errors.DataGoneError(PATH),
    errors.DataReplacedError(PATH),
    errors.LogGoneError(PATH),
    errors.DataAwayError(PATH, Path("/home/inspector/unsaved.json")),
    errors.UnsavedError(3),
    errors.NotLaterError(datetime(2026, 11, 27, 8)),
    errors.NothingDueError(),
    errors.NotAPictureError("{hall}"),
    errors.BrokenPictureError("{hall}"),
    errors.PictureTooLargeError("{hall}", 441, 200),
    errors.PictureFileTooLargeError("{hall}", 900, 400),
    errors.ProgramFileError("{hall}"),
    errors.NotTakenInError([errors.ProgramFileError("{hall}"), errors.NotOpenError()]),
]

CHINESE = re.compile(r"[\u4e00-\u9fff]")
TECHNICAL = re.compile(r"Traceback|Error\b|Exception|None|<.*>|\\n|object at 0x")


def every_kind(kind: type[InspectorError] = InspectorError) -> Iterator[type[InspectorError]]:
    for below in kind.__subclasses__():
        if below.__module__.startswith("inspector.domain."):
            if not below.__name__.startswith("_"):
                yield below
            yield from every_kind(below)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    language: str = request.param
    use_language(language, catalogues_folder())
    return language


def assert_is_a_sentence(said: str, language: str) -> None:
    assert said.strip() == said
    assert said
    assert "\n" not in said
    assert said.isprintable()
    assert not TECHNICAL.search(said)
    assert said[-1] in ".?。？”", "a sentence ends"
    assert bool(CHINESE.search(said.replace("数据", "").replace("城东厅", ""))) == (
        language == "zh_CN"
    )


def test_every_refusal_is_among_the_examples() -> None:
    assert {type(error) for error in EXAMPLES} == set(every_kind())


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_every_refusal_has_a_sentence(error: InspectorError, language: str) -> None:
    said = sentence(error)
    if isinstance(error, FaultyFileError):
        said = said.replace("花名册.xlsx", "")
    assert_is_a_sentence(said.strip(": ："), language)
    if isinstance(error, errors._PathError):
        assert str(PATH) in said
    for fact in ("{hall}", "{城东厅}"):
        if fact in error.args:
            assert f"“{fact}”" in said


def test_refusals_are_told_apart(language: str) -> None:
    said = [sentence(error) for error in EXAMPLES]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name)
@pytest.mark.parametrize(
    ("found", "expected"),
    [("七", "1、2"), ("", ""), ("{found}", "{expected} {0}"), ("%s", "%d")],
    ids=["usual", "nothing", "braces", "percent"],
)
def test_every_fault_has_a_sentence(fault: Fault, found: str, expected: str, language: str) -> None:
    said = problem_sentence(Problem("服务礼仪!C7", fault, found, expected))
    place, _, words = said.partition("  ")
    assert (
        place == {"en": "sheet “服务礼仪”, cell C7", "zh_CN": "工作表“服务礼仪”C7 单元格"}[language]
    )
    own = words.replace(found or "?", "x").replace(expected or "?", "x")
    assert_is_a_sentence(own.strip(), language)
    assert "{" not in own


def test_faults_are_told_apart(language: str) -> None:
    said = [problem_sentence(Problem("", fault, "a", "b")) for fault in Fault]
    assert len(set(said)) == len(said)


def test_a_problem_without_a_place_is_the_sentence_alone() -> None:
    said = problem_sentence(Problem("", Fault.NO_ROSTER, expected="单位、窗口号"))
    assert said == "No sheet has a header row with: 单位、窗口号."


def test_problems_are_listed_in_their_order() -> None:
    problems = [Problem(f"a.toml:{line}", Fault.NOT_TEXT, str(line)) for line in (9, 2, 5)]
    assert [said.partition(" ")[0] for said in problem_sentences(FaultyFileError("a", problems))]
    assert problem_sentences(FaultyFileError("a", problems))[0] == "a.toml:9  “9” is not text."
    assert problem_sentences(errors.NotOpenError()) == []


@pytest.mark.parametrize(
    ("language", "bound", "said"),
    [
        ("zh_CN", "≤ 2026-11-28", "止：“2027-11-20”超出范围，应为不晚于2026-11-28。"),
        ("zh_CN", "≥ 2026-11-28", "止：“2027-11-20”超出范围，应为不早于2026-11-28。"),
        ("zh_CN", "≤ 100", "止：“2027-11-20”超出范围，应为不超过100。"),
        ("en", "≤ 2026-11-28", "止: “2027-11-20” is out of range; allowed: not after 2026-11-28."),
        ("en", "≥ 2026-11-28", "止: “2027-11-20” is out of range; allowed: not before 2026-11-28."),
    ],
)
def test_a_bound_of_days_and_the_field_of_a_form(language: str, bound: str, said: str) -> None:
    use_language(language, catalogues_folder())
    problem = Problem("止", Fault.OUT_OF_RANGE, "2027-11-20", bound)
    assert problem_sentences(errors.RefusedInputError([problem])) == [said]


@pytest.mark.parametrize(
    ("found", "expected", "meant"),
    [
        ("requirment", "id, requirement, deadline", "requirement"),
        ("综合受里", "综合受理、收费", "综合受理"),
        ("Deduct", "deduct, choice", "deduct"),
    ],
)
def test_a_slip_is_guessed(found: str, expected: str, meant: str) -> None:
    said = problem_sentence(Problem("", Fault.NOT_ONE_OF, found, expected))
    assert said.endswith(f"Did you mean “{meant}”?")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("问题.完成时限", "问题.整改时限"),
        ("完成时限", "问题.整改时限"),
        ("问题.分管领导", "问题.责任领导"),
        ("问题.是否整改到位", "问题.是否销号"),
        ("排名.得分", "排名.总分"),
        ("填报单位", "单位"),
        ("发现问题数", "问题数"),
        ("整攺率", "整改率"),  # a slip of letters
    ],
)
def test_a_field_is_proposed_by_what_is_meant(word: str, meant: str) -> None:
    known = ", ".join(FIELDS)
    said = problem_sentence(Problem("", Fault.UNKNOWN_PLACEHOLDER, word, known))
    assert said.endswith(f"Did you mean “{meant}”?")


def test_nothing_alike_is_not_guessed() -> None:
    assert "Did you mean" not in problem_sentence(
        Problem("", Fault.NOT_ONE_OF, "xyz", "deduct, choice")
    )


ERRNOS = (
    "EACCES", "EPERM", "ENOENT", "ENOTDIR", "EISDIR", "EEXIST", "ENOTEMPTY", "ENOSPC", "EDQUOT",
    "EROFS", "EIO", "EBUSY", "ENAMETOOLONG", "ELOOP", "EFBIG", "ETXTBSY",
)  # fmt: skip
SQLITE = (
    "database is locked", "attempt to write a readonly database", "unable to open database file",
    "database or disk is full", "disk I/O error", "file is not a database",
    "database disk image is malformed", "empty", "a database of another program",
    "*** in database main *** Tree 33 page 1914: btreeInitPage() returns error code 11",
    "Tree 33 page 1914 cell 4: Rowid 12 out of order", "row 3 missing from index answer_of",
    "wrong # of entries in index answer_of", "Page 12: never used", "NULL value in answer.note",
)  # fmt: skip
WINDOWS = (
    "Access is denied", "The process cannot access the file because it is being used by another"
    " process", "There is not enough space on the disk",
    "The system cannot find the path specified",
)  # fmt: skip


OURS = (NOT_A_FILE, NOT_A_PACK)


@pytest.mark.parametrize(
    "reason", [*(os.strerror(getattr(errno, name)) for name in ERRNOS), *SQLITE, *WINDOWS, *OURS]
)
def test_the_systems_reasons_are_said_in_chinese(reason: str) -> None:
    use_language("zh_CN", catalogues_folder())
    said = sentence(errors.CannotWriteError(Path("x"), reason))
    assert not re.search(r"[A-Za-z]{3,}", said.replace("x ", ""))


def test_a_full_folder_is_not_an_empty_file() -> None:
    said = sentence(errors.CannotWriteError(Path("x"), os.strerror(errno.ENOTEMPTY)))
    assert "the file is empty" not in said


@pytest.mark.parametrize("refusal", Refusal, ids=lambda refusal: refusal.name)
def test_every_way_of_being_no_workbook_has_a_sentence(refusal: Refusal, language: str) -> None:
    assert_is_a_sentence(sentence(errors.NotAWorkbookError(Path("x"), refusal)), language)


@pytest.mark.parametrize("nasty", ["a\nb", "a\x1b[2Jb", "a\u202eb", "a\rb", "a\x00b"])
def test_what_was_found_cannot_take_over_the_terminal(nasty: str) -> None:
    for said in (
        problem_sentence(Problem(f"{nasty}!A1", Fault.NOT_TEXT, nasty, nasty)),
        problem_sentence(Problem("A1", Fault.NOT_ONE_OF, nasty, f"{nasty}c, d")),
        sentence(errors.NotFoundError(Path(nasty))),
        sentence(errors.CannotReadError(Path("x"), nasty)),
        sentence(errors.UnknownSiteError(nasty)),
        sentence(errors.UnknownPackError(nasty)),
        sentence(FaultyFileError(nasty, [])),
    ):
        assert said.isprintable()
