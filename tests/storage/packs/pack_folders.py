"""A small pack as TOML files, one line for each thing that can be wrong, and ways to spoil it."""

from pathlib import Path

PACK = """\
id = "hall"
title = "营业厅"
version = "2026.1"
summary = "示例"

[weights]
etiquette = 25
civil-language = 20
operating-norms = 35
cleanliness = 20

[policy]
not_applicable = "exclude"
floor = "item"
bonus_cap = 5
veto = "fail"
public_area_share = 20

[[grade]]
title = "优秀"
from = 90

[[grade]]
title = "不合格"
from = 0

[[window_kind]]
id = "cashier"
title = "收费"
aliases = ["收银", "缴费"]
"""

ETIQUETTE = """\
# 服务礼仪
[[item]]
id = "greet"
text = "起身、微笑、主动问候"
full = 4
rule = { kind = "deduct", each = 1, unit = "人次" }
window_kinds = ["cashier"]
veto = true
phrases = [
    "未起身",
    "未微笑",
]

[[item]]
id = "praise"
text = "收到表扬"
rule = { kind = "bonus", each = 2, unit = "次" }
"""

CIVIL_LANGUAGE = """\
[[item]]
id = "polite"
text = "使用文明用语"
full = 5
rule = { kind = "deduct", each = 1, unit = "次" }
requirement = \"\"\"
[[item]] 学习
id = "文明用语十条"
\"\"\"
deadline = 3
"""

OPERATING_NORMS = """\
[[item]]
id = "wait"
text = "等候时间"
full = 4

[item.rule]
kind = "measure"
unit = "分钟"
[[item.rule.bands]]
upto = 10
points = 4
[[item.rule.bands]]
upto = 15
points = 2
[[item.rule.bands]]
points = 0
"""

CLEANLINESS = """\
[[item]]
id = "floor"
text = "地面干净"
full = 3
scope = "public"
rule = { kind = "choice", options = [
    { title = "干净", points = 3 },
    { title = "少量纸屑", points = 1 },
    { title = "脏", points = 0 },
] }
"""

FILES = {
    "pack.toml": PACK,
    "etiquette.toml": ETIQUETTE,
    "civil-language.toml": CIVIL_LANGUAGE,
    "operating-norms.toml": OPERATING_NORMS,
    "cleanliness.toml": CLEANLINESS,
}


def write_pack(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """Write the pack into `folder`; each change is a file, what to replace in it, and by what."""
    texts = dict(FILES)
    for file, old, new in changes:
        assert texts[file].count(old) == 1, f"{old} is not exactly once in {file}"
        texts[file] = texts[file].replace(old, new)
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in texts.items():
        (folder / file).write_text(text, "utf-8", newline="\n")
    return folder
