"""The tables of the city's ledger: the one place that knows them, for PostgreSQL and SQLite.

Rows are only ever added, but for what is kept to be quick. An object (a visit with its scorecards
and findings, a plan, a survey's sheet) is known by its id and digest, and what came first stays;
how a finding or a score stands is a version that says from how many steps it follows, and views
take the newest. Names of sites are what joins laptops: their ids differ. Knows neither a database
nor rows of ours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

VERSION = 3
"""Of tables and views; a later one is made by a later program.

2: shared visits (分头检查). 3: what `city_month` tells is kept.
"""


class Holds(Enum):
    """What a column holds; each dialect has its type for it."""

    TEXT = "text"
    WHOLE = "whole"  # whole numbers; of points hundredths, of yes and no 1 and 0
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `says` is the comment that the ledger keeps of it, in its readers' language.

    `since` is the version of the ledger that it came with: rows from before lack it, or have what
    it `was` then.
    """

    name: str
    says: str
    holds: Holds = Holds.TEXT
    may_lack: bool = False
    since: int = 1
    was: int | None = None


class Sort(Enum):
    """How rows of a table are told apart from those that are there."""

    OBJECT = "object"  # of one object: none of one that came before with another digest
    VERSION = "version"  # by their key alone
    LEDGER = "ledger"  # of the ledger itself
    KEPT = "kept"  # follows from all others, and is made anew where these get more


@dataclass(frozen=True, slots=True)
class Table:
    """A table; one with a `month` among its columns is divided by it where that can be.

    `of` names the kind of object and the column with its id.
    """

    name: str
    says: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    indexes: tuple[tuple[str, ...], ...] = ()
    sort: Sort = Sort.OBJECT
    of: tuple[str, str] = ("", "")
    may_be_read: tuple[str, ...] = ()  # by whoever only writes: no name is in these

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)

    @property
    def later(self) -> tuple[Column, ...]:
        """The columns that a ledger of the first version lacks."""
        return tuple(column for column in self.columns if column.since > 1)

    @property
    def by_month(self) -> bool:
        """Whether it is divided by month."""
        return "month" in self.names and self.sort is not Sort.KEPT


def _text(name: str, says: str, *, may_lack: bool = False) -> Column:
    return Column(name, says, Holds.TEXT, may_lack)


def _whole(name: str, says: str, *, may_lack: bool = False) -> Column:
    return Column(name, says, Holds.WHOLE, may_lack)


def _day(name: str, says: str, *, may_lack: bool = False) -> Column:
    return Column(name, says, Holds.DAY, may_lack)


def _moment(name: str, says: str, *, may_lack: bool = False) -> Column:
    return Column(name, says, Holds.MOMENT, may_lack)


_MONTH = _text("month", "月份，如2026-11；按它分区")
_LAPTOP = _text("laptop", "封存这些内容的电脑")
_PUBLICATION = _text("publication", "由哪一次上报带来")
_DIGEST = _text("digest", "内容的SHA-256；同一编号、不同摘要即为矛盾")
_TOLD = (_LAPTOP, _PUBLICATION, _DIGEST)

LEDGER = Table(
    "ledger",
    "这本全市台账",
    (
        _text("id", "台账的编号"),
        _whole("version", "表结构的版本"),
        _moment("prepared_at", "建立或升级的时间"),
    ),
    ("id", "version"),
    sort=Sort.LEDGER,
    may_be_read=("id", "version", "prepared_at"),
)

