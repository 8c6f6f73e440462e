"""What has to be asked is asked by items that exist.

Every checkable statement of the source plans (DOMAIN §1.1), and the amenities and disclosures that
any site should have (§2.3).
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import TypedDict

import pytest

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import ChoiceRule, Item
from inspector.paths import checklists_folder
from inspector.storage.packs.pack_files import pack_folders, read_pack_folder

PLAN = "文明窗口创建方案"
"""What an item's basis calls the source plans."""

BESIDES = {"top-staff-board", "party-badge", "service-brand", "leading-group", "role-models"}
"""In the plans outside the statements of §1.1: 岗位能手, 党员示范, 品牌, 领导小组, 典型人物."""


class Source(TypedDict):
    """A statement, the line of the plans it stands in, and the `pack/item` that ask for it."""

    phrase: str
    line: str
    items: list[str]


SOURCES: list[Source] = tomllib.loads(
    (checklists_folder() / "sources.toml").read_text(encoding="utf-8")
)["source"]
PACKS = {folder.name: read_pack_folder(folder) for folder in pack_folders(checklists_folder())}
COMMON = {
    row["id"]
    for file in (checklists_folder() / "common").glob("*.toml")
    for row in tomllib.loads(file.read_text("utf-8"))["item"]
}
"""Items that stand in `common/`: such a name means every pack that takes the item."""

# The rows of DOMAIN §1.1, one table after the other. A row with several statements is split
# where they are asked by different items; "metric" marks what is a figure there.
STATEMENTS = [
    # hospital and health
    ("L8", "窗口服务规范，依法行医，按章办事"),
    ("L8", "四个公开 / 服务内容公开"),
    ("L8", "四个公开 / 办事程序公开"),
    ("L8", "四个公开 / 承诺时限公开"),
    ("L8", "四个公开 / 收费标准公开"),
    ("L9", "没有吃、拿、卡、要、报行为"),
    ("L13", "履行优质服务标准和服务承诺"),
    ("L93", "公开主要收费项目"),
    ("L93", "合理设置导医标识"),
    ("L94", "免挂号费及挂号程序"),
    ("L94", "收费、取药各窗口患者排队等候时间不超过____分钟"),
    ("L94", "中药房窗口患者排队取药等候时间不超过____分钟"),
    ("L94", "就诊高峰时段无拥挤、扎堆现象"),
    ("L94", "优化就医流程，缩短等候时间"),
    ("L95", '导诊台、收费处、住院处、药房、合管办等服务窗口实行"挂牌"服务'),
    ("L95", "公示服务人员信息，接受患者监督"),
    ("L91", "门诊大楼和住院区及家属区环境卫生集中整治"),
    ("L91", "医院厕所…保洁及时，无异味"),
    ("L91", "电梯内环境清洁卫生"),
    ("L91", "彻底清理卫生死角"),
    ("L12", "办公秩序优良，环境整洁，治安状况良好"),
    ("L12", "无重大责任事故"),
    ("L12", "规章制度健全有效，检查落实措施得力"),
    ("L9", "metric 行风评议满意率达到良好等次"),
    ("L13", "metric 随机抽样调查社会满意率达到良好"),
    ("L13", "metric 明察暗访效果好"),
    # telecom hall
    ("L22", "对营业员的服务礼仪、文明用语、操作规范等进行检查 / 服务礼仪"),
    ("L22", "对营业员的服务礼仪、文明用语、操作规范等进行检查 / 文明用语"),
    ("L22", "对营业员的服务礼仪、文明用语、操作规范等进行检查 / 操作规范"),
    ("L20", "每天对业务受理八步曲进行演练"),
    ("L20", "真城[诚]、主动、热情、耐心、周到"),
    ("L20", "多看一遍、多问一遍"),
    ("L20", "每天晨会的业务学习"),
    ("L22", "每天进行现场巡视，做好巡视记录"),
    ("L22", "发现问题及时改正 … 每天晨会给予纠正"),
    # toll station
    ("L80", "公开各种办事制度、服务承诺"),
    ("L80", "醒目位置设置投诉信箱"),
    ("L80", "对外公布监督投诉电话"),
    ("L80", "单位成员的基本资料上墙接受社会监督"),
    ("L80", "站区环境整洁优美，秩序井然"),
    (
        "L77",
        '"八心" / 持恒心、有耐心、增信心、下苦心、不违心（照章办事）、'
        "常谈心、戒疑心、献爱心（诚信服务）",
    ),
    # transport
    ("L59", "安全、舒适、便捷、文明的乘车环境"),
    ("L168", "功能完备、整洁美化、舒适便利"),
    ("L168", "标准化、精细化服务"),
    ("L59", "metric 各项指标全部达到优良"),
    ("L64", "metric 社会满意度"),
    ("L169", "文明交通行动计划"),
    # any window
    ("L35", "文明用语"),
    ("L35", "文明礼貌教育"),
    ("L30, L32", "垃圾收集/分类"),
    ("L145", "设置分类垃圾桶，定期进行垃圾清运"),
    ("L118, L122", "乱贴乱画"),
    ("L118, L122", "乱倒垃圾"),
    ("L118, L122", "乱涂乱写"),
    ("L135", "乱吐痰"),
    ("L144", "建立文明宣传标语牌"),
    ("L126", "海报、宣传册"),
    ("L146", "设置吸烟区域"),
    ("L146", "严禁在禁烟区域内吸烟"),
    ("L31", "城市公共区域清洁度"),
    ("L107", "便捷、高效、优质的售前售后服务，解决用户问题和投诉"),
    ("L129", "建立投诉举报机制，及时受理"),
    ("L147", "互联网匿名举报平台"),
    ("L105", "统一的行业标准和规范"),
    ("L115", "诚信/信用体系"),
    ("L36–37", "志愿者"),
    ("L150", "文明行为巡查"),
]

