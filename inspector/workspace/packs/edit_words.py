"""What is wrong with an item or a head that is edited, in the words of its form."""

from collections.abc import Sequence
from dataclasses import replace

from inspector.domain.checklist.head_fields import head_fields
from inspector.domain.checklist.item_fields import every_field
from inspector.domain.checklist.schema_fields import Field, Key, Rows
from inspector.domain.checklist.value_kinds import Texts
from inspector.domain.faults import Fault, Problem
from inspector.excel.packs.pack_lines import run_on
from inspector.translation import tr
from inspector.workspace.fault_sentences import problem_text
from inspector.workspace.packs.head_edit import HeadProblem


def field_help(field: Field) -> str:
    """Return how several lines are typed into a field; empty where that needs no words."""
    if field.key == "options":
        return tr("A line for each case, the best first; in brackets the finding: none=0 (no box)")
    if field.key == "cases":
        return tr("A line for each deduction, its points and unit: no badge=1/person")
    if field.key == "bands":
        return tr("A line for each case, the best first: ≤10=4; the last one: 以上=0")
    return tr("A line for each") if isinstance(field.kind, Texts) else ""


def is_missing(problem: Problem) -> bool:
    """Tell whether something is only not written yet."""
    return problem.fault in (Fault.MISSING, Fault.TOO_FEW)


def wrong_text(key: Key, problem: Problem, typed: str, kinds: Sequence[str]) -> str:
    """Return what is wrong with a field, as the checker says it.

    Args:
        key: of the field.
        problem: whose `expected` is the text of another item, where it is about two.
        typed: what is in the field.
        kinds: the names of the window kinds.
    """
    field = every_field()[key]
    if isinstance(field.kind, Rows) and run_on(typed.split("\n")):
        return tr("Write each case on a line of its own.")
    if problem.fault is Fault.TOO_FEW:
        if field.key == "cases":
            return tr("Write one deduction at least.")
        return tr("There have to be two cases at least.")
    if problem.fault in (Fault.DUPLICATE, Fault.SAME_TEXT) and isinstance(field.kind, Texts):
        problem = replace(problem, expected=problem.place)  # twice in this field
    if problem.fault is Fault.MISSING and not typed.strip():
        return tr("“{field}” is not written yet.", field=tr(field.said.english))
    if problem.fault is Fault.MISSING and field.key == "cases":
        return tr("Each deduction is a name, “=”, its points, “/” and its unit.")
    if problem.fault is Fault.MISSING:  # of a case, one side of its “=”
        return tr("Each case is a name, “=” and its points.")
    if isinstance(field.kind, Texts) and field.kind.of_kinds and kinds:
        problem = replace(problem, expected="、".join(kinds))
    return problem_text(problem)


def head_wrong_text(wrong: HeadProblem) -> str:
    """Return what is wrong with a field of the head, as the checker says it; with its row."""
    field, problem = head_fields()[wrong.key], wrong.problem
    if problem.fault is Fault.TOO_FEW:
        return tr("There have to be two at least.")
    name = field.said.english
    if isinstance(field.kind, Rows) and wrong.row is not None:
        columns = {each.key: each for each in field.kind.record.fields}
        name = columns[problem.expected].said.english if problem.expected in columns else name
    said = problem_text(problem)
    if problem.fault is Fault.MISSING:
        said = tr("“{field}” is not written yet.", field=tr(name))
    return said if wrong.row is None else tr("Row {row}: {said}", row=wrong.row + 1, said=said)
