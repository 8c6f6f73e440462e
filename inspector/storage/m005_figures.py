"""Step 5 of the schema: figures of a period are counted from indexes alone."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m005_figures(db: "Database") -> None:
    """An index that covers what is counted of findings, and one over the phases."""
    for statement in _INDEXES:
        db.execute(statement)


# The findings of a visit lie together in it, in the order of the days: nothing is sorted.
_INDEXES = (
    "CREATE INDEX finding_for_figures ON finding"
    " (day, inspection_id, item_id, state, deadline, veto, times_at_window)",
    "CREATE INDEX inspection_by_phase ON inspection (phase, day) WHERE phase <> ''",
)
