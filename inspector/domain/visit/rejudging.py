"""Another verdict by one key on an item that was answered before.

What the inspector wrote stays: the note is theirs, whatever the verdict. What only the verdict
before could have (phrases, a count, a value, an option, a correction, praise) goes with it.
"""

from inspector.domain.checklist.checklist import Item
from inspector.domain.visit.inspection import Answer, Verdict


def rejudged(item: Item, answer: Answer | None, verdict: Verdict) -> Answer:
    """Return `answer` as 合格, 不适用 or 未观察. The same verdict again changes nothing.

    For a bonus item 合格 is nothing to add, and takes back what was awarded.
    """
    if answer is None:
        return Answer(item.id, verdict)
    awarded = item.is_bonus and answer.count > 0
    if answer.verdict is verdict and not awarded:
        return answer
    return Answer(item.id, verdict, note=answer.note)


def says_something(answer: Answer) -> bool:
    """Tell that something was written, chosen or measured for an answer."""
    return any(_spoken(answer))


def drops_words(before: Answer, after: Answer) -> bool:
    """Tell that something written, chosen or measured before is not there any more."""
    pairs = zip(_spoken(before), _spoken(after), strict=True)
    return any(one and one != other for one, other in pairs)


def _spoken(answer: Answer) -> tuple[object, ...]:
    return answer.note, answer.correction, answer.phrases, answer.measured
