"""培训建议 as a workbook: a sheet by team, one by window kind, one of what was trained; A4."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.training.suggestion import Suggestion, TrainedItem
from inspector.domain.training.training_entry import Effect, TrainingHeld
from inspector.domain.training.training_facts import Group, Grouping
from inspector.excel.papers.training_words import (
    GROUPINGS,
    OUTCOME_RULE,
    OUTCOMES,
    RULE,
    basis_words,
    counted_words,
    example_words,
    rate_words,
    rest_words,
    standard_words,
    steps_words,
)
from inspector.excel.sheet.block_height import block_height
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.report_heading import Heading, chinese_date
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, begin_sheet, new_book
from inspector.excel.sheet.terms import NO_VALUE, NOTHING
from inspector.excel.sheet.workbook_saving import written_to

MOST, MOST_ITEMS = 10, 4
"""Suggestions of a sheet, and items of each: what a group can be trained in within a period."""

_ITEMS = (
    Column("序号", 6, Kind.NUMBER),
    Column("标准要求", 36, Kind.TEXT),
    Column("整改要求", 26, Kind.TEXT),
    Column("检查\n项次", 7.4, Kind.NUMBER),
    Column("不合格\n项次", 8.4, Kind.NUMBER),
    Column("不合格率", 10),
    Column("其中\n重复", 7.4, Kind.NUMBER),
    Column("实例", 50, Kind.TEXT),
)
_HELD = (
    Column("序号", 6, Kind.NUMBER),
    Column("培训日期", 13.6, Kind.DATE),
    Column("单位", 18, Kind.TEXT),
    Column("培训对象", 16, Kind.TEXT),
    Column("培训内容", 18, Kind.TEXT),
    Column("组织班组", 14, Kind.TEXT),
    Column("参加\n人数", 7.4, Kind.NUMBER),
    Column("培训前不合格", 18),
    Column("培训后不合格", 18),
    Column("成效", 12),
)
_TITLE = "培训建议"


@dataclass(frozen=True, slots=True)
class TrainingSheets:
    """What the workbook tells; `name_of` says what a group is called without its site."""

    by_team: Sequence[Suggestion]
    by_kind: Sequence[Suggestion]
    held: Sequence[tuple[TrainingHeld, Effect]]
    name_of: Callable[[Group], str]
    held_for: Callable[[Suggestion], TrainingHeld | None]


def write_training(
    path: Path, told: TrainingSheets, heading: Heading, progress: Progress = unheard
) -> None:
    """Write suggestions and trainings to `path`; a sheet that tells nothing is left out.

    Raises what `save_workbook` raises.
    """
    book = new_book(heading.title(_TITLE), heading.unit, heading.reported_on, heading.code)
    styles = Styles(book)
    suggested = ((Grouping.TEAM, told.by_team), (Grouping.KIND, told.by_kind))
    with written_to(book, path):
        for grouping, own in suggested:
            if not own:
                continue
            plan = _plan(grouping, own, heading)
            writer = begin_sheet(book, plan, styles)
            number = 0
            for place, each in enumerate(own[:MOST], 1):
                progress(place, min(len(own), MOST))
                head = _head(place, each, told)
                rows = [
                    _item_row(number + n, item) for n, item in enumerate(each.items[:MOST_ITEMS], 1)
                ]
                number += len(rows)
                writer.begin_page(block_height(plan, rows[:1], head))  # no heading stands alone
                writer.write_total(head)
                for row in rows:
                    writer.write_row(row)
                if rest := each.items[MOST_ITEMS:]:
                    writer.write_total(rest_words(rest))
            writer.write_end()
        if told.held:
            writer = begin_sheet(book, _held_plan(told, heading), styles)
            for place, (held, effect) in enumerate(told.held, 1):
                writer.write_row(_held_row(place, held, effect, told))
            writer.write_end()


def _plan(grouping: Grouping, own: Sequence[Suggestion], heading: Heading) -> SheetPlan:
    said = f"共{len(own)}条"
    rest = (f"另有{len(own) - MOST}条较轻的未列。",) if len(own) > MOST else ()
    return SheetPlan(
        name=GROUPINGS[grouping],
        title=heading.title(f"{GROUPINGS[grouping]}{_TITLE}"),
        columns=_ITEMS,
        label=heading.label,
        report_line=heading.report_line(said),
        notes=(*rest, RULE),
        foot=heading.foot,
        filtered=False,
        grows=0,  # where its pages end is known
    )


def _item_row(number: int, item: TrainedItem) -> list[Value]:
    return [
        number, standard_words(item.lesson), item.lesson.demand or NOTHING,
        item.counted.judged, item.counted.wrong, rate_words(item.counted), item.again,
        "\n".join(map(example_words, item.examples)),
    ]  # fmt: skip


def _head(place: int, suggestion: Suggestion, told: TrainingSheets) -> str:
    group = suggestion.key.group
    who = " ".join(filter(None, (group.site_name, told.name_of(group))))
    held = told.held_for(suggestion)
    done = f"已于{chinese_date(held.held_on)}培训。" if held else ""
    said = f"{place}．{who}：练“{suggestion.key.practised}”——{basis_words(suggestion)}。{done}"
    return f"{said}\n{steps_words(suggestion)}"


def _held_plan(told: TrainingSheets, heading: Heading) -> SheetPlan:
    return SheetPlan(
        name="培训成效",
        title=heading.title("培训落实和成效"),
        columns=_HELD,
        label=heading.label,
        report_line=heading.report_line(f"共{len(told.held)}次"),
        notes=(OUTCOME_RULE,),
        foot=heading.foot,
    )


def _held_row(place: int, held: TrainingHeld, effect: Effect, told: TrainingSheets) -> list[Value]:
    group = held.key.group
    after = counted_words(effect.after) if effect.after.judged else NO_VALUE
    return [
        place, held.held_on, group.site_name, told.name_of(group), held.key.practised,
        held.led_by or NOTHING, held.took_part, counted_words(effect.before), after,
        OUTCOMES[effect.outcome],
    ]  # fmt: skip
