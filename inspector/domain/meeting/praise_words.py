"""What is said of a highlight (亮点): what was done well, never what would have been wrong."""

from inspector.domain.checklist.checklist import CasesRule, ChoiceRule, Item
from inspector.domain.visit.inspection import Answer


def well_done(item: Item, answer: Answer) -> str:
    """Return what is praised of an answer: the inspector's own words, else what the item asks for.

    Of a bonus the words to choose from are praise themselves. Own words that repeat one of the
    faults of the item are no praise: they were written while it was judged otherwise.
    """
    own = answer.note.strip()
    if item.is_bonus:
        return own or "、".join(answer.phrases) or item.text
    if own and not any(fault in own for fault in faults_of(item)):
        return own
    return item.text


def faults_of(item: Item) -> tuple[str, ...]:
    """Return the words in which an item is found wrong: its phrases, its cases, its findings."""
    match item.rule:
        case CasesRule(cases=cases):
            own = [case.title for case in cases]
        case ChoiceRule(options=options):
            own = [option.finding for option in options[1:] if option.finding]
        case _:
            own = []
    return (*item.phrases, *own)
