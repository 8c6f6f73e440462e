"""Several things wrong at once: all of them are told, each at its place."""

from tests.packs.gallery.case import CLEAN, ETIQUETTE, ITEM_KEYS, LANGUAGE, NORMS, PACK, Case, Edit

COPIED_ITEM = """[[item]]
id = "polite-words"
text = "同一条抄了两遍"
full = 5
rule = { kind = "deduct", each = 0.5, unit = "次" }

[[item]]
"""
LONG_TEXT = """'''
[[item]]
id = "这不是条目" # [item.rule] \u2028 \u0085
'''"""

CASES = [
    Case(
        "several-in-one-item",
        [
            Edit(ETIQUETTE, "full = 4", 'full = "四"'),
            Edit(ETIQUETTE, '"on-fail"', '"on-fial"'),
            Edit(ETIQUETTE, "deadline = 1", "deadline = -1"),
            Edit(ETIQUETTE, '"未微笑"', '" "'),
        ],
        [
            "etiquette.toml:4  “四”不是数字。",
            "etiquette.toml:8  没有“on-fial”，只能是：optional, on-fail。是不是“on-fail”？",
            "etiquette.toml:11  “-1”超出范围，应为0至365。",
            "etiquette.toml:14  “phrases”里有一项是空的。",
        ],
    ),
    Case(
        "several-in-the-head",
        [
            Edit(PACK, '"hall"', '""'),
            Edit(PACK, "etiquette = 25", "etiquette = 20"),
            Edit(PACK, '"worst"', '"best"'),
            Edit(PACK, "from = 90", "from = 50"),
            Edit(PACK, '"贵宾"', '"缴费"'),
        ],
        [
            "pack.toml:2  缺少“id”。",
            "pack.toml:7  权重合计为95，应为100。",
            "pack.toml:19  没有“best”，只能是：worst, mean。",
            "pack.toml:27  等级下限 60 没有低于前一等级。",
            "pack.toml:40  “缴费”重复，首次出现在 pack.toml:36。",
        ],
    ),
    Case(
        "one-in-each-file",
        [
            Edit(PACK, "operating-norms = 35", "operating-norms = 40"),
            Edit(ETIQUETTE, "each = 2", "each = -2"),
            Edit(LANGUAGE, "full = 5", "fulls = 5"),
            Edit(NORMS, "upto = 15", "upto = 10"),
            Edit(CLEAN, "full = 3", "full = 2"),
        ],
        [
            "pack.toml:7  权重合计为105，应为100。",
            "etiquette.toml:22  “-2”超出范围，应为大于0。",
            "civil-language.toml:1  缺少“full”。",
            f"civil-language.toml:4  这里没有“fulls”这一项；可用：{ITEM_KEYS}。是不是“full”？",
            "operating-norms.toml:15  分档上限 10 没有大于前一档。",
            "cleanliness.toml:6  最好的一档给 3 分，应等于满分 2。",
        ],
    ),
    Case(
        "kind-renamed-while-two-files-speak-of-it",
        [
            Edit(PACK, '"vip"', '"vips"'),
            Edit(LANGUAGE, "full = 5", 'full = 5\nwindow_kinds = ["vip", "cashier"]'),
        ],
        [
            "etiquette.toml:6  没有“vip”，只能是：cashier, vips。是不是“vips”？另有1处相同。",
        ],
    ),
    Case(
        "graver-costs-less",
        [Edit(LANGUAGE, "full = 5", 'full = 5\ngravity = "severe"')],
        [
            "civil-language.toml:5  这一项比“排队等候不超过10分钟”重，扣分却比它少："
            "收费 2.5 < 21.88分。"
        ],
    ),
    Case(
        "an-item-copied-whole",
        [Edit(LANGUAGE, "[[item]]\n", COPIED_ITEM)],
        ["civil-language.toml:8  “polite-words”重复，首次出现在 civil-language.toml:2。"],
    ),
    Case(
        "lines-count-behind-long-texts",
        [
            Edit(ETIQUETTE, '"晨会复训迎送动作"', LONG_TEXT),
            Edit(ETIQUETTE, '"次" }', '"次", cap = 5 }'),
        ],
        ["etiquette.toml:25  这里没有“cap”这一项；可用：kind, each, unit。"],
    ),
    Case(
        "shown-on-one-short-line",
        [
            Edit(
                PACK,
                '"exclude"',
                '"排除\\n不适用的项目，\\u001B[31m其余的按全部适用项目的满分计算，再按各类别的权重折算成一百分，四舍五入到两位小数，再加上加分"',
            )
        ],
        [
            (
                "pack.toml:14  没有“排除 不适用的项目， [31m其余的按全部适用项目的满分计算，"
                "再按各类别的权重折算成一百分，四舍五入到两位小数，再加上加…”，只能是：exclude, full。"
            )
        ],
    ),
]
