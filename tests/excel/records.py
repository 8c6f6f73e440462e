"""A record with everything on it, and what was written of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import Override, Pack
from inspector.domain.record.amendment import Amendment
from inspector.domain.record.edition import Edition
from inspector.domain.record.record import Record
from inspector.domain.record.signature import Signature
from inspector.domain.visit.answer_changes import corrected
from inspector.domain.visit.evidence import Evidence, EvidenceKind, EvidenceOrigin, EvidenceRole
from inspector.domain.visit.inspection import (
    Answer,
    Inspection,
    InspectionKind,
    InspectionState,
    Scorecard,
    Verdict,
)
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.excel.papers.record.record_workbook import write_record
from inspector.excel.sheet.sheet_pictures import Picture
from tests.domain.packs import bad, bonus, choice, deduct, measure, na, ok, pack

BEGUN = datetime(2026, 11, 24, 9, 30)
DONE = datetime(2026, 11, 24, 10, 12)
SEAL = "3fa291bc" + "0" * 56
SIGNATURE = Signature("王主任", (((100, 100), (500, 300), (900, 100)),), "", DONE, SEAL)
REFUSAL = Signature("王主任", (), "对扣分有异议", DONE, SEAL)

GREET, UNIFORM = deduct("greet"), deduct("uniform", 300, 150)
QUARREL = replace(deduct("quarrel", 500, 500, Category.CIVIL_LANGUAGE), veto=True)
PRAISE = bonus("praise", 200)
WAIT = measure("wait")
DESK = choice("desk")
TOILET = replace(deduct("toilet", 600, 100, Category.CLEANLINESS), scope=Scope.PUBLIC)


def the_pack() -> Pack:
    """Every kind of rule; one item switched off at the site."""
    made = pack(GREET, UNIFORM, QUARREL, PRAISE, WAIT, DESK, TOILET)
    return replace(made, overrides=(Override("off", "本厅没有", off=True),))


PUBLIC = Scorecard("p", "i", 0, Scope.PUBLIC)
FIRST = Scorecard("w1", "i", 1, Scope.WINDOW, "1", "1号窗口", "", "1001")
SECOND = Scorecard("w2", "i", 2, Scope.WINDOW, "2", "2", "", "1002", "李四")
THIRD = Scorecard("w3", "i", 3, Scope.WINDOW, "3", "3号窗口", "", "1003", left_out=True)

# 1号窗口: etiquette 4 − 1×2 = 2 and 3 − 1.5×3 → 0 of 7; language 5 of 5; norms 2 of 4 (12分钟);
# cleanliness out of both sides; bonus 2×3 = 6, capped at 5. Weights 25, 20, 35 of 80:
# (25·2/7 + 20·1 + 35·1/2) · 100/80 = 55.8036 + 5 → 60.80.
FIRST_ANSWERS = (
    replace(bad("greet", 2), phrases=("未起身迎接",), note="提醒过"),
    bad("uniform", 3),
    ok("quarrel"),
    ok("praise", 3),
    replace(bad("wait", 1), measured=1200, samples=(900, 1200)),
    na("desk"),
)
# 2号窗口: everything right but a veto: 25 + 20·0/5 + 35 + 20·1 = 80, 不合格.
SECOND_ANSWERS = (
    replace(ok("greet"), praised=True, note="主动为老人代填单据"),
    ok("uniform"),
    corrected(replace(bad("quarrel", 1), note="与顾客争吵"), "当场道歉"),
    ok("praise"),
    replace(ok("wait"), measured=800),
    replace(ok("desk"), option=0),
)
PUBLIC_ANSWERS = (bad("toilet", 1),)  # 5 of 6: 83.33


def photo(key: str, card: Scorecard, item: str, **changes: Any) -> Evidence:  # noqa: ANN401
    """A photo of an answer."""
    made = Evidence(
        id=key, digest=key, suffix="jpg", size=1, kind=EvidenceKind.PHOTO,
        role=EvidenceRole.FOUND, name=f"{key}.jpg", origin=EvidenceOrigin.CHOSEN, added_at=BEGUN,
        inspection_id="i", scorecard_id=card.id, item_id=item, width=1600, height=1200,
    )  # fmt: skip
    return replace(made, **changes)


PHOTOS = (
    photo("a", FIRST, "greet"),
    photo("b", SECOND, "quarrel", role=EvidenceRole.CORRECTED, width=1200, height=1600),
    photo("c", SECOND, "greet", taken_at=datetime(2026, 11, 24, 9, 41)),
    photo("d", FIRST, "wait", kind=EvidenceKind.FILE, name="录音.m4a"),
)


def the_record(**changes: Any) -> Record:  # noqa: ANN401
    """A record of three windows, one of them left out, and the public area."""
    inspection = Inspection(
        "i", "s", "城东营业厅", InspectionKind.COVERT, ("张三", "1002"), "h",
        InspectionState.COMPLETED, BEGUN, DONE, "巩固提高", conflicts=("1002",), seal=SEAL,
    )  # fmt: skip
    answers = {
        card.id: by_id(given)
        for card, given in (
            (PUBLIC, PUBLIC_ANSWERS), (FIRST, FIRST_ANSWERS), (SECOND, SECOND_ANSWERS),
        )
    }  # fmt: skip
    sheet = InspectionSheet(inspection, the_pack(), (PUBLIC, FIRST, SECOND, THIRD), answers, PHOTOS)
    amendments = (
        Amendment("a1", "i", "应为1人次", "另一人不在岗", "张三", DONE, "w1", "greet"),
        Amendment("a2", "i", "检查人员应为张三、李四", "录入时写错", "张三", DONE),
    )
    record = Record(sheet, SIGNATURE, amendments, item_texts={"off": "便民设施齐全"})
    return replace(record, **changes)


def by_id(given: tuple[Answer, ...]) -> dict[str, Answer]:
    """Answers by the ids of their items."""
    assert all(answer.verdict in Verdict for answer in given)
    return {answer.item_id: answer for answer in given}


def jpeg(width: int = 400, height: int = 300) -> bytes:
    """A small JPEG."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), "grey").save(buffer, "JPEG")
    return buffer.getvalue()


def written(
    folder: Path,
    record: Record,
    unit: str = "市文明办",
    picture_of: Callable[[Evidence], Callable[[], bytes] | None] = lambda evidence: jpeg,
    edition: Edition = Edition.WHOLE,
) -> Any:  # noqa: ANN401 -- a workbook, whose pictures openpyxl types nowhere
    """Write a record and return the workbook as read back."""
    makers = {each.id: picture_of(each) for each in record.sheet.evidence}
    pictures = {
        each.id: Picture(make, "jpeg", each.width or 4, each.height or 3)
        for each in record.sheet.evidence
        if (make := makers[each.id])
    }
    write_record(folder / "记录.xlsx", record, unit, pictures, edition)
    return openpyxl.load_workbook(folder / "记录.xlsx")


def rows(sheet: Worksheet) -> list[list[Any]]:
    """The values of a sheet, row by row, each up to its last value."""
    found = []
    for row in sheet.iter_rows(values_only=True):
        values = list(row)
        while values and values[-1] is None:
            values.pop()
        found.append(values)
    return found


def lines(sheet: Worksheet) -> list[str]:
    """The texts of a sheet that stand outside of its table, in the first column."""
    return [str(row[0].value) for row in sheet.iter_rows() if isinstance(row[0].value, str)]
