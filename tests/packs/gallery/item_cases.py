"""What is wrong with an item, besides its rule."""

from tests.packs.gallery.case import CLEAN, ETIQUETTE, ITEM_KEYS, LANGUAGE, PACK, Case, Edit

KINDS = """[[window_kind]]
id = "cashier"
title = "收费"
aliases = ["收银", "缴费"]

[[window_kind]]
id = "vip"
title = "贵宾"
"""

SAME_TEXT = """[[item]]
id = "polite"
text = "用好“请、谢谢、 对不起、再见”"
full = 5
rule = { kind = "deduct", each = 0.5, unit = "次" }

[[item]]
"""

CASES = [
    # what an item is
    Case(
        "item-id-missing",
        [Edit(LANGUAGE, 'id = "polite-words"\n', "")],
        ["civil-language.toml:1  缺少“id”。"],
    ),
    Case(
        "item-id-twice",
        [Edit(ETIQUETTE, '"praise"', '"rise-to-greet"')],
        ["etiquette.toml:20  “rise-to-greet”重复，首次出现在 etiquette.toml:2。"],
    ),
    Case(
        "item-id-twice-in-two-files",
        [Edit(CLEAN, '"floor"', '"praise"')],
        ["cleanliness.toml:2  “praise”重复，首次出现在 etiquette.toml:20。"],
    ),
    Case(
        "item-text-blank", [Edit(CLEAN, '"地面干净"', '" "')], ["cleanliness.toml:3  缺少“text”。"]
    ),
    Case(
        "item-text-twice",
        [Edit(LANGUAGE, "[[item]]\n", SAME_TEXT)],
        [
            "civil-language.toml:9  “用好“请、谢谢、对不起、再见””与另一项目相同，"
            "见 civil-language.toml:3。"
        ],
    ),
    Case(
        "item-list-misspelt",
        [Edit(LANGUAGE, "[[item]]", "[[items]]")],
        [
            "civil-language.toml:1  这里没有“items”这一项；可用：item。是不是“item”？",
            "civil-language.toml:1  这里没有 [[item]]。",
        ],
    ),
    Case(
        "item-without-double-brackets",
        [Edit(LANGUAGE, "[[item]]", "[item]")],
        ["civil-language.toml:1  这里应写成 [[item]]，每项各写一次。"],
    ),
    Case(
        "item-key-misspelt",
        [Edit(LANGUAGE, "phrases", "phrase")],
        [f"civil-language.toml:6  这里没有“phrase”这一项；可用：{ITEM_KEYS}。是不是“phrases”？"],
    ),
    Case(
        "item-key-in-the-rule",
        [Edit(LANGUAGE, '"次" }', '"次", full = 5 }')],
        ["civil-language.toml:5  这里没有“full”这一项；可用：kind, each, unit。"],
    ),
    # its full marks
    Case(
        "full-missing", [Edit(LANGUAGE, "full = 5\n", "")], ["civil-language.toml:1  缺少“full”。"]
    ),
    Case(
        "full-zero",
        [Edit(LANGUAGE, "full = 5", "full = 0")],
        ["civil-language.toml:4  “0”超出范围，应为大于0。"],
    ),
    Case(
        "full-negative",
        [Edit(LANGUAGE, "full = 5", "full = -5")],
        ["civil-language.toml:4  “-5”超出范围，应为大于0。"],
    ),
    Case(
        "full-in-quotes",
        [Edit(LANGUAGE, "full = 5", 'full = "5"')],
        ["civil-language.toml:4  “5”不是数字。"],
    ),
    Case(
        "full-too-precise",
        [Edit(LANGUAGE, "full = 5", "full = 5.005")],
        ["civil-language.toml:4  “5.005”小数超过两位。"],
    ),
    Case(
        "full-with-a-tiny-exponent",
        [Edit(LANGUAGE, "full = 5", "full = 1e-999999")],
        ["civil-language.toml:4  “1E-999999”小数超过两位。"],
    ),
    Case(
        "full-astronomic",
        [Edit(LANGUAGE, "full = 5", "full = 1000001")],
        ["civil-language.toml:4  “1000001”超出范围，应为不超过1000000。"],
    ),
    Case(
        "full-in-hexadecimal",
        [Edit(LANGUAGE, "full = 5", f"full = 0x{'f' * 5000}")],
        ["civil-language.toml:4  “0xffffffffffffffffff…”超出范围，应为不超过1000000。"],
    ),
    # where it is asked
    Case(
        "scope-misspelt",
        [Edit(CLEAN, '"public"', '"pulbic"')],
        ["cleanliness.toml:5  没有“pulbic”，只能是：window, public。是不是“public”？"],
    ),
    Case(
        "kind-misspelt",
        [Edit(ETIQUETTE, '"cashier"', '"casheir"')],
        ["etiquette.toml:6  没有“casheir”，只能是：cashier, vip。是不是“cashier”？"],
    ),
    Case(
        "kind-by-its-title",
        [Edit(ETIQUETTE, '"vip"', '"贵宾"')],
        ["etiquette.toml:6  没有“贵宾”，只能是：cashier, vip。"],
    ),
    Case(
        "kind-listed-twice",
        [Edit(ETIQUETTE, '"vip"', '"cashier"')],
        ["etiquette.toml:6  “cashier”在这里写了两次。"],
    ),
    Case(
        "kinds-where-none-are-declared",
        [Edit(PACK, KINDS, "")],
        [
            "etiquette.toml:6  没有“cashier”，只能是：[[window_kind]]。",
            "etiquette.toml:6  没有“vip”，只能是：[[window_kind]]。",
        ],
    ),
    Case(
        "kinds-in-the-public-area",
        [Edit(CLEAN, 'scope = "public"', 'scope = "public"\nwindow_kinds = ["vip"]')],
        ['cleanliness.toml:6  “window_kinds”在这里不起作用：scope = "public"。'],
    ),
    # what follows
    Case(
        "veto-in-quotes",
        [Edit(ETIQUETTE, "veto = false", 'veto = "yes"')],
        ["etiquette.toml:7  “yes”应写 true（是）或 false（否）。"],
    ),
    Case(
        "photo-misspelt",
        [Edit(ETIQUETTE, '"on-fail"', '"on_fail"')],
        ["etiquette.toml:8  没有“on_fail”，只能是：optional, on-fail。是不是“on-fail”？"],
    ),
    Case(
        "photo-yes",
        [Edit(ETIQUETTE, '"on-fail"', "true")],
        ["etiquette.toml:8  没有“true”，只能是：optional, on-fail。"],
    ),
    Case(
        "responsible-unknown",
        [Edit(ETIQUETTE, '"person"', '"王主任"')],
        ["etiquette.toml:9  没有“王主任”，只能是：person, team, site。"],
    ),
    Case(
        "requirement-a-number",
        [Edit(ETIQUETTE, '"晨会复训迎送动作"', "3")],
        ["etiquette.toml:10  “3”不是文字。"],
    ),
    Case(
        "deadline-too-long",
        [Edit(ETIQUETTE, "deadline = 1", "deadline = 400")],
        ["etiquette.toml:11  “400”超出范围，应为0至365。"],
    ),
    Case(
        "deadline-in-words",
        [Edit(ETIQUETTE, "deadline = 1", 'deadline = "三天"')],
        ["etiquette.toml:11  “三天”不是整数。"],
    ),
    # phrases
    Case(
        "phrases-as-text",
        [Edit(LANGUAGE, '["未说请字", "未说再见", "语气生硬"]', '"未说请字、未说再见"')],
        ["civil-language.toml:6  “未说请字、未说再见”应写成方括号里的一列。"],
    ),
    Case(
        "phrase-twice",
        [Edit(ETIQUETTE, '"未主动问候"', '"未微笑"')],
        ["etiquette.toml:15  “未微笑”重复，首次出现在 etiquette.toml:14。"],
    ),
    Case(
        "phrase-blank",
        [Edit(ETIQUETTE, '"未主动问候"', '""')],
        ["etiquette.toml:15  “phrases”里有一项是空的。"],
    ),
    Case(
        "phrases-where-options-are-offered",
        [Edit(CLEAN, "full = 3", 'full = 3\nphrases = ["有纸屑"]')],
        ['cleanliness.toml:5  “phrases”在这里不起作用：rule kind = "choice"。'],
    ),
    Case(
        "phrase-a-number",
        [Edit(ETIQUETTE, '"未主动问候"', "12")],
        ["etiquette.toml:15  “12”不是文字。"],
    ),
]
