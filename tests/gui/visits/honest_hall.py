"""A folder whose checklist takes points off directly and says how its items are found out.

A window of 城东营业厅 is asked 48 items: 43 under four headings and 5 red lines; 18 are 必查, with
the red lines. 30 are seen at a glance. The open visit is 明察, to the public area and two windows.
"""

import shutil
from contextlib import closing
from pathlib import Path

from inspector.domain.visit.inspection import InspectionKind
from inspector.workspace.preferences import INSPECTORS
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.gui.visits.folder import EAST, EAST_WINDOWS, PACK

HALL = "honest-hall"
ITEMS, MUST, AT_A_GLANCE = 48, 18, 30

_HEAD = """
id = "honest-hall"
title = "直扣营业厅"
version = "2026.1"
summary = "Direct deduction, methods, red lines."
weights = { etiquette = 25, civil-language = 20, operating-norms = 35, cleanliness = 20 }

[policy]
total = "deduct"
not_applicable = "exclude"
floor = "item"
bonus_cap = 5
veto = "fail"
public_area_share = 20
drawn = 10
ranked_from = 80

[[grade]]
title = "优秀"
from = 95

[[grade]]
title = "合格"
from = 70

[[grade]]
title = "不合格"
from = 0

[[window_kind]]
id = "practice-counter"
title = "练习柜台"
"""

_ETIQUETTE = """
[[item]]
id = "greet"
text = "顾客走近时起身、微笑、主动问候"
full = 3
rule = { kind = "deduct", unit = "人次" }
method = ["look", "listen"]
must = true
phrases = ["未起身迎接", "未微笑", "未主动问候"]

[[item]]
id = "dress"
text = "着装统一，工牌佩戴在左胸"
full = 4
rule = { kind = "cases", cases = [
    { title = "未戴工牌", each = 1, unit = "人次" },
    { title = "未着工装", each = 2, unit = "人次" },
    { title = "发型不整", each = 0.5, unit = "人次" },
] }
method = ["look"]
must = true
phrases = ["外套未系扣"]

[[item]]
id = "manner"
text = "态度热情，不冷淡、不敷衍"
full = 5
rule = { kind = "range", least = 1, most = 3, unit = "次" }
gravity = "major"
method = ["look", "listen"]
must = true
phrases = ["表情冷淡", "答非所问"]
"""

_RED_LINES = """
[[item]]
id = "quarrel"
text = "不与顾客争吵"
rule = { kind = "deduct", unit = "次" }
veto = true
method = ["look", "listen"]
phrases = ["与顾客争吵"]

[[item]]
id = "bribe"
text = "不索要、不收受财物"
rule = { kind = "deduct", unit = "次" }
veto = true
method = ["ask"]
phrases = ["收受红包"]

[[item]]
id = "hiding"
text = "不隐瞒事故"
rule = { kind = "deduct", unit = "次" }
veto = true
method = ["ask"]
phrases = ["隐瞒事故"]

[[item]]
id = "unsaid"
text = "不刁难顾客"
rule = { kind = "deduct", unit = "次" }
veto = true
phrases = ["刁难顾客"]

[[item]]
id = "sold"
text = "不捆绑、不强推业务"
rule = { kind = "deduct", unit = "次" }
veto = true
method = ["test"]
phrases = ["强推业务"]
"""

_PUBLIC = """
[[item]]
id = "toilet"
text = "厕所无异味"
scope = "public"
full = 3
rule = { kind = "deduct", unit = "处" }
gravity = "severe"
method = ["look"]
must = true

[[item]]
id = "sign-in"
text = "签到、交接班记录齐全"
rule = { kind = "deduct", unit = "处" }
method = ["records"]

[[item]]
id = "complaint"
text = "有责投诉"
rule = { kind = "deduct", each = 5, unit = "起" }
penalty = true
method = ["records"]
"""


def _simple(name: str, count: int, method: str, must: int = 0) -> str:
    return "\n".join(
        f'[[item]]\nid = "{name}-{number}"\ntext = "{name}第{number}项"\nfull = 2\n'
        f'rule = {{ kind = "deduct", unit = "处" }}\nmethod = ["{method}"]\n'
        f'must = {str(number < must).lower()}\nphrases = ["不规范"]\n'
        for number in range(count)
    )


CHECKLISTS = {
    "etiquette": _ETIQUETTE + _simple("yi", 8, "look", 2),
    "civil-language": _RED_LINES + _simple("yan", 8, "listen", 3),
    "operating-norms": _simple("cao", 10, "test", 2) + _simple("wen", 4, "ask", 1),
    "cleanliness": _simple("jing", 10, "look", 2) + _PUBLIC,
}


def write_pack(packs: Path) -> None:
    """Put the checklist into a folder of packs."""
    target = packs / HALL
    shutil.copytree(PACK, target)
    (target / "pack.toml").write_text(_HEAD, "utf-8")
    for name, text in CHECKLISTS.items():
        (target / f"{name}.toml").write_text(text, "utf-8")


def write_honest_roster(folder: Path) -> None:
    """Fill `folder` with the checklist and the roster."""
    write_pack(folder / "packs")
    with closing(Workspace(folder)) as workspace:
        workspace.roster_store.put([EAST], EAST_WINDOWS)
        workspace.preferences.set(INSPECTORS, "检查一组")


def write_honest_folder(folder: Path) -> None:
    """Fill `folder` with the checklist, the roster and one open visit."""
    write_honest_roster(folder)
    with closing(Workspace(folder)) as workspace:
        duties = [Duty(each, each.staff[0]) for each in EAST_WINDOWS[:2]]
        kind = InspectionKind.OPEN
        workspace.inspections.start(EAST, kind, ["检查一组"], HALL, duties)
