"""The user's preferences: a table of what can be set, and the operations on it."""

import re
from typing import NamedTuple

from inspector.domain.errors import RefusedInputError, RuledError
from inspector.domain.record.edition import Edition
from inspector.storage.own.setting_store import SettingStore
from inspector.translation import DEFAULT_LANGUAGE, tr
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.policy.policy import policy_here


class Preference(NamedTuple):
    """One thing that can be set: a choice, a number (`most`), a folder, else free text."""

    key: str
    default: str = ""
    choices: tuple[str, ...] = ()
    is_folder: bool = False
    most: int = 0  # a whole number from 1 up to this
    may_be_empty: bool = False  # though it is a number
    longest: int = 0  # characters of a text; 0: as many as a line holds


LANGUAGE = Preference("language", DEFAULT_LANGUAGE, ("zh_CN", "en"))
THEME = Preference("theme", "system", ("system", "light", "dark"))
TEXT_SIZE = Preference("text_size", "usual", ("usual", "large", "largest"))
INSPECTORS = Preference("inspectors")  # 检查人员, as last written
UNIT_NAME = Preference("unit_name")  # 填报单位
FILLED_BY = Preference("filled_by")  # 填表人
CHECKED_BY = Preference("checked_by")  # 审核人
PHONE = Preference("phone")  # 联系电话
HOST = Preference("host")  # 晨会主持人, as last written
SHOW_NAMES = Preference("show_names", "no", ("no", "yes"))  # 晨会, papers: else 工号 only
PHOTO_CORNER = Preference("photo_corner", "no", ("no", "yes"))  # of those on papers
RECORD_EDITION = Preference("record_edition", Edition.EXCEPTIONS, tuple(Edition))
"""Of the record of a visit, as the window wrote it last."""

NOTICE_LETTER = Preference("notice_letter", "no", ("no", "yes"))  # a 公文 beside each notice
ORGAN_CODE = Preference("organ_code", longest=20)  # 机关代字: 示文明办 of 示文明办〔2026〕3号
LETTER_HEAD = Preference("letter_head", longest=40)  # 发文机关标志, in red above a letter
ADDRESSEE = Preference("addressee", longest=100)  # 主送 of what goes to many

MEETING_MINUTES = Preference("meeting_minutes", "15", most=180)  # what a 晨会 may take
PHOTO_FOLDER = Preference("photo_folder", is_folder=True)  # a phone's photos sync into it
REPEAT_DAYS = Preference("repeat_days", "90", most=3650)  # 第N次 counts within these
SURVEY_LEAST = Preference("survey_least", "30", most=1000)  # sheets from which a site is ranked
"""Of fewer than 30 each single sheet moves 满意率 by more than 3 percent."""

STRICTNESS_LEAST = Preference("strictness_least", "20", most=1000)
"""Windows on both sides from which what an inspector takes off is set against the others."""

SURVEY_LOW = Preference("survey_low", "80", most=100)  # 满意率 in percent, below which it is low

COMPLAINT_DAYS = Preference("complaint_days", "10", most=365)  # workdays until the answer
REPORT_DAYS = Preference("report_days", "15", most=365)
SUGGESTION_DAYS = Preference("suggestion_days", "15", most=365)
OTHER_DAYS = Preference("other_complaint_days", "10", most=365)
HOTLINE_DAYS = Preference("hotline_days", "5", most=365)  # 12345 转办, of whatever kind

COMPLAINT_LIMITS = (COMPLAINT_DAYS, REPORT_DAYS, SUGGESTION_DAYS, OTHER_DAYS, HOTLINE_DAYS)
"""Workdays within which complaints are answered: local papers say 5, 7, 10, 15 (DOMAIN §5a)."""

KEEP_PHOTOS = Preference("keep_photos", most=600, may_be_empty=True)
"""Months that photos are kept after closing; empty: for ever (`domain.personal.retention`)."""

KEEP_NAMES = Preference("keep_names", most=600, may_be_empty=True)

LEDGER_ATTACHMENT = Preference("attachment_rectification", most=99, may_be_empty=True)  # 附件号
SUMMARY_ATTACHMENT = Preference("attachment_summary", most=99, may_be_empty=True)
PATROL_ATTACHMENT = Preference("attachment_patrol", most=99, may_be_empty=True)
MINUTES_ATTACHMENT = Preference("attachment_minutes", most=99, may_be_empty=True)

ATTACHMENTS = (LEDGER_ATTACHMENT, SUMMARY_ATTACHMENT, PATROL_ATTACHMENT, MINUTES_ATTACHMENT)
"""The numbers that workbooks have as attachments of a letter; empty: they are none."""

SURVEYS = (SURVEY_LEAST, SURVEY_LOW)
"""How what the public answered is told."""

LETTERS = (ORGAN_CODE, LETTER_HEAD, ADDRESSEE)
"""What official letters bear."""

_YEARED = re.compile(r"[\[\]〔〕［］【】()（）\d]")