PUBLICATION = Table(
    "publication",
    "每一次上报：哪台电脑的存证链从第几条到第几条",
    (
        _text("id", "本次上报的编号"),
        _LAPTOP,
        _text("code", "问题编号里的电脑代码，如K7M"),
        _text("name", "电脑的名称"),
        _text("key", "电脑的公钥（Ed25519）；空：没有"),
        _moment("at", "上报的时间，按那台电脑的钟"),
        _text("program", "程序版本"),
        _whole("after", "从这一条之后起"),
        _text("link_before", "那一条的摘要；0之后为空"),
        _whole("last", "到这一条为止"),
        _text("link", "这一条的摘要：它说明此前的一切"),
        _whole("rows", "带来的行数，已有的也算"),
        Column(
            "ledger_version",
            "上报的程序按第几版表结构；第3版之前的都记作2",
            Holds.WHOLE,
            since=3,
            was=2,
        ),
    ),
    ("id",),
    (("laptop", "last"),),
    sort=Sort.LEDGER,
    may_be_read=("id", "laptop", "after", "last", "link_before", "link"),
)

KNOWN_OBJECT = Table(
    "known_object",
    "台账里有的每一份封存内容：先到的为准",
    (
        _text("kind", "visit检查，plan计划，survey测评单"),
        _text("id", "编号（UUID）"),
        *_TOLD,
    ),
    ("kind", "id"),
    sort=Sort.LEDGER,
    may_be_read=("kind", "id", "digest"),
)

CONTRADICTION = Table(
    "contradiction",
    "同一编号、不同内容：没有收进台账的那一份",
    (
        _text("kind", "visit检查，plan计划，survey测评单"),
        _text("id", "编号（UUID）"),
        *_TOLD,
        _text("known", "台账里那一份的摘要"),
    ),
    ("kind", "id", "digest", "publication"),
    sort=Sort.LEDGER,
    may_be_read=("kind", "id", "digest"),
)

_SCORES = (
    _whole("score", "查实得分，百分之一分", may_lack=True),
    _whole("bonus", "加分，百分之一分", may_lack=True),
    _whole("vetoes", "一票否决项数", may_lack=True),
    _text("grade", "等次", may_lack=True),
    _whole("observed", "已观察项数", may_lack=True),
    _whole("asked", "应查项数", may_lack=True),
)

_SHARED = (
    Column(
        "shared_by",
        "分头检查：同一次检查的各部分相同（SHA-256）；空：独立的检查，或者第1版程序上报的",
        may_lack=True,
        since=2,
    ),
    Column(
        "public_share", "分头检查：公共区域占得分的百分之几", Holds.WHOLE, may_lack=True, since=2
    ),
    Column(
        "ranked_from",
        "分头检查：应查项目至少观察到百分之几才参加排名",
        Holds.WHOLE,
        may_lack=True,
        since=2,
    ),
)

_OF_VISIT = (
    _MONTH,
    _day("day", "检查日期"),
    _text("site", "单位名称"),
    _text(
        "kind", "covert暗访，open明察，cross交叉，self自查，patrol巡视，recheck复查，voice群众反映"
    ),
    _text("form", "full全查，must必查，drawn抽查"),
    _text("pack", "检查表"),
    _text("pack_version", "检查表版本"),
)

VISIT = Table(
    "visit",
    "每一次封存的检查、巡视和复查",
    (
        _text("id", "检查的编号（UUID）"),
        *_OF_VISIT,
        _text("unit", "主管单位"),
        _text("phase", "阶段"),
        _text("slot", "时段"),
        _moment("started_at", "开始时间"),
        _moment("completed_at", "封存时间", may_lack=True),
        _whole("inspectors", "检查人员人数"),
        _text("inspector_names", "检查人员姓名；不上报姓名时为空"),
        _whole("windows", "查了几个窗口", may_lack=True),
        *_SCORES,
        _whole("is_scored", "1：打分的检查，自查也算"),
        _whole("is_ranked", "1：参加排名（自查、实查不足的不算）"),
        _text("seal", "封存码（SHA-256）"),
        *_SHARED,
        *_TOLD,
    ),
    ("id", "month"),
    (("site", "month"),),
    of=("visit", "id"),
)

