"""Files that cannot be read as TOML at all."""

from tests.packs.gallery.case import (
    CLEAN,
    ETIQUETTE,
    LANGUAGE,
    NORMS,
    PACK,
    Case,
    Edit,
    Gone,
    Saved,
    Text,
)

CASES = [
    # files that are not there, or not in UTF-8
    Case("file-missing", [Gone(CLEAN)], ["cleanliness.toml  没有这个文件。"]),
    Case(
        "files-missing",
        [Gone(ETIQUETTE), Gone(NORMS)],
        [
            "etiquette.toml  没有这个文件。",
            "operating-norms.toml  没有这个文件。",
        ],
    ),
    Case(
        "all-missing",
        [Gone(PACK), Gone(ETIQUETTE), Gone(LANGUAGE), Gone(NORMS), Gone(CLEAN)],
        [
            "pack.toml  没有这个文件。",
            "etiquette.toml  没有这个文件。",
            "civil-language.toml  没有这个文件。",
            "operating-norms.toml  没有这个文件。",
            "cleanliness.toml  没有这个文件。",
        ],
    ),
    Case(
        "saved-as-gbk",
        [Saved(LANGUAGE, "gbk")],
        ["civil-language.toml:3  无法识别：文件不是 UTF-8 编码，请另存为 UTF-8。"],
    ),
    Case(
        "saved-as-utf-16",
        [Saved(CLEAN, "utf-16")],
        ["cleanliness.toml:1  无法识别：文件不是 UTF-8 编码，请另存为 UTF-8。"],
    ),
    Case(
        "file-larger-than-any-checklist",
        [Text(CLEAN, "#\n" * 600_000)],
        ["cleanliness.toml  这里太长，最多只读 1000000 个字符。"],
    ),
    Case(
        "line-without-end",
        [Text(LANGUAGE, "# 说明\n" + "很" * 20_000)],
        ["civil-language.toml:2  这里太长，最多只读 10000 个字符。"],
    ),
    Case(
        "files-in-two-encodings",
        [Saved(PACK, "gb18030"), Saved(ETIQUETTE, "gbk")],
        [
            "pack.toml:1  无法识别：文件不是 UTF-8 编码，请另存为 UTF-8。",
            "etiquette.toml:3  无法识别：文件不是 UTF-8 编码，请另存为 UTF-8。",
        ],
    ),
    Case("file-empty", [Text(LANGUAGE, "")], ["civil-language.toml:1  这里没有 [[item]]。"]),
    Case(
        "file-with-a-comment-only",
        [Text(LANGUAGE, "# 待补\n")],
        ["civil-language.toml:1  这里没有 [[item]]。"],
    ),
    # quotes
    Case(
        "quote-missing",
        [Edit(PACK, 'title = "营业厅"', 'title = "营业厅')],
        ["pack.toml:3  无法识别：文字少了右引号。"],
    ),
    Case(
        "quotes-missing",
        [Edit(PACK, '"示例"', "示例")],
        ['pack.toml:5  无法识别：值的写法不对，文字要放在英文引号 "…" 里。'],
    ),
    Case(
        "quotes-chinese",
        [Edit(LANGUAGE, '"polite-words"', "“polite-words”")],
        ['civil-language.toml:2  无法识别：值的写法不对，文字要放在英文引号 "…" 里。'],
    ),
    Case(
        "quotes-inside-a-text",
        [Edit(ETIQUETTE, '"晨会复训迎送动作"', '"晨会复训"迎送"动作"')],
        ["etiquette.toml:10  无法识别：文字里有英文引号，请改用“”或「」，或在它前面加反斜杠 \\。"],
    ),
    Case(
        "quotes-inside-a-text-of-a-list",
        [Edit(ETIQUETTE, '"未微笑"', '"未说"您好""')],
        ["etiquette.toml:14  无法识别：文字里有英文引号，请改用“”或「」，或在它前面加反斜杠 \\。"],
    ),
    Case(
        "text-without-end",
        [Edit(ETIQUETTE, '"晨会复训迎送动作"', '"""晨会复训迎送动作')],
        ["etiquette.toml:22  无法识别：文字少了右引号。"],
    ),
    Case(
        "backslash-in-text",
        [Edit(PACK, '"示例"', '"见 D:\\检查\\说明"')],
        ["pack.toml:5  无法识别：文字里的反斜杠 \\ 要写成两个 \\\\。"],
    ),
    Case(
        "control-character",
        [Edit(PACK, "示例", "示\x07例")],
        ["pack.toml:5  无法识别：有看不见的控制字符。"],
    ),
    # signs
    Case(
        "equals-missing",
        [Edit(LANGUAGE, "full = 5", "full 5")],
        ["civil-language.toml:4  无法识别：名称后面少了等号 =。"],
    ),
    Case(
        "equals-full-width",
        [Edit(LANGUAGE, "full = 5", "full ＝ 5")],
        ["civil-language.toml:4  无法识别：名称后面少了等号 =。"],
    ),
    Case(
        "colon-instead-of-equals",
        [Edit(LANGUAGE, "full = 5", "full: 5")],
        ["civil-language.toml:4  无法识别：名称后面少了等号 =。"],
    ),
    Case(
        "comma-missing",
        [Edit(PACK, '"收银", "缴费"', '"收银" "缴费"')],
        ["pack.toml:36  无法识别：少了英文逗号或右方括号 ]。"],
    ),
    Case(
        "comma-full-width",
        [Edit(PACK, '"收银", "缴费"', '"收银"，"缴费"')],
        ["pack.toml:36  无法识别：少了英文逗号或右方括号 ]。"],
    ),
    Case(
        "list-without-end",
        [Edit(PACK, '"缴费"]', '"缴费"')],
        ["pack.toml:38  无法识别：少了英文逗号或右方括号 ]。"],
    ),
    Case(
        "rule-without-end",
        [Edit(LANGUAGE, '"次" }', '"次"')],
        ["civil-language.toml:5  无法识别：少了英文逗号或右花括号 }。"],
    ),
    Case(
        "header-without-end",
        [Edit(NORMS, "[item.rule]", "[item.rule")],
        ["operating-norms.toml:6  无法识别：少了右方括号 ]。"],
    ),
    Case(
        "header-of-a-list-without-end",
        [Edit(CLEAN, "[[item]]", "[[item]")],
        ["cleanliness.toml:1  无法识别：少了右方括号 ]。"],
    ),
    # values
    Case(
        "unit-behind-a-number",
        [Edit(LANGUAGE, "full = 5", "full = 5 分")],
        ["civil-language.toml:4  无法识别：值的后面还有多余的内容。"],
    ),
    Case(
        "value-missing",
        [Edit(LANGUAGE, "full = 5", "full =")],
        ['civil-language.toml:4  无法识别：值的写法不对，文字要放在英文引号 "…" 里。'],
    ),
    Case(
        "number-with-leading-zero",
        [Edit(LANGUAGE, "full = 5", "full = 05")],
        ["civil-language.toml:4  无法识别：值的后面还有多余的内容。"],
    ),
    Case(
        "yes-in-another-case",
        [Edit(ETIQUETTE, "veto = false", "veto = False")],
        ['etiquette.toml:7  无法识别：值的写法不对，文字要放在英文引号 "…" 里。'],
    ),
    Case(
        "date-that-is-none",
        [Edit(LANGUAGE, "full = 5", "full = 2026-02-30T25:00:00")],
        ["civil-language.toml:4  无法识别：不是日期。"],
    ),
    Case(
        "number-too-long",
        [Edit(LANGUAGE, "full = 5", f"full = {'9' * 5000}")],
        ["civil-language.toml:4  无法识别：数字太长。"],
    ),
    Case(
        "exponent-too-large",
        [Edit(LANGUAGE, "full = 5", "full = 1e99999999999999999999")],
        ["civil-language.toml:4  无法识别：数字太长。"],
    ),
    Case(
        "nested-too-deeply",
        [Edit(LANGUAGE, "full = 5", f"full = {'[' * 4900}{']' * 4900}")],
        ["civil-language.toml:4  无法识别：括号嵌套太深。"],
    ),
    # what stands twice, or means nothing
    Case(
        "key-twice",
        [Edit(LANGUAGE, "full = 5", "full = 5\nfull = 6")],
        ["civil-language.toml:5  无法识别：同一个名称出现了两次。"],
    ),
    Case(
        "table-twice",
        [Edit(PACK, "[policy]", "[weights]")],
        ["pack.toml:13  无法识别：同一个名称出现了两次。"],
    ),
    Case(
        "list-of-tables-with-single-brackets",
        [Edit(PACK, '[[window_kind]]\nid = "vip"', '[window_kind]\nid = "vip"')],
        ["pack.toml:38  无法识别：同类的多组内容要用双括号，如 [[item]]。"],
    ),
    Case(
        "key-twice-in-a-rule",
        [Edit(LANGUAGE, "each = 0.5", "each = 0.5, each = 1")],
        ["civil-language.toml:5  无法识别：同一个名称出现了两次。"],
    ),
    Case(
        "plain-words",
        [Edit(LANGUAGE, "full = 5", "full = 5\n每出现一次扣半分")],
        ["civil-language.toml:5  无法识别：这一行要写成“名称 = 值”或“[名称]”。"],
    ),
    Case(
        "name-in-chinese",
        [Edit(LANGUAGE, "full = 5", "分值 = 5")],
        ["civil-language.toml:4  无法识别：这一行要写成“名称 = 值”或“[名称]”。"],
    ),
    # several files
    Case(
        "three-files-cannot-be-read",
        [Edit(PACK, '"hall"', "hall"), Saved(ETIQUETTE, "gbk"), Gone(NORMS)],
        [
            'pack.toml:2  无法识别：值的写法不对，文字要放在英文引号 "…" 里。',
            "etiquette.toml:3  无法识别：文件不是 UTF-8 编码，请另存为 UTF-8。",
            "operating-norms.toml  没有这个文件。",
        ],
    ),
]
