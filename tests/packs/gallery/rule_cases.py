"""What is wrong with the rule of an item."""

from tests.packs.gallery.case import CLEAN, ETIQUETTE, LANGUAGE, NORMS, RULE_KINDS, Case, Edit

OTHER_OPTIONS = """    { title = "少量纸屑", points = 1 },
    { title = "脏", points = 0 },
"""
OPTIONS = """, options = [
    { title = "干净", points = 3 },
    { title = "少量纸屑", points = 1 },
    { title = "脏", points = 0 },
]"""
BANDS = """[[item.rule.bands]]
upto = 10
points = 4

[[item.rule.bands]]
upto = 15
points = 2

[[item.rule.bands]]
points = 0
"""

CASES = [
    # every rule
    Case(
        "rule-missing",
        [Edit(LANGUAGE, 'rule = { kind = "deduct", each = 0.5, unit = "次" }\n', "")],
        ["civil-language.toml:1  缺少“[rule]”。"],
    ),
    Case(
        "rule-as-a-word",
        [Edit(LANGUAGE, '{ kind = "deduct", each = 0.5, unit = "次" }', '"deduct"')],
        ["civil-language.toml:5  “deduct”应是一组“名称 = 值”。"],
    ),
    Case(
        "rule-kind-misspelt",
        [Edit(LANGUAGE, '"deduct"', '"deduce"')],
        [f"civil-language.toml:5  没有“deduce”，只能是：{RULE_KINDS}。是不是“deduct”？"],
    ),
    Case(
        "rule-kind-in-another-case",
        [Edit(LANGUAGE, '"deduct"', '"DEDUCT"')],
        [f"civil-language.toml:5  没有“DEDUCT”，只能是：{RULE_KINDS}。是不是“deduct”？"],
    ),
    Case(
        "rule-kind-missing",
        [Edit(LANGUAGE, 'kind = "deduct", ', "")],
        [f"civil-language.toml:5  这里没有填写，只能是：{RULE_KINDS}。"],
    ),
    Case(
        "rule-kind-in-chinese",
        [Edit(LANGUAGE, '"deduct"', '"扣分"')],
        [f"civil-language.toml:5  没有“扣分”，只能是：{RULE_KINDS}。"],
    ),
    Case(  # whether it needs full marks, nobody knows
        "rule-kind-of-a-bonus-misspelt",
        [Edit(ETIQUETTE, '"bonus"', '"bonous"')],
        [f"etiquette.toml:22  没有“bonous”，只能是：{RULE_KINDS}。是不是“bonus”？"],
    ),
    # deduct and bonus
    Case(
        "each-missing",
        [Edit(LANGUAGE, "each = 0.5, ", "")],
        ["civil-language.toml:5  缺少“each”。"],
    ),
    Case(
        "each-zero",
        [Edit(LANGUAGE, "each = 0.5", "each = 0")],
        ["civil-language.toml:5  “0”超出范围，应为大于0。"],
    ),
    Case(
        "each-negative",
        [Edit(LANGUAGE, "each = 0.5", "each = -0.5")],
        ["civil-language.toml:5  “-0.5”超出范围，应为大于0。"],
    ),
    Case(
        "each-above-full",
        [Edit(LANGUAGE, "each = 0.5", "each = 5.5")],
        ["civil-language.toml:5  扣一次就是5.5分，超过了分值5。"],
    ),
    Case("unit-blank", [Edit(LANGUAGE, '"次"', '""')], ["civil-language.toml:5  缺少“unit”。"]),
    Case(
        "unit-misspelt",
        [Edit(LANGUAGE, "unit", "uint")],
        [
            "civil-language.toml:5  这里没有“uint”这一项；可用：kind, each, unit。是不是“unit”？",
            "civil-language.toml:5  缺少“unit”。",
        ],
    ),
    Case(
        "bonus-with-full-marks",
        [Edit(ETIQUETTE, 'text = "收到顾客表扬"', 'text = "收到顾客表扬"\nfull = 2')],
        ['etiquette.toml:22  “full”在这里不起作用：rule kind = "bonus"。'],
    ),
    Case(
        "bonus-with-a-star",
        [Edit(ETIQUETTE, 'text = "收到顾客表扬"', 'text = "收到顾客表扬"\nveto = true')],
        ['etiquette.toml:22  “veto”在这里不起作用：rule kind = "bonus"。'],
    ),
    # choice
    Case(
        "option-alone",
        [Edit(CLEAN, OTHER_OPTIONS, "")],
        ["cleanliness.toml:6  这里至少应有2 × { title, points }。"],
    ),
    Case(
        "options-missing",
        [Edit(CLEAN, OPTIONS, "")],
        ["cleanliness.toml:6  这里至少应有2 × { title, points }。"],
    ),
    Case(
        "option-title-twice",
        [Edit(CLEAN, '"少量纸屑"', '"干净"')],
        ["cleanliness.toml:8  “干净”重复，首次出现在 cleanliness.toml:7。"],
    ),
    Case(
        "options-not-descending",
        [Edit(CLEAN, "points = 1", "points = 3")],
        ["cleanliness.toml:8  3 分没有低于前一档。"],
    ),
    Case(
        "best-option-not-full",
        [Edit(CLEAN, "full = 3", "full = 5")],
        ["cleanliness.toml:6  最好的一档给 3 分，应等于满分 5。"],
    ),
    Case(
        "option-without-points",
        [Edit(CLEAN, ", points = 1", "")],
        ["cleanliness.toml:8  缺少“points”。"],
    ),
    Case(
        "option-key-misspelt",
        [Edit(CLEAN, "points = 1", "point = 1")],
        [
            "cleanliness.toml:8  这里没有“point”这一项；可用：title, points, finding。是不是“points”？",
            "cleanliness.toml:8  缺少“points”。",
        ],
    ),
    Case(
        "option-as-a-word",
        [Edit(CLEAN, '{ title = "少量纸屑", points = 1 }', '"少量纸屑"')],
        ["cleanliness.toml:8  “少量纸屑”应是一组“名称 = 值”。"],
    ),
    # measure
    Case(
        "bands-not-ascending",
        [Edit(NORMS, "upto = 15", "upto = 5")],
        ["operating-norms.toml:15  分档上限 5 没有大于前一档。"],
    ),
    Case(
        "band-with-a-negative-limit",
        [Edit(NORMS, "upto = 10", "upto = -10")],
        ["operating-norms.toml:11  “-10”超出范围，应为不小于0。"],
    ),
    Case(
        "last-band-with-a-limit",
        [Edit(NORMS, "points = 0", "upto = 60\npoints = 0")],
        ["operating-norms.toml:19  最后一档不应有上限，这里写了 60。"],
    ),
    Case(
        "band-open-too-early",
        [Edit(NORMS, "upto = 15\n", "")],
        ["operating-norms.toml:14  只有最后一档可以不写上限。"],
    ),
    Case(
        "bands-not-descending",
        [Edit(NORMS, "points = 2", "points = 4")],
        ["operating-norms.toml:16  4 分没有低于前一档。"],
    ),
    Case(
        "best-band-not-full",
        [Edit(NORMS, "full = 4", "full = 6")],
        ["operating-norms.toml:10  最好的一档给 4 分，应等于满分 6。"],
    ),
    Case(
        "band-without-points",
        [Edit(NORMS, "points = 2\n", "")],
        ["operating-norms.toml:14  缺少“points”。"],
    ),
    Case(
        "bands-missing",
        [Edit(NORMS, BANDS, "")],
        ["operating-norms.toml:6  这里至少应有2 × { upto, points }。"],
    ),
    Case(
        "measure-without-unit",
        [Edit(NORMS, 'unit = "分钟"\n', "")],
        ["operating-norms.toml:6  缺少“unit”。"],
    ),
]
