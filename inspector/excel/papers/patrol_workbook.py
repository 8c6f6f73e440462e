"""The record of daily patrols (巡视记录表) as a workbook: one sheet for each site (DOMAIN §3.1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from inspector.domain.checklist.category import Scope
from inspector.domain.finding.finding import PUBLIC_AREA
from inspector.domain.record.patrol_record import PatrolRecord, SeenPlace
from inspector.domain.record.record import ChangedRecord
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.patrol_duty import PatrolDuty
from inspector.excel.papers.clock_words import clock_remark_words
from inspector.excel.papers.party_words import inspectors_words
from inspector.excel.papers.patrol_sheet_words import (
    SLOTS,
    duty_words,
    meeting_words,
    missed_words,
    time_words,
)
from inspector.excel.papers.seal_words import MISMATCH, records_alarm
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.report_heading import Heading
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, begin_sheet, new_book
from inspector.excel.sheet.terms import NO_FINDINGS, NOTHING
from inspector.excel.sheet.workbook_saving import written_to

_COLUMNS = (
    Column("日期", 15.6, Kind.DATE),
    Column("时段", 7),
    Column("巡视时间", 14.6),
    Column("巡视人", 11),
    Column("区域/窗口", 24.2, Kind.TEXT),
    Column("发现问题", 26, Kind.TEXT),
    Column("现场处理", 20, Kind.TEXT),
    Column("是否提交晨会", 14),
    Column("晨会纠正情况", 22, Kind.TEXT),
    Column("备注", 13, Kind.TEXT),
)
_FROZEN_COLUMNS = 2  # up to 时段
_YES, _NO = "是", "否"
_TITLE = "日常巡视记录表"
_NO_PATROL = "本期未巡视"


def write_patrols(
    path: Path,
    patrols: Iterable[PatrolRecord],
    duties: Mapping[str, PatrolDuty],
    heading: Heading,
    progress: Progress = unheard,
    gone: Sequence[ChangedRecord] = (),
) -> None:
    """Write the record of completed `patrols`, oldest first at each site, to `path`.

    Every finding has a row; the places of a patrol where nothing was wrong share one, so that a
    clean patrol is on record as well. `duties` say, by the name of the site, how many were due
    and which were missed; a site that is only among them has a sheet of its own, too. Raises what
    `save_workbook` raises.
    """
    title = heading.title(_TITLE)
    book = new_book(title, heading.unit, heading.reported_on, heading.code)
    styles = Styles(book)
    by_site: dict[str, list[PatrolRecord]] = {}
    for patrol in patrols:
        by_site.setdefault(patrol.inspection.site_name, []).append(patrol)
    for site in duties:
        by_site.setdefault(site, [])
    total, done = sum(map(len, by_site.values())), 0
    with written_to(book, path):
        for site, records in by_site.items():
            plan = _plan(site, records, duties.get(site), heading, gone)
            writer = begin_sheet(book, plan, styles)
            for record in records:
                done += 1
                progress(done, total)
                for row in _rows(record):
                    writer.write_row(row)
            if not records:
                writer.write_row([*[NOTHING] * 5, _NO_PATROL, *[NOTHING] * 3, None])
            writer.write_end()


def _plan(
    site: str,
    records: Sequence[PatrolRecord],
    duty: PatrolDuty | None,
    heading: Heading,
    gone: Sequence[ChangedRecord],
) -> SheetPlan:
    reported_by = replace(heading, unit=heading.unit or site)
    return SheetPlan(
        name=site,
        title=replace(heading, unit=site).title(_TITLE),
        columns=_COLUMNS,
        label=heading.label,
        alarm=records_alarm(
            [
                *(record.named for record in records if not record.unchanged),
                *(each for each in gone if each.site_name == site),
            ]
        ),
        report_line=reported_by.report_line(duty_words(duty) if duty else f"已巡{len(records)}次"),
        notes=missed_words(duty) if duty else (),
        foot=heading.foot,
        frozen_columns=_FROZEN_COLUMNS,
    )


def _rows(patrol: PatrolRecord) -> list[list[Value]]:
    inspection = patrol.inspection
    slot = SLOTS[inspection.slot] if inspection.slot else NOTHING
    who = inspectors_words(inspection)
    head: list[Value] = [inspection.started_at.date(), slot, time_words(inspection), who]
    rows = [[*head, *_wrong(place)] for place in patrol.wrong]
    if patrol.clean:
        places = _named(patrol.clean) if patrol.not_seen else _counted(patrol)
        rows.append([*head, places, NO_FINDINGS, NOTHING, _NO, NOTHING, None])
    if patrol.not_seen:
        rows[0][-1] = "未巡视：" + _named(patrol.not_seen)
    if not patrol.unchanged:
        for row in rows:
            row[-1] = "；".join(str(said) for said in (MISMATCH, row[-1]) if said)
    if patrol.clock_remark is not None:
        rows[0][-1] = "；".join(
            str(said) for said in (clock_remark_words(patrol.clock_remark), rows[0][-1]) if said
        )
    return rows


def _wrong(place: SeenPlace) -> list[Value]:
    entry, finding = place.entry, place.finding
    card = place.card
    where = " ".join(word for word in (_name(card), card.staff_number or card.staff_name) if word)
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
