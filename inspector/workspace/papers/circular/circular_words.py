"""What is said of the text of a circular, in the language in use."""

from inspector.translation import tr, tr_count
from inspector.workspace.papers.circular.circular_papers import CircularDraft


def edited_sentence(draft: CircularDraft) -> str:
    """Return that a text was edited and when, and whether the figures changed since; or ''."""
    if draft.kept is None:
        return ""
    edited = tr("The text was edited on {moment}.", moment=f"{draft.kept.edited_at:%Y-%m-%d %H:%M}")
    if not draft.changed:
        return edited
    return tr("{sentence} {next}", sentence=edited, next=changed_sentence(draft))


def changed_sentence(draft: CircularDraft) -> str:
    """Return how many sentences the figures say otherwise since the text was edited."""
    return tr_count(
        len(draft.changed),
        "The figures have changed since: 1 sentence reads otherwise now.",
        "The figures have changed since: {count} sentences read otherwise now.",
    )