SCORECARD = Table(
    "scorecard",
    "一次检查中的一个窗口，或者公共区域",
    (
        _text("id", "编号（UUID）"),
        _text("visit", "检查的编号"),
        *_OF_VISIT,
        _text("scope", "window窗口，public公共区域"),
        _text("window", "窗口"),
        _text("window_kind", "窗口类型"),
        _text("staff_number", "工号"),
        _text("staff_name", "当班人员姓名；不上报姓名时为空"),
        _text("department", "责任部门"),
        *_SCORES,
        _whole("is_ranked", "1：参加排名"),
        *_TOLD,
    ),
    ("id", "month"),
    (("site", "month"), ("visit",)),
    of=("visit", "visit"),
)

FINDING = Table(
    "finding",
    "发现的每一条问题，照封存时的样子",
    (
        _text("id", "编号（UUID）"),
        _text("visit", "检查的编号"),
        _text("number", "问题编号，如2611-K7M-0123"),
        _MONTH,
        _day("day", "发现日期"),
        _text("site", "单位名称"),
        _text("window", "窗口，或者公共区域"),
        _text("staff_number", "工号"),
        _text("category", "类别"),
        _text("item", "检查项目的编号"),
        _text("item_text", "检查项目"),
        _text("text", "存在问题"),
        _whole("deduction", "查实扣分，百分之一分"),
        _whole("veto", "1：一票否决"),
        _text("responsible", "staff当班人员，site单位"),
        _moment("raised_at", "发现时间"),
        *_TOLD,
    ),
    ("id", "month"),
    (("site", "month"), ("visit",)),
    of=("visit", "visit"),
)

FINDING_STANDING = Table(
    "finding_standing",
    "问题办到哪一步：每一步之后一行，视图取最新的一行",
    (
        _text("finding", "问题的编号（UUID）"),
        _MONTH,
        _text("site", "单位名称"),
        _text("visit", "检查的编号"),
        _whole("steps", "由几步得来；多的为新"),
        _text("of_steps", "这几步的编号的摘要"),
        _text("requirement", "整改要求"),
        _text("department", "责任部门"),
        _text("owner", "责任人；不上报姓名时为空"),
        _text("leader", "责任领导；不上报姓名时为空"),
        _text("type", "immediate立行立改，timed限期，sustained长期坚持"),
        _day("deadline", "整改时限"),
        _text(
            "state", "open待整改，rectifying整改中，reported待复查，closed已销号，withdrawn已撤销"
        ),
        _moment("closed_at", "销号时间", may_lack=True),
        _whole("round", "第几轮"),
        _whole("extensions", "延期次数"),
        _text("correction", "当场纠正"),
        _text("reported_text", "整改情况"),
        _day("done_on", "完成时间", may_lack=True),
        _moment("rechecked_at", "复查时间", may_lack=True),
        _text("rechecked_by", "复查人；不上报姓名时为空"),
        _whole("recheck_passed", "1：复查通过", may_lack=True),
        _text("recheck_note", "复查说明"),
        _moment("appealed_at", "申诉时间", may_lack=True),
        _text("review", "upheld维持，withdrawn撤销，downgraded减轻", may_lack=True),
        _whole("reviewed_deduction", "复核后扣分，百分之一分", may_lack=True),
        _text("notice", "整改通知单文号"),
        _whole("times_at_window", "同一窗口第几次，按上报电脑所知"),
        _whole("times_at_site", "同一单位第几次，按上报电脑所知"),
        *_TOLD,
    ),
    ("finding", "month", "steps", "digest"),
    (("site", "month"),),
    sort=Sort.VERSION,
)

REVIEW = Table(
    "review",
    "申诉之后，或者不用单位自定分值时的得分：有变化才有行",
    (
        _text("id", "检查或者打分表的编号"),
        _text("visit", "检查的编号"),
        _MONTH,
        _whole("steps", "由几步得来；多的为新"),
        _whole("reviewed_score", "复核得分，百分之一分", may_lack=True),
        _whole("reviewed_vetoes", "复核后一票否决项数", may_lack=True),
        _text("reviewed_grade", "复核等次", may_lack=True),
        _whole("ranked_score", "排名用得分，百分之一分", may_lack=True),
        _whole("ranked_vetoes", "排名用一票否决项数", may_lack=True),
        _text("ranked_grade", "排名用等次", may_lack=True),
        *_TOLD,
    ),
    ("id", "month", "steps", "digest"),
    sort=Sort.VERSION,
)

