"""Step 27 of the schema: the sheets that count are read in the time that reading them takes.

Only a sheet that replaces another stands in the index of those; the view did not say that it meant
one of them, and so each sheet was compared with all the others.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m027_survey_answers(db: "Database") -> None:
    """The view `survey_answer`, led by the index of what was replaced."""
    db.execute("DROP VIEW survey_answer")
    db.execute(_VIEW)


_VIEW = """CREATE VIEW survey_answer AS
    SELECT id, day, site_name AS site, window_number AS window, channel, grade, reason,
        grade IN ('dissatisfied', 'very-dissatisfied') AS bad
    FROM survey_sheet AS sheet
    WHERE grade IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM survey_sheet AS later
            WHERE later.replaces = sheet.id AND later.replaces <> '')"""