# The list of DOMAIN §2.3 by the word that an item says of it, and the packs in whose places it
# makes no sense: a toll plaza has no waiting hall, and tickets are queued for without numbers.
AMENITIES: dict[str, set[str]] = {
    "老花镜": set(),
    "雨伞": set(),
    "饮用水": set(),
    "急救药箱": set(),
    "AED": {"toll-station"},
    "轮椅": {"toll-station"},
    "充电设备": set(),
    "书写笔": set(),
    "填单样表": {"toll-station"},
    "优先座椅": {"toll-station"},
    "母婴室": {"toll-station"},
    "无障碍": set(),
    "坡道": set(),
    "志愿": {"toll-station"},
    "意见簿": set(),
    "评价器": {"toll-station"},
    "一米线": {"toll-station"},
    "取号机": {"toll-station", "coach-station"},
    "服务承诺": set(),
    "投诉电话": set(),
    "固定公益广告": set(),
    "易拉宝": set(),
    "入口处公示": set(),
    "指南": {"toll-station", "coach-station"},
    "禁烟标识": set(),
}
AMENITY_LINE = "§2.3"

PER_LINE = {
    "L8": 5, "L9": 2, "L12": 3, "L13": 3, "L20": 4, "L22": 5, "L30, L32": 1, "L31": 1, "L35": 2,
    "L36–37": 1, "L59": 2, "L64": 1, "L77": 1, "L80": 5, "L91": 4, "L93": 2, "L94": 5, "L95": 2,
    "L105": 1, "L107": 1, "L115": 1, "L118, L122": 3, "L126": 1, "L129": 1, "L135": 1, "L144": 1,
    "L145": 1, "L146": 2, "L147": 1, "L150": 1, "L168": 2, "L169": 1, AMENITY_LINE: 25,
}  # fmt: skip

each_source = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source["phrase"])


def test_every_statement_is_there_and_no_other() -> None:
    stated = {(source["line"], source["phrase"]) for source in SOURCES}
    wanted = {*STATEMENTS, *((AMENITY_LINE, word) for word in AMENITIES)}
    assert wanted - stated == set(), "missing in sources.toml"
    assert stated - wanted == set(), "not in DOMAIN §1.1 or §2.3"


def test_each_line_has_its_number_of_statements() -> None:
    assert Counter(source["line"] for source in SOURCES) == PER_LINE
    lines = Counter(line for line, _ in STATEMENTS)
    assert lines + Counter({AMENITY_LINE: len(AMENITIES)}) == PER_LINE


def test_every_phrase_is_unique() -> None:
    counts = Counter(source["phrase"] for source in SOURCES)
    assert [phrase for phrase, count in counts.items() if count > 1] == []


