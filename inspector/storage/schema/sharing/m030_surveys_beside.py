"""Step 30 of the schema: one answer may have been entered on two laptops, or corrected on both.

All those sheets are kept, as everything that travels; which of them count is worked out from them,
the same on every laptop, and noted here.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m030_surveys_beside(db: "Database") -> None:
    """Two sheets may have one key, or replace one other; the view counts one of them."""
    for sql in _STATEMENTS:
        db.execute(sql)


_STATEMENTS = (
    "DROP INDEX survey_sheet_by_key",
    "CREATE INDEX survey_sheet_by_key ON survey_sheet (source_key) WHERE source_key <> ''",
    "DROP INDEX survey_sheet_by_replaced",
    "CREATE INDEX survey_sheet_by_replaced ON survey_sheet (replaces) WHERE replaces <> ''",
    # Derived: a sheet that stands for an answer for which another one counts.
    """CREATE TABLE survey_beside (
        sheet TEXT PRIMARY KEY REFERENCES survey_sheet(id),
        counts TEXT NOT NULL REFERENCES survey_sheet(id)
    ) STRICT, WITHOUT ROWID""",
    "DROP VIEW survey_answer",
    """CREATE VIEW survey_answer AS
    SELECT id, day, site_name AS site, window_number AS window, channel, grade, reason,
        grade IN ('dissatisfied', 'very-dissatisfied') AS bad
    FROM survey_sheet AS sheet
    WHERE grade IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM survey_sheet AS later
            WHERE later.replaces = sheet.id AND later.replaces <> '')
        AND NOT EXISTS (SELECT 1 FROM survey_beside WHERE survey_beside.sheet = sheet.id)""",
)
