"""What a record says of a visit that a group shared (分头检查), and whose each part is."""

from inspector.domain.checklist.category import Scope
from inspector.domain.record.record import Record
from inspector.domain.visit.inspection import Inspection, Scorecard
from inspector.domain.visit.joined_visit import scored_twice
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
    titles = {_place(card): card_title(card) for card in record.sheet.inspected}
    if twice := scored_twice(_place(card) for card in record.sheet.inspected):
        names = "、".join(titles[place] for place in twice)
        said.append(
            f"有两个以上部分分别评分的：{names}，上表逐次列出，计算单位得分时按平均分计一次。"
        )
    return said


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


def _place(card: Scorecard) -> str:
    return "" if card.scope is Scope.PUBLIC else card.window_id or card.id
