"""The head of a pack, every setting told once; its items are those of `item_schema`."""

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    FloorPolicy,
    Grade,
    NotApplicablePolicy,
    Override,
    Policy,
    SamplePolicy,
    Totalling,
    VetoPolicy,
    WindowKind,
)
from inspector.domain.checklist.gravity import USUAL_POINTS, Gravity, GravityPoints
from inspector.domain.checklist.override import OWN_NUMBERS
from inspector.domain.checklist.schema_fields import Field, Record, Rows, Table
from inspector.domain.checklist.value_kinds import (
    Flag,
    Points,
    Said,
    Text,
    Texts,
    Whole,
    Word,
    on_sheet,
)
from inspector.domain.faults import Fault

CATEGORIES = {
    Category.ETIQUETTE: Said("Service etiquette", "服务礼仪"),
    Category.CIVIL_LANGUAGE: Said("Civil language", "文明用语"),
    Category.OPERATING_NORMS: Said("Operating norms", "操作规范"),
    Category.CLEANLINESS: Said("Cleanliness", "环境卫生"),
}
_WEIGHED = {
    Category.ETIQUETTE: Said("Weight of service etiquette", "服务礼仪权重"),
    Category.CIVIL_LANGUAGE: Said("Weight of civil language", "文明用语权重"),
    Category.OPERATING_NORMS: Said("Weight of operating norms", "操作规范权重"),
    Category.CLEANLINESS: Said("Weight of cleanliness", "环境卫生权重"),
}
_TOTALS = Word(
    {
        Totalling.RATE: Said("scored by weighted rates", "按得分率计分"),
        Totalling.DEDUCT: Said("points are taken off directly", "直接扣分"),
    }
)
_NOT_APPLICABLE = Word(
    {
        NotApplicablePolicy.EXCLUDE: Said("N/A does not count", "不计入满分"),
        NotApplicablePolicy.FULL: Said("N/A counts as full marks", "按满分计"),
    }
)
_FLOORS = Word(
    {
        FloorPolicy.ITEM: Said("no item falls below 0", "扣完为止"),
        FloorPolicy.NONE: Said("deductions have no limit", "扣分不封顶"),
    }
)
_VETOES = Word(
    {
        VetoPolicy.FAIL: Said("★ leads to “{grade}”, score kept", "得分保留"),
        VetoPolicy.ZERO: Said("★ leads to “{grade}”, score 0", "计0分"),
    }
)
_SAMPLES = Word(
    {
        SamplePolicy.WORST: Said("of several measured values the worst counts", "取最差"),
        SamplePolicy.MEAN: Said("of several measured values the mean counts", "取平均"),
    }
)


def _weights(**weights: int) -> dict[Category, int]:
    return {category: weights[category] for category in Category}


WEIGHTS = Record(
    _weights,
    tuple(
        Field(
            category.value, Whole(10_000, percent=True),
            _WEIGHED[category],
            "整数，四项权重合计等于总分，一般为100", required=True,
        )
        for category in Category
    ),
)  # fmt: skip

_COSTS = {
    Gravity.MINOR: Said("Points of a minor fault", "一般问题每次扣分"),
    Gravity.MAJOR: Said("Points of a major fault", "重点问题每次扣分"),
    Gravity.SEVERE: Said("Points of a severe fault", "严重问题每次扣分"),
}
POINTS = Record(
    GravityPoints,
    tuple(
        Field(
            gravity.value, Points(zero=False), _COSTS[gravity],
            "大于0，最多两位小数；越重扣得越多；检查项目另写了每次扣分的，按项目的",
            default=USUAL_POINTS.of(gravity), later=True,
        )
        for gravity in Gravity
    ),
)  # fmt: skip

