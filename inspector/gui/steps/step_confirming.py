"""Doing what is in the form of a step; refused, it stays open with the focus on what is wrong."""

from collections.abc import Callable, Sequence
from typing import Any

from inspector.domain.errors import InspectorError, RefusedInputError
from inspector.gui.session import Session
from inspector.gui.steps.step_pane import StepPane
from inspector.translation import tr_count
from inspector.workspace.sentences import problem_sentences, sentence

_NAMED = 3
"""Obstacles that are told one by one; of more, how many."""


def refuse_all(session: Session, refused: Sequence[InspectorError]) -> None:
    """Say what stands in the way of a step for what is marked: every obstacle, not the first."""
    if len(refused) == 1:
        session.refused.emit(refused[0])
        return
    said = [sentence(each) for each in refused[:_NAMED]]
    if (more := len(refused) - _NAMED) > 0:
        said.append(tr_count(more, "1 more does not allow it.", "{count} more do not allow it."))
    session.warned.emit("\n".join(said))


def is_done(session: Session, form: StepPane[Any], tell_faulty: Callable[[str], object]) -> bool:
    """Do what is in a form; tell whether it was done.

    `tell_faulty` gets what was typed and cannot be read, in a sentence.
    """
    if not form.finish_photos():
        return False
    try:
        operation = form.operation()
    except RefusedInputError as error:
        tell_faulty(problem_sentences(error)[0])
        form.go_to(error)
        return False
    except InspectorError as error:
        session.refused.emit(error)
        form.go_to(error)
        return False
    refused: list[InspectorError] = []
    session.refused.connect(refused.append)
    try:
        changes = session.attempt(operation)
    finally:
        session.refused.disconnect(refused.append)
    if changes is None:
        form.go_to(refused[0])
    return changes is not None
