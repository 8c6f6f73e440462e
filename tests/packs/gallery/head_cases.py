"""What is wrong in `pack.toml`, and with the pack as a whole."""

from tests.packs.gallery.case import (
    CATEGORIES,
    CLEAN,
    ETIQUETTE,
    HEAD_KEYS,
    LANGUAGE,
    NORMS,
    PACK,
    POLICY_KEYS,
    Case,
    Edit,
    Text,
)

WEIGHTS = """etiquette = 25
civil-language = 20
operating-norms = 35
cleanliness = 20
"""
ALL_ON_ETIQUETTE = """etiquette = 100
civil-language = 0
operating-norms = 0
cleanliness = 0
"""
ONLY_A_BONUS = """[[item]]
id = "praise"
text = "收到顾客表扬"
rule = { kind = "bonus", each = 2, unit = "次" }
"""
GRADES = """[[grade]]
title = "优秀"
from = 90

[[grade]]
title = "合格"
from = 60

[[grade]]
title = "不合格"
from = 0
"""

CASES = [
    # its name
    Case("title-missing", [Edit(PACK, 'title = "营业厅"\n', "")], ["pack.toml:1  缺少“title”。"]),
    Case("title-blank", [Edit(PACK, '"营业厅"', '"　"')], ["pack.toml:3  缺少“title”。"]),
    Case(
        "version-a-number", [Edit(PACK, '"2026.1"', "2026.1")], ["pack.toml:4  “2026.1”不是文字。"]
    ),
    Case("summary-a-list", [Edit(PACK, '"示例"', '["示例"]')], ["pack.toml:5  “[…]”不是文字。"]),
    Case(
        "key-misspelt",
        [Edit(PACK, "summary", "sumary")],
        [f"pack.toml:5  这里没有“sumary”这一项；可用：{HEAD_KEYS}。是不是“summary”？"],
    ),
    Case(
        "key-in-another-case",
        [Edit(PACK, "version", "Version")],
        [
            "pack.toml:1  缺少“version”。",
            f"pack.toml:4  这里没有“Version”这一项；可用：{HEAD_KEYS}。是不是“version”？",
        ],
    ),
    Case(
        "table-misspelt",
        [Edit(PACK, "[policy]", "[polcy]")],
        [f"pack.toml:13  这里没有“polcy”这一项；可用：{HEAD_KEYS}。是不是“policy”？"],
    ),
    Case(
        "key-like-no-other",
        [Edit(PACK, 'summary = "示例"', 'summary = "示例"\nauthor = "王主任"')],
        [f"pack.toml:6  这里没有“author”这一项；可用：{HEAD_KEYS}。"],
    ),
    # weights
    Case(
        "weights-missing",
        [Edit(PACK, f"[weights]\n{WEIGHTS}", "")],
        ["pack.toml:1  缺少“[weights]”。"],
    ),
    Case(
        "weight-missing",
        [Edit(PACK, "cleanliness = 20\n", "")],
        ["pack.toml:7  缺少“cleanliness”。"],
    ),
    Case(
        "weights-not-100",
        [Edit(PACK, "operating-norms = 35", "operating-norms = 30")],
        ["pack.toml:7  权重合计为95，应为100。"],
    ),
    Case(
        "weight-too-large",
        [Edit(PACK, "etiquette = 25", "etiquette = 12500")],
        ["pack.toml:8  “12500”超出范围，应为0至10000。"],
    ),
    Case(
        "weight-not-whole",
        [Edit(PACK, "etiquette = 25", "etiquette = 24.5")],
        ["pack.toml:8  “24.5”不是整数。"],
    ),
    Case(
        "weight-in-quotes",
        [Edit(PACK, "etiquette = 25", 'etiquette = "25"')],
        ["pack.toml:8  “25”不是整数。"],
    ),
    Case(
        "weight-misspelt",
        [Edit(PACK, "cleanliness = 20", "cleanlines = 20")],
        [
            "pack.toml:7  缺少“cleanliness”。",
            f"pack.toml:11  这里没有“cleanlines”这一项；可用：{CATEGORIES}。是不是“cleanliness”？",
        ],
    ),
    # policy
    Case(
        "policy-word-misspelt",
        [Edit(PACK, '"exclude"', '"exlude"')],
        ["pack.toml:14  没有“exlude”，只能是：exclude, full。是不是“exclude”？"],
    ),
    Case(
        "policy-word-in-chinese",
        [Edit(PACK, '"worst"', '"最差"')],
        ["pack.toml:19  没有“最差”，只能是：worst, mean。"],
    ),
    Case(
        "policy-word-blank",
        [Edit(PACK, '"fail"', '""')],
        ["pack.toml:17  这里没有填写，只能是：fail, zero。"],
    ),
    Case(
        "policy-key-misspelt",
        [Edit(PACK, "public_area_share", "public_share")],
        [
            f"pack.toml:18  这里没有“public_share”这一项；可用：{POLICY_KEYS}。是不是“public_area_share”？"
        ],
    ),
    Case(
        "share-above-100",
        [Edit(PACK, "public_area_share = 20", "public_area_share = 120")],
        ["pack.toml:18  “120”超出范围，应为0至100。"],
    ),
    Case(
        "bonus-cap-negative",
        [Edit(PACK, "bonus_cap = 5", "bonus_cap = -5")],
        ["pack.toml:16  “-5”超出范围，应为不小于0。"],
    ),
    Case(
        "bonus-cap-too-precise",
        [Edit(PACK, "bonus_cap = 5", "bonus_cap = 2.125")],
        ["pack.toml:16  “2.125”小数超过两位。"],
    ),
    Case(
        "bonus-cap-endless",
        [Edit(PACK, "bonus_cap = 5", "bonus_cap = inf")],
        ["pack.toml:16  “Infinity”不是数字。"],
    ),
    # grades
    Case("grades-missing", [Edit(PACK, GRADES, "")], ["pack.toml:1  缺少“[[grade]]”。"]),
    Case(
        "grade-alone",
        [Edit(PACK, GRADES, '[[grade]]\ntitle = "合格"\nfrom = 0\n')],
        ["pack.toml:21  这里至少应有2 × [[grade]]。"],
    ),
    Case(
        "grade-twice",
        [Edit(PACK, '"合格"', '"优秀"')],
        ["pack.toml:26  “优秀”重复，首次出现在 pack.toml:22。"],
    ),
    Case(
        "grades-not-descending",
        [Edit(PACK, "from = 60", "from = 95")],
        ["pack.toml:27  等级下限 95 没有低于前一等级。"],
    ),
    Case(
        "grade-out-of-reach",
        [Edit(PACK, "from = 90", "from = 900")],
        ["pack.toml:23  “900”超出范围，应为0至105。"],
    ),
    Case(
        "last-grade-not-zero",
        [Edit(PACK, "from = 0", "from = 10")],
        ["pack.toml:31  最后一个等级应从 0 分起，这里是 10。"],
    ),
    Case("grade-without-bound", [Edit(PACK, "from = 60\n", "")], ["pack.toml:25  缺少“from”。"]),
    Case(
        "grades-as-words",
        [Edit(PACK, GRADES, ""), Edit(PACK, 'summary = "示例"', 'grade = ["优秀", "合格"]')],
        ["pack.toml:5  “优秀”应是一组“名称 = 值”。", "pack.toml:5  “合格”应是一组“名称 = 值”。"],
    ),
    # window kinds
    Case(
        "kind-id-twice",
        [Edit(PACK, '"vip"', '"cashier"')],  # and not that an item's "vip" is unknown now
        ["pack.toml:39  “cashier”重复，首次出现在 pack.toml:34。"],
    ),
    Case(
        "kind-title-twice",
        [Edit(PACK, '"贵宾"', '"收费"')],
        ["pack.toml:40  “收费”重复，首次出现在 pack.toml:35。"],
    ),
    Case(
        "kind-titled-like-an-alias",
        [Edit(PACK, '"贵宾"', '"收银"')],
        ["pack.toml:40  “收银”重复，首次出现在 pack.toml:36。"],
    ),
    Case(
        "alias-twice",
        [Edit(PACK, '"缴费"', '"收银"')],
        ["pack.toml:36  “收银”在这里写了两次。"],
    ),
    Case(
        "alias-but-for-the-word-window",
        [Edit(PACK, '"贵宾"', '"收银窗口"')],
        [
            "pack.toml:40  除去“窗口”“台”等字，“收银窗口”与另一窗口类型的叫法（pack.toml:36）相同，"
            "凭窗口名称分不清是哪一类。"
        ],
    ),
    Case(
        "two-usual-kinds",
        [
            Edit(PACK, 'aliases = ["收银", "缴费"]', "usual = true"),
            Edit(PACK, 'title = "贵宾"', 'title = "贵宾"\nusual = true'),
        ],
        ["pack.toml:41  只能有一个默认类型，pack.toml:36已经是了。"],
    ),
    Case(
        "alias-like-its-own-title",
        [Edit(PACK, '"缴费"', '"收费"')],
        ["pack.toml:36  “收费”重复，首次出现在 pack.toml:35。"],
    ),
    Case("alias-blank", [Edit(PACK, '"缴费"', '""')], ["pack.toml:36  “aliases”里有一项是空的。"]),
    Case(
        "aliases-as-text",
        [Edit(PACK, '["收银", "缴费"]', '"收银、缴费"')],
        ["pack.toml:36  “收银、缴费”应写成方括号里的一列。"],
    ),
    Case("kind-without-id", [Edit(PACK, 'id = "vip"\n', "")], ["pack.toml:38  缺少“id”。"]),
    # the pack as a whole
    Case(
        "nothing-in-any-category",
        [Text(name, "item = []\n") for name in (ETIQUETTE, LANGUAGE, NORMS, CLEAN)],
        ["pack.toml:1  没有一个项目能得分：要么没有带分值的项目，要么它们所在类别的权重是 0。"],
    ),
    Case(
        "all-weight-on-a-bonus",
        [Edit(PACK, WEIGHTS, ALL_ON_ETIQUETTE), Text(ETIQUETTE, ONLY_A_BONUS)],
        ["pack.toml:1  没有一个项目能得分：要么没有带分值的项目，要么它们所在类别的权重是 0。"],
    ),
    Case(
        "own-number-in-a-file",
        [
            Edit(
                PACK,
                "[weights]",
                '[[override]]\nitem = "greet"\nreason = "本厅规定"\nfull = 3\n\n[weights]',
            )
        ],
        [
            "pack.toml:7  这里没有“override”这一项；"
            "可用：id, title, version, summary, weights, policy, grade, window_kind, columns。"
        ],
    ),
]