POLICY = Record(
    Policy,
    (
        Field(
            "total", _TOTALS, Said("How it is totalled", "计分办法"),
            "直接扣分：每次扣几分就是几分，一类扣完为止；按得分率计分：各类得分÷应得分，"
            "再按权重合计；不填为按得分率计分", later=True,
        ),
        Field(
            "scale", Whole(10_000), Said("Points of a whole sheet", "总分"),
            "一张记分表的总分，如100、1000；四项权重合计等于它；不填为100", default=100,
            later=True, rare=True,
        ),
        Field("points", Table(POINTS, USUAL_POINTS), default=USUAL_POINTS),
        Field(
            "not_applicable", _NOT_APPLICABLE, Said("What N/A does", "不适用的项目"),
            "不计入满分：不适用的项目不算分；按满分计：算得满分", always=True,
        ),
        Field(
            "floor", _FLOORS, Said("How far deductions go", "扣分下限"),
            "扣完为止：每项最多扣到0分；扣分不封顶：可以扣成负分", always=True,
        ),
        Field(
            "bonus_cap", Points(), Said("Bonus cap", "加分上限"), "每张记分表最多加几分",
            default=500, always=True, told=Said("bonus up to {value}"),
        ),
        Field(
            "veto", _VETOES, Said("What a veto does", "一票否决后"),
            "等级都为最低一级；得分保留，还是计0分", always=True,
        ),
        Field(
            "public_area_share", Whole(100, percent=True),
            Said("Share of the public area", "公共区域占比"),
            "公共区域占单位得分的百分之几，0至100的整数", default=20, always=True,
            told=Said("in the score of a site, the public area counts {value}%"),
        ),
        Field(
            "samples", _SAMPLES, Said("Which of several values counts", "多次实测"),
            "同一项测了几次：取最差的一次，还是取平均", always=True,
        ),
        Field(
            "drawn", Whole(200), Said("Items drawn at a window", "抽查项数"),
            "抽查时，每个窗口在必查之外抽几项，0至200的整数；不填为10", default=10,
            later=True, rare=True,
        ),
        Field(
            "ranked_from", Whole(100, percent=True), Said("Ranked from", "参加排名的覆盖率"),
            "至少观察到应查项目的百分之几才参加排名，0至100的整数；不填为0",
            default=0, later=True, told=Said("ranked from {value}% of the items observed"),
        ),
    ),
)  # fmt: skip

GRADE = Record(
    Grade,
    (
        Field("title", Text(once=True), Said("Name"), required=True),
        Field(
            "from",
            Points(falls=Fault.GRADES_NOT_DESCENDING),
            Said("From, in points"),
            name="lower",
            required=True,
        ),
    ),
)

WINDOW_KIND = Record(
    WindowKind,
    (
        Field("id", Text(), on_sheet("编号"), "已有的不要改，不得重复", 20, required=True),
        Field(
            "title", Text(), Said("Name", "名称"), "在检查项目和花名册中这样称呼", 24,
            required=True,
        ),
        Field(
            "aliases", Texts(), Said("Also called", "也可写作"),
            "其他叫法，每个一行，窗口名称里有它就认得出类型；可不填", 36, always=True,
        ),
        Field(
            "usual", Flag(), Said("Usual kind", "默认类型"),
            "花名册和窗口名称都看不出类型的窗口，按这一类检查；只能一类为是", 12, later=True,
        ),
    ),
)  # fmt: skip

OVERRIDE = Record(
    Override,
    (
        Field("item", Text(), name="item_id", required=True),
        Field("reason", Text(), required=True),
        Field("off", Flag()),
        *(Field(number.key, Points(), default=None) for number in OWN_NUMBERS),
        Field("red_line", Flag()),
    ),
)

PACK = Record(
    dict,
    (
        Field(
            "id", Text(), on_sheet("编号"),
            "相同的编号导入后成为同一检查表的新版本；另立检查表时改成别的编号", required=True,
        ),
        Field("title", Text(), Said("Name", "名称"), "检查表的名称", required=True),
        Field(
            "version", Text(), Said("Version", "版本"),
            "每次修改后换一个更大的版本号，如2026.2；不换则导入时自动顺延", required=True,
        ),
        Field(
            "summary", Text(), Said("Description", "说明"), "适用于哪些单位和岗位；可不填",
            always=True,
        ),
        Field("weights", Table(WEIGHTS, dict.fromkeys(Category, 0)), Said("Weight"), required=True),
        Field("policy", Table(POLICY, Policy()), default=Policy(), always=True),
        Field(
            "grade", Rows(GRADE, 2), Said("Grade", "等级"),
            "每级一行，从高到低，写“名称=起始分”，最后一级写0", name="grades", required=True,
        ),
        Field(
            "window_kind", Rows(WINDOW_KIND), Said("Window kind"), name="window_kinds", always=True
        ),
        Field(
            "columns", Texts(), Said("More columns", "其他栏"),
            "只打印不计分的栏目名称，如“考核办法”，每个一行；可不填", later=True, rare=True,
        ),
        Field("override", Rows(OVERRIDE), Said("A site's own numbers"), name="overrides"),
    ),
)  # fmt: skip
"""All but the checklists; it makes a table of the settings."""