PLAN = Table(
    "plan",
    "检查计划的每一版",
    (
        _text("id", "这一版的编号（UUID）"),
        _text("family", "计划的编号"),
        _whole("version", "第几版"),
        _text("name", "计划名称"),
        _text("phase", "阶段"),
        _day("first", "第一天"),
        _day("last", "最后一天"),
        _text("first_month", "第一天所在的月份"),
        _text("last_month", "最后一天所在的月份"),
        _whole("covert", "暗访应占百分之几"),
        _moment("made_at", "制定时间"),
        _whole("withdrawn", "1：撤回"),
        *_TOLD,
    ),
    ("id",),
    (("family", "version"),),
    of=("plan", "id"),
)

PLAN_SITE = Table(
    "plan_site",
    "计划里的一个单位",
    (
        _text("plan", "这一版计划的编号"),
        _whole("position", "第几行"),
        _text("site", "单位名称"),
        _whole("visits", "应查次数"),
        _whole("windows", "应查窗口数"),
        *_TOLD,
    ),
    ("plan", "position"),
    of=("plan", "plan"),
)

SURVEY_SHEET = Table(
    "survey_sheet",
    "满意度测评单；更正的是另一张",
    (
        _text("id", "编号（UUID）"),
        _MONTH,
        _day("day", "测评日期"),
        _text("site", "单位名称"),
        _text("window", "窗口"),
        _text("channel", "渠道"),
        _text("grade", "五档；空：撤回另一张", may_lack=True),
        _text("reason", "差评原因"),
        _text("replaces", "替代哪一张"),
        *_TOLD,
    ),
    ("id", "month"),
    (("site", "month"), ("replaces",)),
    of=("survey", "id"),
)

CITY_MONTH_KEPT = Table(
    "city_month_kept",
    "city_month的底账：不是上报的内容，某单位某月有新内容就重算，随时可以由其他表重新算出",
    (
        _MONTH,
        _text("site", "单位名称"),
        _text("pack", "检查表"),
        _text("form", "full全查，must必查，drawn抽查"),
        _day("due", "还没有销号的问题的整改时限；9999-12-31：这一行是其余各项"),
        _text("unit", "主管单位"),
        _whole("visits", "打分的检查次数"),
        _whole("covert", "其中暗访次数"),
        _whole("windows", "查了几个窗口（次）", may_lack=True),
        _whole("vetoed", "有一票否决的检查次数（复核后）"),
        _whole("ranked_visits", "参加排名的检查次数"),
        _whole("ranked", "有排名得分的检查次数"),
        _whole("ranked_total", "排名得分之和，百分之一分", may_lack=True),
        _whole("lowest", "最低得分，百分之一分", may_lack=True),
        _whole("highest", "最高得分，百分之一分", may_lack=True),
        _whole("findings", "发现的问题"),
        _whole("unfinished", "还没有销号的"),
        _whole("closed", "已销号的"),
        _whole("withdrawn", "已撤销的"),
    ),
    ("month", "site", "pack", "form", "due"),
    sort=Sort.KEPT,
)

TABLES = (
    LEDGER, PUBLICATION, KNOWN_OBJECT, CONTRADICTION, VISIT, SCORECARD, FINDING, FINDING_STANDING,
    REVIEW, PLAN, PLAN_SITE, SURVEY_SHEET, CITY_MONTH_KEPT,
)  # fmt: skip
"""Every table, in the order in which they are made."""

CARRIED = tuple(table for table in TABLES if table.sort in (Sort.OBJECT, Sort.VERSION))
"""Those with rows of what was sealed."""


def months(first_year: int, last_year: int) -> Iterator[str]:
    """Yield the months of some years as rows name them."""
    for year in range(first_year, last_year + 1):
        for month in range(1, 13):
            yield f"{year:04}-{month:02}"
