"""Three halls visited on one day, and what appeals left of the first of them.

甲厅: a veto that is withdrawn, a deduction of 1.5 that becomes 0.5, one that is upheld.
乙厅: one deduction. 丙厅: a veto that stands, beside a window that lost nothing and was praised.
"""

from dataclasses import dataclass

from inspector.domain.finding.finding import AppealOutcome
from inspector.domain.visit.answer_changes import deducted, noted, passed, praised
from inspector.domain.visit.inspection import Answer, Verdict
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, answer_all, start

VETO, LOWERED, UPHELD = "no-quarrel", "polite-words", "greeting-words"


@dataclass(frozen=True)
class Halls:
    """The visits by hall, and the findings of the first by item."""

    visits: dict[str, str]
    findings: dict[str, str]


def make(workspace: Workspace, clock: Clock) -> Halls:
    """Visit the halls on 24 November and appeal on the 25th; nothing is decided yet."""
    clock.set("2026-11-24")
    visits = {}
    for name in ("甲厅", "乙厅", "丙厅"):
        visits[name] = start(workspace, add_site(workspace, name))
        answer_all(workspace, visits[name])
        sheet = workspace.inspections.sheet(visits[name])
        first, second = sheet.scorecards
        by_id = {item.id: item for item in sheet.items(first)}
        bad = {
            "甲厅": [
                noted(deducted(by_id[VETO]), "与顾客争吵"),
                Answer(LOWERED, Verdict.DEDUCT, count=3, note="三次未用敬语"),
                noted(deducted(by_id[UPHELD]), "未问好"),
            ],
            "乙厅": [noted(deducted(by_id[UPHELD]), "未问好")],
            "丙厅": [noted(deducted(by_id[VETO]), "推诿顾客")],
        }[name]
        workspace.inspections.record(visits[name], first.id, bad)
        item = by_id[UPHELD]
        highlight = noted(praised(item, passed(item)), f"{name}主动引导")
        workspace.inspections.record(visits[name], second.id, [highlight])
        workspace.inspections.complete(visits[name])
    own = {f.item_id: f.id for f in workspace.inspections.findings(visits["甲厅"])}
    clock.set("2026-11-25")
    workspace.findings.appeal(own.values(), "请调监控核实")
    return Halls(visits, own)


def decide(workspace: Workspace, clock: Clock, halls: Halls) -> None:
    """Decide the appeals in the afternoon of the 25th."""
    clock.set("2026-11-25", "15:00:00")
    decided = workspace.findings.decide_appeal
    decided([halls.findings[VETO]], AppealOutcome.WITHDRAWN, "系顾客误会", "李处长")
    decided([halls.findings[LOWERED]], AppealOutcome.DOWNGRADED, "只有一次", "李处长", 50)
    decided([halls.findings[UPHELD]], AppealOutcome.UPHELD, "监控属实", "李处长")