ON_PAPER = (SHOW_NAMES, PHOTO_CORNER, RECORD_EDITION, NOTICE_LETTER)
"""What papers show of what is known."""

LOCK_MINUTES = Preference("lock_minutes", most=240, may_be_empty=True)
"""Idle minutes after which the window is locked; empty: never by itself."""

WINDOW_PASSWORD = Preference("window_password")  # its digest; '' is none: the window is not locked

SHARE_NAMES = Preference("share_names", "no", ("no", "yes"))  # of staff, of who complained
SHARE_PHOTOS = Preference("share_photos", "no", ("no", "yes"))
SHARE_SKETCHES = Preference("share_sketches", "no", ("no", "yes"))  # of signatures
"""What of a bundle for others who inspect was ticked last: else it stays at home."""

SHARE_WITH_HALL = Preference("share_with_hall")
SHARE_BACK = Preference("share_back")
"""The same of a bundle for one site, and of one from a site: the parts, with commas between."""

LEDGER_TICKS = Preference("ledger_ticks", "fill-in")
"""What of an export of the ledger was ticked last, with commas between: `LEDGER_PARTS`."""

LEDGER_PARTS = ("fill-in", "open", "photos", "a3")

USUAL_PACK = Preference("usual_pack")  # the checklists of the sector; chosen on the first page
BACKUP_FOLDER = Preference("backup_folder")  # where the second copy goes; set on its own page
BACKUP_ID = Preference("backup_id")  # tells this data folder's copies from another's

PREFERENCES: tuple[Preference, ...] = (
    LANGUAGE,
    THEME,
    TEXT_SIZE,
    INSPECTORS,
    UNIT_NAME,
    FILLED_BY,
    CHECKED_BY,
    PHONE,
    HOST,
    SHOW_NAMES,
    PHOTO_CORNER,
    RECORD_EDITION,
    NOTICE_LETTER,
    *LETTERS,
    MEETING_MINUTES,
    PHOTO_FOLDER,
    REPEAT_DAYS,
    STRICTNESS_LEAST,
    *SURVEYS,
    *COMPLAINT_LIMITS,
    LOCK_MINUTES,
    *ATTACHMENTS,
)


class PreferenceBook:
    """The preferences of a data folder."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = SettingStore(opened.database)
        self._values = self._store.all()
        self.policy = policy_here()
        """What an administrator has ruled, read when the folder was opened."""

    def ruled(self, preference: Preference) -> str | None:
        """Return what an administrator has ruled; None: it is the user's choice."""
        names = self.policy.names_on_papers
        if preference is SHOW_NAMES and names is not None:
            return "yes" if names else "no"
        return None

    def get(self, preference: Preference) -> str:
        """Return what is set; a value that is no longer a choice counts as not set."""
        if (ruled := self.ruled(preference)) is not None:
            return ruled
        value = self._values.get(preference.key, preference.default)
        if preference.choices and value not in preference.choices:
            return preference.default
        if preference.most and not _fits(preference, value):
            return preference.default
        return value

    def number(self, preference: Preference) -> int:
        """Return what is set of a preference that is a number."""
        return int(self.get(preference))

    def read_again(self) -> None:
        """Read what is set once more: something else wrote it."""
        self._values = self._store.all()

    def set(self, preference: Preference, value: str) -> Changes:
        """Keep a value.

        Raises RefusedInputError for what should be a number and is none, and for words that are
        too long or, before the number of a letter, bring a year of their own; RuledError where an
        administrator has ruled otherwise.
        """
        if self.ruled(preference) is not None:
            raise RuledError(preference.key, value)
        value = value.strip()
        if value == self.get(preference):
            return Changes()
        _require_fit(preference, value)
        if preference.most:
            value = str(int(value)) if value else ""
        with self._opened.database.transaction():
            self._store.put(preference.key, value)
            if preference is REPEAT_DAYS:
                self._opened.finding_store.count_repeats_anew(int(value))
        self._values[preference.key] = value
        return Changes(preferences=True, findings=preference is REPEAT_DAYS)


def _require_fit(preference: Preference, value: str) -> None:
    from inspector.domain.faults import Fault, Problem

    problem = None
    if preference.most and not _fits(preference, value):
        problem = Problem("", Fault.OUT_OF_RANGE, value, f"1–{preference.most}")
    elif preference.longest and len(value) > preference.longest:
        problem = Problem("", Fault.TOO_LONG, value, str(preference.longest))
    elif preference is ORGAN_CODE and _YEARED.search(value):
        said = tr("the year and the number follow by themselves")
        problem = Problem("", Fault.NOT_HERE, value, said)
    if problem:
        raise RefusedInputError([problem])


def _fits(preference: Preference, value: str) -> bool:
    if not value:
        return preference.may_be_empty
    most = preference.most
    return value.isdecimal() and len(value) < 9 and 1 <= int(value) <= most
