"""What a record says of a visit that a group shared (分头检查), and whose each part is."""

from inspector.domain.record.record import Record
from inspector.domain.visit.inspection import Inspection
from inspector.domain.visit.joined_visit import Lots, lots_of, matter_of, place_of, scored_twice
from inspector.excel.papers.record.record_words import card_title, seal_words


def shared_lines(record: Record) -> list[str]:
    """Return who of the group inspected what, and which windows two of them scored."""
    group = record.sheet.inspection.shared_by
    if not group:
        return []
    if not record.parts:
        return [
            f"本次检查由{group}分头进行，其余部分尚未收到，本表只含其中一部分，不是全部结果；"
            "收齐后合并为一次检查。"
        ]
    who = "；".join(f"{_names(part.sheet.inspection)}：{_cards(part)}" for part in record.parts)
    said = [f"本次检查由{group}分{len(record.parts)}个部分进行，合并为一次检查。{who}。"]
    return [*said, *_twice(record), *_drawn(record)]


def _twice(record: Record) -> list[str]:
    """Return what counts of windows that several parts scored, a line for each answer to that."""
    owners = {c.id: (c, part) for part in record.parts for c in part.sheet.inspected}
    told: dict[str, list[str]] = {}
    for own in scored_twice((place_of(c), c.id) for c, _ in owners.values()).values():
        counts = record.chosen.get(matter_of(own))
        if counts in own:
            what = f"经选定，单位得分只计{_names(owners[counts][1].sheet.inspection)}的评分"
        else:
            what = "单位得分按平均分计一次"
            what = f"经选定，{what}" if counts is not None else f"尚未选定，{what}"
        told.setdefault(what, []).append(card_title(owners[own[0]][0]))
    return [
        f"有两个以上部分分别评分的：{'、'.join(titles)}，上表逐次列出；{what}。"
        for what, titles in told.items()
    ]


def _drawn(record: Record) -> list[str]:
    """Return that 抽查 was not one draw, and why; nothing where it was."""
    visits = [part.sheet.inspection for part in record.parts]
    match lots_of([(part.sheet.inspection, part.sheet.inspected) for part in record.parts]):
        case Lots.SEEDS:
            own = "；".join(f"{_names(visit)}：{visit.seed}" for visit in visits)
            return [f"各部分的抽样种子不同，抽查项目是分别抽取的：{own}。"]
        case Lots.CHECKLISTS:
            return ["各部分的抽样种子相同，所用检查表不同，抽取的项目不完全相同。"]
        case Lots.ROSTERS:
            return ["各部分花名册上有窗口的编号或类型不同，同一窗口抽取的项目不同。"]
        case Lots.ONE:
            return []


def seal_lines(record: Record) -> list[str]:
    """Return the line about the seal, of each part its own."""
    if not record.parts:
        return [seal_words(record)]
    return [f"{_names(part.sheet.inspection)}的部分：{seal_words(part)}" for part in record.parts]


def signed_by(inspection: Inspection) -> str:
    """Return what stands before the signature of those who made one part."""
    return f"检查人员（{_names(inspection)}）签字："


def _names(inspection: Inspection) -> str:
    return "、".join(inspection.inspectors)


def _cards(part: Record) -> str:
    return "、".join(card_title(card) for card in part.sheet.inspected)
