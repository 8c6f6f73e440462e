"""What waits among the complaints, in a few words: on the first page and at a meeting."""

from inspector.domain.complaint.complaint_filter import Among, ComplaintCounts
from inspector.translation import tr, tr_count


def due_words(counts: ComplaintCounts) -> str:
    """Return how many are overdue, or how many wait for an answer; '' where none does."""
    if late := counts.of(Among.OVERDUE):
        return tr_count(late, "1 past its deadline", "{count} past their deadlines")
    if waiting := counts.of(Among.UNANSWERED):
        return tr("{count} not answered", count=waiting)
    return ""
