"""Who made a visit, as papers say it (检查组：组长 顾安宁，成员 秦晓雨), and who signs for it."""

from collections.abc import Sequence

from inspector.domain.people.inspector import Role
from inspector.domain.people.party import PartyMember, head_of
from inspector.domain.visit.inspection import Inspection
from inspector.excel.sheet.terms import NOTHING


def party_words(party: Sequence[PartyMember]) -> str:
    """Return the head and the members of a party; without a head the names alone."""
    head = head_of(party)
    others = "、".join(each.name for each in party if each.role is not Role.HEAD)
    if not head:
        return others
    return f"组长 {head}，成员 {others}" if others else f"组长 {head}"


def inspectors_words(inspection: Inspection) -> str:
    """Return who made a visit with what they are; the names where no head is known."""
    return party_words(inspection.party) or "、".join(inspection.inspectors) or NOTHING


def inspectors_line(inspection: Inspection) -> str:
    """Return the line of a record that says who inspected."""
    title = "检查组" if head_of(inspection.party) else "检查人员"
    return f"{title}：{inspectors_words(inspection)}"


def signed_for(inspection: Inspection) -> str:
    """Return what stands before the signature of those who inspected: the head signs for all."""
    head = head_of(inspection.party)
    return f"组长（{head}）签字：" if head else "检查人员签字："