@each_source
def test_a_statement_names_items_that_exist(source: Source) -> None:
    assert source.keys() == {"phrase", "line", "items"}
    assert source["items"]
    assert len(set(source["items"])) == len(source["items"])
    for name in source["items"]:
        pack, _, item = name.partition("/")
        assert item in (COMMON if pack == "common" else PACKS[pack].item_by_id), name
        assert list(items_named(name)), name


def items_named(name: str) -> Iterator[tuple[str, Item]]:
    """The packs that have the item of a name in sources.toml, and their item."""
    where, _, item = name.partition("/")
    for pack in PACKS if where == "common" else (where,):
        if item in PACKS[pack].item_by_id:
            yield pack, PACKS[pack].item_by_id[item]


def packs_asking(names: list[str]) -> set[str]:
    return {pack for name in names for pack, _ in items_named(name)}


def test_every_common_item_is_taken_by_some_pack() -> None:
    assert {item.id for pack in PACKS.values() for item in pack.items()} >= COMMON


@pytest.mark.parametrize("pack", PACKS)
def test_an_item_that_goes_back_to_the_plans_is_named(pack: str) -> None:
    named = {name for source in SOURCES for name in source["items"]}
    based = {item.id for item in PACKS[pack].items() if item.basis.startswith(PLAN)}
    asked_for = {name.partition("/")[2] for name in named if name.startswith(("common/", pack))}
    assert based - asked_for - BESIDES == set()


@pytest.mark.parametrize("word", AMENITIES)
def test_an_amenity_is_asked_by_its_name_wherever_it_makes_sense(word: str) -> None:
    names = asked(AMENITY_LINE, word)
    for name in names:
        for _, item in items_named(name):
            assert word in "".join([item.text, *item.phrases, *said(item)]), name
    assert packs_asking(names) >= PACKS.keys() - AMENITIES[word]


def said(item: Item) -> list[str]:
    options = item.rule.options if isinstance(item.rule, ChoiceRule) else ()
    return [option.finding for option in options]


def asked(line: str, part: str) -> list[str]:
    """The items of the one statement of a line whose phrase holds `part`."""
    (source,) = (s for s in SOURCES if s["line"] == line and part in s["phrase"])
    return source["items"]


@pytest.mark.parametrize(("line", "part"), [("L9", "吃、拿、卡、要、报"), ("L12", "重大责任事故")])
def test_what_the_plans_rule_out_is_a_veto(line: str, part: str) -> None:
    for name in asked(line, part):
        assert all(item.veto for _, item in items_named(name)), name
    assert packs_asking(asked(line, part)) == PACKS.keys()


@pytest.mark.parametrize("part", ["服务内容", "办事程序", "承诺时限", "收费标准"])
def test_each_of_the_four_disclosures_is_asked_in_every_pack(part: str) -> None:
    assert packs_asking(asked("L8", part)) == PACKS.keys()


def test_the_three_headings_of_the_telecom_hall_are_its_categories() -> None:
    for part, category in {
        "/ 服务礼仪": Category.ETIQUETTE,
        "/ 文明用语": Category.CIVIL_LANGUAGE,
        "/ 操作规范": Category.OPERATING_NORMS,
    }.items():
        items = [PACKS["telecom-hall"].item_by_id[n.split("/")[1]] for n in asked("L22", part)]
        assert {item.category for item in items} == {category}


def test_badges_are_asked_at_the_five_windows_that_are_named() -> None:
    plate = PACKS["hospital"].item_by_id["name-plate"]
    assert "common/name-plate" in asked("L95", "挂牌")
    assert {"guide-desk", "cashier", "admission", "western-pharmacy", "insurance"} <= set(
        plate.window_kinds
    )


def test_both_waits_are_asked_each_with_its_own_limit() -> None:
    """That of the herbal pharmacy has no source: it is what the hospital itself has announced."""
    (herbal,) = asked("L94", "中药房")
    hospital = PACKS["hospital"].item_by_id
    assert hospital[herbal.split("/")[1]].window_kinds == ("herbal-pharmacy",)
    assert "公布的时限" in hospital[herbal.split("/")[1]].text
    assert asked("L94", "收费、取药") == ["common/waiting-time"]
    assert "herbal-pharmacy" not in hospital["waiting-time"].window_kinds


def test_cleanliness_of_places_is_asked_in_the_public_area() -> None:
    for part in ("环境卫生集中整治", "厕所", "电梯", "卫生死角"):
        for name in asked("L91", part):
            assert all(item.scope is Scope.PUBLIC for _, item in items_named(name)), name
