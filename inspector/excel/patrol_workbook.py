"""The record of daily patrols (巡视记录表) as a workbook: one sheet for each site (DOMAIN §3.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from inspector.domain.checklist import Scope
from inspector.domain.finding import PUBLIC_AREA
from inspector.domain.inspection import Scorecard
from inspector.domain.patrol_record import PatrolRecord, SeenPlace
from inspector.excel.heading import Heading
from inspector.excel.patrol_words import SLOTS, meeting_words
from inspector.excel.saving import save_workbook
from inspector.excel.seal_words import MISMATCH, records_alarm
from inspector.excel.sheet import SheetPlan, Value, add_sheet, new_book
from inspector.excel.sheet_style import STOCK_FONTS, Column, Fonts, Kind, Styles
from inspector.excel.terms import NO_FINDINGS, NOTHING

_COLUMNS = (
    Column("日期", 15.6, Kind.DATE),
    Column("时段", 7),
    Column("巡视人", 11),
    Column("区域/窗口", 20, Kind.TEXT),
    Column("发现问题", 28, Kind.TEXT),
    Column("现场处理", 20, Kind.TEXT),
    Column("是否提交晨会", 14),
    Column("晨会纠正情况", 24, Kind.TEXT),
    Column("备注", 15, Kind.TEXT),
)
_FROZEN_COLUMNS = 2  # up to 时段
_YES, _NO = "是", "否"


def write_patrols(
    path: Path, patrols: Iterable[PatrolRecord], heading: Heading, fonts: Fonts = STOCK_FONTS
) -> None:
    """Write the record of completed `patrols`, oldest first at each site, to `path`.

    Every finding has a row; the places of a patrol where nothing was wrong share one, so that a
    clean patrol is on record as well. Raises what `save_workbook` raises.
    """
    book = new_book(heading.title("日常巡视记录表"), heading.unit, heading.reported_on)
    styles = Styles(book, fonts)
    by_site: dict[str, list[PatrolRecord]] = {}
    for patrol in patrols:
        by_site.setdefault(patrol.inspection.site_name, []).append(patrol)
    for site, records in by_site.items():
        own = replace(heading, unit=site)
        reported_by = replace(heading, unit=heading.unit or site)
        plan = SheetPlan(
            name=site,
            title=own.title("日常巡视记录表"),
            columns=_COLUMNS,
            label=heading.label,
            alarm=records_alarm([record.named for record in records if not record.unchanged]),
            report_line=reported_by.report_line(f"巡视次数：{len(records)}次"),
            foot=heading.foot,
            frozen_columns=_FROZEN_COLUMNS,
        )
        rows = [row for record in records for row in _rows(record)]
        add_sheet(book, plan, rows, styles)
    save_workbook(book, path)


def _rows(patrol: PatrolRecord) -> list[list[Value]]:
    inspection = patrol.inspection
    slot = SLOTS[inspection.slot] if inspection.slot else NOTHING
    who = "、".join(inspection.inspectors) or NOTHING
    head: list[Value] = [inspection.started_at.date(), slot, who]
    rows = [[*head, *_wrong(place)] for place in patrol.wrong]
    if patrol.clean:
        places = _named(patrol.clean) if patrol.not_seen else _counted(patrol)
        rows.append([*head, places, NO_FINDINGS, NOTHING, _NO, NOTHING, None])
    if patrol.not_seen:
        rows[0][-1] = "未巡视：" + _named(patrol.not_seen)
    if not patrol.unchanged:
        for row in rows:
            row[-1] = "；".join(str(said) for said in (MISMATCH, row[-1]) if said)
    return rows


def _wrong(place: SeenPlace) -> list[Value]:
    entry, finding = place.entry, place.finding
    where = _name(place.card)
    became: Value = NOTHING
    if entry.to_meeting and finding is not None:
        became = meeting_words(finding, place.life)
    return [
        f"{where}（{entry.place}）" if entry.place else where,
        entry.text,
        entry.handled or NOTHING,
        _YES if entry.to_meeting else _NO,
        became,
        None,
    ]


def _counted(patrol: PatrolRecord) -> str:
    """Count the clean places of a whole round: a hall has many windows."""
    windows = sum(card.scope is Scope.WINDOW for card in patrol.clean)
    parts = [PUBLIC_AREA] if windows < len(patrol.clean) else []
    if windows:
        every = windows == sum(card.scope is Scope.WINDOW for card in patrol.cards)
        parts.append(f"{'全部' if every else '其余'}{windows}个窗口")
    return "及".join(parts)


def _named(cards: Sequence[Scorecard]) -> str:
    return "、".join(_name(card) for card in cards)


def _name(card: Scorecard) -> str:
    return card.window_number or PUBLIC_AREA
