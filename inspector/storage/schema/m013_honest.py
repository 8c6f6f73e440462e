"""Step 13 of the schema: what a visit asked and how much of it was observed; the honest numbers.

`base_hash` is the checklist before a site's own numbers, NULL where there are none. What is ranked
is scored with it: a ranked value is NULL where it is the same as the reviewed one, or as found.
Visits before this step have neither: they are told as they were.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m013_honest(db: "Database") -> None:
    """Form and seed of visits, named deductions of answers, coverage, ranked scores."""
    for statement in _COLUMNS:
        db.execute(statement)


_COLUMNS = (
    "ALTER TABLE inspection ADD COLUMN form TEXT NOT NULL DEFAULT 'full'",
    "ALTER TABLE inspection ADD COLUMN seed TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE inspection ADD COLUMN base_hash TEXT REFERENCES pack(hash)",
    # Items observed, and those asked by the checklist before a site's own numbers.
    "ALTER TABLE inspection ADD COLUMN observed INTEGER",
    "ALTER TABLE inspection ADD COLUMN asked INTEGER",
    "ALTER TABLE scorecard ADD COLUMN observed INTEGER",
    "ALTER TABLE scorecard ADD COLUMN asked INTEGER",
    "ALTER TABLE inspection ADD COLUMN ranked_score INTEGER",
    "ALTER TABLE inspection ADD COLUMN ranked_vetoes INTEGER",
    "ALTER TABLE inspection ADD COLUMN ranked_grade TEXT",
    "ALTER TABLE scorecard ADD COLUMN ranked_score INTEGER",
    "ALTER TABLE scorecard ADD COLUMN ranked_vetoes INTEGER",
    "ALTER TABLE scorecard ADD COLUMN ranked_grade TEXT",
    # JSON: how often each named deduction of its rule was found, in their order.
    "ALTER TABLE answer ADD COLUMN cases TEXT",
)
