"""个人信息查询表: everything that is kept of one person, and the photos of their window; A4."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.personal.erasure import HeldIn
from inspector.excel.sheet.report_heading import Heading
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, add_sheet, new_book
from inspector.excel.sheet.workbook_saving import written_to

TITLE = "个人信息查询表"

HELD_IN: Mapping[HeldIn, str] = {
    HeldIn.ROSTER: "花名册",
    HeldIn.INSPECTORS: "检查人员名单",
    HeldIn.VISITS: "检查、巡视记录",
    HeldIn.SIGNATURES: "签名",
    HeldIn.FINDINGS: "问题及办理记录",
    HeldIn.PHOTOS: "照片、附件",
    HeldIn.MEETINGS: "晨会",
    HeldIn.COMPLAINTS: "投诉举报及办理记录",
    HeldIn.PLANS: "检查计划",
    HeldIn.SURVEYS: "满意度测评",
    HeldIn.TRAININGS: "培训",
    HeldIn.EVALUATIONS: "综合考评",
    HeldIn.SHARING: "与其他电脑的共享",
    HeldIn.SETTINGS: "设置、草稿、常用语",
}
_FIELDS: Mapping[str, str] = {
    "name": "姓名", "number": "工号", "staff_name": "当班人员", "staff_number": "工号",
    "owner": "责任人", "leader": "责任领导", "inspectors": "检查人员", "party": "检查组",
    "signer": "签字人", "author": "填写人", "host": "主持人", "present": "到会人员",
    "absent": "缺席人员", "complainant": "投诉人", "phone": "电话", "first_asked": "首问人",
    "verified_by": "核实人", "rechecked_by": "复查人", "published_by": "发布人",
    "led_by": "组织人", "who": "检查组", "said_by": "说明人", "refusal": "拒签理由",
    "note": "备注", "reason": "理由", "answer": "答复", "verification": "核实情况",
}  # fmt: skip
_OTHER = "内容"

_COLUMNS = (
    Column("序号", 6, Kind.NUMBER),
    Column("所在位置", 18, Kind.TEXT),
    Column("时间", 23),
    Column("所属单位或编号", 26, Kind.TEXT),
    Column("项目", 12),
    Column("内容", 43, Kind.TEXT),
)
_PHOTOS = (
    Column("序号", 6, Kind.NUMBER),
    Column("照片", 31, Kind.TEXT),
    Column("录入时间", 30),
    Column("单位、窗口", 34, Kind.TEXT),
    Column("删除日期", 14),
)
_BASIS = (
    "依据《个人信息保护法》第四十五条提供查阅、复制。本表列出本机数据文件夹中写有该人员姓名、工号、"
    "电话的全部位置；照片为其当班窗口的照片，不一定拍到本人。",
)


@dataclass(frozen=True, slots=True)
class ExtractLine:
    """One place that names the person. `text` is the field as kept, `erased` without the name."""

    held_in: HeldIn
    when: str
    title: str
    field: str
    text: str
    erased: str


def write_extract(
    path: Path,
    name: str,
    who: str,
    places: int,
    lines: Sequence[ExtractLine],
    photos: Sequence[tuple[str, str, str, str]],
    heading: Heading,
) -> None:
    """Write the extract of a person to `path`; raises what `save_workbook` raises.

    `places` is how many there are; in one of them several fields may name the person, each of
    which has a line here.
    """
    book = new_book(TITLE, heading.unit, heading.reported_on, heading.code)
    styles = Styles(book)
    kinds = list(HELD_IN)
    in_order = sorted(lines, key=lambda line: (kinds.index(line.held_in), line.when))
    rows = [
        (HELD_IN[line.held_in], line.when, line.title, field, said)
        for line in in_order
        for field, said in told(line)
    ]
    with written_to(book, path):
        add_sheet(
            book,
            SheetPlan(
                name="个人信息",
                title=f"{TITLE}（{name}）",
                columns=_COLUMNS,
                report_line=heading.report_line(f"{who}  {places}处，共{len(rows)}项"),
                notes=_BASIS,
                foot=heading.foot,
            ),
            ([number, *row] for number, row in enumerate(rows, 1)),
            styles,
        )
        if photos:
            add_sheet(
                book,
                SheetPlan(
                    name="照片",
                    title=f"当班窗口的照片（{name}）",
                    columns=_PHOTOS,
                    report_line=heading.report_line(f"共{len(photos)}张"),
                    foot=heading.foot,
                ),
                ([number, *photo] for number, photo in enumerate(photos, 1)),
                styles,
            )


def told(line: ExtractLine) -> Iterator[tuple[str, str]]:
    """Yield what a field says of the person, each with its name: of JSON only what names them."""
    seen: set[tuple[str, str]] = set()
    for field, said in _differing(line.field, _read(line.text), _read(line.erased)):
        pair = (_FIELDS.get(field, _OTHER), said)
        if pair not in seen:
            seen.add(pair)
            yield pair


def _read(text: str) -> object:
    if text[:1] in ("[", "{", '"'):
        try:
            return json.loads(text)
        except ValueError:
            pass
    return text


def _differing(field: str, was: object, now: object) -> Iterator[tuple[str, str]]:
    if isinstance(was, dict) and isinstance(now, dict):
        for key in was:
            yield from _differing(key, was[key], now.get(key))
    elif isinstance(was, list) and isinstance(now, list):
        for one, other in zip(was, now, strict=False):
            yield from _differing(field, one, other)
    elif was != now:
        yield field, str(was)
